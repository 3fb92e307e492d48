import type { Block, Document } from '../model/document.ts';
import { isDigits } from './characters.ts';
import { keyOf } from './labelKey.ts';
import { subjectOf, type Title, telling, titleIn } from './subject.ts';

/** A part of a document under a report's title of its own. */
interface Part {
  readonly title: Title | null;
  readonly text: string;
  readonly blocks: readonly Block[];
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'grid') return block.rows.slice(0, 3).map((row) => row[0]?.text ?? '');
  const isTold = block.kind === 'paragraph' && block.text.includes(telling);
  return isTold ? block.text.slice(0, 2000).split('\n') : [];
}

function titleOf(block: Block): { title: Title; text: string } | null {
  for (const text of textsOf(block)) {
    const title = text.includes(telling) ? titleIn(text.replace(/\s+/gu, '')) : null;
    if (title !== null) return { title, text: text.trim() };
  }
  return null;
}

/** Two titles are those of different reports. */
function isOther(a: Title | null, b: Title | null): boolean {
  if (a === null || b === null) return false;
  if (a.year !== b.year) return true;
  if (a.organ === null || b.organ === null) return false;
  return !a.organ.includes(b.organ) && !b.organ.includes(a.organ);
}

function partsOf(blocks: readonly Block[]): Part[] {
  const parts: { title: Title | null; text: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const found = titleOf(block);
    const last = parts.at(-1);
    if (last === undefined || (found !== null && isOther(last.title, found.title))) {
      parts.push({ title: found?.title ?? null, text: found?.text ?? '', blocks: [block] });
      continue;
    }
    if (last.title === null && found !== null) [last.title, last.text] = [found.title, found.text];
    last.blocks.push(block);
  }
  return parts;
}

/** As many texts in common make two parts the same tables; few stand in every table. */
const fewestShared = 8;

function isSameForm(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].filter((key) => b.has(key)).length >= fewestShared;
}

/** Texts longer than this are no labels. */
const longestLabel = 60;

/** The keys of the labels in the tables of a part. */
function labelsIn({ blocks }: Part): Set<string> {
  const keys = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'grid') continue;
    for (const { text } of block.rows.flat()) {
      if (text.length <= longestLabel && !isDigits(text)) keys.add(keyOf(text));
    }
  }
  return keys;
}

/**
 * The report that a document is: where several follow one another, each under its title with the tables of
 * the form, the one in the title of the file, or the first. Gives the titles of the others.
 */
export function ownReport(document: Document): {
  readonly own: Document;
  readonly others: readonly string[];
} {
  const whole = { own: document, others: [] };
  const parts = partsOf(document.blocks);
  if (parts.length < 2) return whole;
  const labels = new Map(parts.map((part) => [part, labelsIn(part)]));
  const size = (part: Part): number => labels.get(part)?.size ?? 0;
  const largest = parts.reduce((a, b) => (size(b) > size(a) ? b : a));
  const alike = parts.filter((part) =>
    isSameForm(labels.get(part) ?? new Set(), labels.get(largest) ?? new Set()),
  );
  if (alike.length < 2) return whole;
  const { organ, year } = subjectOf(document);
  const named = year === null ? null : { organ, year };
  const chosen = alike.find(({ title }) => !isOther(title, named)) ?? alike[0];
  const others = alike.filter((part) => part !== chosen);
  // A part without the tables goes on from the one before it.
  let isOwn = true;
  const blocks = parts.flatMap((part) => {
    if (alike.includes(part)) isOwn = part === chosen;
    return isOwn ? part.blocks : [];
  });
  return { own: { ...document, blocks }, others: others.map(({ text }) => text) };
}
