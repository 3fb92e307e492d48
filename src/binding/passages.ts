import type { Block, Document, Opaque, Place } from '../model/document.ts';
import type { Edition, Section } from '../model/edition.ts';
import type { Passage } from '../model/report.ts';
import { keyOf, keysOf } from './labelKey.ts';

/** A section title stands alone in its line. */
const longestTitle = 60;

/** The section that a paragraph is the title of. */
export function sectionOf(text: string, { sections }: Edition): Section | null {
  const plain = text.trim();
  if (plain.length === 0 || plain.length > longestTitle) return null;
  const key = keyOf(plain);
  const keys = keysOf(plain);
  const exact = sections.find(({ zh, aliases = [] }) =>
    [zh, ...aliases].some(
      (title) => keyOf(title) === key || keysOf(title).some((each) => keys.includes(each)),
    ),
  );
  return exact ?? null;
}

interface Walk {
  readonly passages: readonly Passage[];
  /** By section id: what stands in it without text. */
  readonly opaque: ReadonlyMap<string | null, readonly Opaque[]>;
}

/** The prose of a document by section, and the pictures and frames in each. */
export function walkSections(
  document: Document,
  edition: Edition,
  placeOf: (block: Block) => Place,
): Walk {
  const passages: Passage[] = [];
  const opaque = new Map<string | null, Opaque[]>();
  let section: string | null = null;
  for (const block of document.blocks) {
    if (block.kind === 'opaque') {
      opaque.set(section, [...(opaque.get(section) ?? []), block]);
    } else if (block.kind === 'paragraph') {
      const titled = sectionOf(block.text, edition);
      if (titled !== null) section = titled.id;
      else if (block.text.trim() !== '') {
        passages.push({ section, text: block.text, place: () => placeOf(block) });
      }
    }
  }
  return { passages, opaque };
}
