import type { Levels, Policy } from '../../model/policy.ts';
import type { Problem } from '../../model/problem.ts';
import type { RepairGroup } from '../../model/repair.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Check, Coverage, Finding, Run } from '../../model/run.ts';
import type { Explanation } from '../../model/waiver.ts';
import { recounted } from '../coverage.ts';
import { verdictOf } from '../verdict.ts';
import { levelsFor, rulesAt } from './levels.ts';
import { levelNotes, toleranceNotes } from './notes.ts';
import { staleNote } from './stale.ts';
import { isTolerated } from './tolerance.ts';
import { accepted, explanationsFor } from './waivers.ts';

/** Findings as they are settled. */
export interface SettledFindings {
  readonly findings: readonly Finding[];
  /** What became of each finding that is left. */
  readonly became: ReadonlyMap<Finding, Finding>;
  /** The explanations that fit one of them. */
  readonly fitting: ReadonlySet<Explanation>;
  /** How many were off by no more than is tolerated. */
  readonly tolerated: number;
}

function levelled(finding: Finding, levels: Levels): Finding | null {
  const level = levels[finding.rule];
  if (level === undefined || level === finding.severity) return finding;
  return level === 'off' ? null : { ...finding, severity: level };
}

/** Findings with the severities, tolerances and waivers that hold for their report. */
export function settleFindings(
  report: Report,
  findings: readonly Finding[],
  policy: Policy,
): SettledFindings {
  const { settings, today } = policy;
  const levels = levelsFor(report, policy);
  const explanations = explanationsFor(report, policy);
  const fitting = new Set<Explanation>();
  const became = new Map<Finding, Finding>();
  let tolerated = 0;
  for (const finding of findings) {
    const own = levelled(finding, levels);
    if (own === null) continue;
    if (settings !== null && isTolerated(report, own, settings.tolerances)) tolerated++;
    else became.set(finding, accepted(report, own, explanations, today, fitting));
  }
  return { findings: [...became.values()], became, fitting, tolerated };
}

/** Repairs of the findings that are left. */
function repairsOf({ repairs }: Run, became: SettledFindings['became']): readonly RepairGroup[] {
  return repairs.flatMap((group) => {
    const findings = group.findings.flatMap((finding) => became.get(finding) ?? []);
    return findings.length === 0 ? [] : [{ ...group, findings }];
  });
}

/** What was settled is told: nothing is passed over without a word. */
function notesOf(
  run: Run,
  report: Report,
  { tolerated, fitting }: SettledFindings,
  policy: Policy,
  rules: readonly Rule[],
): Problem[] {
  const { settings, today } = policy;
  const levels = levelsFor(report, policy);
  const looked = {
    report,
    joint: run.compared?.joint ?? null,
    rules,
    off: rulesAt(levels, 'off'),
    today,
  };
  const stale = explanationsFor(report, policy).map((each) => staleNote(each, fitting, looked));
  return [
    ...levelNotes(levels, settings?.name ?? ''),
    ...toleranceNotes(tolerated, settings?.name ?? ''),
    ...stale.flatMap((note) => note ?? []),
  ];
}

function withoutOff(checks: readonly Check[], levels: Levels): readonly Check[] {
  const isOn = ({ equation: { rule } }: Check): boolean => levels[rule] !== 'off';
  return checks.every(isOn) ? checks : checks.filter(isOn);
}

function coverageWithout(run: Run, report: Report, settled: Run, levels: Levels): Coverage {
  if (rulesAt(levels, 'off').length === 0) return run.coverage;
  const { checks, compared } = settled;
  const isOn = (kind: string): boolean => levels[`prose-${kind}`] !== 'off';
  return recounted(run.coverage, report, checks, compared?.checks ?? null, isOn);
}

/** A run as an organisation takes it; the same run where nothing is settled for its report. */
export function settle(run: Run, policy: Policy, rules: readonly Rule[]): Run {
  const { report, compared } = run;
  if (report === null) return run;
  const levels = levelsFor(report, policy);
  if (policy.settings === null && explanationsFor(report, policy).length === 0) return run;
  const settled = settleFindings(report, run.findings, policy);
  const without: Run = {
    ...run,
    checks: withoutOff(run.checks, levels),
    compared: compared && { ...compared, checks: withoutOff(compared.checks, levels) },
    findings: settled.findings,
    repairs: repairsOf(run, settled.became),
    problems: run.problems.filter(
      ({ code, args }) => code !== 'rule-threw' || levels[String(args.rule)] !== 'off',
    ),
    notes: [...run.notes, ...notesOf(run, report, settled, policy, rules)],
  };
  const coverage = coverageWithout(run, report, without, levels);
  return { ...without, coverage, verdict: verdictOf(without.findings, without.problems, coverage) };
}
