import { type Line, textOfLine } from './lines.ts';
import type { Glyph } from './marks.ts';

/** A part of a line between wide gaps. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly line: Line;
}

/** A gap of this many em parts columns; less is needed between two figures. */
const wide = 1.2;
const wideInFigures = 0.6;

function isApart(before: Glyph | undefined, glyph: Glyph, end: number): boolean {
  const figures = /\d$/u.test(before?.text ?? '') && /^\d/u.test(glyph.text);
  return glyph.from - end > (figures ? wideInFigures : wide) * glyph.em;
}

/** The parts of a line that wide gaps, typed or not, keep apart. */
export function chunksOf(line: Line): Chunk[] {
  const groups: Glyph[][] = [];
  let end = -Infinity;
  let before: Glyph | undefined;
  for (const glyph of line.glyphs) {
    const isBlank = glyph.text.trim() === '';
    if (!isBlank && isApart(before, glyph, end)) groups.push([]);
    groups.at(-1)?.push(glyph);
    if (isBlank) continue;
    end = glyph.to;
    before = glyph;
  }
  return groups.map((glyphs) => chunkOf(line, glyphs));
}

function chunkOf(line: Line, glyphs: readonly Glyph[]): Chunk {
  const seen = glyphs.filter(({ text }) => text.trim() !== '');
  const part: Line = { ...line, glyphs };
  return {
    from: Math.min(...seen.map(({ from }) => from)),
    to: Math.max(...seen.map(({ to }) => to)),
    text: textOfLine(part),
    line: part,
  };
}

/** A visible gap between letters that run on, in em: enough where other lines show that columns part here. */
const visible = 0.2;

/** Cuts a chunk between columns, where it has a gap there; a heading over several columns has none. */
export function cutAt(chunk: Chunk, columns: readonly Column[]): Chunk[] {
  const parts: Glyph[][] = [];
  let column = -1;
  let end = -Infinity;
  for (const glyph of chunk.line.glyphs) {
    const middle = (glyph.from + glyph.to) / 2;
    const own = columns.findIndex(({ to }, i) => middle <= (to + (columns[i + 1]?.from ?? to)) / 2);
    const isCut = own !== column && glyph.from - end > visible * glyph.em;
    if (parts.length === 0 || isCut) parts.push([]);
    parts.at(-1)?.push(glyph);
    column = own;
    end = glyph.to;
  }
  return parts.flatMap((glyphs) =>
    glyphs.some(({ text }) => text.trim() !== '') ? [chunkOf(chunk.line, glyphs)] : [],
  );
}

/** A column of text: what the chunks in it cover. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

/** Share of the lines that may run across the gap between two columns. */
const few = 0.15;

/** The columns that the chunks of some lines fall into: wherever more than a few of them have text. */
export function columnsOf(chunks: readonly Chunk[], lines: number): Column[] {
  const edges = [
    ...chunks.map(({ from }) => ({ at: from, step: 1 })),
    ...chunks.map(({ to }) => ({ at: to, step: -1 })),
  ].sort((a, b) => a.at - b.at || b.step - a.step);
  const columns: Column[] = [];
  let covered = 0;
  let from = 0;
  for (const { at, step } of edges) {
    const before = covered > few * lines;
    covered += step;
    const after = covered > few * lines;
    if (!before && after) from = at;
    if (before && !after) columns.push({ from, to: at });
  }
  return columns;
}

/** First and last of the columns that a chunk shares something with, or the nearest one. */
export function columnsUnder(chunk: Chunk, columns: readonly Column[]): readonly [number, number] {
  const shared = columns.flatMap(({ from, to }, i) =>
    chunk.from <= to && chunk.to >= from ? [i] : [],
  );
  const [first] = shared;
  if (first !== undefined) return [first, shared.at(-1) ?? first];
  const centre = (chunk.from + chunk.to) / 2;
  const distances = columns.map(({ from, to }) => Math.abs((from + to) / 2 - centre));
  const nearest = distances.indexOf(Math.min(...distances));
  return [nearest, nearest];
}
