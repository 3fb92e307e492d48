import type { GridCell } from '../model/document.ts';
import type { Block } from '../model/edition.ts';
import type { Form, FormLine } from '../model/form.ts';
import { isAdrift } from './columns.ts';
import { type Draft, isBound } from './draft.ts';
import { figureText, hasOneLine } from './figureText.ts';
import { isSilent, type Row } from './gridRows.ts';
import { tallestHeader } from './header.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';
import { twice } from './printings.ts';

/** Headers that say which line and which column of the block stands in each slot. */
interface Slots {
  readonly lines: ReadonlyMap<number, FormLine>;
  readonly columns: ReadonlyMap<number, number>;
  /** Columns named, from left to right and from top to bottom. */
  readonly order: readonly number[];
}

/** The blocks whose lines stand side by side, with their lines. */
export function acrossBlocks({ lines }: Form): Map<Block, FormLine[]> {
  const blocks = new Map<Block, FormLine[]>();
  for (const line of lines) {
    if (line.block.layout !== 'across') continue;
    blocks.set(line.block, [...(blocks.get(line.block) ?? []), line]);
  }
  return blocks;
}

function slotsAbove(above: readonly Row[], lines: readonly FormLine[], book: LabelBook): Slots {
  const columns = lines[0]?.columns ?? [];
  const lineAt = new Map<number, FormLine>();
  const columnAt = new Map<number, number>();
  const order: number[] = [];
  for (const row of above) {
    for (const cell of row.cells) {
      if (cell.row !== row.index || cell.text.trim() === '') continue;
      const [named, below] = [book.lines(cell.text), book.columns(cell.text)];
      const line = lines.find((each) => named.includes(each));
      const column = columns.findIndex((each) => below.includes(each));
      if (column >= 0 && line === undefined) order.push(column);
      for (let slot = cell.column; slot < cell.column + cell.columnSpan; slot++) {
        if (line !== undefined) lineAt.set(slot, line);
        else if (column >= 0) columnAt.set(slot, column);
        // A heading over it that is no line of the block parts what stands left and right of it.
        else lineAt.delete(slot);
      }
    }
  }
  return { lines: lineAt, columns: columnAt, order };
}

type Bound = readonly { readonly cell: number; readonly from: GridCell }[];

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
function byOrder(figures: readonly GridCell[], lines: readonly FormLine[], slots: Slots): Bound {
  const width = lines[0]?.columns.length ?? 0;
  if (figures.length !== lines.length * width) return [];
  const isNamed = slots.order.length === figures.length;
  return figures.map((from, i) => {
    const line = lines[Math.floor(i / width)];
    const column = isNamed ? (slots.order[i] ?? i % width) : i % width;
    return { cell: (line?.firstCell ?? 0) + column, from };
  });
}

function isHeaderOf(row: Row, lines: readonly FormLine[], book: LabelBook): boolean {
  const columns = lines[0]?.columns ?? [];
  const named = row.cells.filter(({ text }) =>
    book.columns(text).some((column) => columns.includes(column)),
  );
  return named.length >= columns.length - 1;
}

/** The figures of a row that stands below a header of the block; blank ones at the ends may be too many. */
function figuresOf(row: Row, count: number): readonly GridCell[] {
  let figures = row.figures;
  while (figures.length > count && figures.at(-1)?.text.trim() === '')
    figures = figures.slice(0, -1);
  while (figures.length > count && figures[0]?.text.trim() === '') figures = figures.slice(1);
  return figures;
}

interface Place {
  readonly book: LabelBook;
  readonly draft: Draft;
  /** Key of all text outside grids. */
  loose(): string;
  readonly source: string;
}

/** The figures of a row below headers of the block, by line and column; empty where it has none. */
function boundIn(
  rows: readonly Row[],
  i: number,
  lines: readonly FormLine[],
  { book }: Place,
): Bound {
  const width = lines[0]?.columns.length ?? 1;
  const count = lines.length * width;
  const row = rows[i];
  if (row === undefined || row.lines.length > 0 || row.figures.length < width) return [];
  const near = rows.slice(Math.max(0, i - tallestHeader), i);
  if (!near.some((each) => isHeaderOf(each, lines, book))) return [];
  const own = near.filter((each) => each.grid === row.grid);
  const slots = slotsAbove(own, lines, book);
  const mapped = bySlots(row.figures, slots) ?? [];
  const filled = row.figures.filter((each) => !isSilent(each));
  const isAll = filled.every((from) => mapped.some((each) => each.from === from));
  if (mapped.length === count && isAll) return mapped;
  if (row.figures.every(({ text }) => text.trim() === '')) return [];
  const isWhole = mapped.length > 0 && isAll;
  return isWhole ? mapped : byOrder(figuresOf(row, count), lines, slots);
}

/** Puts figures to their cells; what another row says otherwise is a problem, not a choice of ours. */
function put(
  bound: Bound,
  lines: readonly FormLine[],
  isCertain: boolean,
  { draft, source }: Place,
): void {
  let isOther = false;
  const cells = bound.map(({ from }) => from);
  const hasOthers = hasOneLine(cells);
  const isPadded =
    cells.some((cell) => cell.isPadding) || isAdrift({ cells, figures: cells }, cells);
  for (const { cell, from } of bound) {
    const known = draft.cells[cell];
    if (known === undefined) {
      const figure = figureText(from.text, draft.isLaidOut, hasOthers ? 'likely one' : 'unknown');
      const isSure = isCertain && !isPadded && figure.isCertain;
      draft.cells[cell] = { text: figure.text, at: from.at, isCertain: isSure };
    } else if (known.text.trim() !== from.text.trim() && !isSilent(from)) {
      draft.cells[cell] = { ...known, isCertain: false };
      isOther = true;
    }
  }
  const [line] = lines;
  if (isOther && line !== undefined) draft.problems.push(twice(line, source));
}

/**
 * A row of nothing but figures, as many as the block has, where the headers were lost: theirs if there is
 * no other such row; for certain if the labels stand in the text around it, in the order of the form.
 */
function bindBare(rows: readonly Row[], lines: readonly FormLine[], place: Place): Row[] {
  const count = lines.length * (lines[0]?.columns.length ?? 1);
  const bare = rows.filter(
    ({ label, figures }) =>
      label === '' && figures.length === count && figures.every(({ text }) => text.trim() !== ''),
  );
  const [row] = bare;
  if (row === undefined || bare.length > 1) return [];
  const word = lines.map((line) => keyOf(line.label.zh));
  let at = 0;
  const isNamed = word.every((each) => {
    const found = place.loose().indexOf(each, at);
    at = found + each.length;
    return found >= 0;
  });
  const empty: Slots = { lines: new Map(), columns: new Map(), order: [] };
  put(byOrder(row.figures, lines, empty), lines, isNamed, place);
  return [row];
}

/** Binds the lines that stand side by side in a row; gives the rows it took the figures from. */
export function bindAcross(rows: readonly Row[], place: Place): ReadonlySet<Row> {
  const used = new Set<Row>();
  for (const lines of acrossBlocks(place.draft.form).values()) {
    for (const [i, row] of rows.entries()) {
      const bound = boundIn(rows, i, lines, place);
      if (bound.length === 0) continue;
      used.add(row);
      put(bound, lines, true, place);
    }
    const isLabelled = rows.some((row) => row.lines.some((line) => lines.includes(line)));
    if (isLabelled || lines.some((line) => isBound(place.draft, line))) continue;
    for (const row of bindBare(rows, lines, place)) used.add(row);
  }
  return used;
}
