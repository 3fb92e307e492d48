import type { Document, GridCell } from '../model/document.ts';
import { type Edition, isInForce } from '../model/edition.ts';
import { flatColumns, formOf } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import { isDigits } from './characters.ts';
import { keyOf, keysOfLabel } from './labelKey.ts';
import { remembered } from './remembered.ts';
import type { RunningText } from './runningText.ts';

/** Fewer labels of a form than this may stand in any text. */
const fewestLabels = 4;

/** A label that no other edition prints weighs as much as so many others. */
const fingerprintWeight = 5;

/** A label that an edition prints: the keys it is known by, and what it weighs. */
interface Print {
  readonly edition: Edition;
  readonly keys: readonly string[];
  readonly isFingerprint: boolean;
}

function printsOf(edition: Edition): Print[] {
  const { lines } = formOf(edition);
  const columns = edition.tables.flatMap(({ blocks }) =>
    blocks.flatMap((b) => flatColumns(b.columns)),
  );
  const labels = [...lines.map((line) => line.label), ...columns];
  const variants = labels.map((label) => keysOfLabel(label).flatMap((keys) => keys.slice(0, 2)));
  const distinct = [...new Map(variants.map((keys) => [keys[0], keys])).values()];
  return [
    ...distinct.map((keys) => ({ edition, keys, isFingerprint: false })),
    ...edition.fingerprint.map((text) => ({ edition, keys: [keyOf(text)], isFingerprint: true })),
  ];
}

/** What all editions print, and how it is found in a document. */
interface Prints {
  readonly byKey: ReadonlyMap<string, readonly Print[]>;
  /** What a text as a cell has it may be. */
  of(text: string): readonly Print[];
}

const printsOfAll: (editions: readonly Edition[]) => Prints = onceFor((editions) => {
  const byKey = new Map<string, Print[]>();
  for (const print of editions.flatMap(printsOf)) {
    for (const key of new Set(print.keys)) byKey.set(key, [...(byKey.get(key) ?? []), print]);
  }
  const none: readonly Print[] = [];
  const look = (text: string): readonly Print[] => {
    const key = keyOf(text);
    return key.length > 1 ? (byKey.get(key) ?? none) : none;
  };
  return { byKey, of: remembered(look, none) };
});

/** What stands in anything short enough to be a label: cells and paragraphs. */
function printsIn({ blocks }: Pick<Document, 'blocks'>, prints: Prints): Set<Print> {
  const found = new Set<Print>();
  const add = (text: string): void => {
    if (isDigits(text)) return;
    const own = prints.of(text);
    if (own.length > 0) for (const print of own) found.add(print);
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
  return found;
}

/** What stands in a text, wherever a word of it begins. */
function printsWithin(text: string, { byKey }: Prints): Set<Print> {
  const found = new Set<Print>();
  for (const [key, prints] of byKey) {
    if (key.length > 2 && text.includes(key)) for (const print of prints) found.add(print);
  }
  return found;
}

interface Score {
  readonly edition: Edition;
  readonly labels: number;
  readonly weight: number;
}

function scoresOf(editions: readonly Edition[], found: ReadonlySet<Print>): Score[] {
  const scores = editions.map((edition) => ({ edition, labels: 0, weight: 0 }));
  for (const { edition, isFingerprint } of found) {
    const score = scores.find((each) => each.edition === edition);
    if (score === undefined) continue;
    score.weight += isFingerprint ? fingerprintWeight : 1;
    if (!isFingerprint) score.labels++;
  }
  return scores;
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
  const prints = printsOfAll(editions);
  let scores = scoresOf(editions, printsIn(document, prints));
  if (scores.every(({ labels }) => labels < fewestLabels)) {
    scores = scoresOf(editions, printsWithin(running().key, prints));
  }
  const suits = ({ edition }: Score): number => (year !== null && isInForce(edition, year) ? 1 : 0);
  const [best] = scores.sort((a, b) => b.weight - a.weight || suits(b) - suits(a));
  return best === undefined || best.labels < fewestLabels ? null : best.edition;
}
