import type { Equation } from '../model/equation.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { Finding, Run } from '../model/run.ts';
import { makeChecks } from './checks.ts';
import { type Program, programOf } from './compile.ts';
import { coverageOf, withSeries } from './coverage.ts';
import { failureOf, seenBy } from './findings.ts';
import { inOrder } from './order.ts';
import { type Comparison, compare } from './series.ts';
import { survey, tableProblems } from './survey.ts';
import { verdictOf } from './verdict.ts';

/** A finding says nothing of the figures, so that an equation has the same one in every report. */
const findings = new WeakMap<Equation, Finding>();

function findingOf(program: Program, equation: Equation): Finding {
  const known = findings.get(equation);
  if (known !== undefined) return known;
  const made = failureOf(program.form, equation, null);
  findings.set(equation, made);
  return made;
}

/** A report is mended long before this many sentences of it are; more would only fill the output. */
const mostSaid = 500;

/** All findings about cells, and so many about the prose; that there are more is told. */
function capped(found: readonly Finding[], { source }: Report, problems: Problem[]): Finding[] {
  if (found.length <= mostSaid) return [...found];
  let said = 0;
  const kept = found.filter(({ claim }) => claim === null || ++said <= mostSaid);
  const left = found.length - kept.length;
  if (left > 0) problems.push(problem('more-problems', { count: String(left) }, source));
  return kept;
}

/** What the rules that look at more than arithmetic find; one that throws does not stop the others. */
function applyRules(rules: readonly Rule[], report: Report, problems: Problem[]): Finding[] {
  const all: Finding[] = [];
  for (const rule of rules) {
    if (rule.find === null) continue;
    try {
      for (const found of rule.find(report)) all.push(seenBy(rule.id, found, null));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem('rule-threw', { rule: rule.id, reason }, report.source));
    }
  }
  return capped(all, report, problems);
}

/** What the report owes to the one of the year before, where that is at hand and is the one. */
function comparisonOf(
  report: Report,
  before: Report | null,
  rules: readonly Rule[],
  problems: Problem[],
): Comparison | null {
  if (before === null) return null;
  if (report.year !== null && before.year === report.year - 1) {
    return compare(report, before, rules);
  }
  const [year, other] = [report.year, before.year].map((each) => String(each ?? '?'));
  const args = { year: year ?? '?', other: other ?? '?' };
  problems.push(problem('previous-not-before', args, before.source));
  return null;
}

/**
 * Makes every check of the report's edition and tries every rule that looks at more than arithmetic.
 * @param before the report of the same organ for the year before, where it is at hand
 */
export function run(report: Report, rules: readonly Rule[], before: Report | null = null): Run {
  const program = programOf(report.form);
  const surveyed = survey(report);
  const checks = makeChecks(program, report, surveyed);
  const problems: Problem[] = [...report.problems, ...tableProblems(report, surveyed)];
  const found = applyRules(rules, report, problems);
  if (checks !== program.allPass) {
    for (const { outcome, equation } of checks) {
      if (outcome === 'fail') found.push(findingOf(program, equation));
    }
  }
  const compared = comparisonOf(report, before, rules, problems);
  if (compared !== null) found.push(...compared.findings);
  const own = coverageOf(program, report, surveyed, checks);
  const coverage = compared === null ? own : withSeries(own, compared.checks);
  return {
    source: report.source,
    report,
    verdict: verdictOf(found, problems, coverage),
    coverage,
    checks,
    compared,
    findings: inOrder(found),
    repairs: [],
    problems,
    notes: report.notes,
  };
}
