/** A cell by the numbers of its row and column, from 1. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

const lastRow = 1_048_576;

/** Number of the last column that a sheet has, XFD. */
export const lastColumn = 16_384;

/** Whether a sheet can have the cell. */
export function isOnSheet({ row, column }: Address): boolean {
  return row >= 1 && row <= lastRow && column >= 1 && column <= lastColumn;
}

/** `B7` as row 7, column 2; null where it names no cell of a sheet. */
export function addressOf(text: string): Address | null {
  let at = 0;
  let column = 0;
  for (; at < text.length; at++) {
    const letter = (text.charCodeAt(at) & 0xdf) - 64;
    if (letter < 1 || letter > 26 || column > lastColumn) break;
    column = column * 26 + letter;
  }
  let row = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || row > lastRow) return null;
    row = row * 10 + digit;
  }
  const address = { row, column };
  return isOnSheet(address) ? address : null;
}

/** Row 7, column 2 as `B7`. */
export function addressText(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + row;
}
