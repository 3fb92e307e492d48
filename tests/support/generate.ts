import { programOf } from '../../src/engine/compile.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { Equation, Term } from '../../src/model/equation.ts';
import { type Form, type FormLine, formOf } from '../../src/model/form.ts';

/** A whole number from 0 to `most`. */
export type Draw = (most: number) => number;

/** A seeded source of numbers (mulberry32), so that a benchmark measures the same reports every time. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % (most + 1);
  };
}

function sumOf(values: number[], terms: readonly Term[]): number {
  return terms.reduce((sum, { cell, coefficient }) => sum + (values[cell] ?? 0) * coefficient, 0);
}

/** Makes an equation hold by setting its first cell, or where that would be negative another one. */
function settle(values: number[], { left, relation, right }: Equation): void {
  const [first, second] = left;
  if (first === undefined) return;
  const rest = sumOf(values, right) - sumOf(values, left.slice(1));
  if (relation === '<=') {
    values[first.cell] = Math.min(values[first.cell] ?? 0, rest);
  } else if (relation === '>=' && second !== undefined) {
    values[second.cell] = Math.max(values[second.cell] ?? 0, -(values[first.cell] ?? 0));
  } else if (relation === '=') {
    const spare = right.at(-1);
    if (rest < 0 && spare !== undefined) values[spare.cell] = (values[spare.cell] ?? 0) - rest;
    values[first.cell] = Math.max(0, rest);
  }
}

function firstCell({ left }: Equation): number {
  return left[0]?.cell ?? 0;
}

/** Values for every cell of a form that satisfy every identity of its edition; optional lines stay 0. */
export function balancedValues(edition: Edition, draw: Draw, most = 400): number[] {
  const form = formOf(edition);
  const { standard } = programOf(form);
  const values = form.cells.map(({ figure, line }) =>
    line.optional ? 0 : figure === 'change' ? draw(most) - draw(most) : draw(most),
  );
  const byLine = standard.filter((equation) => equation.column === null);
  const totals = new Set(
    byLine.flatMap(({ left, relation }) => (relation === '=' ? left : [])).map((t) => t.cell),
  );
  const byColumn = standard.filter(
    (equation) =>
      equation.column !== null &&
      ![...equation.left, ...equation.right].some((t) => totals.has(t.cell)),
  );
  // Inner sums before outer ones: a list's part may be the total of another list, and what is carried over needs both.
  const inner = [...byColumn].sort(
    (a, b) => a.left.length - b.left.length || firstCell(b) - firstCell(a),
  );
  for (const equation of [...inner, ...byLine]) settle(values, equation);
  return values;
}

/** A record of `report.json` with these values, lines as arrays in the printed order unless `shaped` otherwise. */
export function recordOf(
  form: Form,
  values: readonly number[],
  year: number,
  shaped: (line: FormLine, cells: readonly number[]) => unknown = (_, cells) => cells,
): Record<string, unknown> {
  const tables: Record<string, unknown> = {};
  for (const line of form.lines) {
    const cells = line.columns.map((_, i) => values[line.firstCell + i] ?? 0);
    if (line.optional) continue;
    const path = [line.table.id, ...line.path.split('.')];
    const last = path.pop() ?? '';
    let at = tables;
    for (const key of path) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = shaped(line, cells);
  }
  return { edition: form.edition.id, organ: '某某市某某局', year, tables };
}
