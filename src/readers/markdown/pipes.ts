import type { Piece } from '../plain/textGrid.ts';
import type { TextLine } from '../plain/textLines.ts';
import { rendered } from './inline.ts';

const delimiter = /^:?-+:?$/u;
const longDelimiter = /^:?-{3,}:?$/u;

export function hasPipe(text: string): boolean {
  return /(?:^|[^\\])\|/u.test(text);
}

export function startsWithPipe(text: string): boolean {
  return text.trimStart().startsWith('|');
}

/**
 * Whether a row only draws the line under a header. Shorter than three dashes it does so in the
 * second place of its table alone: anywhere else a dash is what a cell says.
 */
export function isDelimiter({ text }: TextLine, second: boolean): boolean {
  if (!text.includes('|') || !text.includes('-') || /[^\s|:-]/u.test(text)) return false;
  const line = second ? delimiter : longDelimiter;
  const cells = text.trim().split('|');
  return cells.every((cell, i) => {
    const outer = i === 0 || i === cells.length - 1;
    return (outer && cell.trim() === '') || line.test(cell.trim());
  });
}

/** The cells of a row between its pipes, rendered; null where there are more than `most`. */
export function cellsOf({ text, line, column }: TextLine, most: number): Piece[] | null {
  const cells: Piece[] = [];
  const pipes = /\\.|\|/gu;
  const end = text.trimEnd().length;
  let from = startsWithPipe(text) ? text.indexOf('|') + 1 : 0;
  pipes.lastIndex = from;
  const add = (to: number) => {
    const raw = text.slice(from, to);
    const indent = raw.length - raw.trimStart().length;
    cells.push({ text: rendered(raw), line, column: column + from + indent });
  };
  for (let pipe = pipes.exec(text); pipe !== null; pipe = pipes.exec(text)) {
    if (pipe[0] !== '|') continue;
    if (cells.length === most) return null;
    add(pipe.index);
    from = pipe.index + 1;
  }
  if (from < end) add(end);
  return cells.length > most ? null : cells;
}
