import type { Label, Status } from './edition.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What a check may count with. `stated` is what the document says, a blank adding as 0 and a rounded
 * figure being the interval it was rounded from; null where it says nothing. `possible` is what the
 * true value may be: wider than `stated` where something was left open.
 */
export interface Quantity {
  readonly stated: Interval | null;
  readonly possible: Interval;
}

export type Relation = '=' | '<=' | '>=';
export type Outcome = 'pass' | 'fail' | 'inconclusive';

/** A cell of the form, by its index, times a coefficient. */
export interface Term {
  readonly cell: number;
  readonly coefficient: number;
}

/** One arithmetic check: Σ left (relation) Σ right. `row` and `column` say where on the form it stands. */
export interface Equation {
  readonly rule: string;
  readonly status: Status;
  readonly clause: Label;
  readonly table: string;
  readonly row: string | null;
  readonly column: string | null;
  readonly left: readonly Term[];
  readonly relation: Relation;
  readonly right: readonly Term[];
}

export interface Weighted {
  readonly quantity: Quantity;
  readonly coefficient: number;
}

const zero: Interval = { low: 0, high: 0 };

function scaled(interval: Interval, coefficient: number): Interval {
  const low = interval.low * coefficient;
  const high = interval.high * coefficient;
  return coefficient < 0 ? { low: high, high: low } : { low, high };
}

function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Σ coefficient × stated interval; null where a term states nothing. */
export function statedSum(terms: readonly Weighted[]): Interval | null {
  let sum = zero;
  for (const { quantity, coefficient } of terms) {
    if (quantity.stated === null) return null;
    sum = plus(sum, scaled(quantity.stated, coefficient));
  }
  return sum;
}

function possibleSum(terms: readonly Weighted[]): Interval {
  return terms.reduce(
    (sum, { quantity, coefficient }) => plus(sum, scaled(quantity.possible, coefficient)),
    zero,
  );
}

/** Some pair of values inside the gap (left − right) satisfies the relation. */
function allows(gap: Interval, relation: Relation): boolean {
  if (relation === '<=') return gap.low <= 0;
  if (relation === '>=') return gap.high >= 0;
  return gap.low <= 0 && gap.high >= 0;
}

/** Every value inside the gap satisfies an inequality; an equality is never forced by an open gap. */
function forces(gap: Interval, relation: Relation): boolean {
  if (relation === '<=') return gap.high <= 0;
  return relation === '>=' && gap.low >= 0;
}

/** Beyond 2^53 sums of doubles are not exact, so nothing can be told from them. */
function isExact(terms: readonly Weighted[]): boolean {
  const size = terms.reduce((sum, { quantity, coefficient }) => {
    const { low, high } = quantity.possible;
    const largest = Math.max(
      Number.isFinite(low) ? Math.abs(low) : 0,
      Number.isFinite(high) ? Math.abs(high) : 0,
    );
    return sum + largest * Math.abs(coefficient);
  }, 0);
  return size <= Number.MAX_SAFE_INTEGER;
}

/**
 * Decides Σ left (relation) Σ right: it fails when no values inside the possible intervals satisfy
 * it, passes when the stated values do, and is inconclusive when only an open value could save it.
 */
export function decide(
  left: readonly Weighted[],
  relation: Relation,
  right: readonly Weighted[],
): Outcome {
  const terms = [
    ...left,
    ...right.map(({ quantity, coefficient }) => ({ quantity, coefficient: -coefficient })),
  ];
  if (!isExact(terms)) return 'inconclusive';
  const possible = possibleSum(terms);
  if (!allows(possible, relation)) return 'fail';
  const stated = statedSum(terms);
  if (stated !== null && allows(stated, relation)) return 'pass';
  return forces(possible, relation) ? 'pass' : 'inconclusive';
}
