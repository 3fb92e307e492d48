import type { Claim } from './claim.ts';
import type { Format } from './document.ts';
import type { Confidence, Slip } from './repair.ts';
import type { Coverage, Severity, Summary, Verdict } from './run.ts';

/** A cell as it stands in the document: its name on the form, the printed text, the place. */
export interface ResultCell {
  readonly cell: string;
  /** null where the document has no such cell. */
  readonly printed: string | null;
  readonly source: string;
}

export interface ResultTerm {
  readonly cell: string;
  readonly coefficient: number;
  /** null where the cell could not be read; a blank adds as 0. */
  readonly value: number | null;
}

export interface ResultSide {
  readonly terms: readonly ResultTerm[];
  readonly value: number | null;
}

/** Σ left against Σ right; `gap` is left − right, null where a side has no value. */
export interface ResultEquation {
  readonly left: ResultSide;
  readonly relation: '=' | '<=' | '>=';
  readonly right: ResultSide;
  readonly gap: number | null;
}

export interface ResultPlace {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
}

/** What the prose says: a sentence, and the figure in it by its offsets. */
export interface ResultClaim {
  readonly kind: Claim['kind'];
  readonly section: string | null;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

export interface ResultFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: ResultPlace;
  readonly cells: readonly ResultCell[];
  readonly equation: ResultEquation | null;
  readonly claim: ResultClaim | null;
  /** What would mend it, best first; at most five. */
  readonly suggestions: readonly ResultSuggestion[];
  readonly waiver: ResultWaiver | null;
}

/** Cells to be changed together. */
export interface ResultSuggestion {
  readonly confidence: Confidence;
  readonly message: string;
  readonly slip: Slip | null;
  readonly changes: readonly ResultChange[];
}

export interface ResultChange extends ResultCell {
  /** null where the cell could not be read. */
  readonly from: number | null;
  readonly to: number;
}

/** That a finding was accepted. */
export interface ResultWaiver {
  readonly reason: string;
  readonly by: string | null;
  readonly until: string | null;
  readonly source: string;
}

/** A check that could not be decided, because a cell it needs is blank or could not be read. */
export interface ResultUndecided {
  readonly ruleId: string;
  readonly message: string;
  readonly at: ResultPlace;
  readonly cells: readonly ResultCell[];
  readonly equation: ResultEquation;
}

export interface ResultProblem {
  readonly code: string;
  readonly message: string;
  readonly source: string;
  readonly path: string | null;
}

export interface ResultReport {
  readonly source: string;
  /** The format of the document; null where it was not read. */
  readonly format: Format | null;
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: string | null;
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  readonly findings: readonly ResultFinding[];
  readonly undecided: readonly ResultUndecided[];
  readonly problems: readonly ResultProblem[];
  /** What was read over or taken in a way that its reader may not expect. */
  readonly notes: readonly ResultProblem[];
}

/** What `--format json` prints and the library gives. */
export interface Result {
  readonly version: 1;
  readonly tool: { readonly name: 'giar'; readonly version: string };
  readonly reports: readonly ResultReport[];
  readonly summary: Summary;
}
