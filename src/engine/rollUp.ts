import { CellKind } from '../model/cell.ts';
import type { Label } from '../model/edition.ts';
import type { Form, FormLine } from '../model/form.ts';
import { kindOf, type Report } from '../model/report.ts';
import { totalsIn } from './compile.ts';
import { apartFor, cellsAt, type Place, placesOf } from './levelPlaces.ts';
import { quantityOf } from './quantity.ts';

/** A cell of a member that cannot be added for certain. */
export interface Doubt {
  /** Index of the member. */
  readonly member: number;
  readonly place: Place;
}

/** Reports of one form added up, cell by cell. */
export interface RolledUp {
  readonly form: Form;
  /** By the cell's index: its text; null for a blank. A figure with a question mark is not certain. */
  readonly cells: ReadonlyMap<number, string | null>;
  /** Lines that no region adds up, with the reason; they are left blank. */
  readonly apart: readonly { readonly line: FormLine; readonly why: Label }[];
  /** Sums of money of which a member does not say the unit; they are left blank. */
  readonly unitless: readonly Place[];
  readonly doubts: readonly Doubt[];
}

/** Decimals as the digits of whole numbers, so that nothing is rounded; null for what a report cannot hold exactly. */
export function exactSum(values: readonly number[]): string | null {
  const texts = values.map(String);
  if (!texts.every((text) => /^-?\d+(?:\.\d+)?$/u.test(text))) return null;
  const decimals = texts.map((text) => text.split('.')[1] ?? '');
  const places = Math.max(0, ...decimals.map(({ length }) => length));
  const total = texts.reduce((sum, text, i) => {
    const zeros = '0'.repeat(places - (decimals[i]?.length ?? 0));
    return sum + BigInt(text.replace('.', '') + zeros);
  }, 0n);
  const size = total < 0n ? -total : total;
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const digits = String(size).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/u, '');
  return `${total < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** What a report adds in a place; null where that is not certain. A blank adds 0. */
function shareOf(report: Report, cells: readonly number[]): number[] | null {
  const totals = totalsIn(report.form);
  const stated = cells.map((cell) => quantityOf(totals, report, cell).stated);
  const isThere = cells.every((cell) => kindOf(report, cell) !== CellKind.absent);
  return isThere && !stated.includes(null) ? stated.map((each) => each?.low ?? 0) : null;
}

/** Money without a unit in its header: each figure must name its own, and is then read in 元. */
function saysUnit(report: Report, cell: number): boolean {
  return report.values[cell] === 0 || /[元万亿]/u.test(report.printed(cell) ?? '');
}

/** What stands where nobody gives a number: a mark where all have one, else a blank. */
function withoutNumber(kinds: readonly CellKind[]): string | null {
  return kinds.every((kind) => kind === CellKind.notApplicable) ? '/' : null;
}

interface Added {
  readonly text: string | null;
  readonly doubts: readonly Doubt[];
  readonly isUnitless: boolean;
}

function addAt(form: Form, reports: readonly Report[], place: Place, isWhole: boolean): Added {
  const cells = reports.map((report) => cellsAt(report, place));
  const kinds = reports.flatMap((report, i) =>
    (cells[i] ?? []).map((cell) => kindOf(report, cell)),
  );
  const own = form.cells[place.line.firstCell + place.at];
  const isMoney = own?.figure === 'amount' && form.inTenThousands[own.index] === 0;
  const isUnitless =
    isMoney && !reports.every((report, i) => (cells[i] ?? []).every((c) => saysUnit(report, c)));
  if (isUnitless) return { text: null, doubts: [], isUnitless };
  const shares = reports.map((report, i) => shareOf(report, cells[i] ?? []));
  const doubts = shares.flatMap((share, member) => (share === null ? [{ member, place }] : []));
  const isSaid = kinds.some((kind) => kind !== CellKind.blank && kind !== CellKind.notApplicable);
  if (!isSaid) return { text: withoutNumber(kinds), doubts, isUnitless };
  const sum = exactSum(shares.flatMap((share) => share ?? []));
  const unit = isMoney && sum !== '0' ? '元' : '';
  const isSure = isWhole && doubts.length === 0 && sum !== null;
  return { text: `${sum ?? ''}${unit}${isSure ? '' : '?'}`, doubts, isUnitless };
}

/**
 * Adds up reports on the same form: every cell that a region adds up, money exactly; remarks in cells are dropped.
 * @param isWhole false where members are missing, so that no figure is certain
 */
export function rollUp(form: Form, reports: readonly Report[], isWhole: boolean): RolledUp {
  const cells = new Map<number, string | null>();
  const doubts: Doubt[] = [];
  const unitless: Place[] = [];
  const apart = form.lines.flatMap((line) => {
    const why = apartFor(form, line);
    return why === null ? [] : [{ line, why }];
  });
  for (const place of placesOf(form, reports)) {
    const cell = place.line.firstCell + place.at;
    if (apart.some(({ line }) => line === place.line)) cells.set(cell, null);
    else {
      const added = addAt(form, reports, place, isWhole);
      cells.set(cell, added.text);
      doubts.push(...added.doubts);
      if (added.isUnitless) unitless.push(place);
    }
  }
  return { form, cells, apart, unitless, doubts };
}
