import type { Run } from './run.ts';

/**
 * The slips of a pen that are put into a report, each at one cell. `plus-one`: one too many.
 * `transposed`: the last two neighbouring digits that differ, the other way round. `digit-missing`:
 * the last digit left out. `zeroed`: 0 in place of a figure. `shifted`: the cell skipped, so that its
 * figure and those behind it in the line stand one column further on; the last column, the total of
 * most lines, stays as it is.
 */
export const seededSlips = [
  'plus-one',
  'transposed',
  'digit-missing',
  'zeroed',
  'shifted',
] as const;
export type SeededSlip = (typeof seededSlips)[number];

/**
 * Why a slip was not caught. `unchecked`: no check looks at its cells. `masked`: a check that does
 * fails already without it. `open`: it cannot be decided. `holds`: every check still holds.
 */
export const missReasons = ['unchecked', 'masked', 'open', 'holds'] as const;
export type MissReason = (typeof missReasons)[number];

/** What came of slips; `caught`: an error that was not there before. */
export interface SlipCounts {
  readonly seeded: number;
  readonly caught: number;
  /** No more than a warning that was not there before; not counted as caught. */
  readonly warned: number;
  /** The first repair is the right one: these cells, with the figures that stood there. */
  readonly repaired: number;
  /** A repair that is wrong was called certain. */
  readonly misled: number;
}

export interface TableTest {
  readonly table: string;
  /** Cells that hold a figure, and so had slips put into them. */
  readonly figures: number;
  readonly slips: Readonly<Record<SeededSlip, SlipCounts>>;
  readonly missed: Readonly<Record<MissReason, number>>;
  /** Cells with a figure, by their indices, that no check looks at. */
  readonly unchecked: readonly number[];
}

/** What the checks of a report are worth, measured by slips put into copies of it. */
export interface SelfTest {
  readonly run: Run;
  readonly tables: readonly TableTest[];
}
