import type { Row } from './system.ts';
import {
  add,
  brokenRows,
  type Deltas,
  isMended,
  isMendedBy,
  mayAdd,
  owed,
  shortest,
  type Trial,
} from './trial.ts';

/** Cells that are looked at in one search, so that a report full of errors takes no longer than any. */
const mostSteps = 40_000;
/** More sets of cells than this would do are not told apart any further. */
const mostFound = 60;

/** What a search came to: sets of cells, any of which would mend the rows. */
export interface Found {
  readonly sets: readonly Deltas[];
  /** It looked everywhere, so that there is no other set of so few cells. */
  readonly isComplete: boolean;
}

/** The single cells that mend all of it. */
export function singles(trial: Trial): Deltas[] {
  const row = shortest(brokenRows(trial));
  if (row === undefined) return [];
  return row.cells.flatMap((cell, i) => {
    const delta = owed(trial, row, i);
    return isMendedBy(trial, cell, delta) ? [new Map([[cell, delta]])] : [];
  });
}

/** No cell is in more rows than this that say anything. */
function mostRows({ system }: Trial): number {
  return system.entries.reduce((most, each) => Math.max(most, each.length), 1);
}

interface Course {
  readonly trial: Trial;
  readonly perCell: number;
  /** The cells that may be changed; null for all. */
  readonly among: ReadonlySet<number> | null;
  readonly sets: Map<string, Deltas>;
  steps: number;
}

function note(course: Course, deltas: Deltas): void {
  const key = [...deltas]
    .map(([cell, delta]) => `${cell} ${delta}`)
    .sort()
    .join();
  course.sets.set(key, new Map(deltas));
}

/** Whether the search has to be given up. */
function isOver({ steps, sets }: Course): boolean {
  return steps > mostSteps || sets.size >= mostFound;
}

/** Goes over every cell of every broken row, each time changed so that the row holds. */
function descend(course: Course, deltas: Map<number, number>, depth: number): void {
  const { trial, perCell, among } = course;
  if (trial.broken > depth * perCell) return;
  const rows = brokenRows(trial);
  const last = depth === 1 ? shortest(rows) : undefined;
  for (const row of last === undefined ? rows : [last]) {
    for (let i = 0; i < row.cells.length; i++) {
      if (isOver(course)) return;
      const cell = row.cells[i] ?? 0;
      if (among !== null && !among.has(cell)) continue;
      course.steps++;
      if (!deltas.has(cell)) tryCell(course, deltas, depth, cell, owed(trial, row, i));
    }
  }
}

function tryCell(
  course: Course,
  deltas: Map<number, number>,
  depth: number,
  cell: number,
  delta: number,
): void {
  const { trial } = course;
  if (depth === 1) {
    if (isMendedBy(trial, cell, delta)) note(course, new Map([...deltas, [cell, delta]]));
    return;
  }
  if (!mayAdd(trial, cell, delta)) return;
  deltas.set(cell, delta);
  add(trial, cell, delta);
  descend(course, deltas, depth - 1);
  add(trial, cell, -delta);
  deltas.delete(cell);
}

/**
 * All sets of exactly so many cells. In every such set some broken row has only one of the cells in
 * it, or the cells form a ring; rings take four cells and are not looked for.
 * @param among the cells that may be changed; null for all
 */
export function sets(trial: Trial, size: number, among: ReadonlySet<number> | null = null): Found {
  const course: Course = { trial, perCell: mostRows(trial), among, sets: new Map(), steps: 0 };
  descend(course, new Map(), size);
  return { sets: [...course.sets.values()], isComplete: !isOver(course) };
}

/** What each cell of a row is owed by the broken rows that cross it; null where they do not agree. */
function crossing(trial: Trial, row: Row, targets: ReadonlySet<number>): Deltas | null {
  const deltas = new Map<number, number>();
  let crossed = targets.has(row.index) ? 1 : 0;
  for (const cell of row.cells) {
    for (const { row: at, sign } of trial.system.entries[cell] ?? []) {
      if (at === row.index || !targets.has(at)) continue;
      const delta = -(trial.gaps[at] ?? 0) / sign;
      if ((deltas.get(cell) ?? delta) !== delta) return null;
      deltas.set(cell, delta);
      crossed++;
    }
  }
  return crossed === targets.size && deltas.size > 1 ? deltas : null;
}

/** Cells of one line or column, each changed by what the broken rows across it are off. */
export function alongRows(trial: Trial): Deltas[] {
  const targets = new Set(trial.targets.map(({ index }) => index));
  return trial.system.rows.flatMap((row) => {
    const deltas = row.isEquality ? crossing(trial, row, targets) : null;
    return deltas !== null && isMended(trial, deltas) ? [deltas] : [];
  });
}
