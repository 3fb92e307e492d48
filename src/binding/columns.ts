import type { Grid, GridCell } from '../model/document.ts';
import { onceFor } from '../model/onceFor.ts';
import { isSilent, isUnit, type Row } from './gridRows.ts';
import { type Header, overlaps } from './header.ts';

/** The one figure below a header; of several the one that says something. null where two do, or none is there. */
function figureBelow(row: Row, header: GridCell): GridCell | null {
  let only: GridCell | null = null;
  for (const each of row.figures) {
    if (!overlaps(each, header)) continue;
    if (only === null || isSilent(only)) only = isSilent(each) && only !== null ? only : each;
    else if (!isSilent(each)) return null;
  }
  return only;
}

/** Cells by the slots of the header: each column has its own cell, or shares one that says nothing. */
function bySlots(row: Row, header: Header): GridCell[] | null {
  const found: GridCell[] = [];
  for (const [i, named] of header.cells.entries()) {
    const cell = named ?? header.strangers.find(({ column }) => column === i)?.cell;
    const only = cell === undefined ? null : figureBelow(row, cell);
    if (only === null) return null;
    found.push(only);
  }
  const isShared = found.some((cell, i) => found.indexOf(cell) !== i && !isSilent(cell));
  const isOther = (cell: GridCell): boolean => header.others.some((each) => overlaps(cell, each));
  const isWhole = row.figures.every(
    (cell) => found.includes(cell) || isSilent(cell) || isUnit(cell.text) || isOther(cell),
  );
  return isShared || !isWhole ? null : found;
}

/** Indices of the columns in the order in which a header names them; that of the form where it names none. */
function orderOf(header: Header | null, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  const cells = header?.cells;
  if (cells === undefined || cells.some((cell) => cell === undefined)) return order;
  return order.sort((a, b) => (cells[a]?.column ?? 0) - (cells[b]?.column ?? 0));
}

/** Slots in which a grid has no text at all, but for cells that reach over from others. */
const emptySlots: (grid: Grid) => ReadonlySet<number> = onceFor(({ rows }) => {
  const slots = Array.from({ length: rows[0]?.length ?? 0 }, (_, slot) => slot);
  const empty = slots.filter((slot) =>
    rows.every((row) => {
      const cell = row[slot];
      return cell === undefined || cell.columnSpan > 1 || cell.text.trim() === '';
    }),
  );
  return new Set(empty);
});

/** The figures of a row without units and without blank cells that are too many; as they are where it is not plain which. */
function asMany(figures: readonly GridCell[], count: number): readonly GridCell[] {
  const kept = figures.filter((cell) => !isUnit(cell.text));
  const tooMany = kept.length - count;
  if (tooMany <= 0) return kept;
  const first = kept.slice(0, tooMany).every(isSilent);
  const last = kept.slice(-tooMany).every(isSilent);
  if (first && last && !kept.every(isSilent)) return kept;
  if (first) return kept.slice(tooMany);
  return last ? kept.slice(0, -tooMany) : kept;
}

/** Figures without those that only repeat the one before, below a header that does too: merged cells that were taken apart. */
function withoutRepeated(
  figures: readonly GridCell[],
  { rows }: Grid,
  { cells }: Header,
): readonly GridCell[] {
  const heads = rows[cells.find((cell) => cell !== undefined)?.row ?? -1];
  const headOf = (cell: GridCell | undefined): GridCell | undefined =>
    cell === undefined ? undefined : heads?.[cell.column];
  return figures.filter((cell, i) => {
    const before = figures[i - 1];
    const [own, other] = [headOf(cell), headOf(before)];
    const isSame = before?.text === cell.text && own?.text === other?.text && own !== other;
    return !isSame || cell.text.trim() === '' || own?.text.trim() === '';
  });
}

/** Figures of several cells that were merged into one. */
function isJoined({ columnSpan, text }: GridCell): boolean {
  return columnSpan > 1 && /\d\s+\d/u.test(text);
}

/**
 * A figure stands for several columns or reaches under several headers, and other cells make up the number:
 * which columns those stand for is not plain.
 */
function isMadeUp(figures: readonly GridCell[], row: Row, header: Header | null): boolean {
  if (figures.some(isJoined)) return true;
  if (header?.grid !== row.grid) return false;
  const { cells } = header;
  const isWide = (figure: GridCell): boolean =>
    cells.filter((cell) => cell !== undefined && overlaps(figure, cell)).length > 1;
  return figures.some(isSilent) && figures.some((each) => !isSilent(each) && isWide(each));
}

/**
 * The cells of a line by the columns of its block, `count` of them: under the headers, or where the slots do not tell
 * (headers merged in another way, a table going on without its header) in their order if there are
 * exactly as many. null where they cannot be told apart.
 */
export function cellsOfLine(
  row: Row,
  count: number,
  header: Header | null,
): readonly GridCell[] | null {
  if (header !== null && header.grid === row.grid) {
    const found = bySlots(row, header);
    if (found !== null) return found;
  }
  let figures = asMany(row.figures, count);
  if (figures.length > count) {
    const empty = emptySlots(row.source);
    figures = figures.filter((cell) => cell.columnSpan > 1 || !empty.has(cell.column));
  }
  if (figures.length > count && header?.grid === row.grid) {
    figures = asMany(withoutRepeated(figures, row.source, header), count);
  }
  if (figures.length !== count) return null;
  if (isMadeUp(figures, row, header)) return null;
  const cells: GridCell[] = [];
  for (const [i, column] of orderOf(header, count).entries()) {
    const cell = figures[i];
    if (cell !== undefined) cells[column] = cell;
  }
  return cells;
}

/** The reader could not tell the texts of a row apart, or not the columns of the figures that are to fill `cells`. */
export function isAdrift(row: Pick<Row, 'cells' | 'figures'>, cells: readonly GridCell[]): boolean {
  if (row.cells.some(({ doubt }) => doubt === 'text')) return true;
  const isFull = cells.every(({ text }) => text.trim() !== '');
  const isLoose = row.figures.some(({ doubt, text }) => doubt === 'column' && text.trim() !== '');
  return !isFull && isLoose;
}
