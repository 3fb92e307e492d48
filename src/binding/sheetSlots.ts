import type { Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import { hasDigit } from './characters.ts';
import { isFigure } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

/** Fewer rows are no table beside another. */
const fewestRows = 3;

/** What stands in a slot. */
type Kind = 'nothing' | 'number' | 'words';

function kindOf(text: string): Kind {
  if (text.trim() === '') return 'nothing';
  return hasDigit(text) && isFigure(text) ? 'number' : 'words';
}

/** A grid, and what stands in its slots, told once however many blank columns it has. */
export interface Sheet {
  readonly grid: Grid;
  readonly kinds: readonly (readonly Kind[])[];
}

function kindsOf(row: readonly GridCell[]): Kind[] {
  let before: GridCell | undefined;
  let kind: Kind = 'nothing';
  return row.map((cell) => {
    // Merged cells fill many slots.
    if (cell !== before) kind = kindOf(cell.text);
    before = cell;
    return kind;
  });
}

export function sheetOf(grid: Grid): Sheet {
  return { grid, kinds: grid.rows.map(kindsOf) };
}

/** From `top` to `bottom` and from `left` to `right`, the ends not included. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A title over two tables reaches over the slot. */
function reachesOver({ column, columnSpan }: GridCell, slot: number): boolean {
  return column < slot && column + columnSpan > slot + 1;
}

/** The rows in which a slot is blank, run by run. */
export function blankRuns({ grid, kinds }: Sheet, slot: number): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const [i, row] of grid.rows.entries()) {
    const cell = row[slot];
    const isBlank = cell === undefined || kinds[i]?.[slot] === 'nothing' || reachesOver(cell, slot);
    if (!isBlank) continue;
    const last = runs.at(-1);
    if (last?.bottom === i) last.bottom = i + 1;
    else runs.push({ top: i, bottom: i + 1 });
  }
  return runs.filter(({ top, bottom }) => bottom - top >= fewestRows);
}

/** How many rows of a part have figures behind a label, and how many without one. */
export function countRows({ kinds }: Sheet, { top, bottom, left, right }: Box) {
  const counts = { labelled: 0, bare: 0 };
  for (let row = top; row < bottom; row++) {
    let slot = left;
    while (slot < right && kinds[row]?.[slot] === 'nothing') slot++;
    const isLabelled = kinds[row]?.[slot] === 'words';
    while (slot < right && kinds[row]?.[slot] !== 'number') slot++;
    if (slot >= right) continue;
    if (isLabelled) counts.labelled++;
    else counts.bare++;
  }
  return counts;
}

/** Slots of a row, from `from` to before `to`, with a text that names a line that the form always prints. */
export interface Named {
  readonly row: number;
  readonly from: number;
  to: number;
  readonly line: FormLine;
}

function lineNamed(text: string, book: LabelBook): FormLine | undefined {
  if (book.columns(text).length > 0) return undefined;
  return book.lines(text).find((each) => !each.optional);
}

export function namesIn({ grid, kinds }: Sheet, book: LabelBook): Named[] {
  const names: Named[] = [];
  for (const [row, cells] of grid.rows.entries()) {
    let before: GridCell | undefined;
    let named: Named | undefined;
    for (const [slot, cell] of cells.entries()) {
      if (cell !== before) {
        const line = kinds[row]?.[slot] === 'words' ? lineNamed(cell.text, book) : undefined;
        named = line === undefined ? undefined : { row, from: slot, to: slot, line };
        if (named !== undefined) names.push(named);
        before = cell;
      }
      if (named !== undefined) named.to = slot + 1;
    }
  }
  return names;
}

export function linesIn(names: readonly Named[], { top, bottom, left, right }: Box): Set<FormLine> {
  const lines = new Set<FormLine>();
  for (const { row, from, to, line } of names) {
    if (row >= top && row < bottom && to > left && from < right) lines.add(line);
  }
  return lines;
}
