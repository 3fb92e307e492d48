import type { ProseFigure, Sentence } from '../../src/model/claim.ts';
import { plainOf } from '../../src/prose/plain.ts';
import type { Spoken } from '../../src/prose/sentences.ts';
import type { Token } from '../../src/prose/token.ts';
import { tokensOf } from '../../src/prose/tokens.ts';

/** A text as one sentence of a report. */
export function spoken(text: string): Spoken {
  return {
    text: plainOf(text),
    start: 0,
    section: null,
    isFirst: true,
    placeAt: () => ({ source: 'report.html', at: null, line: null }),
  };
}

export function tokens(text: string): Token[] {
  return tokensOf(spoken(text));
}

/** The figures of a text. */
export function figures(text: string): ProseFigure[] {
  return tokens(text).flatMap((token) => (token.is === 'figure' ? [token.figure] : []));
}

/** The figures of a text as they are printed with their units. */
export function printedFigures(text: string): string[] {
  return figures(text).map(({ printed, unit }) => printed + unit);
}

/** What a place of a sentence is, marked with brackets. */
export function marked({ text }: Sentence, { start, end }: ProseFigure): string {
  return `${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)}`;
}
