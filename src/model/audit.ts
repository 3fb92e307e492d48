import type { Format } from './document.ts';
import type { ResultFinding, ResultProblem } from './result.ts';
import type { Severity, Summary, Verdict } from './run.ts';
import type { Language } from './words.ts';

/** The figures of a year that a line through the years is drawn of; null where nobody can tell. */
export interface Flow {
  readonly newlyReceived: number | null;
  readonly carriedOver: number | null;
  readonly handled: number | null;
  readonly carriedForward: number | null;
}

/** One report of an audit, as the summaries show it. */
export interface AuditedReport {
  readonly source: string;
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: string | null;
  readonly format: Format | null;
  /** Of the report by itself; what it has with other years is in the links. */
  readonly verdict: Verdict;
  readonly errors: number;
  readonly warnings: number;
  readonly waived: number;
  readonly flow: Flow;
}

/** What stands between two years of an organ: `gap` where reports between them are missing. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly outcome: 'holds' | 'breaks' | 'undecided' | 'gap';
}

/** Several reports of one organ and year: the one that was taken, and how the others differ from it. */
export interface Duplicate {
  readonly year: number;
  readonly taken: string;
  readonly others: readonly { readonly source: string; readonly cellsDiffering: number }[];
}

/** An organ with the one report taken for each year, in the order of the years. */
export interface AuditedOrgan {
  readonly organ: string;
  readonly reports: readonly AuditedReport[];
  readonly links: readonly Link[];
  readonly duplicates: readonly Duplicate[];
}

/** A finding with the report that it is about; those between years or levels are about the later or the upper one. */
export interface AuditFinding extends ResultFinding {
  readonly source: string;
  readonly organ: string | null;
  readonly year: number | null;
  /** Found in the report itself, between two years, or between a region and its members. */
  readonly scope: 'report' | 'years' | 'levels';
}

/** How often a rule failed. */
export interface RuleTally {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly reports: number;
}

export interface LinkTally {
  readonly holds: number;
  readonly breaks: number;
  readonly undecided: number;
  readonly gap: number;
}

export interface DuplicateTally {
  readonly years: number;
  readonly differing: number;
}

/** What an audit found, in sum: `audit.json`. */
export interface AuditSummary {
  readonly version: 1;
  readonly tool: { readonly name: 'giar'; readonly version: string };
  /** The language of the sentences. */
  readonly lang: Language;
  /** Files that were read, and files of other kinds that were left aside. */
  readonly files: { readonly read: number; readonly leftAside: number };
  /** Which share of all organs was audited; null for all of them. */
  readonly shard: { readonly number: number; readonly of: number } | null;
  /** null for a whole audit; else how many files were still to be read when it was stopped. */
  readonly interrupted: { readonly unread: number } | null;
  readonly summary: Summary;
  readonly organs: number;
  /** Reports without an organ or a year, which stand in no series. */
  readonly unplaced: number;
  readonly links: LinkTally;
  /** The last year that there is a report of, and how many organs have none of it; null without any. */
  readonly latest: { readonly year: number; readonly missing: number } | null;
  /** Organs and years with several reports, and how many of them do not say the same. */
  readonly duplicates: DuplicateTally;
  /** Findings between years and between levels; those of the reports themselves are in `summary`. */
  readonly series: { readonly errors: number; readonly warnings: number };
  readonly levels: { readonly errors: number; readonly warnings: number };
  readonly rules: readonly RuleTally[];
  readonly problems: readonly ResultProblem[];
  /** Rules that settings switch off or lower, and the first waivers that do not hold any more. */
  readonly notes: readonly ResultProblem[];
}

/** A report's tables for the page: what each cell prints, in the order of the form, and which ones are marked. */
export interface ReportSheet {
  readonly source: string;
  /** By the cell's index; null for a cell that the document does not have. */
  readonly cells: readonly (string | null)[];
  readonly findings: readonly AuditFinding[];
  readonly problems: readonly ResultProblem[];
}
