import { CellKind, isUnknown } from '../model/cell.ts';
import type { Equation, Interval, Quantity, Term, Weighted } from '../model/equation.ts';
import type { Report } from '../model/report.ts';
import { kindOf } from '../model/report.ts';

/** For each cell the equations that define it as a total. */
export type Totals = ReadonlyMap<number, readonly Equation[]>;

const zero: Interval = { low: 0, high: 0 };
const fromZero: Interval = { low: 0, high: Number.POSITIVE_INFINITY };
const anything: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function isEmpty(report: Report, cell: number): boolean {
  const kind = kindOf(report, cell);
  if (kind === CellKind.number) return report.values[cell] === 0;
  return !isUnknown(kind);
}

/** A total left blank says 0 only where everything that it adds up is 0 or blank. */
function isOpenTotal(totals: Totals, report: Report, cell: number): boolean {
  const definitions = totals.get(cell) ?? [];
  return !definitions.every(({ right }) => right.every((term) => isEmpty(report, term.cell)));
}

/** What a cell lets a check count with: blank adds as 0 but may be more, a mark is 0, an unreadable or guessed cell says nothing. */
export function quantityOf(totals: Totals, report: Report, cell: number): Quantity {
  const kind = kindOf(report, cell);
  if (kind === CellKind.number) {
    const value = report.values[cell] ?? 0;
    const point = { low: value, high: value };
    return { stated: point, possible: point };
  }
  if (kind === CellKind.notApplicable) return { stated: zero, possible: zero };
  const possible = report.form.cells[cell]?.figure === 'change' ? anything : fromZero;
  const silent = isUnknown(kind) || isOpenTotal(totals, report, cell);
  return { stated: silent ? null : zero, possible };
}

/** The terms of a side of an equation, each with what its cell lets a check count with. */
export function weighed(totals: Totals, report: Report, terms: readonly Term[]): Weighted[] {
  return terms.map(({ cell, coefficient }) => ({
    quantity: quantityOf(totals, report, cell),
    coefficient,
  }));
}
