import { CellKind } from '../model/cell.ts';
import { linesStandingAlone, type Report } from '../model/report.ts';
import type { Check, Coverage, Tally } from '../model/run.ts';
import type { Program } from './compile.ts';

function tally(checks: readonly Check[], heuristic: boolean): Tally {
  let made = 0;
  let passed = 0;
  let failed = 0;
  for (const { equation, outcome } of checks) {
    if ((equation.status === 'heuristic') !== heuristic) continue;
    made++;
    if (outcome === 'pass') passed++;
    else if (outcome === 'fail') failed++;
  }
  return { made, passed, failed, inconclusive: made - passed - failed };
}

/** Counts what was read of a report and which checks were made. */
export function coverageOf(program: Program, report: Report, checks: readonly Check[]): Coverage {
  const counts = [0, 0, 0, 0, 0];
  let subtotals = 0;
  for (let cell = 0; cell < report.kinds.length; cell++) {
    const kind = report.kinds[cell] ?? CellKind.absent;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (program.optional[cell] === 1 && kind !== CellKind.absent) subtotals++;
  }
  // A heading that stands alone is owed in place of the lines below it.
  const replaced = linesStandingAlone(report).reduce(
    (sum, line) => sum + line.columns.length * line.parts.length,
    0,
  );
  const [, numbers = 0, blank = 0, notApplicable = 0, unreadable = 0] = counts;
  return {
    cells: {
      inForm: program.required + subtotals - replaced,
      read: numbers + blank + notApplicable,
      blank,
      notApplicable,
      unreadable,
    },
    checks: tally(checks, false),
    queries: tally(checks, true),
    claims: { found: 0, tied: 0 },
  };
}
