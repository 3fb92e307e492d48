import type { FormLine } from '../model/form.ts';
import { isFilled, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';
import { isLike } from './likeness.ts';

/** A row of the document taken for a line of the form. */
export interface Match {
  readonly row: Row;
  readonly line: FormLine;
  /** The row was told by its label, not only by where it stands. */
  readonly isCertain: boolean;
}

export interface Alignment {
  readonly matches: readonly Match[];
  /** Rows with figures whose labels the form does not print, each after the line it follows. */
  readonly extras: readonly { readonly row: Row; readonly after: FormLine }[];
}

/** How many rows above and below may hold the rest of a label that was broken. */
const farthestPiece = 2;

/** Pieces of a label shorter than this fit too many lines. */
const shortestPiece = 3;

/** The label of a row without figures: all of a line's label, or a piece of it. */
function pieceOf(row: Row | undefined): string {
  return row === undefined || isFilled(row) ? '' : row.label;
}

/**
 * The pieces of a label that stand in the rows next to its figures, put together; what stands beside the
 * figures may be a piece of it, or of a heading written downwards.
 */
function joinedLines(rows: readonly Row[], at: number, book: LabelBook): readonly FormLine[] {
  const own = rows[at]?.label ?? '';
  // A label of the document's own is no piece of another.
  if (!book.isPiece(own)) return [];
  for (let size = 1; size <= 2 * farthestPiece; size++) {
    for (let before = Math.min(size, farthestPiece); before >= 0; before--) {
      const after = size - before;
      if (after > farthestPiece) continue;
      const above = rows
        .slice(Math.max(0, at - before), at)
        .map(pieceOf)
        .join('');
      const below = rows
        .slice(at + 1, at + 1 + after)
        .map(pieceOf)
        .join('');
      for (const text of new Set([above + own + below, above + below])) {
        const lines = text === '' || text === own ? [] : book.lines(text);
        const down = lines.filter((line) => line.block.layout === 'down');
        if (down.length > 0) return down;
      }
    }
  }
  return [];
}

/** The line, among the next ones due, that has this piece of a label at its beginning or end. */
function lineOfPiece(label: string, cursor: number, book: LabelBook): readonly FormLine[] {
  const key = keyOf(label);
  if (key.length < shortestPiece) return [];
  const due = book.form.lines.slice(cursor + 1, cursor + 5);
  return due.filter(({ index }) => {
    const full = book.lineKeys[index] ?? '';
    return full.startsWith(key) || (full.endsWith(key) && full !== key);
  });
}

/** The first line named after the last one met; else the first named at all: a table begins anew. */
function nextOf(lines: readonly FormLine[], cursor: number): FormLine | undefined {
  return lines.find((line) => line.index > cursor) ?? lines[0];
}

/** The lines that the tables owe between two others; at the end those that the last table still owes. */
function dueBetween(book: LabelBook, after: FormLine | null, before: FormLine | null): FormLine[] {
  const { lines } = book.form;
  const isLater = (line: FormLine): boolean => before !== null || line.table === after?.table;
  return lines
    .slice((after?.index ?? -1) + 1, before?.index)
    .filter((line) => !line.optional && line.block.layout === 'down' && isLater(line));
}

/** A label without its ordinal is known by its first letters wherever it was put. */
const tellingLength = 4;

function isToldBy(line: FormLine, loose: string): boolean {
  const key = keyOf(line.label.zh).replace(/^[一二三四五六七八九十\d]+/u, '');
  return loose.includes(key.slice(0, tellingLength));
}

function isToldAt(row: Row, line: FormLine | undefined, book: LabelBook): boolean {
  return (
    line !== undefined && row.figures.length >= line.columns.length && isLike(row.label, line, book)
  );
}

/** Before any line is met, a row with so many figures may be one under another name. */
const manyFigures = 5;

/**
 * Tells which row is which line of the form: by its label, by a label broken over neighbouring rows,
 * and where rows lost their labels by their number between two others. `loose` gives the key
 * of all text outside grids, in which lost labels may be found.
 */
export function alignRows(rows: readonly Row[], book: LabelBook, loose: () => string): Alignment {
  const matches: Match[] = [];
  const extras: { row: Row; after: FormLine }[] = [];
  let last: FormLine | null = null;
  let pending: Row[] = [];
  const settle = (line: FormLine | null): void => {
    const due = dueBetween(book, last, line);
    const isPlain = due.length > 0 && due.length === pending.length;
    const isLikely =
      isPlain && (line !== null || pending.every((row, i) => isToldAt(row, due[i], book)));
    if (isLikely) {
      const isLoose =
        pending.every(({ label }) => book.isPiece(label)) &&
        due.every((each) => isToldBy(each, loose()));
      const isCertain = isLoose || pending.every((row, i) => isToldAt(row, due[i], book));
      for (const [i, each] of due.entries()) {
        const row = pending[i];
        if (row !== undefined) matches.push({ row, line: each, isCertain });
      }
    } else if (last !== null) {
      for (const row of pending) extras.push({ row, after: last });
    }
    pending = [];
  };
  for (const [i, row] of rows.entries()) {
    if (row.figures.length === 0) continue;
    const cursor = last?.index ?? -1;
    let named = row.lines;
    if (named.length === 0 && isFilled(row)) {
      named = joinedLines(rows, i, book);
      if (named.length === 0) named = lineOfPiece(row.label, cursor, book);
    }
    const line: FormLine | undefined = nextOf(named, cursor);
    if (line !== undefined) {
      const before = matches.at(-1);
      // The label stood in a row of its own, above the figures.
      if (before?.line === line && !isFilled(before.row)) matches.pop();
      else settle(line);
      matches.push({ row, line, isCertain: true });
      last = line;
    } else if (isFilled(row) && (last !== null || row.figures.length >= manyFigures))
      pending.push(row);
  }
  settle(null);
  return { matches, extras };
}
