import type { At } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { readDocx } from '../../readers/docx.ts';
import type { ReadOptions } from '../../readers/reader.ts';
import type { Span, Tree } from '../spans.ts';

function keyOf(at: At): string | null {
  if (at.kind === 'cell') return `${at.table},${at.row},${at.column}`;
  return at.kind === 'paragraph' ? String(at.paragraph) : null;
}

/** Looks up the elements that a place stands for. */
export type Places = (at: At | null) => readonly Span[];

/** The places of a document, as its reader counts them; none in notes, which stand in other parts. */
export function placesIn(bytes: Uint8Array, options: ReadOptions, main: Tree): Places | Problem {
  const found = new Map<string, Span[]>();
  const read = readDocx(bytes, options, (at, node) => {
    const key = keyOf(at);
    const span = main.byInner.get(node.end);
    if (key === null || span === undefined) return;
    const own = found.get(key);
    if (own === undefined) found.set(key, [span]);
    else own.push(span);
  });
  if ('code' in read) return read;
  return (at) => {
    const key = at === null ? null : keyOf(at);
    return key === null ? [] : (found.get(key) ?? []);
  };
}
