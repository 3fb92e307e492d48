import type { Place } from './document.ts';

/** Why a finding was accepted, by whom, until when, and where that is written. */
export interface Waiver {
  readonly reason: string;
  readonly by: string | null;
  /** The last day on which it holds, as 2026-12-31; null for ever. */
  readonly until: string | null;
  readonly place: Place;
}

/** What a cell says, as `report.json` has it: a number, null for a blank, or the text as printed. */
export type Answer = number | string | null;

/** A finding that is to be accepted as long as its values are these. */
export interface Explanation {
  readonly rule: string;
  /** By the names of all cells concerned, what they said when it was accepted. */
  readonly cells: Readonly<Record<string, Answer>>;
  /** What else the finding names, where it is about the prose or about no cell. */
  readonly details: Readonly<Record<string, string | number>>;
  readonly waiver: Waiver;
}

/** An explanation with the reports that it is about: those of an organ and year, or of a file, or of both. */
export interface WaiverEntry extends Explanation {
  readonly organ: string | null;
  readonly year: number | null;
  /** The file's whole path, parted by `/`, or that of a report in it. */
  readonly path: string | null;
}
