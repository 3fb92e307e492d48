import Papa from 'papaparse';
import { problem } from '../model/problem.ts';
import { type Delimiter, delimiterOf } from './csv/delimiters.ts';
import { behind, type Position, placed } from './csv/places.ts';
import { type Piece, type Purse, textGrid, tooManySlots } from './plain/textGrid.ts';
import type { Reader } from './reader.ts';
import { decodeText } from './text.ts';

export { looksLikeCsv } from './csv/delimiters.ts';

/** A text may have delimiters in its quotes; beyond so many for each slot allowed it is not split at all. */
const delimitersForSlot = 10;

function count(text: string, character: string, most: number): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (++found > most) break;
  }
  return found;
}

interface Rows {
  readonly rows: Piece[][];
  /** Index in the text, and its position, of the row in which a quote is never closed. */
  readonly unclosed: { readonly index: number; readonly position: Position } | null;
}

function rowsOf(text: string, delimiter: Delimiter, start: Position, quotes: boolean): Rows {
  const rows: Piece[][] = [];
  let unclosed: Rows['unclosed'] = null;
  let [index, position] = [0, start];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    fastMode: quotes ? undefined : true,
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        unclosed = { index, position };
        return parser.abort();
      }
      const row = text.slice(index, meta.cursor);
      rows.push(placed(data, row, position, delimiter));
      [index, position] = [meta.cursor, behind(row, position)];
    },
  });
  return { rows, unclosed };
}

function withoutQuotes(piece: Piece): Piece {
  return { ...piece, text: piece.text.replace(/^"|"$/gu, '') };
}

/** All rows; from a quote that is never closed on, quotes part nothing, lest all the rest become one field. */
function allRows(text: string, delimiter: Delimiter): Piece[][] {
  const { rows, unclosed } = rowsOf(text, delimiter, { line: 1, column: 1 }, true);
  if (unclosed === null) return rows;
  const rest = rowsOf(text.slice(unclosed.index), delimiter, unclosed.position, false);
  return [...rows, ...rest.rows.map((row) => row.map(withoutQuotes))];
}

function isBlank(row: readonly Piece[] | undefined): boolean {
  return row?.every((piece) => piece.text === '') ?? false;
}

/** Whether a file goes on after its end; the first row of empty fields may be one that is still to be filled in. */
function isSuperfluous(rows: readonly Piece[][]): boolean {
  const last = rows.at(-1);
  return isBlank(last) && (rows.length === 1 || last?.length === 1 || isBlank(rows.at(-2)));
}

/** Reads a file of delimited fields as one grid; the delimiter is the one that most lines have. */
export const readCsv: Reader = (bytes, options) => {
  const { source, limits } = options;
  const decoded = decodeText(bytes);
  if (decoded === null) return problem('encoding-unknown', {}, source);
  const text = decoded.replace(/\r\n?/gu, '\n');
  const delimiter = delimiterOf(text);
  const purse: Purse = { options, slots: 0 };
  const most = limits.slots * delimitersForSlot;
  if (count(text, delimiter, most) + count(text, '\n', most) > most) return tooManySlots(purse);
  const rows = allRows(text, delimiter);
  while (isSuperfluous(rows)) rows.pop();
  if (rows.length === 0) return { source, format: 'csv', title: null, blocks: [], notes: [] };
  const grid = textGrid(rows, purse);
  if ('code' in grid) return grid;
  return { source, format: 'csv', title: null, blocks: [grid], notes: [] };
};
