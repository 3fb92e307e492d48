import { type At, type Place, sourceOf } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { isSheetAt, rangeOfCells } from './sheetRanges.ts';
import { brief, visible } from './visible.ts';

type CellAt = Extract<At, { kind: 'cell' }>;

/** Points to the millimetres that a ruler shows. */
const millimetres = (points: number): number => Math.round((points / 72) * 25.4);

function atText(at: At, lang: Language): string {
  const zh = lang === 'zh';
  switch (at.kind) {
    case 'text':
      return zh ? `第 ${at.line} 行第 ${at.column} 字` : `line ${at.line}, column ${at.column}`;
    case 'cell':
      return tableText(at.table, lang) + rowsText([at.row], lang) + columnsText([at.column], lang);
    case 'paragraph':
      return zh ? `第 ${at.paragraph} 段` : `paragraph ${at.paragraph}`;
    case 'sheet':
      return brief(`${at.sheet}!${at.cell}`);
    case 'page':
      return pagesText([at], lang);
  }
}

const tableText = (table: number, lang: Language): string =>
  lang === 'zh' ? `第 ${table} 个表` : `table ${table}`;

const rowsText = (rows: readonly number[], lang: Language): string =>
  lang === 'zh' ? `第 ${ranges(rows)} 行` : `, row ${ranges(rows)}`;

const columnsText = (columns: readonly number[], lang: Language): string =>
  lang === 'zh' ? `第 ${ranges(columns)} 列` : `, column ${ranges(columns)}`;

/** `2–5, 8` */
function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const number of sorted) {
    const last = parts.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

type PageAt = Extract<At, { kind: 'page' }>;

function isPageAt(at: At | null): at is PageAt {
  return at?.kind === 'page';
}

/** From one edge to another, in whole millimetres. */
function span(from: number, to: number): string {
  const [first, last] = [millimetres(from), millimetres(to)];
  return first === last ? `${first}` : `${first}–${last}`;
}

/** Boxes told together, page by page: where their upper left corners lie. */
function pagesText(ats: readonly PageAt[], lang: Language): string {
  const pages = [...new Set(ats.map(({ page }) => page))].sort((a, b) => a - b);
  const texts = pages.map((page) => {
    const boxes = ats.filter((at) => at.page === page).map(({ box }) => box);
    const [lefts, tops] = [boxes.map(([left]) => left), boxes.map(([, top]) => top)];
    const across = span(Math.min(...lefts), Math.max(...lefts));
    const down = span(Math.min(...tops), Math.max(...tops));
    return lang === 'zh'
      ? `第 ${page} 页（距左边 ${across} 毫米、上边 ${down} 毫米）`
      : `page ${page} (${across} mm from the left, ${down} mm from the top)`;
  });
  return texts.join(lang === 'zh' ? '；' : '; ');
}

function isCellAt(at: At | null): at is CellAt {
  return at?.kind === 'cell';
}

/** Cells of one table that lie in a row or in a column, told together. */
function lineOfCells(ats: readonly CellAt[], lang: Language): string | null {
  const [first] = ats;
  if (first === undefined || ats.some(({ table }) => table !== first.table)) return null;
  const rows = ats.map(({ row }) => row);
  const columns = ats.map(({ column }) => column);
  if (new Set(rows).size > 1 && new Set(columns).size > 1) return null;
  return tableText(first.table, lang) + rowsText(rows, lang) + columnsText(columns, lang);
}

/** More places than this are not told one by one. */
const mostPlaces = 4;

/** `report.json:7:26, 8:41`, the first of which editors and terminals make a link of. */
function textPlaces(places: readonly Place[], lang: Language): string {
  const [first, ...others] = [...new Set(places.map(sourceOf))];
  const more = others.length < mostPlaces ? '' : lang === 'zh' ? ' 等' : ', …';
  const short = others
    .slice(0, mostPlaces - 1)
    .map((each) => each.replace(/^.*?(\d+:\d+)$/su, '$1'));
  return visible([first ?? '', ...short].join(', ')) + more;
}

/** Where cells stand, in words: `年报.docx 第 3 个表第 5 行第 2–8 列`; file by file. */
export function placesText(places: readonly Place[], lang: Language): string {
  const sources = [...new Set(places.map(({ source }) => source))];
  const texts = sources.map((source) =>
    withinFile(
      places.filter((place) => place.source === source),
      lang,
    ),
  );
  return texts.join(lang === 'zh' ? '；' : '; ');
}

function withinFile(places: readonly Place[], lang: Language): string {
  const [first] = places;
  if (first === undefined) return '';
  const lines = places.flatMap(({ line }) => (line === null ? [] : [line]));
  const file = visible(first.source) + (lines.length === 0 ? '' : `:${Math.min(...lines)}`);
  const ats = places.map(({ at }) => at);
  const together = ats.every(isCellAt) ? lineOfCells(ats, lang) : null;
  if (together !== null) return `${file} ${together}`;
  const range = ats.every(isSheetAt) ? rangeOfCells(ats, mostPlaces) : null;
  if (range !== null) return `${file} ${range}`;
  if (ats.every(isPageAt)) return `${file} ${pagesText(ats, lang)}`;
  if (ats.every((at) => at?.kind === 'text')) return textPlaces(places, lang);
  const known = [...new Set(ats.flatMap((at) => (at === null ? [] : [atText(at, lang)])))];
  const more = known.length > mostPlaces ? (lang === 'zh' ? '等' : ', …') : '';
  const shown = known.slice(0, mostPlaces).join(lang === 'zh' ? '；' : '; ');
  return shown === '' ? file : `${file} ${shown}${more}`;
}
