import { CellKind } from '../../model/cell.ts';
import type { Change, Slip } from '../../model/repair.ts';
import type { Report } from '../../model/report.ts';

/** One digit of `long` taken out gives `short`. */
function isWithout(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  for (let i = 0; i < long.length; i++) {
    if (long.slice(0, i) + long.slice(i + 1) === short) return true;
  }
  return false;
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const first = [...a].findIndex((digit, i) => digit !== b[i]);
  return (
    first >= 0 &&
    a[first] === b[first + 1] &&
    a[first + 1] === b[first] &&
    a.slice(first + 2) === b.slice(first + 2)
  );
}

function differing(a: string, b: string): number {
  return a.length === b.length ? [...a].filter((digit, i) => digit !== b[i]).length : 2;
}

/** How a figure may have become another; null where it looks like no slip that is known. */
export function slipBetween(now: number, to: number): Slip | null {
  if (now === 0) return to === 0 ? null : 'zeroed';
  if (now === -to) return 'sign';
  if (Math.sign(now) * Math.sign(to) < 0) return null;
  const [a, b] = [String(Math.abs(now)), String(Math.abs(to))];
  if (now === to * 10 || to === now * 10) return 'magnitude';
  if (isTransposed(a, b)) return 'transposed';
  if (to !== 0 && isWithout(b, a)) return 'digit-missing';
  if (to !== 0 && isWithout(a, b)) return 'digit-extra';
  return differing(a, b) === 1 ? 'digit-changed' : null;
}

/** The cells are all of one line, which is told by its index. */
export function lineOf({ form }: Report, changes: readonly Change[]): number | null {
  const lines = new Set(changes.map(({ cell }) => form.cells[cell]?.line.index));
  const [only] = lines;
  return lines.size === 1 && only !== undefined ? only : null;
}

/** Two figures have changed places. */
function isSwap({ values }: Report, changes: readonly Change[]): boolean {
  const [a, b] = changes;
  if (a === undefined || b === undefined || changes.length !== 2) return false;
  return a.to === values[b.cell] && b.to === values[a.cell];
}

/** The two cells stand beside each other, or one below the other. */
function areNeighbours({ form }: Report, [a, b]: readonly Change[]): boolean {
  const [one, other] = [form.cells[a?.cell ?? -1], form.cells[b?.cell ?? -1]];
  if (one === undefined || other === undefined) return false;
  if (one.line === other.line) return Math.abs(one.index - other.index) === 1;
  return one.column === other.column && Math.abs(one.line.index - other.line.index) === 1;
}

/** The figures between the first and the last of these cells have moved by one. */
function isShift({ values }: Report, changes: readonly Change[]): boolean {
  const [first, last] = [changes[0]?.cell ?? 0, changes.at(-1)?.cell ?? 0];
  if (changes.length < 3) return false;
  const after = new Map(changes.map(({ cell, to }) => [cell, to]));
  const isMoved = (step: 1 | -1): boolean => {
    for (let cell = first; cell <= last; cell++) {
      const from = cell + step;
      if (from < first || from > last) continue;
      if ((after.get(cell) ?? values[cell]) !== values[from]) return false;
    }
    return true;
  };
  return isMoved(1) || isMoved(-1);
}

/** How several figures may have become wrong together. */
export function slipTogether(report: Report, changes: readonly Change[]): Slip | null {
  if (isSwap(report, changes)) return 'swapped';
  if (changes.length < 2 || lineOf(report, changes) === null) return null;
  if (isShift(report, changes)) return 'shifted';
  const sum = changes.reduce((all, { cell, to }) => all + to - (report.values[cell] ?? 0), 0);
  return sum === 0 ? 'redistributed' : null;
}

/** How unlikely a slip is: about how many times less likely than another, as a logarithm. */
const costs: Readonly<Record<Slip, number>> = {
  copied: 0.5,
  transposed: 1,
  sign: 1,
  'digit-missing': 1.5,
  'digit-extra': 1.5,
  magnitude: 1.5,
  zeroed: 1.5,
  'digit-changed': 2,
  swapped: 0.5,
  shifted: 1,
  redistributed: 2,
};

/** What it costs that cells which changed places are no neighbours. */
const far = 2;

/** What every slip costs by happening at all. */
const oneMore = 4;

/** Figures below this are like each other by chance. */
const telling = 10;

/** What a figure that is off by so much costs where it looks like no slip. */
function strange(now: number, to: number): number {
  return 3 + Math.min(3, Math.log10(Math.abs(now - to) + 1));
}

/** How far apart, at most, two slips that are otherwise alike are put by the size of their figures. */
const tieBreak = 0.1;

/**
 * Small counts are more frequent than large ones, so that of slips that are otherwise alike the one
 * is the likelier that leaves the smaller figures: 1 for 0 before 942 for 941.
 */
function frequency({ values }: Report, changes: readonly Change[]): number {
  const sum = changes.reduce((all, { cell, to }) => {
    const now = values[cell] ?? 0;
    return all + Math.log10(Math.abs(to) + 1) - Math.log10(Math.abs(now) + 1);
  }, 0);
  return tieBreak * Math.max(-1, Math.min(1, sum));
}

/** A change that is nothing out of the way: a known slip, or hardly any difference. */
export function isPlausible({ values }: Report, { cell, to }: Change): boolean {
  const now = values[cell] ?? 0;
  return slipBetween(now, to) !== null || Math.abs(now - to) < telling;
}

function singleSlip(report: Report, { cell, to }: Change, before: Report | null): Slip | null {
  const now = report.values[cell] ?? 0;
  const last = before?.form === report.form ? before.values[cell] : undefined;
  if (last !== undefined && last === now && now >= telling) return 'copied';
  return slipBetween(now, to);
}

/** What one changed cell costs. */
function single(report: Report, change: Change, before: Report | null): [Slip | null, number] {
  const now = report.values[change.cell] ?? 0;
  if (report.kinds[change.cell] !== CellKind.number) return [null, oneMore + 1];
  const slip = singleSlip(report, change, before);
  const size = strange(now, change.to) / 10;
  const own = slip === null ? strange(now, change.to) : costs[slip] + size;
  return [slip, oneMore + own];
}

interface Judged {
  readonly slip: Slip | null;
  readonly cost: number;
}

function judged(report: Report, changes: readonly Change[], before: Report | null): Judged {
  const [first] = changes;
  if (first !== undefined && changes.length === 1) {
    const [slip, cost] = single(report, first, before);
    return { slip, cost };
  }
  const apart = changes.reduce((sum, each) => sum + single(report, each, before)[1], 0);
  const slip = slipTogether(report, changes);
  if (slip === null) return { slip, cost: apart };
  const parts = slip === 'redistributed' ? changes.length - 1 : 1;
  const isFar = slip === 'swapped' && !areNeighbours(report, changes);
  const together = oneMore * parts + costs[slip] + (isFar ? far : 0);
  return together < apart ? { slip, cost: together } : { slip: null, cost: apart };
}

/** The slip that a set of changes looks like, and how unlikely it is. */
export function judgedSlip(
  report: Report,
  changes: readonly Change[],
  before: Report | null,
): Judged {
  const { slip, cost } = judged(report, changes, before);
  // What was shared out otherwise was counted all the same.
  const isApart = slip !== 'redistributed' && slip !== 'swapped' && slip !== 'shifted';
  return { slip, cost: isApart ? cost + frequency(report, changes) : cost };
}
