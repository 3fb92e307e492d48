import type { GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import { headerRows, slotsAbove } from './acrossHeader.ts';
import { isSilent, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

/** The figures of a block whose lines stand side by side in the form, and its columns one below the other here. */
export interface Turned {
  readonly rows: readonly Row[];
  readonly bound: readonly { readonly cell: number; readonly from: GridCell }[];
}

/** Which column of the block the row is named after; -1 for none, or where it has no figure for each line. */
function columnOf(row: Row, lines: readonly FormLine[], book: LabelBook): number {
  const named = row.figures.length < lines.length ? [] : book.columns(row.label);
  if (named.length === 0) return -1;
  return (lines[0]?.columns ?? []).findIndex((column) => named.includes(column));
}

/** Figures of a row below the headers that name the lines, each in the same column of its line; null where one is nobody's. */
function figuresIn(row: Row, column: number, lineAt: ReadonlyMap<number, FormLine>) {
  const bound = row.figures.flatMap((from) => {
    const line = lineAt.get(from.column);
    return line === undefined || from.columnSpan > 1
      ? []
      : [{ cell: line.firstCell + column, from }];
  });
  const isWhole = row.figures.every(
    (each) => isSilent(each) || bound.some(({ from }) => from === each),
  );
  return isWhole ? bound : null;
}

/** The block from a row on, if it is set with its columns as rows and its lines as columns, all of them. */
function turnedFrom(
  rows: readonly Row[],
  i: number,
  lines: readonly FormLine[],
  book: LabelBook,
): Turned | null {
  const width = lines[0]?.columns.length ?? 0;
  const own = rows.slice(i, i + width).filter(({ grid }) => grid === rows[i]?.grid);
  const columns = own.map((row) => columnOf(row, lines, book));
  if (columns.includes(-1) || new Set(columns).size !== width) return null;
  const { lines: lineAt } = slotsAbove(headerRows(rows, i), lines, book);
  const bound = own.map((row, n) => figuresIn(row, columns[n] ?? 0, lineAt));
  if (bound.some((each) => each?.length !== lines.length)) return null;
  return { rows: own, bound: bound.flatMap((each) => each ?? []) };
}

/** Every place where a block is set with its columns as rows and its lines as columns. */
export function turnedBlocks(
  rows: readonly Row[],
  lines: readonly FormLine[],
  book: LabelBook,
): Turned[] {
  return rows.flatMap((row, i) =>
    columnOf(row, lines, book) < 0 ? [] : (turnedFrom(rows, i, lines, book) ?? []),
  );
}
