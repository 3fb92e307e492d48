import type { ProseFigure, Sentence } from '../model/claim.ts';
import { type Sense, senseOf } from './sense.ts';
import type { Row } from './sharedUnit.ts';
import type { Token } from './token.ts';
import type { Measure } from './units.ts';

/** A sentence of which the tokens are taken, one behind the other. */
export interface Reading {
  readonly sentence: Sentence;
  readonly tokens: Token[];
  /** Characters that belong to no token yet, before those from `from` to `to`, which do not either. */
  rest: string;
  /** Where the first of all these stands; −1 where there are none. */
  begin: number;
  from: number;
  to: number;
  /** 分别 was said, and no mark since but 、. */
  isRow: boolean;
  /** The row of numbers that was met last. */
  row: Row | null;
}

export function begun(sentence: Sentence): Reading {
  return {
    sentence,
    tokens: [],
    rest: '',
    begin: -1,
    from: -1,
    to: -1,
    isRow: false,
    row: null,
  };
}

/** What is no word says nothing. */
export const nothing = senseOf({});

/** Characters of no token; those side by side are taken out of the text at once. */
export function leave(reading: Reading, from: number, to: number): void {
  if (reading.begin < 0) reading.begin = from;
  if (reading.to === from) {
    reading.to = to;
    return;
  }
  gather(reading);
  reading.from = from;
  reading.to = to;
}

function gather(reading: Reading): void {
  const { from, to, sentence } = reading;
  if (to > from) reading.rest += sentence.text.slice(from, to);
  reading.from = to;
}

/** A sign in place of what is neither word nor figure. */
export function leaveSign(reading: Reading, sign: string, at: number): void {
  if (reading.begin < 0) reading.begin = at;
  gather(reading);
  reading.rest += sign;
  reading.to = reading.from = -1;
}

/** The rest of what stands before `end`. */
export function closeRest(reading: Reading, end: number): void {
  gather(reading);
  const { rest, begin } = reading;
  if (rest !== '') {
    reading.tokens.push({ is: 'rest', start: begin, end, text: rest, sense: nothing, year: 0 });
  }
  reading.rest = '';
  reading.begin = -1;
}

export function add(
  reading: Reading,
  is: Exclude<Token['is'], 'figure'>,
  start: number,
  end: number,
  text: string,
  sense: Sense,
  year: number,
): void {
  closeRest(reading, start);
  reading.tokens.push({ is, start, end, text, sense, year });
}

export function addFigure(reading: Reading, figure: ProseFigure, measure: Measure): void {
  closeRest(reading, figure.start);
  reading.tokens.push({ is: 'figure', figure, measure });
}
