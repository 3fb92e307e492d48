import type { Block, Table } from '../model/edition.ts';
import type { FormLine } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import { type Alignment, alignRows, type Match } from './alignRows.ts';
import { cellsOfLine } from './columns.ts';
import { readingsOf } from './digits.ts';
import { cellIndices, type Draft, fill, fillUnknown, isBound, leaveUnread } from './draft.ts';
import { figureText, hasOneLine } from './figureText.ts';
import { hasDigits, isUnit, type Row } from './gridRows.ts';
import { type Header, headerAbove, isBeside, overlaps } from './header.ts';
import type { LabelBook } from './labelBook.ts';
import { inItsUnit } from './moneyUnit.ts';

/** One printing of the form's lines: a document may hold several. */
type Copy = Map<FormLine, Match>;

/** Parts the rows into printings of the form: each begins where a line stands a second time. */
function copiesOf(matches: readonly Match[]): Copy[] {
  const copies: Copy[] = [];
  let copy: Copy = new Map();
  for (const match of matches) {
    const before = copy.get(match.line);
    // A heading with the words of a line has no figures beside it.
    if (before !== undefined && hasDigits(before.row) && !hasDigits(match.row)) continue;
    if (before !== undefined && hasDigits(before.row)) {
      copies.push(copy);
      copy = new Map();
    }
    copy.set(match.line, match);
  }
  return [...copies, copy];
}

function isNamed({ row }: Match, book: LabelBook): boolean {
  return row.label === '' || book.isExact(row.label) || book.isPiece(row.label);
}

function isSameShape({ row, line }: Match): boolean {
  const own = row.figures.filter((cell) => !cell.isPadding && !isUnit(cell.text));
  return own.length === line.columns.length;
}

/** As many columns as no list of other things has beside a label. */
const manyColumns = 5;

/** The header above the first row of a block in a grid, looked for once. */
type OwnHeader = (match: Match) => Header | null;

function ownHeaders(rows: readonly Row[], book: LabelBook): OwnHeader {
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

/** What being laid out as the form is weighs; being named so weighs 1. */
const fullWeight = 2;

/** For each line the rows that are laid out as the form is, and named so: others only share words with it. */
function fullOnes(matches: readonly Match[], ownHeader: OwnHeader, book: LabelBook): Match[] {
  const isFull = (match: Match): boolean => {
    const count = match.line.columns.length;
    return ownHeader(match) !== null || (count >= manyColumns && match.row.figures.length >= count);
  };
  const weights = new Map(
    matches.map((match) => [
      match,
      (isFull(match) ? fullWeight : 0) + (isNamed(match, book) ? 1 : 0),
    ]),
  );
  const best = new Map<FormLine, number>();
  for (const [{ line }, weight] of weights) best.set(line, Math.max(best.get(line) ?? 0, weight));
  return matches.filter((match) => {
    const weight = weights.get(match) ?? 0;
    // Beside words like those of a line that stands beside others, figures are hardly its own.
    const isLike = weight === 0 && match.line.block.layout === 'across';
    const isWhole = weight >= fullWeight && isSameShape(match);
    return (weight === best.get(match.line) || isWhole) && !isLike;
  });
}

function figuresOf({ row }: Match): string {
  return row.figures.map(({ text }) => text.replace(/\s+/gu, '')).join('|');
}

/** Lines of one table in another printing that make it the same table again, and no list that shares a label. */
const fewestShared = 3;

/** The table stands here twice and says different things. */
export function twice({ table, label }: FormLine, source: string): Problem {
  const args = { table: { zh: table.zh, en: table.en }, line: { zh: label.zh, en: label.en } };
  return problem('table-twice', args, source);
}

/**
 * The printing of each table to be read: the one with the most lines, filled up from others. Two that
 * say different things cannot both be right, and which one counts is not for us to say.
 */
function choose(copies: readonly Copy[], draft: Draft, source: string): Match[] {
  const chosen: Match[] = [];
  for (const table of draft.form.edition.tables) {
    const parts = copies
      .map((copy) => [...copy.values()].filter(({ line }) => line.table === table))
      .sort((a, b) => b.length - a.length);
    const [main = [], ...others] = parts;
    const lines = new Map(main.map((match) => [match.line, match]));
    for (const other of others) {
      const shared = other.filter(({ line }) => lines.has(line));
      const differing = shared.filter((match) => {
        const known = lines.get(match.line);
        return known !== undefined && figuresOf(known) !== figuresOf(match);
      });
      // One row may also have been cut in two.
      for (const { line } of differing) {
        const known = lines.get(line);
        if (known !== undefined) lines.set(line, { ...known, isCertain: false });
      }
      const [first] = differing;
      if (first !== undefined && shared.length >= Math.min(fewestShared, main.length)) {
        draft.problems.push(twice(first.line, source));
      }
      for (const match of other) if (!lines.has(match.line)) lines.set(match.line, match);
    }
    chosen.push(...lines.values());
  }
  return chosen;
}

type HeaderOf = (match: Match) => Header | null;

/** The headers over the blocks of lines, each looked for once in a grid; a table goes on under its last one. */
function headersFor(ownHeader: OwnHeader, { book, draft, source }: Around): HeaderOf {
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

/** Figures that are not apart by cells: read in the one way possible, or left open. */
function bindRun(match: Match, draft: Draft, source: string): void {
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
    fill(draft, indices, only, at, true);
  } else draft.choices.push({ cells: indices, ways, at });
}

interface Setting {
  readonly book: LabelBook;
  readonly headerOf: HeaderOf;
  /** The rows stand where a table of the form may stand: not one or two that only share a label with it. */
  isAtHome(match: Match): boolean;
  readonly source: string;
}

/** Rows of a table that a part of it has at least, unless it goes on from the grid before. */
const fewestRows = 3;

function settingFor(
  chosen: readonly Match[],
  headerOf: HeaderOf,
  { book, draft, source }: Around,
): Setting {
  const counts = new Map<string, number>();
  const key = (grid: number, table: Table): string => `${grid} ${table.id}`;
  for (const { row, line } of chosen) {
    const own = key(row.grid, line.table);
    counts.set(own, (counts.get(own) ?? 0) + 1);
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
      if ((counts.get(key(grid, table)) ?? 0) >= Math.min(fewestRows, due(table))) return true;
      return counts.has(key(grid - 1, table));
    },
  };
}

