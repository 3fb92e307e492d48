import type { Place } from './document.ts';

/** Why a finding was accepted, by whom, until when, and where that is written. */
export interface Waiver {
  readonly reason: string;
  readonly by: string | null;
  /** The last day on which it holds, as 2026-12-31; null for ever. */
  readonly until: string | null;
  readonly place: Place;
}
