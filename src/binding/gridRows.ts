import type { Document, Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import { withoutInvisible } from './cellText.ts';
import { hasDigit, isDigits, isHan } from './characters.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';
import { onceForText } from './remembered.ts';
import { counters } from './units.ts';

/** A row of a grid, parted into the label at its left and the figures at its right. */
export interface Row {
  /** Number of the grid in the document, from 0, and of the row in the grid. */
  readonly grid: number;
  readonly index: number;
  readonly source: Grid;
  /** The cells of the row, each once. */
  readonly cells: readonly GridCell[];
  /** What stands left of the figures and belongs to this row alone. */
  readonly label: string;
  /** The lines of the form that the label may name; none where it names no line. */
  readonly lines: readonly FormLine[];
  /** The cells right of the label; empty where the row has no room for figures. */
  readonly figures: readonly GridCell[];
}

const units = new Set([...counters.split('|'), '万元', '元']);
const leadingUnit = /^(\S{1,2})\s+(?=[\d０-９/／+-])/u;
const silent = /^\s*(?:[/／\\—–-]*|无)\s*$/u;
const figureLike =
  /^(?:[+\-−－—–／/\\]|[\d０-９]|无$|没有$|暂无$|不涉及$|不适用$|零$|〇$|[￥¥]|增加?\d|减少?\d|[（(][\d０-９]+[）)])/u;

/** An ordinal, and the words behind it. */
const numbered = /^[（(]?\s*[\d０-９]{1,2}\s*[)）]?\s*[.．、,，]?\s*(\p{Script=Han}.*)$/su;
/** Words that belong to a figure: a unit, and a remark behind it. */
const measure = new RegExp(`^(?:万|亿)?(?:余|多)?(?:${counters}|元)?(?:[（(，,；;].*)?$`, 'su');
/** Han characters that begin a mark or a unit, and not only a label. */
const figureStarts = new Set('无没暂不零增减条件个次篇人项部万元宗份起');
/** No figure is as long as this. */
const longestFigure = 80;

export function isUnit(text: string): boolean {
  return units.has(text.trim());
}

/** A figure as it is shown, without the unit that stands before it in the same cell. */
export function withoutUnit(text: string): string {
  const plain = withoutInvisible(text).trim();
  const before = leadingUnit.exec(plain)?.[1];
  return before !== undefined && isUnit(before) ? plain.slice(before.length).trim() : plain;
}

/** The cell says no figure: it is blank, or has a mark in it. */
export function isSilent({ text }: GridCell): boolean {
  return isDigits(text) ? text === '' : silent.test(text);
}

/** Something stands where the figures of a row are due. */
export function isFilled({ figures }: Pick<Row, 'figures'>): boolean {
  return figures.some(({ text }) => text.trim() !== '');
}

export function hasDigits({ figures }: Pick<Row, 'figures'>): boolean {
  return figures.some(({ text }) => hasDigit(text));
}

const isOtherFigure = onceForText((text) => {
  const plain = withoutUnit(text);
  if (plain === '') return true;
  if (plain.length > longestFigure || !figureLike.test(plain)) return false;
  // “1.属于国家秘密” begins with a digit too.
  const words = numbered.exec(plain)?.[1];
  return words === undefined || measure.test(words);
});

/** The text may stand where a figure is due: it is blank, a mark, or begins as a number does. */
export function isFigure(text: string): boolean {
  // Most figures are digits alone, and most labels begin with a Han character.
  if (text.length <= longestFigure && isDigits(text)) return true;
  if (isHan(text.charCodeAt(0)) && !figureStarts.has(text.charAt(0))) return false;
  return isOtherFigure(text);
}

function distinct(slots: readonly GridCell[]): GridCell[] {
  const cells: GridCell[] = [];
  let before: GridCell | undefined;
  for (const cell of slots) {
    if (cell !== before) cells.push(cell);
    before = cell;
  }
  return cells;
}

/** The text is none that the form prints. */
function isStrange(text: string, book: LabelBook): boolean {
  return !book.isForeword(text) && book.lines(text).length === 0 && book.columns(text).length === 0;
}

/** The text is the label of a line that the form always prints. */
function isRequired({ text }: GridCell, book: LabelBook): boolean {
  return book.lines(text).some((line) => !line.optional);
}

/** Where the figures of a row begin: after the last cell that is a label; `words` are the cells that are no figures. */
function startOfFigures(
  cells: readonly GridCell[],
  words: readonly GridCell[],
  book: LabelBook,
): number {
  const label = words.findLast(({ text }) => !isUnit(text));
  const start = label === undefined ? 0 : cells.lastIndexOf(label) + 1;
  // No other text stands before it.
  if (label === undefined || label === words[0]) return start;
  // A text that is no figure stands among the figures: they begin after the last label of a line.
  const named = words.findLast((cell) => isRequired(cell, book));
  const last = named === undefined ? -1 : cells.lastIndexOf(named);
  if (last < 0 || last + 1 >= start) return start;
  return cells.slice(last + 1).every(({ text }) => isStrange(text, book)) ? last + 1 : start;
}

const none: readonly FormLine[] = [];

const subtotal = /^(?:小计|合计|总计|总数)$/u;
const isSubtotal = onceForText((text) => subtotal.test(keyOf(text)));

/** The label of a row and the lines it may name, from the texts left of its figures. */
function labelOf(
  labels: readonly GridCell[],
  index: number,
  book: LabelBook,
): Pick<Row, 'label' | 'lines'> {
  // A label merged over several rows belongs to all of them, and to none alone.
  const isOwn = (cell: GridCell): boolean => cell.row === index;
  const nearest = labels.findLast(isOwn);
  if (nearest === undefined) return { label: '', lines: none };
  const heading = labels.at(labels.indexOf(nearest) - 1);
  if (heading !== undefined && heading !== nearest && isSubtotal(nearest.text)) {
    const lines = book.lines(heading.text).filter((line) => line.optional);
    if (lines.length > 0) return { label: heading.text, lines };
  }
  const lines = book.lines(nearest.text);
  if (lines.length > 0) return { label: nearest.text, lines };
  const beside = isStrange(nearest.text, book)
    ? labels.findLast((cell) => isOwn(cell) && cell.rowSpan === 1 && isRequired(cell, book))
    : undefined;
  if (beside === undefined) return { label: nearest.text, lines: none };
  return { label: beside.text, lines: book.lines(beside.text) };
}

/** The row names columns and has no figures: what looks like a line in it is a header too. */
function isHeader(
  words: readonly GridCell[],
  cells: readonly GridCell[],
  index: number,
  book: LabelBook,
): boolean {
  if (cells.some((cell) => hasDigit(cell.text) && !words.includes(cell))) return false;
  const named = words.filter(({ text, row }) => row === index && book.columns(text).length > 0);
  return new Set(named.map(({ text }) => keyOf(text))).size > 1;
}

/** What names a column, or a line that the form prints beside others, is a header unless figures follow it. */
function unfilledLines({ label, lines }: Pick<Row, 'label' | 'lines'>, book: LabelBook) {
  const key = keyOf(label);
  if (book.columns(label).some((column) => keyOf(column.zh) === key)) return [];
  return lines.filter((line) => line.block.layout === 'down');
}

const pageNumber =
  /^(?:第\s*\d+\s*页.*|[-—–―－]+\s*\d{1,4}\s*[-—–―－]+|\d{1,4}\s*[/／]\s*\d{1,4})$/u;
/** Labels and a figure take more slots than this. */
const fewestSlots = 2;

/** The row is the foot of a page: a number alone, marked as such or merged over labels and figures. */
function isPageNumber(cells: readonly GridCell[]): boolean {
  let only: GridCell | null = null;
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    if (only !== null) return false;
    only = cell;
  }
  if (only === null) return false;
  const text = only.text.trim();
  const isOverLabels = only.column === 0 && only.columnSpan > fewestSlots;
  const isMerged = isOverLabels && /^\d{1,3}$/u.test(text);
  return isMerged || pageNumber.test(text);
}

