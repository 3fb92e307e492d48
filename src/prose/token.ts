import type { ProseFigure } from '../model/claim.ts';
import type { Sense } from './sense.ts';
import type { Measure } from './units.ts';

/** A figure of a sentence. */
interface Figured {
  readonly is: 'figure';
  readonly figure: ProseFigure;
  readonly measure: Measure;
}

/** What is no figure: a word of the grammar, a mark, a year, or characters that are none of these. One shape for all, since there are many. */
interface Other {
  readonly is: 'word' | 'mark' | 'year' | 'rest';
  readonly start: number;
  readonly end: number;
  /** The characters of a mark, or of what is none of these. */
  readonly text: string;
  /** What a word says; others say nothing. */
  readonly sense: Sense;
  readonly year: number;
}

/** A piece of a sentence. */
export type Token = Figured | Other;
