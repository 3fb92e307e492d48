import { alignRows, type Match } from './alignRows.ts';
import type { Around } from './around.ts';
import { bindMatch, settingFor } from './bindLine.ts';
import { headersFor, ownHeaders } from './blockHeaders.ts';
import { type Draft, isBound } from './draft.ts';
import { doubtBlank, doubtNeighbours, tellExtras } from './extraRows.ts';
import { fullOnes } from './fullRows.ts';
import { hasDigits, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';
import { choose, copiesOf } from './printings.ts';

/** A heading over lines that are there, beside which not every column has a figure, has none of its own. */
function isStray({ line, row }: Match, all: readonly Match[]): boolean {
  if (!line.optional) return false;
  const filled = row.figures.filter(({ text }) => text.trim() !== '').length;
  if (filled >= line.columns.length) return false;
  return all.some((other) => line.parts.includes(other.line.index));
}

function inOrder(a: Match, b: Match): number {
  return a.row.grid - b.row.grid || a.row.index - b.row.index;
}

/** Binds the lines that stand in rows of grids with their labels beside them; `used` are rows bound otherwise. */
export function bindRows(
  every: readonly Row[],
  book: LabelBook,
  draft: Draft,
  where: { loose(): string; readonly source: string; readonly used: ReadonlySet<Row> },
): void {
  const { source } = where;
  const rows = every.filter((row) => !where.used.has(row));
  const { matches, extras } = alignRows(rows, book, where.loose);
  const ownHeader = ownHeaders(rows, book);
  const full = fullOnes(matches, ownHeader, book).filter(
    ({ line }) => line.block.layout === 'down' || !isBound(draft, line),
  );
  const all = choose(copiesOf(full), draft, source).sort(inOrder);
  const stray = new Set(all.filter((match) => isStray(match, all)));
  const chosen = all.filter((match) => !stray.has(match));
  const around: Around = { chosen, book, draft, source };
  const setting = settingFor(chosen, headersFor(ownHeader, around), around);
  for (const match of chosen) bindMatch(match, setting, draft);
  doubtBlank(chosen, draft);
  for (const match of stray) if (hasDigits(match.row)) doubtNeighbours(match, around);
  tellExtras(extras, setting.headerOf, around);
}
