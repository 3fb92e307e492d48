import { isEmptyTag, type Span, type Tree } from './spans.ts';

/** Characters of a text, by their offsets, with what is to stand there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

/** A text with some of it replaced; what is inserted at one place stays in the order given. @throws where two edits overlap: a defect */
export function edited(text: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.i - b.i);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: instead } of sorted) {
    if (from < at) throw new Error(`edits overlap at ${from}`);
    parts.push(text.slice(at, from), instead);
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Puts XML at the beginning and at the end of what an element holds. */
export function around(span: Span, head: string, tail: string, headAt = span.inner): Edit[] {
  if (isEmptyTag(span)) {
    const text = `>${head}${tail}</${span.name}>`;
    return [{ from: span.inner - 2, to: span.inner, text }];
  }
  return [
    ...(head === '' ? [] : [insert(headAt, head)]),
    ...(tail === '' ? [] : [insert(span.innerEnd, tail)]),
  ];
}

/** Sets an attribute that is written without a prefix; the value must be safe in quotes. */
export function withAttribute({ text }: Tree, span: Span, name: string, value: string): Edit {
  const tag = text.slice(span.start, span.inner);
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'u').exec(tag);
  if (found === null) return insert(span.start + 1 + span.name.length, ` ${name}="${value}"`);
  const from = span.start + found.index;
  return { from, to: from + found[0].length, text: ` ${name}="${value}"` };
}
