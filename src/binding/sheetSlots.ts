import type { Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import { hasDigit, isDigits } from './characters.ts';
import { isFigure } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

/** Fewer rows are no table beside another. */
const fewestRows = 3;

/** What stands in a slot. */
type Kind = 'nothing' | 'number' | 'words';

function isBlankText(text: string): boolean {
  return text === '' || text.trim() === '';
}

function kindOf(text: string): Kind {
  if (isBlankText(text)) return 'nothing';
  return hasDigit(text) && isFigure(text) ? 'number' : 'words';
}

/** A grid, and what stands in the slots of its rows: each told when it is first asked for. */
export interface Sheet {
  readonly grid: Grid;
  kindsIn(row: number): readonly Kind[];
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
  const known: (readonly Kind[])[] = [];
  return {
    grid,
    kindsIn(row) {
      known[row] ??= kindsOf(grid.rows[row] ?? []);
      return known[row] ?? [];
    },
  };
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
export function blankRuns({ rows }: Grid, slot: number): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  let top = 0;
  for (let i = 0; i <= rows.length; i++) {
    const cell = rows[i]?.[slot];
    const isBlank = cell === undefined || isBlankText(cell.text) || reachesOver(cell, slot);
    if (isBlank && i < rows.length) continue;
    if (i - top >= fewestRows) runs.push({ top, bottom: i });
    top = i + 1;
  }
  return runs;
}

/** How many rows of a part have figures behind a label, and how many without one. */
export function countRows({ kindsIn }: Sheet, { top, bottom, left, right }: Box) {
  const counts = { labelled: 0, bare: 0 };
  for (let row = top; row < bottom; row++) {
    const kinds = kindsIn(row);
    let slot = left;
    while (slot < right && kinds[slot] === 'nothing') slot++;
    const isLabelled = kinds[slot] === 'words';
    while (slot < right && kinds[slot] !== 'number') slot++;
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
  // Most cells are figures or blank.
  if (isDigits(text) || kindOf(text) !== 'words') return undefined;
  if (book.columns(text).length > 0) return undefined;
  return book.lines(text).find((each) => !each.optional);
}

export function namesIn({ rows }: Grid, book: LabelBook): Named[] {
  const names: Named[] = [];
  for (const [row, cells] of rows.entries()) {
    let before: GridCell | undefined;
    let named: Named | undefined;
    let slot = 0;
    for (const cell of cells) {
      if (cell !== before) {
        const line = lineNamed(cell.text, book);
        named = line === undefined ? undefined : { row, from: slot, to: slot, line };
        if (named !== undefined) names.push(named);
        before = cell;
      }
      slot++;
      if (named !== undefined) named.to = slot;
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
