import type { Edition, Section } from '../model/edition.ts';
import { onceFor } from '../model/onceFor.ts';
import { onceForText } from './remembered.ts';

interface Told {
  readonly section: Section;
  readonly words: RegExp;
  readonly hasTable: boolean;
}

/** The sections of an edition, with the words that tell their titles as a pattern. */
const toldOf: (edition: Edition) => readonly Told[] = onceFor(({ sections, tables }) =>
  sections.map((section) => ({
    section,
    words: new RegExp(
      section.telling.map((words) => words.replaceAll('…', '.{0,12}')).join('|'),
      'u',
    ),
    hasTable: tables.some(({ id }) => id === section.id),
  })),
);

const longestHeading = 40;
const inSentence = /[。；！？，]/u;
/** `（一）主动公开情况` is a part of the overview, not the section that has the table. */
const lowerOrdinal = /^(?:[（(]|\d)/u;
/** A title inside running text begins with its ordinal; what it says is seen in so many characters. */
const inRunning = /[一二三四五六七八九]、(?=([^。；！？，：（(\d]{2,26}))/gu;

const numbered = /[一二三四五六七八九]\s*、/u;
const none: readonly Section[] = [];

/** The sections that a text has titles of: it is one itself, in whatever words, or has some inside. */
export const sectionsTitled: (edition: Edition) => (text: string) => readonly Section[] = onceFor(
  (edition) => {
    const told = toldOf(edition);
    if (told.length === 0) return () => none;
    return onceForText((text) => sectionsIn(text, told));
  },
);

function sectionsIn(text: string, told: readonly Told[]): readonly Section[] {
  // Running text without an ordinal, as most paragraphs are.
  if (text.length > 2 * longestHeading && !numbered.test(text)) return none;
  const plain = text.replace(/\s+/gu, '');
  if (plain.length <= longestHeading && !inSentence.test(plain)) {
    const isLower = lowerOrdinal.test(plain);
    return told.flatMap(({ section, words, hasTable }) =>
      !(isLower && hasTable) && words.test(plain) ? [section] : [],
    );
  }
  const titles = [...plain.matchAll(inRunning)].map(([, title = '']) => title);
  return told.flatMap(({ section, words }) =>
    titles.some((title) => words.test(title)) ? [section] : [],
  );
}
