import { CellKind } from './cell.ts';
import type { Change } from './repair.ts';
import type { Report } from './report.ts';

/** The report with other figures in some cells; whatever else it says stays as it is. */
export function withChanges(report: Report, changes: readonly Change[]): Report {
  const kinds = [...report.kinds];
  const values = [...report.values];
  for (const { cell, to } of changes) {
    kinds[cell] = CellKind.number;
    values[cell] = to;
  }
  const changed = new Map(changes.map(({ cell, to }) => [cell, String(to)]));
  return {
    ...report,
    kinds,
    values,
    printed: (cell) => changed.get(cell) ?? report.printed(cell),
  };
}
