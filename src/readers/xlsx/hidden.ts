import { type Problem, problem } from '../../model/problem.ts';
import type { Sheet } from './sheet.ts';

function columnsOf({ rows }: Sheet): number[] {
  const columns = new Set<number>();
  for (const cells of rows.values()) for (const column of cells.keys()) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

/** Columns with a text, and those of them that are hidden, counted. */
function hiddenColumns(sheet: Sheet): { hidden: number; all: number } {
  if (sheet.hidingColumns.size === 0) return { hidden: 0, all: 1 };
  const columns = columnsOf(sheet);
  let [hidden, open, column] = [0, 0, 0];
  for (const next of columns) {
    while (column < next) open += sheet.hidingColumns.get(++column) ?? 0;
    if (open > 0) hidden++;
  }
  return { hidden, all: columns.length };
}

/**
 * Rows in groups as they are seen: a row that is left empty parts two tables, and so does a line of
 * its own, the title of what follows. A title that is shown belongs to no group.
 */
function groupsOf({ rows, hiddenRows }: Sheet): number[][] {
  const groups: number[][] = [];
  let before = 0;
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const isTitle = rows.get(row)?.size === 1;
    if (isTitle || row > before + 1) groups.push([]);
    if (!isTitle || hiddenRows.has(row)) groups.at(-1)?.push(row);
    before = row;
  }
  return groups;
}

/** Hidden rows that are a whole table, or all that there is: nobody who opens the sheet sees such a table. */
function unseenRows(sheet: Sheet): readonly number[] {
  const { rows, hiddenRows } = sheet;
  const { hidden, all } = hiddenColumns(sheet);
  if (hiddenRows.size === rows.size || hidden === all) return [...rows.keys()];
  if (hiddenRows.size === 0) return [];
  const isTable = (group: readonly number[]): boolean =>
    group.filter((row) => (rows.get(row)?.size ?? 0) > 1).length > 1;
  return groupsOf(sheet)
    .filter((group) => isTable(group) && group.every((row) => hiddenRows.has(row)))
    .flat();
}

/**
 * Takes out of a sheet what is hidden as a whole, and says so. Single rows and columns that are hidden
 * within a table stay, as they do in its sums.
 */
export function withoutUnseen(sheet: Sheet, name: string, source: string): Problem[] {
  if (sheet.rows.size === 0) return [];
  const unseen = unseenRows(sheet);
  for (const row of unseen) {
    sheet.rows.delete(row);
    sheet.hiddenRows.delete(row);
  }
  const hidden = sheet.rows.size === 0 ? 0 : sheet.hiddenRows.size + hiddenColumns(sheet).hidden;
  const told = (count: number) => ({ sheet: name, count: String(count) });
  return [
    ...(unseen.length === 0 ? [] : [problem('rows-unread', told(unseen.length), source)]),
    ...(hidden === 0 ? [] : [problem('rows-hidden', told(hidden), source)]),
  ];
}
