import { gap } from './columns.ts';
import type { Field, Measure } from './fields.ts';
import { fieldsOf } from './fields.ts';
import type { TextLine } from './textLines.ts';

export interface LaidOut {
  readonly line: TextLine;
  /** Empty for a line that is too long to be laid out. */
  readonly fields: readonly Field[];
}

/** Lines from `from` up to `to`, without it, laid out in columns. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** Between rows of a table: lines with one text (parts of a label) and blank lines. */
const mostSingles = 6;
const mostBlank = 10;
const farLeft = 4;
const measures: readonly Measure[] = ['display', 'characters'];

export function laidOut(lines: readonly TextLine[]): LaidOut[] {
  return lines.map((line) => ({ line, fields: fieldsOf(line) }));
}

function isRow({ fields }: LaidOut): boolean {
  return fields.length > 1;
}

function firstFigure(fields: readonly Field[]): Field | undefined {
  return fields.find((field) => field.figure);
}

/** A single text that runs across two fields of the row above is no part of its table. */
function crosses({ fields }: LaidOut, row: LaidOut): boolean {
  const [field] = fields;
  if (field === undefined) return true;
  const across = (measure: Measure) =>
    row.fields.filter((other) => gap(field[measure], other[measure]) === 0).length > 1;
  return measures.every(across);
}

/** Whether a row begins another table than the one with these figures: a header over them, or figures before them. */
function isAnother({ fields }: LaidOut, figures: LaidOut): boolean {
  const known = firstFigure(figures.fields);
  const figure = firstFigure(fields);
  const last = fields.at(-1);
  if (known === undefined || last === undefined) return false;
  if (figure === undefined) return measures.some((way) => last[way].to > known[way].from);
  return measures.every((way) => figure[way].to + farLeft < known[way].from);
}

/** Where the table that begins at a row ends: behind its last row, before text or another table. */
function endOf(rows: readonly LaidOut[], from: number): number {
  let end = from + 1;
  let figures: LaidOut | undefined;
  /** The end before a single text below a blank line: the title of another table if one follows. */
  let titled: number | undefined;
  let last = rows[from];
  for (let i = from; i < rows.length && i - end <= mostSingles; i++) {
    const row = rows[i];
    if (row === undefined || last === undefined) break;
    if (i > from && row.line.blank > mostBlank) break;
    if (!isRow(row)) {
      if (crosses(row, last)) break;
      if (row.line.blank > 0) titled ??= end;
      continue;
    }
    if (titled !== undefined && figures !== undefined && isAnother(row, figures)) return titled;
    if (firstFigure(row.fields) !== undefined) [figures, titled] = [row, undefined];
    [end, last] = [i + 1, row];
  }
  return end;
}

/** Whether a gap in one line stands over or under a gap in the other: the space between two columns. */
function share(a: readonly Field[], b: readonly Field[], measure: Measure): boolean {
  let j = 1;
  for (let i = 1; i < a.length; i++) {
    const [from, to] = [a[i - 1]?.[measure].to ?? 0, a[i]?.[measure].from ?? 0];
    while (j < b.length && (b[j]?.[measure].from ?? 0) < from + 2) j++;
    if (j < b.length && Math.max(from, b[j - 1]?.[measure].to ?? 0) + 2 <= to) return true;
  }
  return false;
}

/** Nothing but figures in a row, or three of them, or two rows with a space between columns in common; prose has neither. */
function isTable(region: readonly LaidOut[]): boolean {
  const rows = region.filter(isRow);
  return rows.some(({ fields }, i) => {
    const figures = fields.filter((field) => field.figure).length;
    if (figures === fields.length || (figures >= 3 && figures * 2 >= fields.length)) return true;
    const next = rows[i + 1]?.fields;
    return next !== undefined && measures.some((measure) => share(fields, next, measure));
  });
}

/** The tables that are laid out with spaces in the lines of one page. */
export function regionsOf(rows: readonly LaidOut[]): Region[] {
  const regions: Region[] = [];
  for (let from = 0; from < rows.length; from++) {
    const row = rows[from];
    if (row === undefined || !isRow(row)) continue;
    const to = endOf(rows, from);
    if (isTable(rows.slice(from, to))) regions.push({ from, to });
    from = to - 1;
  }
  return regions;
}
