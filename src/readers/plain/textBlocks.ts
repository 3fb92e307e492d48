import type { Block, Paragraph } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { alignedGrid } from './aligned.ts';
import { laidOut, regionsOf } from './regions.ts';
import { type Piece, type Purse, textGrid, tooManyColumns } from './textGrid.ts';
import type { TextLine } from './textLines.ts';

/** A part of a line without the blanks around it. */
export function trimmed(text: string, line: number, column: number): Piece {
  return { text: text.trim(), line, column: column + text.length - text.trimStart().length };
}

export function paragraph({ text, line, column }: TextLine): Paragraph {
  const piece = trimmed(text, line, column);
  const at = { kind: 'text', line, column: piece.column } as const;
  return { kind: 'paragraph', text: piece.text, at };
}

/** The cells of a line at its tabs; null where there are more than `most`. */
function tabbed({ text, line, column }: TextLine, most: number): Piece[] | null {
  const parts = text.split('\t', most + 1);
  if (parts.length > most) return null;
  let next = column;
  return parts.map((part) => {
    const piece = trimmed(part, line, next);
    next += part.length + 1;
    return piece;
  });
}

function isIndented({ text }: TextLine): boolean {
  return !text.trim().includes('\t') && !text.endsWith('\t');
}

function tabBlocks(lines: readonly TextLine[], purse: Purse): Block[] | Problem {
  const rows: Piece[][] = [];
  for (const line of lines) {
    const row = tabbed(line, purse.options.limits.columns);
    if (row === null) return tooManyColumns(purse);
    rows.push(row);
  }
  const written = lines.filter(({ text }) => text.trim() !== '');
  if (written.every(isIndented)) return written.map(paragraph);
  const grid = textGrid(rows, purse);
  return 'code' in grid ? grid : [grid];
}

function spacedBlocks(lines: readonly TextLine[], purse: Purse): Block[] | Problem {
  const rows = laidOut(lines);
  const blocks: Block[] = [];
  let next = 0;
  for (const { from, to } of regionsOf(rows)) {
    for (const { line } of rows.slice(next, from)) blocks.push(paragraph(line));
    const around = { before: rows[from - 1], after: rows[to] };
    const grid = alignedGrid(rows.slice(from, to), around, purse);
    if ('code' in grid) return grid;
    blocks.push(grid);
    next = to;
  }
  for (const { line } of rows.slice(next)) blocks.push(paragraph(line));
  return blocks;
}

function isTabbed({ text }: TextLine): boolean {
  return text.includes('\t');
}

/** Runs of lines that are read alike: rows of tabs without a blank line, or other lines of one page. */
function runsOf(lines: readonly TextLine[]): TextLine[][] {
  const runs: TextLine[][] = [];
  let tabs: boolean | undefined;
  for (const line of lines) {
    const apart = line.newPage || (tabs === true && line.blank > 0);
    if (isTabbed(line) !== tabs || apart) runs.push([]);
    tabs = isTabbed(line);
    runs.at(-1)?.push(line);
  }
  return runs;
}

/** The lines of a text as grids (cells parted by tabs, or laid out with spaces) and paragraphs, one a line. */
export function textBlocks(lines: readonly TextLine[], purse: Purse): Block[] | Problem {
  const blocks: Block[] = [];
  for (const run of runsOf(lines)) {
    const made = run.some(isTabbed) ? tabBlocks(run, purse) : spacedBlocks(run, purse);
    if ('code' in made) return made;
    for (const block of made) blocks.push(block);
  }
  return blocks;
}
