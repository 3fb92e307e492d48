import { type Amount, isCells, type ProseFigure } from '../model/claim.ts';
import type { Column, ColumnNode } from '../model/edition.ts';
import { type Form, type FormLine, flatColumns, isColumnGroup } from '../model/form.ts';
import { sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { lineName, signed } from './names.ts';
import { visible } from './visible.ts';

/** How many characters a quotation shows before and behind the figure, at most. */
const [ahead, behind] = [36, 16];

/** Where the clause begins in which an offset lies, not farther off than `ahead`. */
function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - ahead);
  const near = text.slice(from, at);
  return from + Math.max(...['。', '；', '：'].map((mark) => near.lastIndexOf(mark))) + 1;
}

function clauseEnd(text: string, at: number): number {
  const stop = text.slice(at, at + behind).search(/[。；]/u);
  return stop < 0 ? Math.min(text.length, at + behind) : at + stop;
}

/** `“…予以公开及部分公开【258件】，占33.9%”`: the words around a figure, the figure marked. */
export function quoteText({ sentence, start, end }: ProseFigure): string {
  const { text } = sentence;
  const [from, to] = [clauseStart(text, start), clauseEnd(text, end)];
  const isCut = {
    before: from > 0 && !/[。；：]/u.test(text[from - 1] ?? ''),
    after: to < text.length && !/[。；]/u.test(text[to] ?? ''),
  };
  return visible(
    `“${isCut.before ? '…' : ''}${text.slice(from, start)}【${text.slice(start, end)}】${text.slice(end, to)}${isCut.after ? '…' : ''}”`,
  );
}

/** Sums of more cells than this are told by their total alone. */
const longSum = 4;

/** The names of lines; all the lines below a heading are told by its name. */
function lineNames({ headings }: Form, lines: readonly FormLine[], lang: Language): string[] {
  const named = new Map<FormLine, string>();
  for (const heading of headings) {
    const below = lines.filter(({ index }) => heading.parts.includes(index));
    const isWhole = below.length > 1 && below.length === heading.parts.length;
    for (const line of isWhole ? below : []) named.set(line, lineName(heading, lang));
  }
  return [...new Set(lines.map((line) => named.get(line) ?? lineName(line, lang)))];
}

/** The names of columns; all the columns below a heading are told by its name. */
function columnNames(line: FormLine, columns: readonly Column[], lang: Language): string[] {
  const named = new Map<Column, string>();
  const visit = (node: ColumnNode): void => {
    if (!isColumnGroup(node)) return;
    const below = flatColumns(node.columns);
    if (below.length === columns.length && below.every((each) => columns.includes(each)))
      for (const column of below) named.set(column, node[lang]);
    node.columns.forEach(visit);
  };
  line.block.columns.forEach(visit);
  return [...new Set(columns.map((column) => named.get(column) ?? column[lang]))];
}

/** `272 + 3 = 275（予以公开 + 部分公开，总计）` */
function cellsText(report: Report, cells: readonly number[], lang: Language): string {
  const { form } = report;
  const sum = sumOfCells(report, cells);
  const values = cells.map((cell) => report.values[cell] ?? 0);
  const shown = values.filter((value) => value !== 0 || values.length <= 2);
  const total = sum === null ? '?' : signed(Math.round(sum * 1e6) / 1e6);
  const isShort = cells.length > 1 && shown.length > 1 && shown.length <= longSum;
  const figures = isShort ? `${shown.map(signed).join(' + ')} = ${total}` : total;
  const lines = [...new Set(cells.map((cell) => form.cells[cell]?.line))].flatMap(
    (line) => line ?? [],
  );
  const columns = [...new Set(cells.map((cell) => form.cells[cell]?.column))].flatMap(
    (column) => column ?? [],
  );
  const [first] = lines;
  const names = lineNames(form, lines, lang);
  // （七）总计 says total by itself.
  const isTotal = lines.some((line) => line.path.endsWith('total'));
  const named = columns.filter(({ id }) => !(isTotal && id === 'total'));
  const heads =
    first === undefined || first.columns.length === 1 ? [] : columnNames(first, named, lang);
  const [open, close, comma] = lang === 'zh' ? ['（', '）', '，'] : [' (', ')', ', '];
  const joined = heads.length === 0 ? [] : [heads.join(lang === 'zh' ? '、' : ', ')];
  return `${figures}${open}${[names.join(' + '), ...joined].join(comma)}${close}`;
}

/** An amount: the figure as it is printed, or the sum of cells with what they are. */
export function amountText(report: Report, amount: Amount, lang: Language): string {
  return isCells(amount)
    ? cellsText(report, amount, lang)
    : /\d/u.test(amount.printed)
      ? visible(amount.printed)
      : String(amount.value);
}

export function sumsText(
  report: Report,
  sums: readonly (readonly number[])[],
  lang: Language,
): string {
  return sums.map((cells) => cellsText(report, cells, lang)).join(lang === 'zh' ? '；' : '; ');
}
