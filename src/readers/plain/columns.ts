import type { Field, Measure, Span } from './fields.ts';

/** A column of laid-out text: where its figures stand, or its first text where it has none. */
interface Column {
  span: Span;
  figures: boolean;
}

export interface Placing {
  /** By row, the column of each field, from 0, rising. */
  readonly slots: readonly (readonly number[])[];
  readonly figureColumns: readonly Span[];
  readonly width: number;
  /** How far the fields stand from their columns, and how many columns were needed. */
  readonly cost: number;
}

/** What a column more costs, in columns of text that fields would otherwise have to move. */
const newColumn = 20;
const unlike = 3;

export function gap(a: Span, b: Span): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

function distance(field: Field, column: Column, measure: Measure): number {
  const span = field[measure];
  const centres = Math.abs(span.from + span.to - column.span.from - column.span.to) / 2;
  const kind = field.figure && !column.figures ? unlike : 0;
  return 2 * gap(span, column.span) + Math.min(centres, 20) * 0.1 + kind;
}

/**
 * The cheapest way to give the fields of a row columns in rising order, as steps back from the
 * end: 0 passes a column by, 1 puts the field into it, 2 makes a new column for the field.
 */
function steps(fields: readonly Field[], columns: readonly Column[], measure: Measure) {
  const width = columns.length + 1;
  const step = new Uint8Array((fields.length + 1) * width);
  let above = new Float64Array(width);
  for (const [f, field] of fields.entries()) {
    const row = new Float64Array(width);
    row[0] = (above[0] ?? 0) + newColumn;
    step[(f + 1) * width] = 2;
    for (const [c, column] of columns.entries()) {
      const put = (above[c] ?? 0) + distance(field, column, measure);
      const pass = row[c] ?? 0;
      const make = (above[c + 1] ?? 0) + newColumn;
      const best = Math.min(put, pass, make);
      row[c + 1] = best;
      step[(f + 1) * width + c + 1] = best === put ? 1 : best === pass ? 0 : 2;
    }
    above = row;
  }
  return { step, cost: above[columns.length] ?? 0 };
}

function place(fields: readonly Field[], columns: Column[], measure: Measure) {
  const { step, cost } = steps(fields, columns, measure);
  const width = columns.length + 1;
  const placed: Column[] = [];
  let c = columns.length;
  for (let f = fields.length; f > 0; ) {
    const way = step[f * width + c];
    const field = fields[f - 1];
    if (way === 0) c--;
    else f--;
    if (way === 0 || field === undefined) continue;
    const { figure, [measure]: span } = field;
    const column = way === 1 ? columns[--c] : undefined;
    if (column === undefined) columns.splice(c, 0, { span, figures: figure });
    else if (figure) settle(column, span);
    placed.push(column ?? columns[c] ?? { span, figures: figure });
  }
  return { placed: placed.reverse(), cost };
}

/** A figure says where its column stands better than the words above it do. */
function settle(column: Column, span: Span): void {
  const { from, to } = column.figures ? column.span : span;
  column.span = { from: Math.min(from, span.from), to: Math.max(to, span.to) };
  column.figures = true;
}

/** Columns for rows of fields: the longest rows make them, the others are fitted in, each row in order. */
export function placing(rows: readonly (readonly Field[])[], measure: Measure): Placing {
  const columns: Column[] = [];
  const figures = rows.map((row) => row.filter((field) => field.figure).length);
  const order = rows
    .map((row, index) => ({ index, rank: (figures[index] ?? 0) * 1_000 + row.length }))
    .sort((a, b) => b.rank - a.rank || a.index - b.index);
  const placed: Column[][] = rows.map(() => []);
  let cost = 0;
  for (const { index } of order) {
    const row = place(rows[index] ?? [], columns, measure);
    placed[index] = row.placed;
    cost += row.cost;
  }
  const number = new Map(columns.map((column, i) => [column, i]));
  const slots = placed.map((row) => row.map((column) => number.get(column) ?? 0));
  const figureColumns = columns.flatMap(({ figures, span }) => (figures ? [span] : []));
  return { slots, figureColumns, width: columns.length, cost };
}
