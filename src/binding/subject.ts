import type { Document } from '../model/document.ts';
import { isDigits } from './characters.ts';

/** Whose report a document is, and of which year; null where it does not say. */
export interface Subject {
  readonly organ: string | null;
  readonly year: number | null;
  /** Another year that the document gives for itself; null where all agree. */
  readonly otherYear: number | null;
}

const chineseDigits = '〇一二三四五六七八九';
const yearPattern = '(20\\d{2}|二[〇○Ｏ零O][〇○Ｏ零O一二三四五六七八九]{2})';
const title = new RegExp(
  `^(.{0,60}?)(?:关于)?${yearPattern}年?(?:度)?(.{0,40}?)(?:政府)?信息公开(?:工作)?(?:情况)?的?(?:年度|年)?(?:工作)?(?:报告|年报|统计表)`,
  'u',
);
/** The year stands behind the title. */
const yearLast = new RegExp(
  `^(.{2,40}?)政府信息公开(?:工作)?(?:情况)?(?:年度|年)?(?:工作)?(?:报告|年报)[（(]${yearPattern}年?(?:度)?[）)]`,
  'u',
);
/** The report calls itself by its title in its first sentences. */
const quoted = new RegExp(
  `《([^《》]{2,40}?)${yearPattern}年?(?:度)?政府信息公开(?:工作)?(?:年度)?报告》`,
  'u',
);
const period = new RegExp(
  `${yearPattern}年1月1日(?:起)?(?:至|到|—|-|－|~|～)(?:${yearPattern}年)?12月31日`,
  'u',
);
const organEnd =
  /(?:政府|委员会|委|厅|局|办公室|办|院|会|处|中心|队|所|部|街道|镇|乡|署|社|行|校|大学|学院|公司|集团|区|县|市|省|旗|州)$/u;

/** Titles stand before the text; this many short paragraphs are looked at. */
const mostLookedAt = 60;
const longestTitle = 120;

function yearOf(text: string): number {
  if (isDigits(text)) return Number(text);
  const digits = [...text.replace(/[○Ｏ零O]/gu, '〇')].map((c) => {
    const at = chineseDigits.indexOf(c);
    return at >= 0 ? String(at) : c;
  });
  return Number(digits.join(''));
}

/** What may stand before an organ's name in a title. */
const preface =
  /^(?:标题|题目|名称|主题|填报单位|编制单位|单位名称|发布机构|单位)[:：]|^.*(?:>|＞|»|›|\|)/u;

function organOf(text: string): string | null {
  const plain = text
    .replace(/^.*[《》]/u, '')
    .replace(preface, '')
    .replace(/^[\s《<〈【（(]+|[\s》>〉】）)关于的]+$/gu, '');
  return plain.length >= 3 && plain.length <= 40 && organEnd.test(plain) ? plain : null;
}

/** The short texts at the beginning of a document, its own title first. */
function openings({ title: own, blocks }: Pick<Document, 'title' | 'blocks'>): string[] {
  const texts: string[] = own === null ? [] : [own];
  for (const block of blocks) {
    if (texts.length >= mostLookedAt) break;
    if (block.kind === 'paragraph') texts.push(...block.text.slice(0, 2000).split('\n'));
    else if (block.kind === 'grid') {
      for (const row of block.rows.slice(0, 3)) texts.push(row[0]?.text ?? '');
    }
  }
  return texts
    .flatMap((text) => (text.includes('\u3000\u3000') ? text.split(/\u3000{2,}/u) : text))
    .map((text) => text.replace(/\s+/gu, '').slice(0, 400))
    .filter((text) => text !== '')
    .slice(0, mostLookedAt);
}

/** What a title says. */
export interface Title {
  readonly year: number;
  readonly organ: string | null;
}

/** Words in every title, looked for before anything else is. */
export const telling = '信息公开';

/** The title in a text without spaces; null where it is none. */
export function titleIn(text: string): Title | null {
  if (text.length > longestTitle || !text.includes(telling)) return null;
  const plain = text.replace(preface, '');
  const last = yearLast.exec(plain);
  if (last !== null) return { year: yearOf(last[2] ?? ''), organ: organOf(last[1] ?? '') };
  const match = title.exec(plain);
  if (match === null) return null;
  return {
    year: yearOf(match[2] ?? ''),
    organ: organOf(match[1] ?? '') ?? organOf(match[3] ?? ''),
  };
}

