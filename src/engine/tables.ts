import { CellKind } from '../model/cell.ts';
import type { Table } from '../model/edition.ts';
import { type Problem, problem } from '../model/problem.ts';
import { kindOf, type Report } from '../model/report.ts';

/** The kinds of answer that the cells of a table give, optional lines left out. */
function kindsIn(report: Report, table: Table): Set<CellKind> {
  const kinds = new Set<CellKind>();
  for (const cell of report.form.cells) {
    if (cell.line.table === table) kinds.add(kindOf(report, cell.index));
  }
  return kinds;
}

export function isTableMissing(report: Report, table: Table): boolean {
  const kinds = kindsIn(report, table);
  return kinds.size === 1 && kinds.has(CellKind.absent);
}

/** Tables that are not there, or blank throughout: nothing can be said of them. */
export function tableProblems(report: Report): Problem[] {
  return report.form.edition.tables.flatMap((table) => {
    const name = { table: { zh: table.zh, en: table.en } };
    if (isTableMissing(report, table)) {
      return [problem('table-missing', name, report.source, `tables.${table.id}`)];
    }
    const kinds = kindsIn(report, table);
    kinds.delete(CellKind.absent);
    return kinds.size === 1 && kinds.has(CellKind.blank)
      ? [problem('table-blank', name, report.source, `tables.${table.id}`)]
      : [];
  });
}
