import type { Block } from '../model/edition.ts';
import type { FormLine } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import { type Alignment, alignRows, type Match } from './alignRows.ts';
import { cellsOfLine, type Header, headerAbove } from './columns.ts';
import { readingsOf } from './digits.ts';
import { cellIndices, type Draft, fill, isBound } from './draft.ts';
import { figureText } from './figureText.ts';
import type { Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

/** One printing of the form's lines: a document may hold several. */
type Copy = Map<FormLine, Match>;

/** Parts the rows into printings of the form: each begins where a line stands a second time. */
function copiesOf(matches: readonly Match[]): Copy[] {
  const copies: Copy[] = [];
  let copy: Copy = new Map();
  for (const match of matches) {
    if (copy.has(match.line)) {
      copies.push(copy);
      copy = new Map();
    }
    copy.set(match.line, match);
  }
  return [...copies, copy];
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
      if (shared.length >= Math.min(fewestShared, main.length)) {
        for (const { line } of differing) {
          const known = lines.get(line);
          if (known !== undefined) lines.set(line, { ...known, isCertain: false });
        }
        const [first] = differing;
        if (first !== undefined) draft.problems.push(twice(first.line, source));
      }
      for (const match of other) if (!lines.has(match.line)) lines.set(match.line, match);
    }
    chosen.push(...lines.values());
  }
  return chosen;
}

type HeaderOf = (match: Match) => Header | null;

/** The headers over the blocks of lines, each looked for once in a grid; a table goes on under its last one. */
function headersFor(rows: readonly Row[], book: LabelBook, draft: Draft): HeaderOf {
  const known = new Map<Block, { grid: number; header: Header | null }>();
  return ({ row, line }) => {
    const { block } = line;
    const before = known.get(block);
    if (before?.grid === row.grid) return before.header;
    const own = headerAbove(rows, rows.indexOf(row), block, book);
    const first = book.form.lines.find((each) => each.block === block && !each.optional) ?? line;
    for (const { column, cell } of own?.strangers ?? []) {
      draft.headers.push({ cell: first.firstCell + column, text: cell.text, at: cell.at });
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
    const args = {
      line: { zh: line.label.zh, en: line.label.en },
      found: String(row.figures.length),
      expected: String(indices.length),
    };
    draft.problems.push(problem('line-unread', args, source));
    fill(
      draft,
      indices,
      indices.map(() => '?'),
      at,
      false,
    );
  } else if (ways.length === 1 && isComplete && only.every((text) => text === null)) {
    fill(draft, indices, only, at, true);
  } else draft.choices.push({ cells: indices, ways, at });
}

function bindMatch(match: Match, headerOf: HeaderOf, draft: Draft, source: string): void {
  const { row, line, isCertain } = match;
  const cells = cellsOfLine(row, line.block, headerOf(match));
  if (cells === null) {
    bindRun(match, draft, source);
    return;
  }
  const seen = new Set<unknown>();
  for (const [i, cell] of cells.entries()) {
    // A figure merged over several lines belongs to none of them for certain.
    const isOwn = cell.row === row.index || !/\d/u.test(cell.text);
    const isFirst = !seen.has(cell) || !/\d/u.test(cell.text);
    seen.add(cell);
    const figure = figureText(cell.text, draft.isLaidOut);
    draft.cells[line.firstCell + i] = {
      text: figure.text,
      at: cell.at,
      isCertain: isCertain && isOwn && isFirst && figure.isCertain,
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

/**
 * Rows that name no line of the form. Where lines are missing at that place they may be meant, so that
 * neither can be told; elsewhere they are rows of the document's own.
 */
function tellExtras(
  extras: Alignment['extras'],
  draft: Draft,
  { used, source }: { readonly used: ReadonlySet<Row>; readonly source: string },
): void {
  for (const { row, after } of extras) {
    if (used.has(row)) continue;
    const at = row.figures[0]?.at ?? row.source.at;
    const missing = missingAfter(after, draft);
    for (const line of missing) {
      const indices = cellIndices(line);
      fill(
        draft,
        indices,
        indices.map(() => '?'),
        at,
        false,
      );
    }
    if (missing.length > 0) continue;
    const label = row.label === '' ? row.figures.map((cell) => cell.text).join(' ') : row.label;
    const { zh, en } = after.label;
    draft.notes.push(problem('line-extra', { label, line: { zh, en } }, source));
  }
}

/** Binds the lines that stand in rows of grids with their labels beside them; `used` are rows bound otherwise. */
export function bindRows(
  rows: readonly Row[],
  book: LabelBook,
  draft: Draft,
  where: { readonly loose: string; readonly source: string; readonly used: ReadonlySet<Row> },
): void {
  const { matches, extras } = alignRows(rows, book, where.loose);
  const headerOf = headersFor(rows, book, draft);
  for (const match of choose(copiesOf(matches), draft, where.source)) {
    bindMatch(match, headerOf, draft, where.source);
  }
  tellExtras(extras, draft, where);
}
