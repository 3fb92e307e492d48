import type { Document, GridCell } from '../model/document.ts';
import { sourceOf } from '../model/document.ts';
import { listed, type Problem, problem } from '../model/problem.ts';
import { yearIn } from './years.ts';

const columns = {
  file: ['file', 'path', '文件', '路径', '文件名', '文件路径'],
  organ: ['organ', '机关', '单位', '机关名称', '单位名称'],
  year: ['year', '年度', '年份'],
} as const;
type Column = keyof typeof columns;
const ids: readonly Column[] = ['file', 'organ', 'year'];

/** A file that an index lists, with what it says of the report in it. */
export interface Indexed {
  /** As it is written, relative to the folder of the index. */
  readonly file: string;
  readonly organ: string | null;
  readonly year: number | null;
  /** Where the index lists it, such as `index.csv:3:1`. */
  readonly place: string;
}

/** The rows of an index that can be used, and what is wrong with the others. */
export interface ReadIndex {
  readonly rows: readonly Indexed[];
  readonly problems: readonly Problem[];
}

type Header = ReadonlyMap<Column, number>;

function columnOf(text: string): Column | undefined {
  const name = text
    .normalize('NFKC')
    .replace(/[\s\ufeff]/gu, '')
    .toLowerCase();
  return ids.find((id) => columns[id].some((each) => each === name));
}

function headerOf(cells: readonly GridCell[], source: string): Header | Problem {
  const header = new Map<Column, number>();
  for (const { text, column, at } of cells) {
    const id = columnOf(text);
    if (id === undefined) continue;
    const place = sourceOf({ source, at, line: null });
    if (header.has(id)) return problem('json-duplicate-key', { key: text }, place);
    header.set(id, column);
  }
  return header;
}

function rowOf(cells: readonly GridCell[], header: Header, source: string): Indexed | Problem {
  const cell = (id: Column): GridCell | undefined => cells[header.get(id) ?? -1];
  const placeOf = (id: Column): string =>
    sourceOf({ source, at: (cell(id) ?? cells[0])?.at ?? null, line: null });
  const file = cell('file')?.text.trim() ?? '';
  if (file === '')
    return problem('index-cell-blank', { column: columns.file.join(' / ') }, placeOf('file'));
  const year = yearIn(cell('year')?.text ?? '', placeOf('year'));
  if (typeof year === 'object' && year !== null) return year;
  const organ = cell('organ')?.text.trim() ?? '';
  return { file, organ: organ === '' ? null : organ, year, place: placeOf('file') };
}

/**
 * The index in a file of delimited fields; null for a file whose header names no column of files, and
 * which is none. Rows without any text are passed over, as are columns of other things.
 */
export function indexInGrid({ source, blocks }: Document): ReadIndex | null {
  const grid = blocks.find((block) => block.kind === 'grid');
  const [first = [], ...rest] = grid?.rows ?? [];
  if (!first.some(({ text }) => columnOf(text) === 'file')) return null;
  const header = headerOf(first, source);
  if ('code' in header) return { rows: [], problems: [header] };
  const filled = rest.filter((cells) => cells.some(({ text }) => text.trim() !== ''));
  const rows = filled.map((cells) => rowOf(cells, header, source));
  const wrong = rows.flatMap((row) => ('code' in row ? [row] : []));
  return {
    rows: rows.flatMap((row) => ('code' in row ? [] : [row])),
    problems: listed(wrong, source, (each) => [each]),
  };
}
