import { CellKind } from '../../model/cell.ts';
import type { FormLine } from '../../model/form.ts';
import type { Row } from './system.ts';
import { add, type Deltas, isMended, owed, type Trial } from './trial.ts';

function isNumber({ system }: Trial, cell: number): boolean {
  return system.report.kinds[cell] === CellKind.number;
}

function touches({ system, targets }: Trial, cell: number): boolean {
  return (system.entries[cell] ?? []).some(({ row }) => targets.some((t) => t.index === row));
}

/** The lines of the tables that the broken rows stand in. */
function linesOf({ system, targets }: Trial): FormLine[] {
  const tables = new Set(targets.map(({ equation }) => equation.table));
  return system.report.form.lines.filter(({ table }) => tables.has(table.id));
}

/** Neighbours in a line, and in a column of a block. */
function neighbours(lines: readonly FormLine[]): (readonly [number, number])[] {
  return lines.flatMap((line, i) => {
    const below = lines[i + 1];
    return line.columns.flatMap((_, at) => {
      const cell = line.firstCell + at;
      const pairs: (readonly [number, number])[] = [];
      if (at + 1 < line.columns.length) pairs.push([cell, cell + 1]);
      if (below !== undefined && below.block === line.block) {
        pairs.push([cell, below.firstCell + at]);
      }
      return pairs;
    });
  });
}

/** Neighbours that mend it when they change places. */
export function swaps(trial: Trial): Deltas[] {
  const { values } = trial.system;
  return neighbours(linesOf(trial)).flatMap(([a, b]) => {
    const delta = (values[b] ?? 0) - (values[a] ?? 0);
    if (delta === 0 || !isNumber(trial, a) || !isNumber(trial, b)) return [];
    if (!touches(trial, a) && !touches(trial, b)) return [];
    const deltas = new Map([
      [a, delta],
      [b, -delta],
    ]);
    return isMended(trial, deltas) ? [deltas] : [];
  });
}

/** The row that adds up a line. */
function sumOf({ system }: Trial, { firstCell, columns }: FormLine): Row | undefined {
  const end = firstCell + columns.length;
  return (system.entries[firstCell] ?? [])
    .map(({ row }) => system.rows[row])
    .find((row) => row?.cells.every((cell) => cell >= firstCell && cell < end));
}

/** A line moved back by a column; what had no place before is what its sum leaves. */
function moved(trial: Trial, line: FormLine, step: 1 | -1, length: number): Deltas | null {
  const { values } = trial.system;
  const { firstCell } = line;
  const deltas = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const from = i + step;
    if (from < 0 || from >= length) continue;
    const cell = firstCell + i;
    const delta = (values[firstCell + from] ?? 0) - (values[cell] ?? 0);
    if (delta !== 0) deltas.set(cell, delta);
  }
  const freed = firstCell + (step === 1 ? length - 1 : 0);
  const sum = sumOf(trial, line);
  if (sum === undefined) return null;
  for (const [cell, delta] of deltas) add(trial, cell, delta);
  const rest = owed(trial, sum, sum.cells.indexOf(freed));
  for (const [cell, delta] of deltas) add(trial, cell, -delta);
  if (rest !== 0) deltas.set(freed, rest);
  return deltas.size > 1 ? deltas : null;
}

/** Lines that mend it when they are moved by a column, with their totals or without. */
export function shifts(trial: Trial): Deltas[] {
  // One row alone is mended by whatever the freed cell is given.
  if (trial.targets.length < 2) return [];
  return linesOf(trial).flatMap((line) => {
    const { length } = line.columns;
    const isTouched = line.columns.some((_, i) => touches(trial, line.firstCell + i));
    if (length < 3 || !isTouched) return [];
    return ([1, -1] as const).flatMap((step) =>
      [length, length - 1].flatMap((each) => {
        const deltas = moved(trial, line, step, each);
        return deltas !== null && isMended(trial, deltas) ? [deltas] : [];
      }),
    );
  });
}
