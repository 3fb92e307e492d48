import type { Grid, GridCell } from '../../model/document.ts';
import { textOf } from './lines.ts';
import type { Glyph, Wall } from './marks.ts';
import { withOuterRules } from './openSides.ts';
import { placeOf, type Sheet } from './place.ts';
import { latticeOf, type Slots, slotsOf } from './slots.ts';
import { areStacked } from './stacked.ts';
import { type Frame, framesOf, lowerBound } from './walls.ts';

/** A block with its upper and lower edge on the turned page. */
export interface Table {
  readonly grid: Grid;
  readonly top: number;
  readonly bottom: number;
}

/** What tables may still cost: slots of the document, columns of each. */
export interface Room {
  slots: number;
  readonly columns: number;
}

export interface Tables {
  readonly tables: readonly Table[];
  /** Glyphs that stand in no table. */
  readonly rest: readonly Glyph[];
  /** Lines that belong to no table. */
  readonly loose: readonly Wall[];
}

/** The part of a sorted list of glyphs whose middles lie between two heights. */
function between(glyphs: readonly Glyph[], top: number, bottom: number): readonly Glyph[] {
  const start = lowerBound(glyphs, top, ({ middle }) => middle[1]);
  return glyphs.slice(
    start,
    lowerBound(glyphs, bottom, ({ middle }) => middle[1]),
  );
}

function slotAt(lines: readonly number[], at: number): number {
  const after = lowerBound(lines, at, (line) => line);
  return after === 0 || after === lines.length ? -1 : after - 1;
}

interface Content {
  readonly text: string;
  readonly isStacked: boolean;
}

/** What stands in each cell; its glyphs are taken out of `free`. */
function contents({ xs, ys, owner, cells }: Slots, glyphs: readonly Glyph[], free: Set<Glyph>) {
  const texts: Glyph[][] = cells.map(() => []);
  for (const glyph of between(glyphs, ys[0] ?? 0, ys.at(-1) ?? 0)) {
    const column = slotAt(xs, glyph.middle[0]);
    const row = slotAt(ys, glyph.middle[1]);
    if (column < 0 || row < 0 || !free.delete(glyph)) continue;
    texts[owner[row * (xs.length - 1) + column] ?? 0]?.push(glyph);
  }
  return texts.map((own, i): Content => {
    const { column = 0, columnSpan = 0 } = cells[i] ?? {};
    const width = (xs[column + columnSpan] ?? 0) - (xs[column] ?? 0);
    return { text: textOf(own), isStacked: areStacked(own, width) };
  });
}

function tableOf(slots: Slots, contents: readonly Content[], sheet: Sheet): Table {
  const { xs, ys, owner, cells } = slots;
  const at = (place: number, lines: readonly number[]) => lines[place] ?? 0;
  const gridCells = cells.map((cell, i): GridCell => {
    const { row, column, rowSpan, columnSpan } = cell;
    const right = at(column + columnSpan, xs);
    const place = placeOf(sheet, [at(column, xs), at(row, ys), right, at(row + rowSpan, ys)]);
    const { text = '', isStacked = false } = contents[i] ?? {};
    const own = { text, at: place, row, column, rowSpan, columnSpan };
    return isStacked ? { ...own, doubt: 'text' } : own;
  });
  const columns = xs.length - 1;
  const rows = Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from(owner.subarray(row * columns, (row + 1) * columns), (cell) => gridCells[cell]),
  ).map((row) => row.flatMap((cell) => cell ?? []));
  const [top, bottom] = [at(0, ys), ys.at(-1) ?? 0];
  const box = placeOf(sheet, [at(0, xs), top, xs.at(-1) ?? 0, bottom]);
  return { grid: { kind: 'grid', rows, at: box }, top, bottom };
}

interface Lattice {
  readonly frame: Frame;
  readonly xs: number[];
  readonly ys: number[];
}

/** How near lines have to be to be one: less than the height of a letter, by the middle one of the page. */
function nearOf(glyphs: readonly Glyph[]): number {
  const heights = glyphs.map(({ em }) => em).sort((a, b) => a - b);
  return Math.min(6, Math.max(2, 0.6 * (heights[heights.length >> 1] ?? 10)));
}

/** A frame with at least two slots. */
function latticeIn(frame: Frame, near: number): Lattice[] {
  if (frame.across.length === 0 || frame.down.length === 0) return [];
  const { xs, ys } = latticeOf(frame, near);
  return (xs.length - 1) * (ys.length - 1) < 2 || xs.length < 2 || ys.length < 2
    ? []
    : [{ frame, xs: [...xs], ys: [...ys] }];
}

function area({ xs, ys }: Lattice): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

/** The ruled tables of a page; or what there is too much of. */
export function tablesOf(
  glyphs: readonly Glyph[],
  across: readonly Wall[],
  down: readonly Wall[],
  sheet: Sheet,
  room: Room,
): Tables | 'lines' | 'slots' | 'columns' {
  const touching = framesOf(across, down);
  if (touching === null) return 'lines';
  const frames = withOuterRules(touching);
  const near = nearOf(glyphs);
  const lattices = frames.flatMap((frame) => latticeIn(frame, near));
  const inside = new Set(lattices.map(({ frame }) => frame));
  const sorted = [...glyphs].sort((a, b) => a.middle[1] - b.middle[1]);
  const free = new Set(sorted);
  const tables: Table[] = [];
  // A table inside another takes its text before the outer one does.
  for (const { frame, xs, ys } of lattices.sort((a, b) => area(a) - area(b))) {
    if (xs.length - 1 > room.columns) return 'columns';
    room.slots -= (xs.length - 1) * (ys.length - 1);
    if (room.slots < 0) return 'slots';
    const slots = slotsOf(frame, xs, ys);
    const found = contents(slots, sorted, free);
    if (found.some(({ text }) => text !== '')) tables.push(tableOf(slots, found, sheet));
  }
  return {
    tables,
    rest: glyphs.filter((glyph) => free.has(glyph)),
    loose: frames.filter((frame) => !inside.has(frame)).flatMap((frame) => frame.across),
  };
}
