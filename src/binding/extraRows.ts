import type { FormLine } from '../model/form.ts';
import { problem } from '../model/problem.ts';
import type { Alignment, Match } from './alignRows.ts';
import type { Around } from './around.ts';
import type { HeaderOf } from './blockHeaders.ts';
import { cellIndices, type Draft, fillUnknown, isBound } from './draft.ts';
import { isFilled, isUnit, type Row } from './gridRows.ts';
import { type Header, overlaps } from './header.ts';

/** Lines of the table that are not bound, next to a line that is. */
function missingAfter(line: FormLine, draft: Draft): FormLine[] {
  const missing: FormLine[] = [];
  for (const next of draft.form.lines.slice(line.index + 1)) {
    if (next.table !== line.table || (!next.optional && isBound(draft, next))) break;
    if (!next.optional && next.block.layout === 'down') missing.push(next);
  }
  return missing;
}

/** The figures of a line are shown as guesses. */
function doubt(line: FormLine, draft: Draft): void {
  for (const index of cellIndices(line)) {
    const cell = draft.cells[index];
    if (cell !== undefined) draft.cells[index] = { ...cell, isCertain: false };
  }
}

/** A row with more figures than its line has may hold those of a line beside it that seems to be blank. */
export function doubtBlank(chosen: readonly Match[], draft: Draft): void {
  if (!draft.isLaidOut) return;
  for (const [i, { row, line }] of chosen.entries()) {
    const figures = row.figures.filter(({ text }) => text.trim() !== '' && !isUnit(text));
    if (figures.length <= line.columns.length) continue;
    for (const beside of [chosen[i - 1], chosen[i + 1]]) {
      if (beside !== undefined && !isFilled(beside.row)) doubt(beside.line, draft);
    }
  }
}

/** How many lines on either side of stray figures these may belong to. */
const reach = { onPages: 2, inCells: 1 } as const;

/** Figures without a label may be the rest of those above or below them. */
export function doubtNeighbours({ row }: Pick<Match, 'row'>, { chosen, draft }: Around): void {
  const far = draft.isLaidOut ? reach.onPages : reach.inCells;
  const isBefore = (match: Match): boolean =>
    match.row.grid < row.grid || (match.row.grid === row.grid && match.row.index < row.index);
  const above = chosen.filter(isBefore).slice(-far);
  const below = chosen.filter((match) => !isBefore(match)).slice(0, far);
  for (const match of [...above, ...below]) {
    if (Math.abs(match.row.grid - row.grid) <= 1) doubt(match.line, draft);
  }
}

function isInTable({ grid }: Row, chosen: readonly Match[]): boolean {
  return chosen.some((match) => match.row.grid === grid);
}

/** Below the headers of the form the row says nothing: its figures are those of other columns, such as remarks. */
function isSilentBelow({ grid, figures }: Row, header: Header | null): boolean {
  if (header?.grid !== grid) return false;
  const own = header.cells.flatMap((cell) =>
    cell === undefined ? [] : figures.filter((each) => overlaps(each, cell)),
  );
  return own.length > 0 && own.every(({ text }) => text.trim() === '');
}

/**
 * Rows that name no line of the form. Where lines are missing at that place they may be meant, so that
 * neither can be told; elsewhere they are rows of the document's own.
 */
export function tellExtras(extras: Alignment['extras'], headerOf: HeaderOf, around: Around): void {
  const { chosen, draft, book, source } = around;
  for (const extra of extras) {
    const { row, after } = extra;
    if (isSilentBelow(row, headerOf({ row, line: after, isCertain: true }))) continue;
    const at = row.figures[0]?.at ?? row.source.at;
    // A heading in a table of its own is no piece of a line's label.
    const isOwn = book.isForeword(row.label) && !isInTable(row, chosen);
    if (book.isPiece(row.label) && !isOwn) doubtNeighbours(extra, around);
    const missing = missingAfter(after, draft);
    for (const line of missing) fillUnknown(draft, line, at);
    if (missing.length > 0 || !isInTable(row, chosen)) continue;
    const label = row.label === '' ? row.figures.map((cell) => cell.text).join(' ') : row.label;
    const { zh, en } = after.label;
    draft.notes.push(problem('line-extra', { label, line: { zh, en } }, source));
  }
}
