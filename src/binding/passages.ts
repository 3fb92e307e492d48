import type { At, Block, Document, Opaque, Place } from '../model/document.ts';
import type { Edition, Section } from '../model/edition.ts';
import { onceFor } from '../model/onceFor.ts';
import type { Passage } from '../model/report.ts';
import { isProseLine, proseOfCells, toldInParagraphs } from './cellProse.ts';
import { keysOf, keysOfLabel } from './labelKey.ts';
import { onceForText } from './remembered.ts';
import { sectionsTitled } from './titles.ts';

/** A section title stands alone in its line. */
const longestTitle = 60;

/** The sections of an edition, by their number, under all keys of their titles; the first has a key that several share. */
const titlesOf: (edition: Edition) => ReadonlyMap<string, number> = onceFor(({ sections }) => {
  const titles = new Map<string, number>();
  for (const [i, section] of sections.entries()) {
    for (const key of keysOfLabel(section).flat()) if (!titles.has(key)) titles.set(key, i);
  }
  return titles;
});

/** Looks up titles: reports print the same ones. */
const sectionsOf: (edition: Edition) => (title: string) => Section | null = onceFor((edition) => {
  const titles = titlesOf(edition);
  return onceForText((title) => {
    const found = keysOf(title).flatMap((key) => titles.get(key) ?? []);
    return edition.sections[Math.min(...found)] ?? null;
  });
});

/** The section that a paragraph is the title of. */
export function sectionOf(text: string, edition: Edition): Section | null {
  const plain = text.trim();
  if (plain.length === 0 || plain.length > longestTitle) return null;
  return sectionsOf(edition)(plain);
}

interface Walk {
  readonly passages: readonly Passage[];
  /** The ids of the sections that have a title, in the order of the form. */
  readonly sections: readonly string[];
  /** By section id: what stands in it without text. */
  readonly opaque: ReadonlyMap<string | null, readonly Opaque[]>;
}

/** Among the labels of a table only an ordinal tells a title. */
const numbered = /^\s*[一二三四五六七八九]\s*、/u;

/** Texts of a block that may be titles: a paragraph, or what stands first in a row of a table. */
function titlesIn(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.text];
  if (block.kind === 'opaque') return [];
  return block.rows.map((row) => row[0]?.text ?? '').filter((text) => numbered.test(text));
}

/** The sections of which a document has a title, wherever it stands. */
function titled({ blocks }: Document, edition: Edition): string[] {
  const found = new Set<Section>();
  const sectionsIn = sectionsTitled(edition);
  for (const text of blocks.flatMap(titlesIn)) {
    for (const section of sectionsIn(text)) found.add(section);
  }
  return edition.sections.filter((section) => found.has(section)).map(({ id }) => id);
}

/** The prose of a document by section, in its paragraphs and in cells apart from the form's; the pictures and frames in each, and which sections it has. */
export function walkSections(
  document: Document,
  edition: Edition,
  placeOf: (block: { readonly at: At }) => Place,
  isBound: (at: At) => boolean = () => false,
): Walk {
  const passages: Passage[] = [];
  const opaque = new Map<string | null, Opaque[]>();
  const isTold = toldInParagraphs(document.blocks);
  let section: string | null = null;
  const walk = (text: string, at: At, isProse: boolean): void => {
    const titled = sectionOf(text, edition);
    if (titled !== null) section = titled.id;
    else if (isProse) passages.push({ section, text, place: () => placeOf({ at }) });
  };
  for (const block of document.blocks) {
    if (block.kind === 'opaque') {
      opaque.set(section, [...(opaque.get(section) ?? []), block]);
    } else if (block.kind === 'paragraph') {
      walk(block.text, block.at, block.text.trim() !== '');
    } else {
      for (const { text, at } of proseOfCells(block, isBound, isTold)) {
        walk(text, at, isProseLine(text));
      }
    }
  }
  return { passages, sections: titled(document, edition), opaque };
}
