import type { FormLine } from '../model/form.ts';
import { hasDigits, type Row } from './gridRows.ts';
import { tallestHeader } from './header.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';

/** Headers that say which line and which column of the block stands in each slot. */
export interface Slots {
  readonly lines: ReadonlyMap<number, FormLine>;
  readonly columns: ReadonlyMap<number, number>;
  /** Columns named, from left to right and from top to bottom. */
  readonly order: readonly number[];
  /** In which slot each line, or the heading over it, begins. */
  readonly starts: ReadonlyMap<FormLine, number>;
  /** The lowest header over each slot. */
  readonly headed: ReadonlyMap<number, string>;
}

export const noSlots: Slots = {
  lines: new Map(),
  columns: new Map(),
  order: [],
  starts: new Map(),
  headed: new Map(),
};

/** The rows of the same grid that may be the header over a row: up to the lines of another block, without figures. */
export function headerRows(rows: readonly Row[], i: number): Row[] {
  const near = rows.slice(Math.max(0, i - tallestHeader), i);
  const own = near.filter((each) => each.grid === rows[i]?.grid);
  const last = own.findLastIndex((each) => each.lines.length > 0 && hasDigits(each));
  return own.slice(last + 1).filter((each) => !hasDigits(each));
}

export function slotsAbove(
  above: readonly Row[],
  lines: readonly FormLine[],
  book: LabelBook,
): Slots {
  const columns = lines[0]?.columns ?? [];
  const lineAt = new Map<number, FormLine>();
  const columnAt = new Map<number, number>();
  const starts = new Map<FormLine, number>();
  const headed = new Map<number, string>();
  const order: number[] = [];
  for (const row of above) {
    for (const cell of row.cells) {
      if (cell.row !== row.index || cell.text.trim() === '') continue;
      const [named, below] = [book.lines(cell.text), book.columns(cell.text)];
      const line = lines.find((each) => named.includes(each));
      const column = columns.findIndex((each) => below.includes(each));
      if (column >= 0 && line === undefined) order.push(column);
      for (const each of line === undefined ? linesUnder(cell.text, lines) : [line]) {
        starts.set(each, cell.column);
      }
      for (let slot = cell.column; slot < cell.column + cell.columnSpan; slot++) {
        headed.set(slot, cell.text);
        if (line !== undefined) lineAt.set(slot, line);
        else if (column >= 0) columnAt.set(slot, column);
        // A heading over it that is no line of the block parts what stands left and right of it.
        else lineAt.delete(slot);
      }
    }
  }
  return { lines: lineAt, columns: columnAt, order, starts, headed };
}

/** The lines under a heading of the block. */
function linesUnder(text: string, lines: readonly FormLine[]): FormLine[] {
  const key = keyOf(text);
  return lines.filter(({ headings }) => headings.some(({ zh }) => keyOf(zh) === key));
}

export function isHeaderOf(row: Row, lines: readonly FormLine[], book: LabelBook): boolean {
  const columns = lines[0]?.columns ?? [];
  let missing = columns.length - 1;
  for (const { text } of row.cells) {
    if (missing <= 0) break;
    if (book.columns(text).some((column) => columns.includes(column))) missing--;
  }
  return missing <= 0;
}

/** The columns in the order in which figures below stand; null where the headers say another one than the form, and not all of it. */
export function orderNamed(
  { order, starts }: Slots,
  lines: readonly FormLine[],
): readonly number[] | null {
  const width = lines[0]?.columns.length ?? 1;
  const known = lines.flatMap((line) => starts.get(line) ?? []);
  if (known.some((start, i) => start < (known[i - 1] ?? 0))) return null;
  const plain = lines.flatMap(() => Array.from({ length: width }, (_, i) => i));
  if (order.length === plain.length) {
    const isWhole = lines.every(
      (_, n) => new Set(order.slice(n * width, (n + 1) * width)).size === width,
    );
    return isWhole ? order : null;
  }
  return isRepeated(order, lines.length) ? plain : null;
}

/** The columns that were told go up as in the form, and begin anew only where one of them stands again. */
function isRepeated(order: readonly number[], most: number): boolean {
  const runs: number[][] = [];
  for (const [i, column] of order.entries()) {
    if (i > 0 && column > (order[i - 1] ?? 0)) runs.at(-1)?.push(column);
    else runs.push([column]);
  }
  const isAgain = (run: number[], i: number): boolean =>
    i === 0 || run.some((column) => runs[i - 1]?.includes(column));
  return runs.length <= most && runs.every(isAgain);
}

/** A caption is at most this long. */
const longestCaption = 40;

/** The one line of a block that a caption names; null where it names none, or others beside it. */
export function lineInCaption(text: string, lines: readonly FormLine[]): FormLine | null {
  const key = keyOf(text);
  if (key.length > longestCaption) return null;
  const has = (label: FormLine['label']): boolean => key.includes(keyOf(label.zh));
  const named = lines.filter(({ label }) => has(label));
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  const strange = lines.flatMap(({ headings }) => headings).filter(has);
  return strange.every((heading) => only.headings.includes(heading)) ? only : null;
}
