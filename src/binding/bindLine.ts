import type { GridCell } from '../model/document.ts';
import type { Table } from '../model/edition.ts';
import type { Match } from './alignRows.ts';
import type { Around } from './around.ts';
import type { HeaderOf } from './blockHeaders.ts';
import { hasDigit } from './characters.ts';
import { cellsOfLine, isAdrift } from './columns.ts';
import { readingsOf } from './digits.ts';
import { cellIndices, type Draft, fill, leaveUnread } from './draft.ts';
import { figureText, hasOneLine, type RowCount } from './figureText.ts';
import { hasDigits, isFigure, isFilled, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';
import { inItsUnit } from './moneyUnit.ts';

/** What tells which figures of a row are whose, and how certainly. */
export interface Setting {
  readonly book: LabelBook;
  readonly headerOf: HeaderOf;
  /** The rows stand where a table of the form may stand: not one or two that only share a label with it. */
  isAtHome(match: Match): boolean;
  readonly source: string;
}

/**
 * In text laid out with spaces a row of a piece of a label may have its figures above or below it, and on
 * a page one of words alone is a header: neither says anything of its line.
 */
function saysNothing(row: Row, book: LabelBook, { isLaidOut }: Draft): boolean {
  if (!isLaidOut) return false;
  if (!isFilled(row)) return row.source.at.kind === 'text' && !book.isExact(row.label);
  return !hasDigits(row) && row.figures.some(({ text }) => !isFigure(text));
}

/** Figures that are not apart by cells: read in the one way possible, or left open. */
function bindRun(match: Match, { book, source }: Setting, draft: Draft): void {
  const { row, line } = match;
  const indices = cellIndices(line);
  const printed = row.figures.filter(({ text }) => text.trim() !== '');
  const at = (printed[0] ?? row.figures[0])?.at ?? row.source.at;
  const { ways, isComplete } = readingsOf(
    printed.map(({ text }) => text).join(' '),
    indices.length,
  );
  const [only] = ways;
  if (only === undefined) {
    leaveUnread(draft, line, at, String(row.figures.length), source);
  } else if (ways.length === 1 && isComplete && only.every((text) => text === null)) {
    fill(draft, indices, only, at, !saysNothing(row, book, draft));
  } else draft.choices.push({ cells: indices, ways, at });
}

/** Rows of a table that a part of it has at least, unless it goes on from the grid before. */
const fewestRows = 3;

export function settingFor(
  chosen: readonly Match[],
  headerOf: HeaderOf,
  { book, draft, source }: Around,
): Setting {
  const counts = new Map<Table, number[]>();
  for (const { row, line } of chosen) {
    const own = counts.get(line.table) ?? [];
    own[row.grid] = (own[row.grid] ?? 0) + 1;
    counts.set(line.table, own);
  }
  const due = (table: Table): number =>
    draft.form.lines.filter((line) => line.table === table && !line.optional).length;
  return {
    book,
    headerOf,
    source,
    isAtHome(match) {
      const { grid } = match.row;
      const { table } = match.line;
      if (headerOf(match)?.grid === grid) return true;
      const own = counts.get(table);
      if ((own?.[grid] ?? 0) >= Math.min(fewestRows, due(table))) return true;
      return own?.[grid - 1] !== undefined;
    },
  };
}

/** Two rows that fell into one have two labels. */
function rowCount(row: Row, cells: readonly GridCell[], book: LabelBook): RowCount {
  if (book.isExact(row.label)) return 'one';
  return hasOneLine(cells) ? 'likely one' : 'unknown';
}

/** Binds the figures of a row to the cells of its line. */
export function bindMatch(match: Match, setting: Setting, draft: Draft): void {
  const { row, line } = match;
  const header = setting.headerOf(match);
  const cells = cellsOfLine(row, line.columns.length, header);
  if (cells === null) {
    bindRun(match, setting, draft);
    return;
  }
  const isPadded = cells.some((cell) => cell.isPadding) && hasDigits(match.row);
  const isCertain =
    match.isCertain &&
    !isPadded &&
    !isAdrift(row, cells) &&
    setting.isAtHome(match) &&
    !saysNothing(row, setting.book, draft);
  const rows = draft.isLaidOut ? rowCount(row, cells, setting.book) : 'unknown';
  for (const [i, cell] of cells.entries()) {
    // A figure merged over several lines, or columns, belongs to none of them for certain.
    const isOwn = (cell.row === row.index && cells.indexOf(cell) === i) || !hasDigit(cell.text);
    const figure = figureText(cell.text, draft.isLaidOut, rows);
    const index = line.firstCell + i;
    const isMoney = draft.form.inTenThousands[index] === 1;
    const sum = isMoney ? inItsUnit(figure.text, cell, row, header?.cells[i]) : figure;
    draft.cells[index] = {
      text: sum.text,
      at: cell.at,
      isCertain: isCertain && isOwn && figure.isCertain && sum.isCertain,
    };
  }
}
