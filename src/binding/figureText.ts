import { isUnit } from './gridRows.ts';

/** The figure of a cell as it is to be read. */
export interface FigureText {
  readonly text: string;
  readonly isCertain: boolean;
}

const withUnit = /^(\S{1,2})\s+(?=[\d０-９/／+-])/u;
const digits = /^[+-]?\d[\d,]*\.?\d*$/u;
const plainNumber = /^[+-]?(?:0|[1-9][\d,]*)(?:\.\d+)?$/u;

/** A figure breaks over lines only where its cell is too narrow for it: not after a digit or two. */
const shortestLine = 3;

/** A figure without the unit that stands before it in the same cell. */
export function withoutUnit(text: string): string {
  const plain = text.trim();
  const unit = withUnit.exec(plain)?.[1];
  return unit !== undefined && isUnit(unit) ? plain.slice(unit.length).trim() : plain;
}

/**
 * The figure in a cell. Where cells are told by their places on a page (`isLaidOut`), a long figure may
 * have been broken over lines, and what looks like several figures may be those of several cells: that
 * is our reading, not the report's slip.
 */
export function figureText(printed: string, isLaidOut: boolean): FigureText {
  const text = withoutUnit(printed);
  const pieces = text.split(/\s+/u);
  const isBroken = isLaidOut && pieces.length > 1 && pieces.every((piece) => digits.test(piece));
  if (!isBroken) return { text, isCertain: true };
  const joined = pieces.join('');
  const isByLines = !/[^\S\n]/u.test(text) && plainNumber.test(joined);
  if (!isByLines) return { text, isCertain: false };
  return { text: joined, isCertain: (pieces[0]?.length ?? 0) >= shortestLine };
}
