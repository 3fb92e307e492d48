import { type CellAnswer, CellKind } from '../model/cell.ts';
import type { At } from '../model/document.ts';
import type { Form, FormLine } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import { type CellRule, readCellText } from './cellText.ts';
import type { Reading } from './digits.ts';
import type { Choice } from './ranking.ts';

/** The printed text taken for a cell of the form. */
export interface BoundCell {
  readonly text: string;
  readonly at: At;
  /** Nothing else can be meant; a cell that is not certain is never counted with. */
  readonly isCertain: boolean;
}

/** A header in other words than those of the form, over a cell of the first line below it. */
export interface DraftHeader {
  readonly cell: number;
  readonly text: string;
  readonly at: At;
}

/** A line of which the figures can be read in several ways, at a place. */
export interface OpenChoice extends Choice {
  readonly at: At;
}

/** What has been bound so far: by the index of the form's cells. */
export interface Draft {
  readonly form: Form;
  /** Cells were told by their places on a page. */
  readonly isLaidOut: boolean;
  readonly cells: (BoundCell | undefined)[];
  readonly choices: OpenChoice[];
  readonly headers: DraftHeader[];
  readonly problems: Problem[];
  readonly notes: Problem[];
}

export function emptyDraft(form: Form, isLaidOut: boolean): Draft {
  return {
    form,
    isLaidOut,
    cells: form.cells.map(() => undefined),
    choices: [],
    headers: [],
    problems: [],
    notes: [],
  };
}

export function cellIndices(line: FormLine): number[] {
  return line.columns.map((_, i) => line.firstCell + i);
}

/** Some cell of the line has been bound. */
export function isBound({ cells, choices }: Draft, line: FormLine): boolean {
  return (
    cellIndices(line).some((cell) => cells[cell] !== undefined) ||
    choices.some((choice) => choice.cells[0] === line.firstCell)
  );
}

/** Puts a reading to the cells of a line. */
export function fill(
  { cells }: Draft,
  indices: readonly number[],
  reading: Reading,
  at: At,
  isCertain: boolean,
): void {
  for (const [i, cell] of indices.entries()) {
    cells[cell] = { text: reading[i] ?? '', at, isCertain };
  }
}

/** The line is there, and what it says could not be told. */
export function fillUnknown(draft: Draft, line: FormLine, at: At): void {
  const indices = cellIndices(line);
  fill(
    draft,
    indices,
    indices.map(() => '?'),
    at,
    false,
  );
}

/** The line is there, and its figures could not be told apart by its cells: that is said. */
export function leaveUnread(
  draft: Draft,
  line: FormLine,
  at: At,
  found: string,
  source: string,
): void {
  const { zh, en } = line.label;
  const expected = String(line.columns.length);
  draft.problems.push(problem('line-unread', { line: { zh, en }, found, expected }, source));
  fillUnknown(draft, line, at);
}

/** What a bound cell answers: typed here and nowhere else. */
export function answerOf(cell: BoundCell | undefined, rule: CellRule): CellAnswer {
  if (cell === undefined) return { kind: CellKind.absent, value: 0 };
  const answer = readCellText(cell.text, rule);
  return cell.isCertain ? answer : { ...answer, kind: CellKind.uncertain };
}
