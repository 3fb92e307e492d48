import type { GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import {
  headerRows,
  isHeaderOf,
  lineInCaption,
  orderNamed,
  type Slots,
  slotsAbove,
} from './acrossHeader.ts';
import { hasDigits, isSilent, type Row } from './gridRows.ts';
import { tallestHeader } from './header.ts';
import type { LabelBook } from './labelBook.ts';

export type Bound = readonly { readonly cell: number; readonly from: GridCell }[];

/** What is needed to tell the lines of a block. */
export interface Captioned {
  /** What stands over each grid, by its number. */
  captionOf(grid: number): string;
  readonly book: LabelBook;
}

export interface Found {
  readonly bound: Bound;
  readonly isCertain: boolean;
  /** Headers of columns that the form does not have. */
  readonly extra?: readonly string[];
}

const nothing: Found = { bound: [], isCertain: false };

/** Figures under the headers that name their line and column; null where two claim the same cell. */
function bySlots(figures: readonly GridCell[], slots: Slots): Bound | null {
  const bound: { cell: number; from: GridCell }[] = [];
  for (const from of figures) {
    const line = slots.lines.get(from.column);
    const column = slots.columns.get(from.column);
    if (line === undefined || column === undefined || from.columnSpan > 1) continue;
    const cell = line.firstCell + column;
    if (bound.some((each) => each.cell === cell)) return null;
    bound.push({ cell, from });
  }
  return bound;
}

/** Figures in the order of the headers, or of the form, if there are exactly as many as it has. */
export function byOrder(
  figures: readonly GridCell[],
  lines: readonly FormLine[],
  slots: Slots,
): Found {
  const width = lines[0]?.columns.length ?? 0;
  if (figures.length !== lines.length * width) return nothing;
  const order = orderNamed(slots, lines);
  const bound = figures.map((from, i) => {
    const line = lines[Math.floor(i / width)];
    return { cell: (line?.firstCell ?? 0) + (order?.[i] ?? i % width), from };
  });
  return { bound, isCertain: order !== null };
}

/** The figures of a row that stands below a header of the block; blank ones at the ends may be too many. */
function figuresOf(row: Row, count: number): readonly GridCell[] {
  let figures = row.figures;
  while (figures.length > count && figures.at(-1)?.text.trim() === '')
    figures = figures.slice(0, -1);
  while (figures.length > count && figures[0]?.text.trim() === '') figures = figures.slice(1);
  return figures;
}

/** The figures of one line that has a table, or a part of one, for itself: named by the caption over its header. */
function boundAlone(
  row: Row,
  above: readonly Row[],
  lines: readonly FormLine[],
  { book, captionOf }: Captioned,
): Bound {
  const width = lines[0]?.columns.length ?? 1;
  const at = above.findLastIndex((each) => isHeaderOf(each, lines, book));
  const header = above[at];
  const figures = figuresOf(row, width);
  if (header === undefined || figures.length !== width) return [];
  const over = above.slice(0, at).findLast(({ cells }) => textsIn(cells).length === 1);
  const caption = over === undefined ? captionOf(row.grid) : textsIn(over.cells)[0];
  const line = lineInCaption(caption ?? '', lines);
  if (line === null) return [];
  const { columns } = slotsAbove([header], lines, book);
  const bound = figures.flatMap((from) => {
    const column = columns.get(from.column);
    return column === undefined ? [] : [{ cell: line.firstCell + column, from }];
  });
  return new Set(bound.map(({ cell }) => cell)).size === width ? bound : [];
}

/** Whatever stands below a header in a row of figures was meant for that cell, also where it is no figure. */
function meantCells(row: Row): readonly GridCell[] {
  return hasDigits(row) ? row.cells.filter((cell) => cell.row === row.index) : row.figures;
}

function textsIn(cells: readonly GridCell[]): string[] {
  return cells.flatMap(({ text }) => (text.trim() === '' ? [] : text));
}

/** The figures of a row below headers of the block, by line and column; empty where it has none. */
export function boundIn(
  rows: readonly Row[],
  i: number,
  lines: readonly FormLine[],
  place: Captioned & { isHeader(row: number): boolean },
): Found {
  const { book } = place;
  const width = lines[0]?.columns.length ?? 1;
  const count = lines.length * width;
  const row = rows[i];
  if (row === undefined || row.lines.length > 0 || row.figures.length < width) return nothing;
  let header = i - 1;
  const first = Math.max(0, i - tallestHeader);
  while (header >= first && !place.isHeader(header)) header--;
  if (header < first) return nothing;
  const above = headerRows(rows, i);
  const slots = slotsAbove(above, lines, book);
  const mapped = bySlots(meantCells(row), slots) ?? [];
  const others = row.figures.filter(
    (each) => !isSilent(each) && !mapped.some(({ from }) => from === each),
  );
  // Where every cell of the block is there, what stands under other headers is the document's own.
  const isWhole = mapped.length === count && others.every(({ column }) => slots.headed.has(column));
  if (isWhole) {
    const extra = others.map(({ column }) => slots.headed.get(column) ?? '');
    return { bound: mapped, isCertain: true, extra };
  }
  if (row.figures.every(({ text }) => text.trim() === '')) return nothing;
  if (mapped.length > 0 && others.length === 0) return { bound: mapped, isCertain: true };
  const alone = boundAlone(row, above, lines, place);
  if (alone.length > 0) return { bound: alone, isCertain: true };
  return byOrder(figuresOf(row, count), lines, slots);
}
