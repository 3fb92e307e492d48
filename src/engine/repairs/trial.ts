import type { Change } from '../../model/repair.ts';
import { holds, mayHold, type Row, type System } from './system.ts';

/** What is asked of a row at the end: nothing, that it holds, or that it stays as it is. */
const asked = { nothing: 0, toHold: 1, toStay: 2 } as const;

/** Changes tried on a system: how far every row is off by now, and how many are not as they ought to be. */
export interface Trial {
  readonly system: System;
  /** The rows to be mended, all of them equalities. */
  readonly targets: readonly Row[];
  readonly asks: Uint8Array;
  readonly gaps: number[];
  broken: number;
}

/** Cells with what is added to each. */
export type Deltas = ReadonlyMap<number, number>;

function isRight({ system, asks, gaps }: Trial, at: number, more = 0): boolean {
  const ask = asks[at];
  const row = system.rows[at];
  if (ask === asked.nothing || row === undefined) return true;
  const gap = (gaps[at] ?? 0) + more;
  if (ask === asked.toStay) return gap === row.gap;
  return row.isEquality ? gap === 0 : holds(gap, row.equation.relation);
}

/**
 * A trial in which these rows are to be mended, and none that holds may be broken. Failing rows of
 * other groups stay as they are; what last year's report says against this one may stay or go.
 */
export function trialOf(system: System, targets: readonly Row[]): Trial {
  const asks = Uint8Array.from(system.rows, ({ state, isSeries }) => {
    if (state === 'open') return asked.nothing;
    if (state === 'holds') return asked.toHold;
    return isSeries ? asked.nothing : asked.toStay;
  });
  for (const { index } of targets) asks[index] = asked.toHold;
  const gaps = system.rows.map(({ gap }) => gap);
  return { system, targets, asks, gaps, broken: targets.length };
}

/** Adds to a cell, and counts the rows that are broken then. */
export function add(trial: Trial, cell: number, delta: number): void {
  for (const { row, sign } of trial.system.entries[cell] ?? []) {
    if (!isRight(trial, row)) trial.broken--;
    trial.gaps[row] = (trial.gaps[row] ?? 0) + sign * delta;
    if (!isRight(trial, row)) trial.broken++;
  }
}

/** The cell may hold what it would then hold. */
export function mayAdd({ system }: Trial, cell: number, delta: number): boolean {
  return delta !== 0 && mayHold(system.report, cell, (system.values[cell] ?? 0) + delta);
}

/** With this one cell changed nothing is broken any more. */
export function isMendedBy(trial: Trial, cell: number, delta: number): boolean {
  let mended = 0;
  for (const { row, sign } of trial.system.entries[cell] ?? []) {
    if (!isRight(trial, row, sign * delta)) return false;
    if (!isRight(trial, row)) mended++;
  }
  return mended === trial.broken && mayAdd(trial, cell, delta);
}

/** With all these changes nothing is broken any more; the trial is left as it was. */
export function isMended(trial: Trial, deltas: Deltas): boolean {
  for (const [cell, delta] of deltas) {
    if (!mayAdd(trial, cell, delta)) return false;
  }
  for (const [cell, delta] of deltas) add(trial, cell, delta);
  const isDone = trial.broken === 0;
  for (const [cell, delta] of deltas) add(trial, cell, -delta);
  return isDone;
}

/** The rows that are not as they ought to be and can be mended by adding. */
export function brokenRows(trial: Trial): Row[] {
  const broken: Row[] = [];
  if (trial.broken === 0) return broken;
  for (const row of trial.system.rows) {
    if (row.isEquality && !isRight(trial, row.index)) broken.push(row);
  }
  return broken;
}

/** Of these rows the one with the fewest cells. */
export function shortest(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (least, row) => (least === undefined || row.cells.length < least.cells.length ? row : least),
    undefined,
  );
}

/** What has to be added to the cell at this place of a row, so that the row holds. */
export function owed({ gaps }: Trial, row: Row, at: number): number {
  const delta = -(gaps[row.index] ?? 0) / (row.signs[at] ?? 1);
  return delta === 0 ? 0 : delta;
}

/** The cells with their new values, in the order of the form. */
export function changesOf({ system }: Trial, deltas: Deltas): Change[] {
  return [...deltas]
    .map(([cell, delta]) => ({ cell, to: (system.values[cell] ?? 0) + delta }))
    .sort((a, b) => a.cell - b.cell);
}
