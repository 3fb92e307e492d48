import type { Equation, Term } from '../model/equation.ts';
import type { Reading } from './digits.ts';

/** Cells that lie in order from `first`, and the ways in which they can be read. */
export interface Choice {
  readonly cells: readonly number[];
  readonly ways: readonly Reading[];
}

/** So many ways of a line are weighed against those of others, the ones that add up by themselves first. */
const mostWeighed = 12;

/** So often all lines are gone through; each time some may find a better way. */
const mostRounds = 8;

type Values = Map<number, number>;

function figureOf(text: string | null | undefined): number {
  const value = Number((text ?? '0').replace(/,/gu, ''));
  return Number.isFinite(value) ? value : 0;
}

function gapOf(values: Values, { left, right, relation }: Equation): number {
  const sum = (terms: readonly Term[]): number =>
    terms.reduce(
      (total, { cell, coefficient }) => total + (values.get(cell) ?? 0) * coefficient,
      0,
    );
  const gap = sum(left) - sum(right);
  if (relation === '<=') return Math.max(0, gap);
  return relation === '>=' ? Math.max(0, -gap) : Math.abs(gap);
}

function put(values: Values, { cells }: Choice, way: Reading | undefined): void {
  for (const [i, cell] of cells.entries()) values.set(cell, figureOf(way?.[i]));
}

/** How many equations break, and by how much in all. */
function breach(values: Values, equations: readonly Equation[]): number {
  let broken = 0;
  let gaps = 0;
  for (const equation of equations) {
    const gap = gapOf(values, equation);
    if (gap === 0) continue;
    broken++;
    gaps += gap;
  }
  return broken + gaps / (gaps + 1e6);
}

function touching(equations: readonly Equation[], cells: readonly number[]): Equation[] {
  const own = new Set(cells);
  return equations.filter(({ left, right }) =>
    [...left, ...right].some(({ cell }) => own.has(cell)),
  );
}

/** The ways of a line that its own equations like best, as many as are worth weighing. */
function best(choice: Choice, equations: readonly Equation[]): readonly Reading[] {
  const own = new Set(choice.cells);
  const inner = equations.filter(({ left, right }) =>
    [...left, ...right].every(({ cell }) => own.has(cell)),
  );
  const values: Values = new Map();
  const weighed = choice.ways.map((way, i) => {
    put(values, choice, way);
    return { way, i, weight: breach(values, inner) };
  });
  weighed.sort((a, b) => a.weight - b.weight || a.i - b.i);
  return weighed.slice(0, mostWeighed).map(({ way }) => way);
}

interface Search {
  readonly choices: readonly Choice[];
  readonly ways: readonly (readonly Reading[])[];
  readonly chosen: Reading[];
  readonly values: Values;
  readonly equations: readonly Equation[];
}

/** Tries every way of these choices together and keeps the best; says whether it found a better one. */
function improve(
  { choices, ways, chosen, values, equations }: Search,
  which: readonly number[],
): boolean {
  const cells = which.flatMap((i) => choices[i]?.cells ?? []);
  const around = touching(equations, cells);
  let least = breach(values, around);
  if (least === 0) return false;
  let found = false;
  const current: (Reading | undefined)[] = [];
  const go = (depth: number): void => {
    const i = which[depth];
    const choice = i === undefined ? undefined : choices[i];
    if (i === undefined || choice === undefined) {
      const weight = breach(values, around);
      if (weight >= least) return;
      least = weight;
      found = true;
      for (const [at, way] of current.entries()) chosen[which[at] ?? 0] = way ?? [];
      return;
    }
    for (const way of ways[i] ?? []) {
      current[depth] = way;
      put(values, choice, way);
      go(depth + 1);
    }
  };
  go(0);
  for (const i of which) {
    const choice = choices[i];
    if (choice !== undefined) put(values, choice, chosen[i]);
  }
  return found;
}

/** More choices than this are improved one by one, not two by two. */
const mostPaired = 30;

/**
 * For each choice the way that breaks the fewest equations together with the others: a guess, to be
 * shown and not to be counted with. `known` are the values of the cells that leave no choice.
 */
export function likeliest(
  choices: readonly Choice[],
  known: ReadonlyMap<number, number>,
  equations: readonly Equation[],
): readonly Reading[] {
  const values: Values = new Map(known);
  const ways = choices.map((choice) => best(choice, equations));
  const chosen = ways.map((each) => each[0] ?? []);
  for (const [i, choice] of choices.entries()) put(values, choice, chosen[i]);
  const search: Search = { choices, ways, chosen, values, equations };
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (let i = 0; i < choices.length; i++) changed = improve(search, [i]) || changed;
    if (changed || choices.length > mostPaired) continue;
    for (let i = 0; i < choices.length; i++) {
      for (let j = i + 1; j < choices.length; j++) changed = improve(search, [i, j]) || changed;
    }
    if (!changed) break;
  }
  return chosen;
}
