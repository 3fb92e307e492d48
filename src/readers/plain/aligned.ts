import type { Grid } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { gap, type Placing, placing } from './columns.ts';
import { type Around, doubtsOf } from './doubts.ts';
import { type Field, joined, type Measure, type Span, wordsOf } from './fields.ts';
import type { LaidOut } from './regions.ts';
import { type Piece, type Purse, textGrid, tooManySlots } from './textGrid.ts';

function nearest(word: Field, columns: readonly Span[], measure: Measure): number {
  let best = 0;
  for (const [c, column] of columns.entries()) {
    const so = columns[best];
    if (so === undefined || gap(word[measure], column) < gap(word[measure], so)) best = c;
  }
  return best;
}

/** Words one space apart that stand over different columns of figures are headers of their own. */
function overColumns(field: Field, columns: readonly Span[], measure: Measure): Field[] {
  if (columns.filter((column) => gap(field[measure], column) === 0).length < 2) return [field];
  const groups: { column: number; words: [Field, ...Field[]] }[] = [];
  for (const word of wordsOf(field)) {
    const column = nearest(word, columns, measure);
    const group = groups.at(-1);
    if (group?.column === column) group.words.push(word);
    else groups.push({ column, words: [word] });
  }
  return groups.map((group) => joined(group.words));
}

function headersParted(
  rows: readonly (readonly Field[])[],
  { figureColumns }: Placing,
  measure: Measure,
) {
  return rows.map((row) =>
    row.length < 2 || row.some((field) => field.figure)
      ? row
      : row.flatMap((field) => overColumns(field, figureColumns, measure)),
  );
}

/** Lines laid out in columns as a grid, one row a line, by whichever measure they line up best. */
export function alignedGrid(
  region: readonly LaidOut[],
  around: Around,
  purse: Purse,
): Grid | Problem {
  const fields = region.map((row) => row.fields);
  const most = fields.reduce((longest, row) => Math.max(longest, row.length), 0);
  if (purse.slots + most * fields.length > purse.options.limits.slots) return tooManySlots(purse);
  const display = placing(fields, 'display');
  const characters = placing(fields, 'characters');
  const measure = characters.cost < display.cost ? 'characters' : 'display';
  const first = measure === 'display' ? display : characters;
  const rows = headersParted(fields, first, measure);
  const { slots, width } = placing(rows, measure);
  const pieces = rows.map((row, r) => {
    const cells = new Array<Piece | undefined>(width).fill(undefined);
    for (const [f, field] of row.entries()) cells[slots[r]?.[f] ?? 0] = field;
    return cells;
  });
  return textGrid(pieces, purse, doubtsOf({ rows, slots, measure }, region, around));
}
