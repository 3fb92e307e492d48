import type { GridCell } from '../model/document.ts';
import { hasDigit, isDigits } from './characters.ts';
import { withoutUnit } from './gridRows.ts';

/** The figure of a cell as it is to be read. */
export interface FigureText {
  readonly text: string;
  readonly isCertain: boolean;
}

const digits = /^[+-]?\d[\d,]*\.?\d*$/u;
const plainNumber = /^[+-]?(?:0|[1-9][\d,]*)(?:\.\d+)?$/u;

/** A figure breaks over lines only where its cell is too narrow for it: not after a digit, hardly after two. */
const shortestLine = { one: 2, 'likely one': 3 } as const;

/** Whether the cells of a row may be those of two rows that fell into one. */
export type RowCount = 'one' | 'likely one' | 'unknown';

function isCut(pieces: readonly string[], rows: RowCount): boolean {
  if (rows === 'unknown') return false;
  const [first = '', ...rest] = pieces;
  const last = rest.at(-1) ?? '';
  const isFull = [first, ...rest.slice(0, -1)].every((piece) => piece.length === first.length);
  const isShorter = rows === 'one' ? last.length <= first.length : last.length < first.length;
  return isFull && first.length >= shortestLine[rows] && isShorter;
}

/**
 * The figure in a cell. Where cells are told by their places on a page (`isLaidOut`), a long figure may
 * have been broken over lines, and what looks like several figures may be those of several cells: that
 * is our reading, not the report's slip. A figure was broken for certain only if its lines look cut and
 * its row is known to be one row, and not two that fell into one.
 */
export function figureText(printed: string, isLaidOut: boolean, rows: RowCount): FigureText {
  if (printed !== '' && isDigits(printed)) return { text: printed, isCertain: true };
  const text = withoutUnit(printed);
  const pieces = text.split(/\s+/u);
  if (!isLaidOut || pieces.length < 2) return { text, isCertain: true };
  if (!pieces.every((piece) => digits.test(piece)))
    return { text, isCertain: !text.includes('\n') };
  const joined = pieces.join('');
  const isByLines = !/[^\S\n]/u.test(text) && plainNumber.test(joined);
  if (!isByLines) return { text, isCertain: false };
  return { text: joined, isCertain: isCut(pieces, rows) };
}

/** Some figure among the cells of a row stands on one line. */
export function hasOneLine(cells: readonly GridCell[]): boolean {
  return cells.some(({ text }) => hasDigit(text) && !text.trim().includes('\n'));
}
