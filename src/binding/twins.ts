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

/** Tells of tables that print the lines of the form with something behind each label, and so were not read. */
export function tellTwins(
  rows: readonly Row[],
  book: LabelBook,
  draft: Draft,
  source: string,
): void {
  const places = new Set(draft.cells.map((cell) => cell?.at));
  const read = new Set(
    rows.flatMap(({ grid, figures }) => (figures.some(({ at }) => places.has(at)) ? grid : [])),
  );
  const twins = new Map<number, { row: Row; line: FormLine }[]>();
  for (const row of rows) {
    if (row.lines.length > 0 || row.label === '' || read.has(row.grid) || !hasDigits(row)) continue;
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
