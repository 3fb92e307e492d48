import type { Sentence } from '../model/claim.ts';
import type { Piece } from './pieces.ts';

/** A sentence as it is cut out of the prose. */
export type Spoken = Sentence;

/** An ordinal at the beginning of a paragraph, which no broken line begins with. */
const ordinal =
  /^(?:[一二三四五六七八九十]{1,3}[、是.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.](?!\d)|第[一二三四五六七八九十][，、]|[①-⑳]|首先|其次)/u;
const longestHeading = 30;
/** A line that parts what is above it from what is below. */
const ruled = /[=_*]{4}/u;

/** A paragraph that was only broken off goes on in the next one. */
function goesOn(before: string, length: number, next: string): boolean {
  const last = before.at(-1) ?? '';
  if (last === '；' || last === '：') return true;
  if ('。！？'.includes(last) || ordinal.test(next)) return false;
  if (ruled.test(before) || ruled.test(next)) return false;
  const isHeading = length <= longestHeading && ordinal.test(before) && !before.includes('，');
  return !isHeading;
}

/** A piece of which a sentence is made; `from` is where it would begin in the sentence, so that offsets add up. */
interface Part {
  readonly from: number;
  readonly piece: Piece;
}

/** A sentence that is being put together; its text is joined when it ends, lest each piece copy it. */
interface Open {
  readonly texts: string[];
  length: number;
  readonly parts: Part[];
  readonly isFirst: boolean;
}

function opened(isFirst: boolean): Open {
  return { texts: [], length: 0, parts: [], isFirst };
}

/** The part in which an offset of the sentence lies. */
function partAt(parts: readonly Part[], offset: number): Part | undefined {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}

function closed({ texts, length, parts, isFirst }: Open): Spoken | null {
  const [first] = parts;
  if (first === undefined || length === 0) return null;
  return {
    text: texts.join(''),
    isFirst,
    start: first.piece.start - first.from,
    section: first.piece.section,
    placeAt: (offset) => (partAt(parts, offset) ?? first).piece.passage.place(),
  };
}

/** The beginning of what was said so far, as long as a heading may be, and its last character. */
function soFar({ texts, length }: Open): string {
  return length <= longestHeading ? texts.join('') : (texts.at(-1) ?? '');
}

/** Cuts prose into sentences; one that a page or a line breaks is put together again. */
export function sentencesOf(pieces: readonly Piece[]): Spoken[] {
  const sentences: Spoken[] = [];
  let open = opened(true);
  let before: Piece | null = null;
  const close = (isFirst: boolean): void => {
    const sentence = closed(open);
    if (sentence !== null) sentences.push(sentence);
    open = opened(isFirst);
  };
  for (const piece of pieces) {
    const isNext = before !== null && before.start + before.text.length === piece.start;
    const isSame = isNext && before?.section === piece.section;
    if (open.length > 0) {
      if (!(isSame && goesOn(soFar(open), open.length, piece.text))) close(true);
    } else if (
      !(isSame && before !== null && goesOn(before.text, before.text.length, piece.text))
    ) {
      open = opened(true);
    }
    let at = 0;
    for (const end of ends(piece.text)) {
      open.parts.push({ from: open.length - at, piece });
      open.texts.push(piece.text.slice(at, end));
      open.length += end - at;
      at = end;
      if (end < piece.text.length || '。！？'.includes(piece.text.at(-1) ?? '')) close(false);
    }
    before = piece;
  }
  close(true);
  return sentences;
}

const end = /[。！？]/gu;

/** Where the sentences of a text end. */
function ends(text: string): number[] {
  const found: number[] = [];
  end.lastIndex = 0;
  while (end.test(text)) found.push(end.lastIndex);
  if (found.at(-1) !== text.length) found.push(text.length);
  return found;
}
