import type { Place } from './document.ts';
import type { Interval } from './equation.ts';

/** A sentence of the prose without its blanks; `start` counts characters of the whole prose so written, from 0. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  /** The section of the form it stands in; null before the first one. */
  readonly section: string | null;
  /** It begins a paragraph of its own. */
  readonly isFirst: boolean;
  /** Where the character at this offset of `text` stands in the document. */
  placeAt(offset: number): Place;
}

/** A figure printed in the prose: offsets in its sentence, and what it may stand for. */
export interface ProseFigure {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  /** In units of 1, 元 for money, per cent for a rate (倍 being hundreds). */
  readonly value: number;
  /** The values that may be printed so, by rounding or by cutting off. */
  readonly range: Interval;
  readonly unit: string;
  /** Written with a word such as 约, 近, 余. */
  readonly isApproximate: boolean;
}

const nothing: Interval = { low: 0, high: 0 };

/** Words of a sentence, to be quoted in place of a figure. */
export function wordsOf(sentence: Sentence, start: number, end: number): ProseFigure {
  const printed = sentence.text.slice(start, end);
  return {
    sentence,
    start,
    end,
    printed,
    value: 0,
    range: nothing,
    unit: '',
    isApproximate: false,
  };
}

/**
 * How much a contradiction is worth. `firm`: nothing else can be meant, an error. `weak`: the words
 * have several meanings, a warning. `scoped`: the sentence may be about something else, nothing.
 */
export type Force = 'firm' | 'weak' | 'scoped';

/** An amount that a claim counts with: printed in the prose, or a sum of cells, by their indices. */
export type Amount = ProseFigure | readonly number[];

export function isCells(amount: Amount): amount is readonly number[] {
  return Array.isArray(amount);
}

/** A figure that restates a sum of cells: any of the readings. */
export interface FigureClaim {
  readonly kind: 'figure';
  readonly figure: ProseFigure;
  readonly readings: readonly (readonly number[])[];
  readonly force: Force;
}

/** A rate that says what part of a whole something is: any of the parts, of any of the wholes. */
export interface ShareClaim {
  readonly kind: 'share';
  readonly figure: ProseFigure;
  readonly parts: readonly Amount[];
  readonly wholes: readonly Amount[];
  readonly force: Force;
}

/**
 * A whole and its parts, all of them printed in the prose. `complete`: the parts are all there are;
 * otherwise they only may not come to more than the whole.
 */
export interface BreakdownClaim {
  readonly kind: 'breakdown';
  readonly figure: ProseFigure;
  readonly parts: readonly ProseFigure[];
  readonly isComplete: boolean;
  readonly force: Force;
}

/** How much an amount has grown (`sign` 1) or shrunk (−1) since the year before: by a rate, or by so many. */
export interface GrowthClaim {
  readonly kind: 'growth';
  readonly by: 'rate' | 'count';
  readonly figure: ProseFigure;
  readonly now: readonly Amount[];
  /** The amount of the year before, where the prose prints it. */
  readonly before: ProseFigure | null;
  /** By amount of `now`: what it was in last year's report, where that is at hand and says so. */
  readonly lastYear: readonly (number | null)[];
  readonly sign: 1 | -1;
  readonly force: Force;
}

/** A statement that all of something, or (`of` null) nothing, was so: Σ `cells` = Σ `of`, or 0. */
export interface AllClaim {
  readonly kind: 'all';
  /** The words that say it, in place of a figure. */
  readonly figure: ProseFigure;
  readonly cells: readonly number[];
  readonly of: readonly number[] | null;
  readonly force: Force;
}

/** What the prose says of the figures of the report, or of its own. */
export type Claim = FigureClaim | ShareClaim | BreakdownClaim | GrowthClaim | AllClaim;

/** The prose as it was understood. */
export interface Prose {
  readonly sentences: readonly Sentence[];
  /** Every figure with a unit, in the order of the document. */
  readonly figures: readonly ProseFigure[];
  readonly claims: readonly Claim[];
  /** Figures of which it is known what they count, whether or not the form has a cell for it. */
  readonly understood: ReadonlySet<ProseFigure>;
  /** It was read to its end; otherwise it has more figures than any report. */
  readonly isWhole: boolean;
}
