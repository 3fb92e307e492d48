import type { At } from '../../model/document.ts';
import type { ReadOptions } from '../reader.ts';
import { readPage } from './blocks.ts';
import { lineOfNode, parseTree } from './tree.ts';

function keyOf(at: At): string | null {
  if (at.kind === 'paragraph') return `${at.paragraph}`;
  return at.kind === 'cell' ? `${at.table}:${at.row}:${at.column}` : null;
}

/** The lines of all places of a page, found by reading it once more. */
function linesOf(text: string, options: ReadOptions): Map<string, number> {
  const lines = new Map<string, number>();
  const tree = parseTree(text, options, true);
  if ('code' in tree) return lines;
  readPage(tree, options.limits, (at, node) => {
    const key = keyOf(at);
    const line = lineOfNode(node);
    if (key !== null && line !== null) lines.set(key, line);
  });
  return lines;
}

/** A function that finds the line of a place: slow when it is first asked, not afterwards. */
export function lineFinder(text: string, options: ReadOptions): (at: At) => number | null {
  let lines: Map<string, number> | undefined;
  return (at) => {
    lines ??= linesOf(text, options);
    const line = lines.get(keyOf(at) ?? '');
    if (line !== undefined || at.kind !== 'cell') return line ?? null;
    // A slot that no cell covers stands where its row does.
    return lines.get(`${at.table}:${at.row}:0`) ?? lines.get(`${at.table}:0:0`) ?? null;
  };
}