function bindMatch(match: Match, setting: Setting, draft: Draft): void {
  const { row, line } = match;
  const header = setting.headerOf(match);
  const cells = cellsOfLine(row, line.columns.length, header);
  if (cells === null) {
    bindRun(match, draft, setting.source);
    return;
  }
  const isPadded = cells.some((cell) => cell.isPadding) && hasDigits(match.row);
  const isCertain = match.isCertain && !isPadded && setting.isAtHome(match);
  // Two rows that fell into one have two labels.
  const isOneRow = setting.book.isExact(row.label);
  const rows = isOneRow ? 'one' : hasOneLine(cells) ? 'likely one' : 'unknown';
  const seen = new Set<unknown>();
  for (const [i, cell] of cells.entries()) {
    // A figure merged over several lines belongs to none of them for certain.
    const isOwn = cell.row === row.index || !/\d/u.test(cell.text);
    const isFirst = !seen.has(cell) || !/\d/u.test(cell.text);
    seen.add(cell);
    const figure = figureText(cell.text, draft.isLaidOut, rows);
    const index = line.firstCell + i;
    const isMoney = draft.form.inTenThousands[index] === 1;
    const sum = isMoney ? inItsUnit(figure.text, cell, row, header?.cells[i]) : figure;
    draft.cells[index] = {
      text: sum.text,
      at: cell.at,
      isCertain: isCertain && isOwn && isFirst && figure.isCertain && sum.isCertain,
    };
  }
}

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

interface Around {
  readonly chosen: readonly Match[];
  readonly book: LabelBook;
  readonly draft: Draft;
  readonly source: string;
}

/** How many lines on either side of stray figures these may belong to. */
const reach = { onPages: 2, inCells: 1 } as const;

/** Figures without a label may be the rest of those above or below them. */
function doubtNeighbours({ row }: Alignment['extras'][number], { chosen, draft }: Around): void {
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
function tellExtras(extras: Alignment['extras'], setting: Setting, around: Around): void {
  const { chosen, draft, book, source } = around;
  for (const extra of extras) {
    const { row, after } = extra;
    if (isSilentBelow(row, setting.headerOf({ row, line: after, isCertain: true }))) continue;
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

/** A heading over lines that are there, beside which not every column has a figure, has none of its own. */
function isStray({ line, row }: Match, all: readonly Match[]): boolean {
  const filled = row.figures.filter(({ text }) => text.trim() !== '').length;
  if (!line.optional || filled >= line.columns.length) return false;
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
  const chosen = all.filter((match) => !isStray(match, all));
  const around: Around = { chosen, book, draft, source };
  const setting = settingFor(chosen, headersFor(ownHeader, around), around);
  for (const match of chosen) bindMatch(match, setting, draft);
  tellExtras(extras, setting, around);
}
