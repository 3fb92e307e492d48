import type { ProseFigure, Sentence } from './claim.ts';
import type { Problem } from './problem.ts';
import type { Report } from './report.ts';
import type { Finding, Run } from './run.ts';

/** What the reports say of themselves that may be different. */
export const identities = ['organ', 'year', 'edition', 'published'] as const;
export type Identity = (typeof identities)[number];

/** `only-a`, `only-b`: one of the documents does not have the cell. `uncertain`: one of them can be read in several ways. */
export const cellDifferences = ['changed', 'only-a', 'only-b', 'uncertain'] as const;
export type CellDifferenceKind = (typeof cellDifferences)[number];

/** A cell that both forms have, by its index in each of them. */
export interface CellDifference {
  readonly kind: CellDifferenceKind;
  readonly a: number;
  readonly b: number;
}

/** A sentence in which nothing but figures is different. */
export interface ChangedSentence {
  readonly a: Sentence;
  readonly b: Sentence;
  readonly figures: readonly { readonly from: string; readonly to: string }[];
}

/** The same words about the same cells, with other figures. */
export interface ChangedClaim {
  /** The cells restated, by their indices in the form of a. */
  readonly cells: readonly number[];
  readonly a: readonly ProseFigure[];
  readonly b: readonly ProseFigure[];
}

/** `unread`: nobody asked. `none`: neither has prose. */
export const proseStates = ['unread', 'none', 'same', 'differs', 'only-a', 'only-b'] as const;

export interface ProseDiff {
  readonly state: (typeof proseStates)[number];
  readonly changed: readonly ChangedSentence[];
  readonly onlyA: readonly Sentence[];
  readonly onlyB: readonly Sentence[];
  readonly claims: readonly ChangedClaim[];
}

/** Whether two versions of a report say the same; `unknown` where that cannot be told. */
export const diffOutcomes = ['same', 'differ', 'unknown'] as const;
export type DiffOutcome = (typeof diffOutcomes)[number];

/** Two versions of a report, compared by what was read of them. */
export interface Diff {
  readonly a: Run;
  readonly b: Run;
  readonly outcome: DiffOutcome;
  /** null where one of them could not be read. */
  readonly reports: ReportDiff | null;
  /** What kept a part of either from being compared. */
  readonly open: readonly Problem[];
}

export interface ReportDiff {
  readonly a: Report;
  readonly b: Report;
  readonly about: readonly Identity[];
  /** Cells that at least one of them has and both forms know. */
  readonly compared: number;
  readonly cells: readonly CellDifference[];
  /** Cells with an answer that the other form does not know, by their indices. */
  readonly apart: { readonly a: readonly number[]; readonly b: readonly number[] };
  readonly findings: {
    readonly gone: readonly Finding[];
    readonly come: readonly Finding[];
    readonly kept: number;
  };
  readonly prose: ProseDiff;
}
