import type { GridCell } from '../model/document.ts';
import type { Block, Column, ColumnGroup, ColumnNode } from '../model/edition.ts';
import { flatColumns, isColumnGroup } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import { hasDigits, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';
import { moneyUnitIn } from './moneyUnit.ts';

/** The header over a block of lines: which slots its columns cover, and in which order they stand. */
export interface Header {
  readonly grid: number;
  /** For each column of the block the header cell that names it; undefined where none does. */
  readonly cells: readonly (GridCell | undefined)[];
  /** Texts that stand in place of the columns not found. */
  readonly strangers: readonly { readonly column: number; readonly cell: GridCell }[];
  /** Headers of columns that the form does not have. */
  readonly others: readonly GridCell[];
}

type Found = (GridCell | undefined)[];

/** How many rows above the figures of a block its header may begin. */
export const tallestHeader = 8;

/** Words that head the labels, or a column of remarks, and no figures of the form. */
const beside = /^(?:信息内容|统计指标|单位|项目|指标|内容|名称|类别|序号|备注|说明|注释)$/u;

/** The header stands over labels or remarks. */
export function isBeside(text: string): boolean {
  return beside.test(keyOf(text));
}

/** The columns of a block or a group, from left to right. */
const columnsBelow: (node: { readonly columns: readonly ColumnNode[] }) => readonly Column[] =
  onceFor(({ columns }) => flatColumns(columns));

function headerCells(rows: readonly Row[], columns: readonly Column[], book: LabelBook): Found {
  const found: Found = columns.map(() => undefined);
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.text.trim() === '' || cell.row !== row.index) continue;
      const named = book.columns(cell.text);
      if (named.length === 0) continue;
      const column = columns.findIndex((each) => named.includes(each));
      if (column >= 0) found[column] = cell;
    }
  }
  return found;
}

/** Where the columns of a group stand, from left to right. */
function slotsBelow(group: ColumnGroup, columns: readonly Column[], found: Found): number[] {
  return columnsBelow(group).flatMap((column) => found[columns.indexOf(column)]?.column ?? []);
}

/** The columns of each group stand together: a header that lost its spans has others between them. */
function areTogether(
  nodes: readonly ColumnNode[],
  columns: readonly Column[],
  found: Found,
): boolean {
  const all = found.flatMap((cell) => cell?.column ?? []);
  return nodes.every((node) => {
    if (!isColumnGroup(node)) return true;
    const own = slotsBelow(node, columns, found);
    const [first, last] = [Math.min(...own), Math.max(...own)];
    const isBroken = all.some((slot) => slot > first && slot < last && !own.includes(slot));
    return !isBroken && areTogether(node.columns, columns, found);
  });
}

/** Each header begins behind the one before it, as in the form. */
function isInOrder(cells: readonly GridCell[]): boolean {
  let end = 0;
  for (const { column, columnSpan } of cells) {
    if (column < end) return false;
    end = column + columnSpan;
  }
  return true;
}

/** The slots of the header say something: no two columns share one. */
function isTrusted(found: Found, block: Block, columns: readonly Column[]): boolean {
  const cells = found.filter((cell) => cell !== undefined);
  // In the order of the form no two share a slot, and none stands between those of a group.
  if (isInOrder(cells)) return true;
  const isDistinct = cells.every((cell, i) =>
    cells.every((other, j) => i === j || !overlaps(cell, other)),
  );
  return isDistinct && areTogether(block.columns, columns, found);
}

/** Cells of the lowest header row that name no column and no heading of the form. */
function othersIn(rows: readonly Row[], found: Found, book: LabelBook): GridCell[] {
  const known = found.filter((cell) => cell !== undefined);
  const last = rows.findLast((row) => row.cells.some((cell) => known.includes(cell)));
  if (last === undefined || known.length === 0) return [];
  return last.cells.filter(
    (cell) =>
      cell.text.trim() !== '' &&
      !known.includes(cell) &&
      book.columns(cell.text).length === 0 &&
      !book.isForeword(cell.text) &&
      !book.isPiece(cell.text),
  );
}

/** What stands in place of the columns not found, if there are as many texts as columns. */
function strangersIn(others: readonly GridCell[], found: Found, book: LabelBook) {
  if (others.length === 0) return [];
  const left = Math.min(...found.flatMap((cell) => cell?.column ?? []));
  const texts = others.filter(
    ({ text, column }) => !isBeside(text) && (column > left || book.lines(text).length === 0),
  );
  const missing = found.flatMap((cell, column) => (cell === undefined ? [column] : []));
  if (texts.length !== missing.length) return [];
  return texts.flatMap((cell, i) => {
    const column = missing[i];
    return column === undefined ? [] : [{ column, cell }];
  });
}

/** Headers that stand in place of no column; what stands left of the columns heads the labels. */
function othersBeside(
  others: readonly GridCell[],
  named: Header['strangers'],
  found: Found,
): readonly GridCell[] {
  if (others.length === 0) return others;
  const taken = named.map(({ cell }) => cell);
  const left = Math.min(...found.flatMap((cell) => cell?.column ?? []));
  return others.filter((cell) => !taken.includes(cell) && cell.column > left);
}

const unitInHeader = /单位[:：]?\s*([^（()）\s]+)/u;

/** Headers that name another unit than the form does. */
function otherUnits(cells: Found, columns: readonly Column[]) {
  return cells.flatMap((cell, column) => {
    const text = cell?.text ?? '';
    // Either way to name a unit has one of these in it.
    if (cell === undefined || !(text.includes('元') || text.includes('单位'))) return [];
    const printed = moneyUnitIn(text) ?? unitInHeader.exec(text)?.[1];
    if (printed === undefined) return [];
    const due = unitInHeader.exec(columns[column]?.zh ?? '')?.[1];
    return due !== undefined && printed !== due ? [{ column, cell }] : [];
  });
}

/** The rows above a line, up to the figures of another one. */
function rowsAbove(rows: readonly Row[], first: number): Row[] {
  const above: Row[] = [];
  for (let i = first - 1; i >= 0 && above.length < tallestHeader; i--) {
    const row = rows[i];
    if (row === undefined || row.grid !== rows[first]?.grid) break;
    if (row.lines.length > 0 && hasDigits(row)) break;
    above.unshift(row);
  }
  return above;
}

/** The header of a block, looked for in the rows above its first line. */
export function headerAbove(
  rows: readonly Row[],
  first: number,
  block: Block,
  book: LabelBook,
): Header | null {
  const grid = rows[first]?.grid;
  if (grid === undefined) return null;
  const columns = columnsBelow(block);
  const above = rowsAbove(rows, first);
  const cells = headerCells(above, columns, book);
  if (cells.every((cell) => cell === undefined)) return null;
  if (!isTrusted(cells, block, columns)) {
    return { grid, cells: columns.map(() => undefined), strangers: [], others: [] };
  }
  const others = othersIn(above, cells, book);
  const named = strangersIn(others, cells, book);
  return {
    grid,
    cells,
    strangers: [...named, ...otherUnits(cells, columns)],
    others: othersBeside(others, named, cells),
  };
}

/** Two cells have a slot in common. */
export function overlaps(cell: GridCell, header: GridCell): boolean {
  return (
    cell.column < header.column + header.columnSpan && header.column < cell.column + cell.columnSpan
  );
}
