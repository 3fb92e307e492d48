import { CellKind, isUnknown } from './cell.ts';
import { type Amount, type Claim, type FigureClaim, isCells, type ProseFigure } from './claim.ts';
import type { Interval, Outcome } from './equation.ts';
import { kindOf, type Report } from './report.ts';

/** Allows for the last digit of doubles. */
const tolerance = 1e-9;

/** What is known of an amount: what it is said to be, and what it may be. */
interface Known {
  readonly stated: Interval;
  readonly isOpen: boolean;
}

function within(value: number, { low, high }: Interval): boolean {
  const slack = tolerance * Math.max(1, Math.abs(low), Math.abs(high));
  return value >= low - slack && value <= high + slack;
}

/** The sum of cells, blanks adding 0; null where one of them is not known. */
export function sumOfCells(report: Report, cells: readonly number[]): number | null {
  let sum = 0;
  for (const cell of cells) {
    const kind = kindOf(report, cell);
    if (isUnknown(kind) || kind === CellKind.absent) return null;
    sum += report.values[cell] ?? 0;
  }
  return sum;
}

/** The value of an amount; null where one of its cells is not known. */
export function knownValue(report: Report, amount: Amount): number | null {
  return isCells(amount) ? sumOfCells(report, amount) : amount.value;
}

function known(report: Report, amount: Amount): Known | null {
  if (!isCells(amount)) return { stated: amount.range, isOpen: false };
  const sum = sumOfCells(report, amount);
  if (sum === null) return null;
  const isOpen = amount.some((cell) => kindOf(report, cell) === CellKind.blank);
  return { stated: { low: sum, high: sum }, isOpen };
}

/** Money is printed in 元 or 万元, and the form does not always say which a cell holds. */
function moneyFactors(report: Report, figure: ProseFigure, cells: readonly number[]): number[] {
  if (!figure.unit.endsWith('元')) return [1];
  const isTenThousands = cells.some((cell) => report.form.inTenThousands[cell] === 1);
  return isTenThousands ? [1e-4] : [1, 1e-4];
}

function scaled({ low, high }: Interval, factor: number): Interval {
  return { low: low * factor, high: high * factor };
}

/** Does the figure restate the sum of these cells? */
function restates(report: Report, figure: ProseFigure, cells: readonly number[]): Outcome {
  const sum = known(report, cells);
  if (sum === null) return 'inconclusive';
  const factors = moneyFactors(report, figure, cells);
  if (factors.some((factor) => within(sum.stated.low, scaled(figure.range, factor)))) return 'pass';
  const isAbove = factors.some((factor) => sum.stated.low <= figure.range.high * factor);
  return sum.isOpen && isAbove ? 'inconclusive' : 'fail';
}

function isShare(part: Known, whole: Known, rate: Interval): boolean {
  if (whole.stated.high <= 0) return false;
  const low = (part.stated.low / whole.stated.high) * 100;
  const high = (part.stated.high / Math.max(whole.stated.low, tolerance)) * 100;
  return low <= rate.high + tolerance * 100 && high >= rate.low - tolerance * 100;
}

/** Some whole number of last year gives this rate. */
function hasBase(now: Interval, rate: Interval, sign: 1 | -1): boolean {
  const factors = [1 + (sign * rate.low) / 100, 1 + (sign * rate.high) / 100];
  if (factors.some((factor) => factor <= 0)) return now.low <= 0;
  const low = now.low / Math.max(...factors);
  const high = now.high / Math.min(...factors);
  const slack = tolerance * Math.max(1, high);
  return Math.floor(high + slack) >= Math.max(1, Math.ceil(low - slack));
}

/** By how many: with no figure of last year only that there cannot have been fewer than none. */
function grewBy(now: Interval, before: Interval | null, by: Interval, sign: 1 | -1): Outcome {
  const [low, high] = sign === 1 ? [by.low, by.high] : [-by.high, -by.low];
  if (before === null) return now.high - low < -tolerance ? 'fail' : 'inconclusive';
  const isLess = now.high - before.low < low - tolerance;
  return isLess || now.low - before.high > high + tolerance ? 'fail' : 'pass';
}

