import type { Edition } from '../model/edition.ts';
import { onceFor } from '../model/onceFor.ts';
import type { Passage, Report } from '../model/report.ts';
import { plainOf } from './plain.ts';

/** A run of prose that stands in one paragraph, in plain text; `start` counts plain characters of the whole prose. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly section: string | null;
  readonly passage: Passage;
}

interface Title {
  readonly text: string;
  readonly section: string;
}

/** The titles of the sections as they may stand in running text. */
const titlesOf: (edition: Edition) => readonly Title[] = onceFor(({ sections }) =>
  sections.flatMap((section) =>
    [section.zh, ...(section.aliases ?? [])].map((text) => ({
      text: plainOf(text),
      section: section.id,
    })),
  ),
);

/** Words with which the tables begin where scraping has run them into the text. */
const tableStarts = [
  '第二十条第（',
  '（本列数据的勾稽关系',
  '行政复议行政诉讼结果维持',
  '统计指标',
];

/** A paragraph ends at a line or at the indent of the next one. */
const paragraphEnd = /\n|\u3000{2,}/u;

function paragraphsOf(text: string): readonly string[] {
  const isOne = !text.includes('\n') && !text.includes('\u3000\u3000');
  return isOne ? [text] : text.split(paragraphEnd);
}

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly section: string;
}

/** What every title begins with stands in it; in most paragraphs it does not. */
function isNumbered(text: string): boolean {
  for (let at = text.indexOf('、'); at >= 0; at = text.indexOf('、', at + 1)) {
    if (at > 0 && ordinals.includes(text.charAt(at - 1))) return true;
  }
  return false;
}

const ordinals = '一二三四五六七八九十';
const none: Cut[] = [];

/** Where section titles stand inside a text, in its order. */
function titlesIn(text: string, edition: Edition): Cut[] {
  if (!isNumbered(text)) return none;
  const cuts = titlesOf(edition).flatMap(({ text: title, section }) => {
    const at = text.indexOf(title);
    return at < 0 ? [] : [{ at, length: title.length, section }];
  });
  return cuts.sort((a, b) => a.at - b.at || b.length - a.length);
}

/** What one of them has in it. */
const tabular = /第二十条第|勾稽|结果维持|统计指标/u;

/** Text up to the table that was run into it. */
function beforeTable(text: string): string {
  if (!tabular.test(text)) return text;
  const starts = tableStarts.map((start) => text.indexOf(start)).filter((at) => at >= 0);
  return starts.length === 0 ? text : text.slice(0, Math.min(...starts));
}

/** One paragraph, cut where section titles stand in it, without the tables that were run into it. */
function piecesOf(
  text: string,
  start: number,
  from: string | null,
  passage: Passage,
  edition: Edition,
): Piece[] {
  const pieces: Piece[] = [];
  let section = from;
  let at = 0;
  const add = (end: number): void => {
    const own = beforeTable(text.slice(at, end));
    if (own !== '') pieces.push({ text: own, start: start + at, section, passage });
  };
  for (const cut of titlesIn(text, edition)) {
    if (cut.at < at) continue;
    add(cut.at);
    at = cut.at + cut.length;
    section = cut.section;
    pieces.push({ text: '', start: start + at, section, passage });
  }
  add(text.length);
  return pieces;
}

/** The prose of a report, paragraph by paragraph. */
export function proseOf({ passages, form: { edition } }: Report): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let running: string | null = null;
  for (const passage of passages) {
    if (passage.section !== null) running = passage.section;
    for (const paragraph of paragraphsOf(passage.text)) {
      const text = plainOf(paragraph);
      const found = piecesOf(text, start, passage.section ?? running, passage, edition);
      running = found.at(-1)?.section ?? running;
      for (const piece of found) if (piece.text !== '') pieces.push(piece);
      start += text.length;
    }
  }
  return pieces;
}
