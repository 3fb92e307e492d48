import type { Column, Identity } from '../model/edition.ts';
import type { Equation, Term } from '../model/equation.ts';
import { type Form, type FormLine, lineAt } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import type { Check } from '../model/run.ts';

/**
 * An edition made ready to check reports against. `standard` are the equations whose cells every
 * report of the edition must have; their terms lie flat in `cells` and `signs`, equation i at
 * `starts[i]` to `starts[i + 1]`, left and right on one side (a gap), so that they run without looking anything up.
 */
export interface Program {
  readonly form: Form;
  readonly equations: readonly Equation[];
  readonly standard: readonly Equation[];
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  readonly signs: Int8Array;
  /** How many cells are not optional. */
  readonly required: number;
  /** What a report gives in which every standard equation holds: made once, as most reports do. */
  readonly allPass: readonly Check[];
}

/** @throws for a path that is no line of the table: the edition file is wrong. */
function linesOf(form: Form, identity: Identity, path: string): FormLine[] {
  if (!path.endsWith('.*')) return [lineAt(form, identity.table, path)];
  const below = path.slice(0, -1);
  const lines = form.lines.filter(
    (line) => line.table.id === identity.table && line.path.startsWith(below) && !line.optional,
  );
  if (lines.length === 0) throw new Error(`${form.edition.id}: no line ${identity.table}.${path}`);
  return lines;
}

function cellOf(line: FormLine, column: Column): number {
  return line.firstCell + line.columns.indexOf(column);
}

function byColumn(form: Form, identity: Identity): Equation[] {
  const left = identity.left.flatMap((path) => linesOf(form, identity, path));
  const right = identity.right.flatMap((path) => linesOf(form, identity, path));
  const row = left.length === 1 ? (left[0]?.path ?? null) : null;
  return (left[0]?.columns ?? []).map((column) => {
    const term = (line: FormLine): Term => ({ cell: cellOf(line, column), coefficient: 1 });
    return {
      ...about(identity),
      row,
      column: column.id,
      left: left.map(term),
      right: right.map(term),
    };
  });
}

/** @throws for columns that no line of the table has together: the edition file is wrong. */
function byLine(form: Form, identity: Identity): Equation[] {
  const ids = [...identity.left, ...identity.right];
  const equations = form.lines.flatMap((line) => {
    const columns = new Map(line.columns.map((column) => [column.id, column]));
    if (line.table.id !== identity.table || !ids.every((id) => columns.has(id))) return [];
    const terms = (side: readonly string[]): Term[] =>
      side.flatMap((id) => {
        const column = columns.get(id);
        return column === undefined ? [] : [{ cell: cellOf(line, column), coefficient: 1 }];
      });
    return [
      {
        ...about(identity),
        row: line.path,
        column: null,
        left: terms(identity.left),
        right: terms(identity.right),
      },
    ];
  });
  if (equations.length > 0) return equations;
  throw new Error(`${form.edition.id}: no line of ${identity.table} has ${ids.join(', ')}`);
}

function about(identity: Identity) {
  const { rule, status, clause, table, relation } = identity;
  return { rule, status, clause, table, relation };
}

/** For each cell the equations that define it as a total: it stands alone on their left side. */
export function totalsOf(equations: readonly Equation[]): ReadonlyMap<number, readonly Equation[]> {
  const totals = new Map<number, Equation[]>();
  for (const equation of equations) {
    const [only, ...more] = equation.left;
    if (equation.relation !== '=' || only === undefined || more.length > 0) continue;
    totals.set(only.cell, [...(totals.get(only.cell) ?? []), equation]);
  }
  return totals;
}

function compile(form: Form): Program {
  const equations = form.edition.identities.flatMap((identity) =>
    identity.each === 'column' ? byColumn(form, identity) : byLine(form, identity),
  );
  const { optional } = form;
  const standard = equations.filter((equation) =>
    [...equation.left, ...equation.right].every((term) => optional[term.cell] === 0),
  );
  const starts = [0];
  const cells: number[] = [];
  const signs: number[] = [];
  for (const { left, right } of standard) {
    for (const term of left) {
      cells.push(term.cell);
      signs.push(term.coefficient);
    }
    for (const term of right) {
      cells.push(term.cell);
      signs.push(-term.coefficient);
    }
    starts.push(cells.length);
  }
  return {
    form,
    equations,
    standard,
    starts: Int32Array.from(starts),
    cells: Int32Array.from(cells),
    signs: Int8Array.from(signs),
    required: optional.filter((flag) => flag === 0).length,
    allPass: standard.map((equation) => ({ equation, outcome: 'pass' })),
  };
}

/** The program of a form, compiled once. */
export const programOf: (form: Form) => Program = onceFor(compile);

/** For each cell of a form the required equations that define it as a total. */
export const totalsIn: (form: Form) => ReadonlyMap<number, readonly Equation[]> = onceFor((form) =>
  totalsOf(programOf(form).standard),
);
