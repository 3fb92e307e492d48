import { plainOf } from '../../prose/plain.ts';
import type { Quote } from '../mark.ts';
import type { Span, Tree } from '../spans.ts';

/** A character as it is read, with its run and its place in the part: more than one character where it is a reference. */
export interface Letter {
  readonly text: string;
  readonly run: Span;
  /** The `t` that it stands in. */
  readonly within: Span;
  readonly from: number;
  readonly to: number;
}

/** What is not read, or is a text of its own. */
const apart = new Set(['del', 'moveFrom', 'txbxContent', 'pPr', 'rPr', 'Fallback']);

const reference = /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/iy;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function referred([, hex, decimal, name]: readonly (string | undefined)[]): string {
  if (name !== undefined) return named[name] ?? '';
  return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16));
}

/** The letters of a `t`; none where it is written in an uncommon way. */
function lettersIn({ text }: Tree, within: Span, run: Span): Letter[] {
  const letters: Letter[] = [];
  for (let at = within.inner; at < within.innerEnd; ) {
    reference.lastIndex = at;
    const found = text.charAt(at) === '&' ? reference.exec(text) : null;
    if (text.charAt(at) === '<') return [];
    const letter =
      found === null ? String.fromCodePoint(text.codePointAt(at) ?? 0) : referred(found);
    const to = at + (found === null ? letter.length : found[0].length);
    letters.push({ text: letter, run, within, from: at, to });
    at = to;
  }
  return letters;
}

/** The letters that stand in a paragraph or a cell, text boxes in it left out. */
export function lettersOf(tree: Tree, span: Span, run: Span | null = null): Letter[] {
  if (span.local === 't') return run === null ? [] : lettersIn(tree, span, run);
  const own = span.local === 'r' ? span : run;
  const children = span.children.filter(({ local }) => !apart.has(local));
  return children.flatMap((each) => lettersOf(tree, each, own));
}

/** A comma stands for the wide one: which of them it is depends on its neighbours. */
function key(plain: string): string {
  return plain.replaceAll(',', '，');
}

/** Characters beside a figure by which it is found where its sentence is written otherwise. */
const contexts = [12, 6, 3, 0];

/** Where a quote begins in a plain text; null where that is not plain. */
function quoteAt(plain: string, { sentence, start, end }: Quote): number | null {
  const whole = plain.indexOf(key(sentence));
  if (whole >= 0) return whole + start;
  for (const context of contexts) {
    const from = Math.max(0, start - context);
    const words = key(sentence.slice(from, end + context));
    const at = plain.indexOf(words);
    if (at >= 0 && plain.indexOf(words, at + 1) < 0) return at + start - from;
  }
  return null;
}

/** The letters of a quote among those of its paragraph; none where it is not found. */
export function quoted(letters: readonly Letter[], quote: Quote): Letter[] {
  const owners: Letter[] = [];
  let plain = '';
  for (const letter of letters) {
    const kept = key(plainOf(letter.text));
    plain += kept;
    for (let i = 0; i < kept.length; i++) owners.push(letter);
  }
  const at = quoteAt(plain, quote);
  if (at === null) return [];
  return [...new Set(owners.slice(at, at + quote.end - quote.start))];
}
