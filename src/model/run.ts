import type { Amount, Claim, ProseFigure } from './claim.ts';
import type { Equation, Outcome } from './equation.ts';
import { isWarning, type Problem } from './problem.ts';
import type { RepairGroup } from './repair.ts';
import type { Report } from './report.ts';
import type { Waiver } from './waiver.ts';

export type Severity = 'error' | 'warning';
export type Verdict = 'pass' | 'fail' | 'not-assessable';

/** An argument of a sentence: a text of the document, or a place of the form to be named by its label. */
export type Argument =
  | string
  | number
  | { readonly line: number }
  | { readonly cells: readonly number[] }
  | { readonly zh: string; readonly en: string }
  /** The words around a figure of the prose, with the figure marked. */
  | { readonly quote: ProseFigure }
  /** An amount with the cells it is added up from. */
  | { readonly amount: Amount }
  /** Several sums of cells, any of which would do. */
  | { readonly sums: readonly (readonly number[])[] };

/** Something wrong with the report's figures: ids and typed arguments, no sentences. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Which of the rule's sentences says it. */
  readonly variant: string;
  readonly args: Readonly<Record<string, Argument>>;
  readonly at: {
    readonly table: string | null;
    readonly row: string | null;
    readonly column: string | null;
  };
  /** Indices of the form's cells concerned, in the order they are to be shown. */
  readonly cells: readonly number[];
  readonly equation: Equation | null;
  /** What the prose says, where the finding is about that. */
  readonly claim: Claim | null;
  /** The reports seen as one that `cells` and `equation` belong to; null where it is about its own report. */
  readonly across: Report | null;
  /** That it was accepted; it then counts for nothing but is still told. */
  readonly waiver: Waiver | null;
}

/** An arithmetic check that was made, with what came of it. */
export interface Check {
  readonly equation: Equation;
  readonly outcome: Outcome;
}

export interface Tally {
  readonly made: number;
  readonly passed: number;
  readonly failed: number;
  readonly inconclusive: number;
}

/**
 * How much was looked at. `cells.read` counts cells that gave an answer, blank and not-applicable
 * ones among them; `uncertain` cells were only guessed. `checks` are stated and implied identities; `queries` the heuristic ones, which
 * never decide a verdict; `series` those that compare two years, where the one before is at hand.
 */
export interface Coverage {
  readonly cells: {
    readonly inForm: number;
    readonly read: number;
    readonly blank: number;
    readonly notApplicable: number;
    readonly unreadable: number;
    readonly uncertain: number;
  };
  readonly checks: Tally;
  readonly queries: Tally;
  readonly series: Tally;
  readonly claims: ClaimCoverage;
}

/**
 * The figures of the prose: `tied` restate cells, `checked` were compared with cells or with other
 * figures of the prose, `leftAlone` were not: they are about something else, or were not understood.
 */
export interface ClaimCoverage {
  readonly found: number;
  readonly tied: number;
  readonly checked: number;
  readonly leftAlone: number;
}

/** The checks that compare a report with the one of the year before, the two seen as one. */
export interface Compared {
  readonly joint: Report;
  readonly checks: readonly Check[];
}

/** Everything that is known of one report after all rules were tried. */
export interface Run {
  readonly source: string;
  /** null where no report could be made of the document. */
  readonly report: Report | null;
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  readonly checks: readonly Check[];
  /** null where no report of the year before was at hand. */
  readonly compared: Compared | null;
  readonly findings: readonly Finding[];
  /** What would mend the findings; empty where nobody asked for it. */
  readonly repairs: readonly RepairGroup[];
  readonly problems: readonly Problem[];
  /** What its reader should know of the reading, without any bearing on the verdict. */
  readonly notes: readonly Problem[];
}

/** Runs added up. */
export interface Summary {
  readonly reports: number;
  readonly pass: number;
  readonly fail: number;
  readonly notAssessable: number;
  readonly errors: number;
  readonly warnings: number;
  /** Findings that were accepted; they are neither errors nor warnings. */
  readonly waived: number;
}

/** How many findings there are: those that were accepted are counted apart. */
export function countsOf(
  findings: readonly { readonly severity: Severity; readonly waiver: object | null }[],
): Pick<Summary, 'errors' | 'warnings' | 'waived'> {
  const counts = { errors: 0, warnings: 0, waived: 0 };
  for (const { severity, waiver } of findings) {
    if (waiver !== null) counts.waived++;
    else if (severity === 'error') counts.errors++;
    else counts.warnings++;
  }
  return counts;
}

/** `countsOf` of a run; explanations that do not hold any more are warnings too. */
export function countsOfRun({ findings, notes }: Run): ReturnType<typeof countsOf> {
  const counts = countsOf(findings);
  return { ...counts, warnings: counts.warnings + notes.filter(isWarning).length };
}
