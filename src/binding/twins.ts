import type { FormLine } from '../model/form.ts';
import { problem } from '../model/problem.ts';
import type { Draft } from './draft.ts';
import { hasDigits, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';

/** Rows of a grid that make it a table like the form's, and no list that shares a word. */
const fewestRows = 3;

/** The last line of the form whose label the row's begins with. */
function lineBefore(row: Row, book: LabelBook): FormLine | undefined {
  const key = keyOf(row.label);
  const found = book.lineKeys.findLastIndex((each) => each !== '' && key.startsWith(each));
  return book.form.lines[found];
}

/** Rows with figures beside a label that names no line. */
function unnamedRows(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.lines.length === 0 && row.label !== '' && hasDigits(row));
}

/** The numbers of the grids from which figures were read. */
function gridsRead(rows: readonly Row[], { cells }: Draft): Set<number> {
  const places = new Set(cells.map((cell) => cell?.at));
  return new Set(
    rows.flatMap(({ grid, figures }) => (figures.some(({ at }) => places.has(at)) ? grid : [])),
  );
}

/** Tells of tables that print the lines of the form with something behind each label, and so were not read. */
export function tellTwins(
  rows: readonly Row[],
  book: LabelBook,
  draft: Draft,
  source: string,
): void {
  const unnamed = unnamedRows(rows);
  if (unnamed.length < fewestRows) return;
  const read = gridsRead(rows, draft);
  const twins = new Map<number, { row: Row; line: FormLine }[]>();
  for (const row of unnamed) {
    if (read.has(row.grid)) continue;
    const line = lineBefore(row, book);
    if (line !== undefined) twins.set(row.grid, [...(twins.get(row.grid) ?? []), { row, line }]);
  }
  for (const [first, ...others] of twins.values()) {
    if (first === undefined || others.length + 1 < fewestRows) continue;
    const { zh, en } = first.line.label;
    const { label } = first.row;
    draft.notes.push(problem('line-extra', { label, line: { zh, en } }, source));
  }
}
