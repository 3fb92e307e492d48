import type { Problem } from '../model/problem.ts';
import { type Coverage, countsOf, type Finding, type Verdict } from '../model/run.ts';

/** An error makes a report wrong; short of that, whatever could not be told keeps it from being right. */
export function verdictOf(
  findings: readonly Finding[],
  problems: readonly Problem[],
  coverage: Coverage,
): Verdict {
  if (countsOf(findings).errors > 0) return 'fail';
  const { made } = coverage.checks;
  const open = coverage.checks.inconclusive + coverage.series.inconclusive;
  return problems.length > 0 || made === 0 || open > 0 ? 'not-assessable' : 'pass';
}
