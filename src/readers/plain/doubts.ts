import type { Doubt } from '../../model/document.ts';
import { gap } from './columns.ts';
import type { Field, Measure, Span } from './fields.ts';
import type { LaidOut } from './regions.ts';

/** The fields of the rows of a table, and the column of each. */
export interface Placed {
  readonly rows: readonly (readonly Field[])[];
  readonly slots: readonly (readonly number[])[];
  readonly measure: Measure;
}

interface Entry {
  readonly row: number;
  readonly column: number;
  readonly field: Field;
}

const measures: readonly Measure[] = ['display', 'characters'];

function entriesOf({ rows, slots }: Placed): Entry[][] {
  return rows.map((fields, row) =>
    fields.map((field, f) => ({ row, column: slots[row]?.[f] ?? 0, field })),
  );
}

function figuresIn(row: readonly Entry[]): Entry[] {
  return row.filter(({ field }) => field.figure);
}

/** Rows of words alone head the figures below them. */
function isHeader(row: readonly Entry[]): boolean {
  return row.length > 1 && figuresIn(row).length === 0;
}

function shares(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** A word of the header stands over a figure in its column, and by no measure one of another column does instead. */
function isHeaded({ field, column }: Entry, header: readonly Entry[], measure: Measure): boolean {
  const over = (way: Measure): Entry[] =>
    header.filter((each) => shares(each.field[way], field[way]));
  const isOwn = (each: Entry): boolean => each.column === column;
  const isElsewhere = measures.some((way) => over(way).length > 0 && !over(way).some(isOwn));
  return over(measure).some(isOwn) && !isElsewhere;
}

/** By column, from where to where its figures stand. */
function hullsOf(figures: readonly Entry[], measure: Measure): Map<number, Span> {
  const hulls = new Map<number, Span>();
  for (const { column, field } of figures) {
    const { from, to } = field[measure];
    const known = hulls.get(column) ?? { from, to };
    hulls.set(column, { from: Math.min(from, known.from), to: Math.max(to, known.to) });
  }
  return hulls;
}

/** Each figure of a row stands in a column apart from all others, and under the header of it. */
function isPlain(
  row: readonly Entry[],
  hulls: ReadonlyMap<number, Span>,
  header: readonly Entry[],
  measure: Measure,
): boolean {
  return figuresIn(row).every((entry) => {
    const own = hulls.get(entry.column);
    const isApart = [...hulls].every(
      ([column, span]) => column === entry.column || own === undefined || gap(span, own) > 0,
    );
    return isApart && isHeaded(entry, header, measure);
  });
}

/** Rows under one header, and the header: the last rows of words alone above them. */
interface Part {
  readonly header: readonly Entry[];
  readonly rows: Entry[][];
}

/** Rows of a header that are looked at; no form has more. */
const tallestHeader = 12;

function partsOf(entries: readonly Entry[][]): Part[] {
  const parts: Part[] = [];
  let header: Entry[][] = [];
  for (const row of entries) {
    if (isHeader(row)) header.push(row);
    if (figuresIn(row).length === 0) continue;
    if (header.length > 0 || parts.length === 0) {
      parts.push({ header: header.slice(-tallestHeader).flat(), rows: [] });
      header = [];
    }
    parts.at(-1)?.rows.push(row);
  }
  return parts;
}

/** Nothing but digits, of figures or of their ends. */
const bare = /^[\s\d０-９.,，．]+$/u;

/** As many digits as a cell holds that breaks a figure. */
const shortestLine = 3;

/** The figures of a row stand below the longest ones of the row above, as if they were their ends. */
function areEnds(figures: readonly Entry[], uppers: readonly Entry[], longest: number): boolean {
  return figures.every(({ field, column }) => {
    const upper = uppers.find((each) => each.column === column)?.field.text.length;
    return upper === longest && field.text.length <= longest;
  });
}

/** The figures of the lower row may be the rest of those of the upper one, broken in cells that were too narrow. */
function areBroken(lower: readonly Entry[], upper: readonly Entry[], isBare: boolean): boolean {
  const [figures, uppers] = [figuresIn(lower), figuresIn(upper)];
  const longest = Math.max(0, ...uppers.map(({ field }) => field.text.length));
  const isShort = figures.length < uppers.length;
  if (figures.length === 0 || longest < (isBare && isShort ? 2 : shortestLine)) return false;
  return (isBare && isShort) || ((isBare || isShort) && areEnds(figures, uppers, longest));
}

/** Digits alone right above or below figures may be the rest of them; so may what stands below full cells. */
function markBroken(entries: readonly Entry[][], lines: readonly LaidOut[], doubts: Doubts): void {
  const isBare = lines.map(({ line }) => bare.test(line.text));
  for (const [r, row] of entries.entries()) {
    const next = entries[r + 1];
    if (next === undefined || lines[r + 1]?.line.blank !== 0) continue;
    const isBroken =
      areBroken(next, row, isBare[r + 1] === true) || (isBare[r] && areBroken(row, next, true));
    if (isBroken) {
      doubts[r] = 'text';
      doubts[r + 1] = 'text';
    }
  }
}

/** Digits alone in the lines right above and below a table may be the rest of its first and last figures. */
function markEdges({ before, after }: Around, lines: readonly LaidOut[], doubts: Doubts): void {
  const [first] = lines;
  if (before !== undefined && first?.line.blank === 0 && bare.test(before.line.text)) {
    doubts[0] = 'text';
  }
  if (after?.line.blank === 0 && bare.test(after.line.text)) doubts[lines.length - 1] = 'text';
}

/** The lines above and below those of a table. */
export interface Around {
  readonly before: LaidOut | undefined;
  readonly after: LaidOut | undefined;
}

type Doubts = (Doubt | undefined)[];

/** What cannot be told of the rows of a table laid out with spaces, by row. */
export function doubtsOf(placed: Placed, lines: readonly LaidOut[], around: Around): Doubts {
  const entries = entriesOf(placed);
  const doubts: Doubts = entries.map(() => undefined);
  for (const { header, rows } of partsOf(entries)) {
    const hulls = hullsOf(rows.flatMap(figuresIn), placed.measure);
    for (const row of rows) {
      const at = row[0]?.row ?? 0;
      // One row alone does not show where the columns are.
      if (rows.length < 2 || !isPlain(row, hulls, header, placed.measure)) doubts[at] = 'column';
    }
  }
  markBroken(entries, lines, doubts);
  markEdges(around, lines, doubts);
  return doubts;
}
