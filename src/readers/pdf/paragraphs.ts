import { type Line, textOfLine } from './lines.ts';
import type { Box } from './matrix.ts';
import { around } from './matrix.ts';

export interface Prose {
  readonly text: string;
  readonly box: Box;
}

function boxOfLine({ from, top, to, bottom }: Line): Box {
  return [from, top, to, bottom];
}

/** Text of two lines in a row: Chinese is joined as it stands, words in Latin letters by a blank. */
function joined(text: string, next: string): string {
  return /[\x21-\x7e]$/u.test(text) && /^[A-Za-z(]/u.test(next) ? `${text} ${next}` : text + next;
}

/**
 * Whether a line goes on with the sentence of the one above: that one is filled to the right, and
 * this one starts at the left margin, where the first line of a paragraph is indented, or below it.
 */
function goesOn(above: Line, line: Line, left: number, right: number): boolean {
  const em = Math.max(above.em, line.em);
  const starts = Math.min(Math.abs(line.from - left), Math.abs(line.from - above.from));
  return (
    Math.abs(above.em - line.em) <= 0.15 * em &&
    line.bottom - above.bottom <= 2.6 * em &&
    right - above.to <= 1.8 * em &&
    starts <= 0.7 * em
  );
}

/** Paragraphs of lines that follow each other, with the margins of the text of the page. */
export function paragraphsOf(lines: readonly Line[], left: number, right: number): Prose[] {
  const result: { text: string; box: Box; last: Line }[] = [];
  for (const line of lines) {
    const text = textOfLine(line);
    const open = result.at(-1);
    if (open !== undefined && goesOn(open.last, line, left, right)) {
      open.text = joined(open.text, text);
      open.box = around(open.box, boxOfLine(line));
      open.last = line;
    } else {
      result.push({ text, box: boxOfLine(line), last: line });
    }
  }
  return result;
}
