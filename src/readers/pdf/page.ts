import type { Block, Opaque } from '../../model/document.ts';
import { type Line, linesOf, textOf } from './lines.ts';
import { type Edges, edgesOf, withoutEdges } from './margins.ts';
import type { Glyph, Marks, Wall } from './marks.ts';
import {
  around,
  type Box,
  boxOf,
  framed,
  type Matrix,
  moved,
  type Turn,
  turnOf,
  unframed,
} from './matrix.ts';
import { paragraphsOf } from './paragraphs.ts';
import { placeOf, type Sheet } from './place.ts';
import { ruledAcross } from './rulers.ts';
import { type Room, type Table, tablesOf } from './tables.ts';
import { stripsOf } from './unruled.ts';
import { wallsOf } from './walls.ts';

/** A page that has been taken apart; its running heads are only known when all pages are. */
export interface PageParts {
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
  readonly lines: readonly Line[];
  readonly edges: Edges;
  /** Text in other directions than most of the page. */
  readonly astray: readonly Glyph[];
  readonly pictures: readonly Box[];
}

/** The direction of most letters of a page. */
function turnOfPage(glyphs: readonly Glyph[]): Turn {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { turn, text } of glyphs) if (turn !== null && text !== ' ') counts[turn] += 1;
  return turnOf(counts.indexOf(Math.max(...counts)));
}

function turnedGlyph(glyph: Glyph, turn: Turn, frame: Matrix): Glyph {
  const middle = moved(frame, ...glyph.middle);
  return { ...glyph, middle, turn: glyph.turn === null ? null : turnOf(glyph.turn - turn) };
}

function turnedWalls(across: readonly Wall[], down: readonly Wall[], frame: Matrix) {
  const turned = (box: Box): Box => boxOf(frame, box);
  const boxes = [
    ...across.map(({ at, from, to }) => turned([from, at, to, at])),
    ...down.map(({ at, from, to }) => turned([at, from, at, to])),
  ];
  const isFlat = ([x0, y0, x1, y1]: Box) => x1 - x0 >= y1 - y0;
  return {
    across: boxes.filter(isFlat).map(([x0, y0, x1]) => ({ at: y0, from: x0, to: x1 })),
    down: boxes
      .filter((box) => !isFlat(box))
      .map(([x0, y0, , y1]) => ({ at: x0, from: y0, to: y1 })),
  };
}

/** Pictures of this share of the page are told of. */
const large = 0.1;

/** Pictures that were cut into strips put together again. */
function pictures(boxes: readonly Box[], page: Box): Box[] {
  const whole: Box[] = [];
  for (const box of [...boxes].sort((a, b) => a[1] - b[1]).slice(0, 1000)) {
    const last = whole.at(-1);
    const isNext =
      last !== undefined &&
      Math.abs(last[0] - box[0]) < 2 &&
      Math.abs(last[2] - box[2]) < 2 &&
      box[1] - last[3] < 2;
    if (last !== undefined && isNext) whole[whole.length - 1] = around(last, box);
    else whole.push(box);
  }
  const size = ([left, top, right, bottom]: Box) => (right - left) * (bottom - top);
  return whole.filter((box) => size(box) >= large * size(page));
}

/** Takes a page apart into tables and lines of text. */
export function partsOf(
  marks: Marks,
  page: number,
  size: Box,
  room: Room,
): PageParts | 'lines' | 'slots' | 'columns' {
  const turn = turnOfPage(marks.glyphs);
  const frame = framed(turn);
  const sheet: Sheet = { page, toShown: unframed(turn) };
  const glyphs =
    turn === 0 ? marks.glyphs : marks.glyphs.map((glyph) => turnedGlyph(glyph, turn, frame));
  const { across, down } =
    turn === 0 ? marks : turnedWalls(wallsOf(marks.across), wallsOf(marks.down), frame);
  const straight = glyphs.filter((glyph) => glyph.turn !== null);
  const ruled = tablesOf(straight, wallsOf(across), wallsOf(down), sheet, room);
  if (typeof ruled === 'string') return ruled;
  const upright = linesOf(ruled.rest.filter((glyph) => glyph.turn === 0));
  const byRules = ruledAcross(upright, ruled.loose, sheet);
  const turned = boxOf(frame, size);
  const shifted = byRules.rest;
  const astray = [...ruled.rest, ...glyphs.filter((glyph) => glyph.turn === null)];
  return {
    sheet,
    tables: [...ruled.tables, ...byRules.tables],
    lines: shifted,
    edges: edgesOf(shifted, turned),
    astray: astray.filter((glyph) => glyph.turn !== 0),
    pictures: pictures(marks.pictures, size).map((box) => boxOf(frame, box)),
  };
}

interface Placed {
  readonly block: Block;
  readonly top: number;
}

function pictureBlock(box: Box, sheet: Sheet): Placed {
  const block: Opaque = { kind: 'opaque', what: 'picture', name: null, at: placeOf(sheet, box) };
  return { block, top: box[1] };
}

/** Lines between tables belong together; a table parts the text above it from the text below. */
function runsOf(lines: readonly Line[], tables: readonly Table[]): Line[][] {
  const runs = new Map<number, Line[]>();
  for (const line of lines) {
    const above = tables.filter(({ top }) => top < line.top).length;
    const run = runs.get(above) ?? [];
    runs.set(above, run);
    run.push(line);
  }
  return [...runs.values()];
}

/** The lines of a run as blocks: paragraphs, and tables that no line rules. */
function textBlocks(run: readonly Line[], sheet: Sheet, left: number, right: number): Placed[] {
  const placed: Placed[] = [];
  let open: Line[] = [];
  const close = () => {
    for (const { text, box } of paragraphsOf(open, left, right)) {
      placed.push({ block: { kind: 'paragraph', text, at: placeOf(sheet, box) }, top: box[1] });
    }
    open = [];
  };
  for (const strip of stripsOf(run, sheet)) {
    if ('line' in strip) open.push(strip.line);
    else {
      close();
      placed.push({ block: strip.table.grid, top: strip.table.top });
    }
  }
  close();
  return placed;
}

function strayBlocks(glyphs: readonly Glyph[], { sheet }: PageParts, bottom: number): Placed[] {
  const text = textOf(glyphs);
  if (text === '') return [];
  const boxes = glyphs.map(
    ({ middle: [x, y], em }): Box => [x - em / 2, y - em / 2, x + em / 2, y + em / 2],
  );
  const box = boxes.reduce(around);
  return [{ block: { kind: 'paragraph', text, at: placeOf(sheet, box) }, top: bottom }];
}

/** The blocks of a page in order of reading. */
export function blocksOf(parts: PageParts, running: Set<string>): Block[] {
  const { sheet, tables } = parts;
  const lines = withoutEdges(parts.lines, parts.edges, running);
  const left = Math.min(...lines.map(({ from }) => from));
  const right = Math.max(...lines.map(({ to }) => to));
  const placed: Placed[] = [
    ...tables.map(({ grid, top }) => ({ block: grid, top })),
    ...runsOf(lines, tables).flatMap((run) => textBlocks(run, sheet, left, right)),
    ...parts.pictures.map((box) => pictureBlock(box, sheet)),
    ...strayBlocks(parts.astray, parts, Infinity),
  ];
  return placed.sort((a, b) => a.top - b.top || 0).map(({ block }) => block);
}
