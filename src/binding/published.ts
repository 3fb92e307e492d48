import type { Day } from '../model/day.ts';
import { isAfter, isoDay, isoOf } from '../model/day.ts';
import type { Block, Document, GridCell } from '../model/document.ts';
import { isDigits } from './characters.ts';

/** Dates of publication stand before the text; this many lines are looked at. */
const mostLookedAt = 60;
const longestLine = 400;
const date = '(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)';
const labelled = new RegExp(
  `(发布|公开|公布|发文|成文|生成|印发)(?:时间|日期)[\\s:：\\]】]*${date}`,
  'gu',
);
/** These dates are of the text, which may be older than its publication. */
const ofText = ['发文', '成文', '生成', '印发'];
/** `2024-02-05 10:20`, `20240205`, `2024-02-05T10:20:00+08:00` */
const besides = new RegExp(`^\\s*(?:${date}|(20\\d{2})(\\d{2})(\\d{2})(?!\\d))`, 'u');
const alone = new RegExp(`^[\\s（(]*${date}日?[\\s\\d:]*[）)]?\\s*$`, 'u');
const title = /信息公开.{0,20}(?:报告|年报)[^。]{0,10}$/u;
/** A date without a label stands so many lines below the title, at most. */
const nearTitle = 3;
/** What a date or a title has in it. */
const telling = /20\d\d|信息公开|日期|时间/u;
const firstSection = /^\s*一\s*、/u;

function dayIn(found: readonly (string | undefined)[]): Day | null {
  const [year, month, day] = found.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return isoDay.test(isoOf({ year, month, day })) ? { year, month, day } : null;
}

function linesOf(block: Block): string[] {
  if (block.kind === 'opaque') return [];
  if (block.kind === 'paragraph') return block.text.slice(0, longestLine).split('\n');
  return block.rows.slice(0, mostLookedAt).map(rowText);
}

/** A row as a line; of most rows, which say nothing here, the first text. */
function rowText(row: readonly GridCell[]): string {
  let first = '';
  let before: GridCell | null = null;
  for (const cell of row) {
    // A merged cell stands in many slots.
    if (cell === before) continue;
    before = cell;
    if (first === '' && cell.text.trim() !== '') first = cell.text;
    if (!isDigits(cell.text) && telling.test(cell.text)) {
      return [...new Set(row)].map(({ text }) => text.slice(0, longestLine)).join('：');
    }
  }
  return first.slice(0, longestLine);
}

/** What stands before the text of a report. */
function linesBefore({ blocks }: Document): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    for (const line of linesOf(block)) {
      if (lines.length >= mostLookedAt || firstSection.test(line)) return lines;
      if (line.trim() !== '') lines.push(line);
    }
  }
  return lines;
}

function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((a, b) => (a === null || isAfter(a, b) ? b : a), null);
}

/** The days of which a file says besides its text that it was published on them. */
function daysBesides({ published = [] }: Document): Day[] {
  return published.flatMap((text) => {
    const found = besides
      .exec(text)
      ?.slice(1)
      .filter((part) => part !== undefined);
    return dayIn(found ?? []) ?? [];
  });
}

/** The day on which a document says that it was published: by a label, in its head, or by a date below its title. */
export function publishedOf(document: Document): Day | null {
  const published: Day[] = daysBesides(document);
  const written: Day[] = [];
  let belowTitle = 0;
  for (const line of linesBefore(document)) {
    const dated = line.includes('20') ? line.matchAll(labelled) : [];
    for (const [, label = '', ...found] of dated) {
      const day = dayIn(found);
      if (day !== null) (ofText.includes(label) ? written : published).push(day);
    }
    const bare = belowTitle > 0 ? alone.exec(line) : null;
    const day = bare === null ? null : dayIn(bare.slice(1));
    if (day !== null) written.push(day);
    const isTitle = line.includes('开') && title.test(line.replace(/\s+/gu, ''));
    belowTitle = isTitle ? nearTitle : belowTitle - 1;
  }
  return earliest(published) ?? earliest(written);
}
