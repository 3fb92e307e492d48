import { type Amount, isCells, type ProseFigure } from '../model/claim.ts';
import { sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { labelText, lineName, signed } from './names.ts';
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

/** Sums of more cells than this are told by their lines alone. */
const longSum = 4;

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
  const names =
    lines.length > longSum && lines[0] !== undefined
      ? [labelText(lines[0].headings.at(-1) ?? lines[0].label, lang)]
      : lines.map((line) => lineName(line, lang));
  // （七）总计 says total by itself.
  const isTotal = lines.some((line) => line.path.endsWith('total'));
  const named = columns.filter(({ id }) => !(isTotal && id === 'total'));
  const heads = lines[0]?.columns.length === 1 ? [] : named.map((column) => column[lang]);
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