function rowOf(grid: number, index: number, source: Grid, book: LabelBook): Row {
  const cells = distinct(source.rows[index] ?? []);
  if (isPageNumber(cells)) {
    return { grid, index, source, cells, label: '', lines: [], figures: [] };
  }
  const words = cells.filter(({ text }) => !isFigure(text));
  if (words.length > 1 && isHeader(words, cells, index, book)) {
    return { grid, index, source, cells, label: '', lines: none, figures: [] };
  }
  if (words.length === 0) {
    return { grid, index, source, cells, label: '', lines: none, figures: cells };
  }
  const start = startOfFigures(cells, words, book);
  const labels = cells.slice(0, start).filter(({ text }) => text.trim() !== '');
  const figures = cells.slice(start);
  const { label, lines } = labelOf(labels, index, book);
  const row = { grid, index, source, cells, figures, label, lines };
  return lines.length === 0 || isFilled(row) ? row : { ...row, lines: unfilledLines(row, book) };
}

/** The rows of all grids of a document, in order. */
export function gridRows(document: Document, book: LabelBook): Row[] {
  const rows: Row[] = [];
  let grids = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'grid') continue;
    for (let i = 0; i < block.rows.length; i++) rows.push(rowOf(grids, i, block, book));
    grids++;
  }
  return rows;
}
