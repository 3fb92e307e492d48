import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSpans, type Span, type Tree } from '../../src/marking/spans.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

export const options = { source: 'x', limits: defaultLimits };

/** A document of the fixtures. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fixtures/reports/${name}`));
}

/** A part of an archive as text. */
export function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** An archive with texts in one part replaced, each of which must be there. */
export function withTexts(
  bytes: Uint8Array,
  name: string,
  ...pairs: readonly (readonly [from: string, to: string])[]
): Uint8Array {
  const files = unzipSync(bytes);
  let text = strFromU8(files[name] ?? new Uint8Array());
  for (const [from, to] of pairs) {
    if (!text.includes(from)) throw new Error(`no ${from} in ${name}`);
    text = text.replace(from, () => to);
  }
  return zipSync({ ...files, [name]: strToU8(text) });
}

/** Names of the parts that two archives do not have alike, byte for byte. */
export function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return names.filter((name) => {
    const [one, other] = [a[name], b[name]];
    return one === undefined || other === undefined || !Buffer.from(one).equals(other);
  });
}

/** A part with its elements. @throws where it is no XML */
export function spansOf(bytes: Uint8Array, name: string): Tree {
  const tree = readSpans(unzipSync(bytes)[name] ?? new Uint8Array(), {
    ...options,
    part: name,
    format: 'X',
  });
  if ('code' in tree) throw new Error(`${name} is no XML`);
  return tree;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of an element, that of its `t` alone. */
export function textIn({ text }: Tree, span: Span): string {
  if (span.local === 't') {
    return text
      .slice(span.inner, span.innerEnd)
      .replace(/&[^;]+;/gu, (each) => entities[each] ?? each);
  }
  return span.children
    .map((each) => textIn({ text, root: each, byInner: new Map() }, each))
    .join('');
}
