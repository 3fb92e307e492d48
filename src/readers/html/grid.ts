import type { At, Grid, GridCell } from '../../model/document.ts';
import type { TableCell } from './rows.ts';
import type { Layout } from './spans.ts';

/** The place of a slot; row and column from 1. */
export function cellAt(table: number, row: number, column: number): At {
  return { kind: 'cell', table, row, column };
}

function emptyCell(table: number, row: number, column: number): GridCell {
  const at = cellAt(table, row + 1, column + 1);
  return { text: '', at, row, column, rowSpan: 1, columnSpan: 1, isPadding: true };
}

function isGiven(cell: GridCell | undefined): cell is GridCell {
  return cell !== undefined;
}

/** Puts a cell into every slot that it covers and no earlier one does. */
function fill(slots: (GridCell | undefined)[][], cell: GridCell): void {
  if (cell.columnSpan === 1 && cell.rowSpan === 1) {
    const line = slots[cell.row];
    if (line !== undefined) line[cell.column] ??= cell;
    return;
  }
  const columnEnd = cell.column + cell.columnSpan;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    const line = slots[row];
    if (line === undefined) return;
    for (let column = cell.column; column < columnEnd; column++) line[column] ??= cell;
  }
}

/**
 * A table with rows of equal length: where no cell was written there is an empty one.
 *
 * @param textOf the text of a cell, of which the place is given
 * @param suspects places of texts that may not be seen, known once the text was asked for
 */
export function gridOf(
  table: number,
  rowCount: number,
  { placed, columns }: Layout<TableCell>,
  textOf: (cell: TableCell, at: At) => string,
  suspects: ReadonlySet<At>,
): Grid {
  const slots: (GridCell | undefined)[][] = [];
  for (let row = 0; row < rowCount; row++) slots.push(new Array(columns).fill(undefined));
  for (const { cell, row, column, rowSpan, columnSpan } of placed) {
    const at = cellAt(table, row + 1, column + 1);
    const whole: GridCell = { text: textOf(cell, at), at, row, column, rowSpan, columnSpan };
    const isDoubtful = suspects.size > 0 && suspects.has(at) && whole.text !== '';
    fill(slots, isDoubtful ? { ...whole, doubt: 'text' } : whole);
  }
  const rows = slots.map((line, row) =>
    line.every(isGiven) ? line : line.map((cell, column) => cell ?? emptyCell(table, row, column)),
  );
  return { kind: 'grid', rows, at: cellAt(table, 1, 1) };
}