/** How many lines before or after the rest of a title its organ may stand. */
const nearby = [-1, -2, 1] as const;

/** The title in one text from `first` on, with the organ in it or in a line of its own beside it. */
function wholeTitle(texts: readonly string[], first: number): Title | null {
  let found: Title | null = null;
  for (const [i, text] of texts.entries()) {
    if (i < first) continue;
    const named = titleIn(text);
    if (named?.organ) return named;
    if (named === null || found?.organ) continue;
    const beside = nearby.map((far) => organOf(texts[i + far] ?? ''));
    found = { ...named, organ: beside.find((organ) => organ !== null) ?? null };
  }
  return found;
}

/** The title broken over two or three lines. */
function brokenTitle(texts: readonly string[]): Title | null {
  for (const [i, text] of texts.entries()) {
    const two = text + (texts[i + 1] ?? '');
    const named = titleIn(two) ?? titleIn(two + (texts[i + 2] ?? ''));
    if (named === null) continue;
    return { ...named, organ: named.organ ?? organOf(texts[i - 1] ?? '') };
  }
  return null;
}

/** The title as the report calls itself by it. */
function quotedTitle(texts: readonly string[]): Title | null {
  for (const text of texts) {
    const match = text.includes('《') ? quoted.exec(text) : null;
    if (match !== null) return { year: yearOf(match[2] ?? ''), organ: organOf(match[1] ?? '') };
  }
  return null;
}

/** The years of the periods that the report says it covers. */
function periodsIn(texts: readonly string[]): number[] {
  return texts.flatMap((text) => {
    const from = text.includes('1月1日') ? period.exec(text)?.[1] : undefined;
    return from === undefined ? [] : yearOf(from);
  });
}

/** The years of the titles above the first table. */
function yearsAbove({ blocks }: Document): number[] {
  const first = blocks.findIndex(({ kind }) => kind === 'grid');
  const above = blocks.slice(0, first < 0 ? mostLookedAt : first);
  return openings({ title: null, blocks: above }).flatMap((text) => titleIn(text)?.year ?? []);
}

/** A year that contradicts the one of the title: of the period covered, or of the heading below the title of the file. */
function otherYear(
  document: Document,
  year: number | undefined,
  periods: readonly number[],
): number | null {
  if (year === undefined) return periods.find((each) => each !== periods[0]) ?? null;
  const [covered] = periods;
  if (covered !== undefined) return periods.includes(year) ? null : covered;
  const titles = yearsAbove(document);
  const other = titles.find((each) => each !== year);
  if (other === undefined) return null;
  const isOwn = openings({ ...document, blocks: [] }).some((text) => titleIn(text)?.year === year);
  return isOwn && titles.includes(year) ? null : other;
}

/**
 * The document without a title that nobody sees: the properties of an office document or a PDF often
 * still hold last year's.
 */
function asSeen(document: Document): Document {
  return document.format === 'html' ? document : { ...document, title: null };
}

/** The title among the properties, for a document that shows none. */
function hiddenTitle({ title: own }: Document): Title | null {
  return own === null ? null : titleIn(own.replace(/\s+/gu, ''));
}

/** Reads organ and year from the title, the year also from the period that the report says it covers. */
export function subjectOf(whole: Document): Subject {
  const document = asSeen(whole);
  const texts = openings(document);
  const periods = periodsIn(texts);
  // Of several titles, such as those of the reports of other years, the one of the period covered.
  const isDated = (text: string): boolean => periods.includes(titleIn(text)?.year ?? 0);
  const isAsked = document.title === null && periods.length > 0;
  const first = isAsked ? Math.max(0, texts.findIndex(isDated)) : 0;
  const shown = wholeTitle(texts, first) ?? brokenTitle(texts) ?? quotedTitle(texts);
  const named = shown ?? hiddenTitle(whole);
  return {
    organ: named?.organ ?? null,
    year: named?.year ?? periods[0] ?? null,
    otherYear: otherYear(document, named?.year, periods),
  };
}
