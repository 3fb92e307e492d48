import type { Severity } from './run.ts';
import type { WaiverEntry } from './waiver.ts';

/** What becomes of a rule's findings: dropped, or given a severity. */
export const levels = ['off', 'warning', 'error'] as const;
export type Level = 'off' | Severity;

/** By the id of a rule; those that are left out stay as they are. */
export type Levels = Readonly<Record<string, Level>>;

/** Other levels for some reports: those of one of the organs, and from one of the sources; null for any. */
export interface Override {
  /** Keys of organs. */
  readonly organs: readonly string[] | null;
  /** Patterns of paths seen from the folder of the settings. */
  readonly sources: readonly RegExp[] | null;
  readonly rules: Levels;
}

/** How much a figure of the prose may be off besides its rounding; counts never may. */
export interface Tolerances {
  /** Of a share or a rate of growth, in percentage points. */
  readonly sharePoints: number;
  /** Of a sum of money, in 元. */
  readonly moneyYuan: number;
}

/** What an organisation has settled about findings. */
export interface Settings {
  /** The file, as it is shown. */
  readonly name: string;
  /** The file's folder: a whole path, parted by `/`. */
  readonly folder: string;
  readonly rules: Levels;
  readonly overrides: readonly Override[];
  readonly tolerances: Tolerances;
}

/** How findings are to be taken. It can be handed to a thread. */
export interface Policy {
  /** The folder that sources are seen from: a whole path, parted by `/`. */
  readonly folder: string;
  readonly settings: Settings | null;
  readonly waivers: readonly WaiverEntry[];
  /** As 2026-12-31; null where nobody knows, and then a waiver with an end does not hold. */
  readonly today: string | null;
}

/** Everything as it is, but for what reports say of themselves. */
export function noPolicy(today: string | null): Policy {
  return { folder: '/', settings: null, waivers: [], today };
}
