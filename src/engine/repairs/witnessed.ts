import type { Claim } from '../../model/claim.ts';
import { judge } from '../../model/judge.ts';
import type { Change } from '../../model/repair.ts';
import type { System } from './system.ts';
import { add, type Deltas, isMended, type Trial } from './trial.ts';

/** The one cell that a claim is about, and what it says that it holds; null where there is a choice. */
export function plainlySaid(claim: Claim): Change | null {
  if (claim.kind !== 'figure' || claim.force === 'scoped' || claim.figure.isApproximate)
    return null;
  const [cells, ...others] = claim.readings;
  const [cell, ...more] = cells ?? [];
  if (cell === undefined || more.length > 0 || others.length > 0) return null;
  return { cell, to: claim.figure.value };
}

/** What the prose says of single cells that hold something else. */
export function saidOfCells({ report }: System): ReadonlyMap<number, number> {
  const said = new Map<number, number>();
  for (const claim of report.prose?.claims ?? []) {
    const plain = plainlySaid(claim);
    if (plain !== null && judge(report, claim).outcome === 'fail') said.set(plain.cell, plain.to);
  }
  return said;
}

/** What last year's report says of single cells that hold something else. */
export function saidByYearBefore({ rows, values }: System): ReadonlyMap<number, number> {
  const said = new Map<number, number>();
  for (const { isSeries, state, equation, gap } of rows) {
    const [only, ...more] = equation.left;
    if (!isSeries || state !== 'fails' || only === undefined || more.length > 0) continue;
    said.set(only.cell, (values[only.cell] ?? 0) - gap);
  }
  return said;
}

/** All cells of the rows changed to what somebody else says they are, if that mends it. */
export function asSaid(trial: Trial, said: ReadonlyMap<number, number>): Deltas[] {
  const cells = new Set(trial.targets.flatMap((row) => row.cells));
  const deltas = new Map<number, number>();
  for (const [cell, value] of said) {
    const delta = value - (trial.system.values[cell] ?? 0);
    if (cells.has(cell) && delta !== 0) deltas.set(cell, delta);
  }
  if (deltas.size === 0) return [];
  return isMended(trial, deltas) ? [deltas] : withOneMore(trial, deltas);
}

/** The same with one cell more, about which nobody says anything. */
function withOneMore(trial: Trial, deltas: ReadonlyMap<number, number>): Deltas[] {
  for (const [cell, delta] of deltas) add(trial, cell, delta);
  const [row] = trial.targets.filter(({ index }) => trial.gaps[index] !== 0);
  const gap = row === undefined ? 0 : (trial.gaps[row.index] ?? 0);
  for (const [cell, delta] of deltas) add(trial, cell, -delta);
  if (row === undefined) return [];
  return row.cells.flatMap((cell, i) => {
    if (deltas.has(cell)) return [];
    const all = new Map([...deltas, [cell, -gap / (row.signs[i] ?? 1)] as const]);
    return isMended(trial, all) ? [all] : [];
  });
}
