/** A cell as it is written: the numbers of slots that it asks for. */
export interface Spanning {
  readonly columnSpan: number;
  /** Infinity: to the end of its row group. */
  readonly rowSpan: number;
}

export interface SpanningRow<C extends Spanning> {
  readonly cells: readonly C[];
  /** The index after the last row of its group, where spans end. */
  readonly groupEnd: number;
}

/** A cell in its place: its first slot, from 0, and how many it covers. */
export interface Placed<C> {
  readonly cell: C;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Layout<C> {
  readonly placed: readonly Placed<C>[];
  readonly columns: number;
}

export interface LayoutLimits {
  readonly columns: number;
  readonly slots: number;
}

/** What a table has too much of. */
export type Excess = keyof LayoutLimits;

/** What a browser takes at most; beyond it a span says only “all”. */
const mostColumnSpan = 1000;

/** How many columns the `i`-th cell of a row covers if it begins in this column. */
type Width<C> = (cells: readonly C[], i: number, column: number) => number;

/** Puts cells from left to right into the slots that are free. */
function placedBy<C extends Spanning>(
  rows: readonly SpanningRow<C>[],
  widthOf: Width<C>,
  limits: LayoutLimits,
): Layout<C> | Excess {
  const placed: Placed<C>[] = [];
  /** For each column the row from which it is free. */
  const freeFrom: number[] = [];
  let columns = 0;
  for (const [row, { cells, groupEnd }] of rows.entries()) {
    let column = 0;
    let i = 0;
    for (const cell of cells) {
      while ((freeFrom[column] ?? 0) > row) column++;
      const columnSpan = widthOf(cells, i++, column);
      const rowSpan = Math.min(cell.rowSpan, groupEnd - row);
      const end = column + columnSpan;
      if (end > limits.columns) return 'columns';
      placed.push({ cell, row, column, rowSpan, columnSpan });
      for (; column < end; column++) {
        freeFrom[column] = Math.max(freeFrom[column] ?? 0, row + rowSpan);
      }
      columns = Math.max(columns, end);
    }
    if (columns * rows.length > limits.slots) return 'slots';
  }
  return { placed, columns };
}

function asWritten<C extends Spanning>(cells: readonly C[], i: number): number {
  return cells[i]?.columnSpan ?? 1;
}

/** Widths that leave out the spans of more than `most`. */
function tamed<C extends Spanning>(most: number): Width<C> {
  return (cells, i) => {
    const columnSpan = asWritten(cells, i);
    return columnSpan > most ? 1 : columnSpan;
  };
}

/** Widths that cut the spans of more than `most` to what the other rows leave for them. */
function fitted<C extends Spanning>(columns: number, most: number): Width<C> {
  const tame = tamed<C>(most);
  return (cells, i, column) => {
    const columnSpan = asWritten(cells, i);
    if (columnSpan <= most) return columnSpan;
    let taken = column;
    for (let next = i + 1; next < cells.length; next++) taken += tame(cells, next, taken);
    return Math.max(1, columns - taken);
  };
}

/**
 * Lays out the cells of a table as a browser does. Spans that ask for more columns than any other
 * row has cells are cut to the width of the others where the table would be too large with them.
 */
export function layOut<C extends Spanning>(
  rows: readonly SpanningRow<C>[],
  limits: LayoutLimits,
): Layout<C> | Excess {
  const isWild = rows.some(({ cells }) => cells.some((cell) => cell.columnSpan > mostColumnSpan));
  const whole = isWild ? 'columns' : placedBy(rows, asWritten, limits);
  if (typeof whole !== 'string') return whole;
  const most = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 1);
  const narrow = placedBy(rows, tamed(most), limits);
  if (typeof narrow === 'string') return narrow;
  return placedBy(rows, fitted(narrow.columns, most), limits);
}
