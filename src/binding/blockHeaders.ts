import type { Block } from '../model/edition.ts';
import { problem } from '../model/problem.ts';
import type { Match } from './alignRows.ts';
import type { Around } from './around.ts';
import type { Row } from './gridRows.ts';
import { type Header, headerAbove, isBeside } from './header.ts';
import type { LabelBook } from './labelBook.ts';

/** The header above the first row of a block in a grid, looked for once. */
export type OwnHeader = (match: Match) => Header | null;

export function ownHeaders(rows: readonly Row[], book: LabelBook): OwnHeader {
  const known = new Map<Block, Map<number, Header | null>>();
  return ({ row, line: { block } }) => {
    const grids = known.get(block) ?? new Map<number, Header | null>();
    known.set(block, grids);
    const before = grids.get(row.grid);
    if (before !== undefined) return before;
    const found = headerAbove(rows, rows.indexOf(row), block, book);
    grids.set(row.grid, found);
    return found;
  };
}

export type HeaderOf = (match: Match) => Header | null;

/** The headers over the blocks of lines, each looked for once in a grid; a table goes on under its last one. */
export function headersFor(ownHeader: OwnHeader, { book, draft, source }: Around): HeaderOf {
  const known = new Map<Block, { grid: number; header: Header | null }>();
  return (match) => {
    const { row, line } = match;
    const { block } = line;
    const before = known.get(block);
    if (before?.grid === row.grid) return before.header;
    const own = ownHeader(match);
    const first = book.form.lines.find((each) => each.block === block && !each.optional) ?? line;
    for (const { column, cell } of own?.strangers ?? []) {
      draft.headers.push({ cell: first.firstCell + column, text: cell.text, at: cell.at });
    }
    const { zh, en } = line.table;
    for (const { text } of own?.others ?? []) {
      if (isBeside(text)) continue;
      draft.notes.push(problem('column-extra', { label: text, table: { zh, en } }, source));
    }
    const header = own ?? before?.header ?? null;
    known.set(block, { grid: row.grid, header });
    return header;
  };
}
