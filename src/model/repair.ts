import type { FigureClaim } from './claim.ts';
import type { Finding } from './run.ts';

/**
 * How a wrong figure may have come about: two digits the other way round, a digit left out, doubled
 * or mistyped, a zero too many or too few, a sign, 0 in place of a figure, two cells of a line the
 * other way round, the figures of a line one column off, last year's figure, a line shared out
 * otherwise among its columns.
 */
export const slips = [
  'transposed',
  'digit-missing',
  'digit-extra',
  'digit-changed',
  'magnitude',
  'sign',
  'zeroed',
  'swapped',
  'shifted',
  'copied',
  'redistributed',
] as const;
export type Slip = (typeof slips)[number];

/** A cell, by its index, with the value that it ought to have. */
export interface Change {
  readonly cell: number;
  readonly to: number;
}

/** What else says that a cell ought to have its new value: the prose, or last year's report. */
export type Witness =
  | { readonly kind: 'prose'; readonly cell: number; readonly claim: FigureClaim }
  | { readonly kind: 'previous'; readonly cell: number };

/** Cells to be changed together, after which everything that it is about holds and nothing new fails. */
export interface Repair {
  readonly changes: readonly Change[];
  /** null where it looks like no slip that is known. */
  readonly slip: Slip | null;
  readonly witnesses: readonly Witness[];
  /** How unlikely it is; the less the better. */
  readonly cost: number;
}

/**
 * How sure the first repair is. `certain`: the only smallest one, proved, and with a witness or a
 * typical slip. `likely`: better than all others. `ambiguous`: one of several that would do.
 */
export const confidences = ['certain', 'likely', 'ambiguous'] as const;
export type Confidence = (typeof confidences)[number];

/** Findings that hang together by the cells of their equations, and what would mend all of them. */
export interface RepairGroup {
  readonly findings: readonly Finding[];
  readonly confidence: Confidence;
  /** Best first, at most five; none where nothing small enough would do. */
  readonly repairs: readonly Repair[];
  /** There are more that are as good. */
  readonly hasMore: boolean;
  /** Lines, by their indices, any of which shared out otherwise would mend it where no single cell does. */
  readonly lines: readonly number[];
}
