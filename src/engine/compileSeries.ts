import type { SeriesIdentity } from '../model/edition.ts';
import type { Equation, Term } from '../model/equation.ts';
import type { Form, FormLine } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';

/** The cells of one line or column of a form by what the identity names in it. */
type Find = (form: Form, name: string) => number | null;

function termsOf(form: Form, names: readonly string[], find: Find, first: number): Term[] | null {
  const terms: Term[] = [];
  for (const name of names) {
    const cell = find(form, name);
    if (cell === null) return null;
    terms.push({ cell: first + cell, coefficient: 1 });
  }
  return terms;
}

/** The equation of one line or column; null where one of the two forms does not have all its cells. */
function equationAt(
  identity: SeriesIdentity,
  form: Form,
  before: Form,
  find: Find,
  at: { readonly row: string | null; readonly column: string | null },
): Equation | null {
  const left = termsOf(form, identity.left, find, 0);
  const right = termsOf(form, identity.right, find, 0);
  const last = termsOf(before, identity.before, find, form.cells.length);
  if (left === null || right === null || last === null) return null;
  const { rule, status, clause, table } = identity;
  return { rule, status, clause, table, ...at, left, relation: '=', right: [...right, ...last] };
}

function cellAt(line: FormLine | undefined, column: string): number | null {
  const i = line?.columns.findIndex(({ id }) => id === column) ?? -1;
  return line === undefined || i < 0 ? null : line.firstCell + i;
}

function lineOf(form: Form, table: string, path: string): FormLine | undefined {
  return form.lines.find((line) => line.table.id === table && line.path === path);
}

function placesOf(identity: SeriesIdentity, form: Form) {
  const { table, each, columns, left } = identity;
  if (each === 'line') {
    const lines = form.lines.filter((line) => line.table.id === table);
    return lines.map((line) => ({ row: line.path, column: null }));
  }
  const row = left.length === 1 ? (left[0] ?? null) : null;
  const all = lineOf(form, table, left[0] ?? '')?.columns.map(({ id }) => id);
  return (columns ?? all ?? []).map((column) => ({ row, column }));
}

function compileSeries(form: Form, before: Form): readonly Equation[] {
  return form.edition.series.flatMap((identity) => {
    const { table, each } = identity;
    return placesOf(identity, form).flatMap((at) => {
      const find: Find = (within, name) =>
        each === 'column'
          ? cellAt(lineOf(within, table, name), at.column ?? '')
          : cellAt(lineOf(within, table, at.row ?? ''), name);
      return equationAt(identity, form, before, find, at) ?? [];
    });
  });
}

const known: (form: Form) => Map<Form, readonly Equation[]> = onceFor(() => new Map());

/**
 * What the figures of a report owe to those of the report of the year before, over the two seen as
 * one: the cells of `before` follow those of `form`. Forms are those of editions, a handful.
 */
export function seriesOf(form: Form, before: Form): readonly Equation[] {
  const compiled = known(form).get(before) ?? compileSeries(form, before);
  known(form).set(before, compiled);
  return compiled;
}
