import type { FormLine } from '../model/form.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';

/** Fewer letters in common are no likeness. */
const fewestLetters = 3;

const ordinal = /^(?:[一二三四五六七八九十]|\d{1,2})/u;

/** All letters of one text stand in the other, in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * A label in fewer or other words than the form's, in the very place of the line: its letters are letters
 * of the line's label in their order, or it goes on where that ends. Only good for a row that stands where
 * no other line is missing.
 */
export function isLike(label: string, line: FormLine, book: LabelBook): boolean {
  const own = book.withoutHeading(keyOf(label)).replace(ordinal, '');
  const due = keyOf(line.label.zh).replace(ordinal, '');
  if (own.startsWith(due)) return true;
  return own.length >= fewestLetters && isWithin(own, due);
}
