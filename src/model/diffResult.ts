import type { CellDifferenceKind, DiffOutcome, Identity, ProseDiff } from './diff.ts';
import type { ResultCell, ResultFinding, ResultProblem, ResultReport } from './result.ts';

/** One of the two versions, as far as it was read. */
export interface DiffSide
  extends Pick<ResultReport, 'source' | 'format' | 'organ' | 'year' | 'edition' | 'verdict'> {
  /** The day of publication, as 2024-01-31. */
  readonly published: string | null;
}

export const answerKinds = [
  'absent',
  'number',
  'blank',
  'not-applicable',
  'unreadable',
  'uncertain',
] as const;

/** What a cell says in one version. */
export interface DiffAnswer {
  readonly kind: (typeof answerKinds)[number];
  /** null where it is no certain number. */
  readonly value: number | null;
  readonly printed: string | null;
  readonly source: string;
}

export interface DiffCell {
  readonly cell: string;
  readonly kind: CellDifferenceKind;
  readonly a: DiffAnswer;
  readonly b: DiffAnswer;
}

export interface DiffSentence {
  readonly text: string;
  readonly source: string;
}

export interface DiffProse {
  readonly state: ProseDiff['state'];
  readonly changed: readonly {
    readonly a: DiffSentence;
    readonly b: DiffSentence;
    readonly figures: readonly { readonly from: string; readonly to: string }[];
  }[];
  readonly onlyA: readonly DiffSentence[];
  readonly onlyB: readonly DiffSentence[];
  readonly claims: readonly {
    readonly cells: readonly string[];
    readonly a: readonly string[];
    readonly b: readonly string[];
  }[];
}

export interface DiffComparison {
  readonly about: readonly Identity[];
  readonly cells: {
    readonly compared: number;
    readonly same: number;
    readonly differ: number;
    readonly uncertain: number;
    readonly differences: readonly DiffCell[];
    /** Cells with an answer that the form of the other version does not know. */
    readonly onlyOnFormOfA: readonly ResultCell[];
    readonly onlyOnFormOfB: readonly ResultCell[];
  };
  readonly findings: {
    readonly gone: readonly ResultFinding[];
    readonly come: readonly ResultFinding[];
    readonly kept: number;
  };
  readonly prose: DiffProse;
}

/** What `giar diff --format json` prints. */
export interface DiffResult {
  readonly version: 1;
  readonly tool: { readonly name: 'giar'; readonly version: string };
  readonly outcome: DiffOutcome;
  readonly a: DiffSide;
  readonly b: DiffSide;
  /** null where one of the two could not be read. */
  readonly comparison: DiffComparison | null;
  /** What kept a part of either from being compared. */
  readonly problems: readonly ResultProblem[];
}
