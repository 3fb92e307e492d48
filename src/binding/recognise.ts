import type { Document, GridCell } from '../model/document.ts';
import { type Edition, isInForce } from '../model/edition.ts';
import { flatColumns, formOf } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import { keyOf, keysOfLabel } from './labelKey.ts';
import type { RunningText } from './runningText.ts';

/** Fewer labels of a form than this may stand in any text. */
const fewestLabels = 4;

/** A label that no other edition prints weighs as much as so many others. */
const fingerprintWeight = 5;

/** Texts longer than this are no labels. */
const longestLabel = 120;

/** Digits alone, as most cells are, or nothing: no label. */
const figure = /^\d*$/u;

interface Prints {
  readonly fingerprint: readonly string[];
  readonly labels: readonly (readonly string[])[];
}

const printsOf: (edition: Edition) => Prints = onceFor((edition) => {
  const { lines } = formOf(edition);
  const columns = edition.tables.flatMap(({ blocks }) =>
    blocks.flatMap((b) => flatColumns(b.columns)),
  );
  const labels = [...lines.map((line) => line.label), ...columns];
  const variants = labels.map((label) => keysOfLabel(label).flatMap((keys) => keys.slice(0, 2)));
  return {
    fingerprint: edition.fingerprint.map(keyOf),
    labels: [...new Map(variants.map((keys) => [keys[0], keys])).values()],
  };
});

/** Keys of everything short enough to be a label: cells and paragraphs. */
export function keysIn({ blocks }: Pick<Document, 'blocks'>): Set<string> {
  const keys = new Set<string>();
  const add = (text: string): void => {
    if (text.length > longestLabel || figure.test(text)) return;
    const key = keyOf(text);
    if (key.length > 1) keys.add(key);
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') add(block.text);
    else if (block.kind === 'grid') {
      for (const [row, slots] of block.rows.entries()) {
        let before: GridCell | null = null;
        for (const cell of slots) {
          if (cell.row === row && cell !== before) add(cell.text);
          before = cell;
        }
      }
    }
  }
  return keys;
}

interface Score {
  readonly edition: Edition;
  readonly labels: number;
  readonly weight: number;
}

function scored(edition: Edition, has: (key: string) => boolean): Score {
  const { fingerprint, labels } = printsOf(edition);
  const found = labels.filter((keys) => keys.some(has)).length;
  const prints = fingerprint.filter(has).length;
  return { edition, labels: found, weight: found + prints * fingerprintWeight };
}

/**
 * The edition whose labels a document prints; of two that fit as well the one in force for the year.
 * null where none is recognised.
 */
export function recognise(
  document: Document,
  running: () => RunningText,
  editions: readonly Edition[],
  year: number | null,
): Edition | null {
  const keys = keysIn(document);
  let scores = editions.map((edition) => scored(edition, (key) => keys.has(key)));
  if (scores.every(({ labels }) => labels < fewestLabels)) {
    const { key: text } = running();
    scores = editions.map((edition) =>
      scored(edition, (key) => key.length > 2 && text.includes(key)),
    );
  }
  const suits = ({ edition }: Score): number => (year !== null && isInForce(edition, year) ? 1 : 0);
  const [best] = scores.sort((a, b) => b.weight - a.weight || suits(b) - suits(a));
  return best === undefined || best.labels < fewestLabels ? null : best.edition;
}