function grew(now: Interval, before: Interval, rate: Interval, sign: 1 | -1): boolean {
  if (before.high <= 0) return false;
  const low = ((sign * (now.low - before.high)) / before.high) * 100;
  const high = ((sign * (now.high - before.low)) / Math.max(before.low, tolerance)) * 100;
  const [from, to] = [Math.min(low, high), Math.max(low, high)];
  return from <= rate.high + 1e-7 && to >= rate.low - 1e-7;
}

/** A claim judged: what came of it, and which of its readings said so. */
export interface Judged {
  readonly outcome: Outcome;
  /** Index of the reading that holds, or of the one to be shown where none does. */
  readonly reading: number;
}

/** Of several readings one that holds is enough; all of them must fail. */
function any(outcomes: readonly Outcome[]): Judged {
  const pass = outcomes.indexOf('pass');
  if (pass >= 0) return { outcome: 'pass', reading: pass };
  const open = outcomes.indexOf('inconclusive');
  if (open >= 0) return { outcome: 'inconclusive', reading: open };
  return { outcome: outcomes.length === 0 ? 'inconclusive' : 'fail', reading: 0 };
}

function sumOf(figures: readonly ProseFigure[]): Interval {
  return figures.reduce(
    ({ low, high }, { range }) => ({ low: low + range.low, high: high + range.high }),
    { low: 0, high: 0 },
  );
}

/** Decides what a claim says against the cells of the report; a cell that is not known decides nothing. */
export function judge(report: Report, claim: Claim): Judged {
  switch (claim.kind) {
    case 'figure':
      return any(claim.readings.map((cells) => restates(report, claim.figure, cells)));
    case 'share': {
      const pairs = claim.wholes.flatMap((whole) => claim.parts.map((part) => ({ part, whole })));
      return any(
        pairs.map(({ part, whole }): Outcome => {
          const [p, w] = [known(report, part), known(report, whole)];
          if (p === null || w === null) return 'inconclusive';
          if (isShare(p, w, claim.figure.range)) return 'pass';
          return p.isOpen || w.isOpen ? 'inconclusive' : 'fail';
        }),
      );
    }
    case 'breakdown': {
      const sum = sumOf(claim.parts);
      const { low, high } = claim.figure.range;
      const isOver = sum.low > high + tolerance;
      const isShort = sum.high < low - tolerance;
      return { outcome: isOver || (claim.isComplete && isShort) ? 'fail' : 'pass', reading: 0 };
    }
    case 'growth':
      return any(
        claim.now.map((amount, i): Outcome => {
          const now = known(report, amount);
          if (now === null || now.isOpen) return 'inconclusive';
          const { range } = claim.figure;
          const last = claim.lastYear[i] ?? null;
          const before = claim.before?.range ?? (last === null ? null : { low: last, high: last });
          if (claim.by === 'count') return grewBy(now.stated, before, range, claim.sign);
          const holds =
            before === null
              ? hasBase(now.stated, range, claim.sign)
              : grew(now.stated, before, range, claim.sign);
          return holds ? 'pass' : 'fail';
        }),
      );
    case 'all': {
      const some = known(report, claim.cells);
      const all = claim.of === null ? null : known(report, claim.of);
      if (some === null || (claim.of !== null && all === null))
        return { outcome: 'inconclusive', reading: 0 };
      const holds = some.stated.low === (all?.stated.low ?? 0);
      if (holds) return { outcome: 'pass', reading: 0 };
      const isOpen = some.isOpen || all?.isOpen === true;
      const isLost = claim.of === null ? some.stated.low > 0 : false;
      return { outcome: isOpen && !isLost ? 'inconclusive' : 'fail', reading: 0 };
    }
  }
}

/** The cells that a figure was found to restate: the reading that holds, or the one to be shown. */
export function cellsRestated(report: Report, claim: FigureClaim): readonly number[] | undefined {
  return claim.readings[judge(report, claim).reading];
}
