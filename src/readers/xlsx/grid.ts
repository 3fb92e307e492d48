import type { Grid, GridCell } from '../../model/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { ReadOptions } from '../reader.ts';
import { addressText } from './address.ts';
import type { Range, Sheet } from './sheet.ts';

/** Numbers in order, with one number kept of each gap between them: it parts what stands apart on the sheet. */
function withGaps(numbers: Iterable<number>): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.flatMap((number, i) => {
    const next = sorted[i + 1];
    return next === undefined || next === number + 1 ? [number] : [number, number + 1];
  });
}

/** Index of the first number that is at least `least`. */
function indexFrom(numbers: readonly number[], least: number): number {
  // There it stands where no number before it was left out.
  const plain = least - (numbers[0] ?? 0);
  if (numbers[plain] === least) return plain;
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Area {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function areaOf({ rows, lowest }: Sheet): Area {
  const columns = new Set<number>();
  for (const cells of rows.values()) for (const column of cells.keys()) columns.add(column);
  const filled = [...rows.keys()];
  // A row that is still to be filled in may stand below the last text.
  const last = filled.reduce((most, row) => Math.max(most, row), 0);
  if (last > 0 && lowest > last) filled.push(last + 1);
  return { rows: withGaps(filled), columns: withGaps(columns) };
}

function slotsOf({ rows, columns }: Area, { from, to }: Range) {
  const row = indexFrom(rows, from.row);
  const column = indexFrom(columns, from.column);
  const rowSpan = indexFrom(rows, to.row + 1) - row;
  const columnSpan = indexFrom(columns, to.column + 1) - column;
  return { row, column, rowSpan, columnSpan };
}

/** Whether all slots of a cell are still free; `checked` counts what was looked at. */
function isFree(
  rows: readonly (readonly (GridCell | null)[])[],
  cell: Omit<GridCell, 'text' | 'at'>,
) {
  let checked = 0;
  for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
    for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
      checked++;
      if (rows[r]?.[c] !== null) return { free: false, checked };
    }
  }
  return { free: true, checked };
}

function put(rows: (GridCell | null)[][], cell: GridCell): void {
  for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
    rows[r]?.fill(cell, cell.column, cell.column + cell.columnSpan);
  }
}

function tooLarge(zh: string, en: string, limit: number, source: string): Problem {
  return problem('document-too-large', { what: { zh, en }, limit: String(limit) }, source);
}

/** Puts merged cells in their slots; one that crosses another is left out. False where looking for that takes too long. */
function merge(sheet: Sheet, name: string, area: Area, rows: (GridCell | null)[][], most: number) {
  let left = most;
  for (const range of sheet.merges) {
    const slots = slotsOf(area, range);
    if (slots.rowSpan * slots.columnSpan < 2) continue;
    const { free, checked } = isFree(rows, slots);
    left -= checked;
    if (left < 0) return false;
    const { row, column } = range.from;
    const text = sheet.rows.get(row)?.get(column) ?? '';
    const at = { kind: 'sheet', sheet: name, cell: addressText(row, column) } as const;
    if (!free) continue;
    // Spelt out: to copy the numbers with a spread takes longer than all the rest of a merge.
    put(rows, {
      text,
      at,
      row: slots.row,
      column: slots.column,
      rowSpan: slots.rowSpan,
      columnSpan: slots.columnSpan,
    });
  }
  return true;
}

function single(sheet: Sheet, name: string, area: Area, r: number, c: number): GridCell {
  const row = area.rows[r] ?? 0;
  const column = area.columns[c] ?? 0;
  const text = sheet.rows.get(row)?.get(column) ?? '';
  const at = { kind: 'sheet', sheet: name, cell: addressText(row, column) } as const;
  return { text, at, row: r, column: c, rowSpan: 1, columnSpan: 1 };
}

/**
 * The grid of a sheet: the columns from the first to the last text, the rows from the first one to the one below the
 * last, gaps cut down to one; null for an empty sheet.
 * @param used slots of the sheets before
 */
export function gridOf(
  sheet: Sheet,
  name: string,
  used: number,
  { limits, source }: ReadOptions,
): Grid | Problem | null {
  const area = areaOf(sheet);
  const [height, width] = [area.rows.length, area.columns.length];
  if (height === 0) return null;
  if (width > limits.columns)
    return tooLarge('工作表的列数', 'columns of a sheet', limits.columns, source);
  if (used + height * width > limits.slots) {
    return tooLarge('表格的格数', 'slots of tables', limits.slots, source);
  }
  const slots = area.rows.map(() => area.columns.map((): GridCell | null => null));
  if (!merge(sheet, name, area, slots, limits.slots * 4)) {
    return tooLarge('合并单元格', 'merged cells', limits.slots * 4, source);
  }
  const rows = slots.map((row, r) => row.map((cell, c) => cell ?? single(sheet, name, area, r, c)));
  const [first] = rows;
  const at = first?.[0]?.at ?? { kind: 'sheet', sheet: name, cell: 'A1' };
  return { kind: 'grid', rows, at };
}
