import type { Piece } from '../plain/textGrid.ts';

/** A place in a text whose lines end with `\n`; both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position behind a text that begins at a position. */
export function behind(text: string, { line, column }: Position): Position {
  let [ends, last] = [0, -1];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    [ends, last] = [ends + 1, end];
  }
  if (ends === 0) return { line, column: column + text.length };
  return { line: line + ends, column: text.length - last };
}

/** Where the field ends in its row that begins at `from`; quotes and the blanks behind them belong to it. */
function endOf(field: string, row: string, from: number, delimiter: string): number {
  if (row[from] !== '"') return from + field.length;
  const quotes = field.split('"').length - 1;
  const next = row.indexOf(delimiter, from + field.length + quotes + 2);
  return next < 0 ? row.length : next;
}

/** The fields of one row with the places where they begin, from the row as it is written. */
export function placed(
  fields: readonly string[],
  row: string,
  start: Position,
  delimiter: string,
): Piece[] {
  let position = start;
  let from = 0;
  return fields.map((field) => {
    const piece = { text: field.trim(), ...position };
    const to = endOf(field, row, from, delimiter) + delimiter.length;
    position = behind(row.slice(from, to), position);
    from = to;
    return piece;
  });
}
