import { withChanges } from '../../model/changed.ts';
import type { FigureClaim } from '../../model/claim.ts';
import { judge } from '../../model/judge.ts';
import type { Change, Witness } from '../../model/repair.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Finding, Run } from '../../model/run.ts';
import { run as runOf } from '../run.ts';

/** What a run is proved with: the rules, and the report of the year before. */
export interface Bench {
  readonly run: Run;
  readonly report: Report;
  readonly rules: readonly Rule[];
  readonly before: Report | null;
  /** The findings of the run that nobody accepted, by what they are about. */
  readonly keys: ReadonlyMap<string, Finding>;
  /** What the rules find in the report as it is, settled or not. */
  readonly known: ReadonlySet<string>;
}

/** What came of a repair: the findings that are gone, none being new, and what else says that it is right. */
export interface Proof {
  readonly gone: readonly Finding[];
  readonly witnesses: readonly Witness[];
}

/** What a finding is about, whatever the figures are. */
function keyOf({ rule, at, equation, claim, cells }: Finding): string {
  const said = claim === null ? '' : `${claim.figure.sentence.start + claim.figure.start}`;
  const about = equation === null && claim === null ? cells.join() : '';
  return `${rule} ${at.table} ${at.row} ${at.column} ${said} ${about}`;
}

export function benchOf(
  run: Run,
  report: Report,
  rules: readonly Rule[],
  before: Report | null,
): Bench {
  const open = run.findings.filter(({ waiver }) => waiver === null);
  const keys = new Map(open.map((finding) => [keyOf(finding), finding]));
  // Settings may have taken findings out of the run; those are nothing new.
  const known = new Set(runOf(report, rules, before).findings.map(keyOf));
  return { run, report, rules, before, keys, known };
}

/** Claims about the changed cells that were wrong and are right now. */
function saidBy({ report }: Bench, after: Report, changes: readonly Change[]): Witness[] {
  const claims = report.prose?.claims ?? [];
  const cells = new Set(changes.map(({ cell }) => cell));
  return claims.flatMap((claim): Witness[] => {
    if (claim.kind !== 'figure' || !isAbout(claim, cells)) return [];
    if (judge(report, claim).outcome !== 'fail') return [];
    const { outcome, reading } = judge(after, claim);
    const cell = (claim.readings[reading] ?? []).find((each) => cells.has(each));
    return outcome === 'pass' && cell !== undefined ? [{ kind: 'prose', cell, claim }] : [];
  });
}

function isAbout({ readings, force }: FigureClaim, cells: ReadonlySet<number>): boolean {
  return force !== 'scoped' && readings.some((reading) => reading.some((cell) => cells.has(cell)));
}

/** Equations with the year before that failed and hold now. */
function keptBy({ run }: Bench, after: Run, changes: readonly Change[]): Witness[] {
  const { compared } = run;
  if (compared === null || after.compared === null) return [];
  const { checks } = after.compared;
  return compared.checks.flatMap(({ equation, outcome }, i): Witness[] => {
    if (outcome !== 'fail' || checks[i]?.outcome !== 'pass') return [];
    const cell = changes.find((each) => equation.left.some((term) => term.cell === each.cell));
    return cell === undefined ? [] : [{ kind: 'previous', cell: cell.cell }];
  });
}

/** Applies changes to a copy and makes the whole run again; null where anything is wrong that was not. */
export function prove(bench: Bench, changes: readonly Change[]): Proof | null {
  const report = withChanges(bench.report, changes);
  const after = runOf(report, bench.rules, bench.before);
  const left = new Set(after.findings.map(keyOf));
  for (const key of left) {
    if (!bench.known.has(key)) return null;
  }
  const gone = [...bench.keys].flatMap(([key, finding]) => (left.has(key) ? [] : finding));
  const witnesses = [...saidBy(bench, report, changes), ...keptBy(bench, after, changes)];
  return { gone, witnesses };
}
