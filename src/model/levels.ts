import type { Column, Table } from './edition.ts';
import type { Equation } from './equation.ts';
import type { FormLine } from './form.ts';
import type { Report } from './report.ts';
import type { Severity } from './run.ts';

/** A report that is added up into that of a region. */
export interface Member {
  readonly organ: string;
  readonly report: Report;
}

/** What a region would have to have done with a member's figures for the difference to come out. */
export type Slip = 'left-out' | 'twice' | 'digits';

/** The one member whose figures account for a difference exactly. */
export interface Culprit {
  /** Its index among the members. */
  readonly member: number;
  readonly slip: Slip;
}

/** A member's part in a sum: its cells among those of all reports, and what they say; null where that is open. */
export interface Share {
  readonly cells: readonly number[];
  readonly value: number | null;
}

/** A cell of a region beside the sum of its members, with what is known of both. */
export interface Sum {
  readonly line: FormLine;
  readonly column: Column;
  readonly equation: Equation;
  readonly isWrong: boolean;
  /** null where the region does not say it for certain. */
  readonly stated: number | null;
  /** What the members say; what they say at least where `isOpen`. */
  readonly sum: number;
  readonly isOpen: boolean;
  /** Region − members; null where one of them is open. */
  readonly gap: number | null;
  /** What each member says of it. */
  readonly shares: readonly Share[];
}

/** Cells that differ for what is likely one reason: of a whole table, of a column in it, or of a line. */
export interface Discrepancy {
  readonly table: Table;
  readonly line: FormLine | null;
  readonly column: Column | null;
  readonly sums: readonly Sum[];
  readonly culprit: Culprit | null;
}

/** A region beside its members, for a rule to put into words. */
export interface Gathered {
  readonly members: readonly Member[];
  /** Members that are not there: without them the region can only be too small. */
  readonly missing: readonly string[];
  readonly discrepancies: readonly Discrepancy[];
  readonly severity: Severity;
}
