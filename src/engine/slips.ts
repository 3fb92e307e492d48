import { CellKind } from '../model/cell.ts';
import type { Change } from '../model/repair.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { SeededSlip } from '../model/selftest.ts';

/** The last two neighbouring digits that differ, the other way round. */
function transposed(value: number): number {
  const digits = [...String(value)];
  for (let at = digits.length - 1; at > 0; at--) {
    const [before = '', here = ''] = [digits[at - 1], digits[at]];
    if (before === here || !/\d\d/u.test(before + here)) continue;
    return Number([...digits.slice(0, at - 1), here, before, ...digits.slice(at + 1)].join(''));
  }
  return value;
}

/** A figure of one digit is gone with it, which is a slip of another kind. */
function withoutLastDigit(value: number): number {
  return Math.abs(value) < 10 ? value : Number(String(value).slice(0, -1));
}

function shifted(report: Report, cell: number): Change[] {
  const line = report.form.cells[cell]?.line;
  if (line === undefined) return [];
  const end = line.firstCell + line.columns.length - 1;
  const changes: Change[] = [{ cell, to: 0 }];
  for (let at = cell + 1; at < end; at++) {
    if (kindOf(report, at) !== CellKind.number) return [];
    changes.push({ cell: at, to: report.values[at - 1] ?? 0 });
  }
  return changes.length < 2 ? [] : changes;
}

/** Which cells of a report a slip at a cell changes, and to what; none where it would change nothing. */
export function slipAt(report: Report, cell: number, slip: SeededSlip): readonly Change[] {
  if (kindOf(report, cell) !== CellKind.number) return [];
  const value = report.values[cell] ?? 0;
  const one = (to: number): Change[] => [{ cell, to }];
  const made: Readonly<Record<SeededSlip, () => Change[]>> = {
    'plus-one': () => one(value + 1),
    transposed: () => one(transposed(value)),
    'digit-missing': () => one(withoutLastDigit(value)),
    zeroed: () => one(0),
    shifted: () => shifted(report, cell),
  };
  return made[slip]().filter(({ cell: at, to }) => to !== report.values[at]);
}
