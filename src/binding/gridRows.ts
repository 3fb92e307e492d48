import type { Document, Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import { withoutInvisible } from './cellText.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';
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

const unit = new RegExp(`^(?:${counters}|万元|元)$`, 'u');
const leadingUnit = /^(\S{1,2})\s+(?=[\d０-９/／+-])/u;
const silent = /^\s*(?:[/／\\—–-]*|无)\s*$/u;
const figureLike =
  /^(?:[+\-−－—–／/\\]|[\d０-９]|无$|没有$|暂无$|不涉及$|不适用$|零$|〇$|[￥¥]|增加?\d|减少?\d|[（(][\d０-９]+[）)])/u;

/** An ordinal, and the words behind it. */
const numbered = /^[（(]?\s*[\d０-９]{1,2}\s*[)）]?\s*[.．、,，]?\s*(\p{Script=Han}.*)$/su;
/** Words that belong to a figure: a unit, and a remark behind it. */
const measure = new RegExp(`^(?:万|亿)?(?:余|多)?(?:${counters}|元)?(?:[（(，,；;].*)?$`, 'su');
/** Digits alone, as most figures are, or nothing. */
const digits = /^\d{0,80}$/u;
/** A Han character that begins neither a mark nor a unit, as most labels do. */
const word = /^(?![无没暂不零增减条件个次篇人项部万元宗份起])[\u4e00-\u9fff]/u;

export function isUnit(text: string): boolean {
  return unit.test(text.trim());
}

/** A figure as it is shown, without the unit that stands before it in the same cell. */
export function withoutUnit(text: string): string {
  const plain = withoutInvisible(text).trim();
  const before = leadingUnit.exec(plain)?.[1];
  return before !== undefined && isUnit(before) ? plain.slice(before.length).trim() : plain;
}

/** The cell says no figure: it is blank, or has a mark in it. */
export function isSilent({ text }: GridCell): boolean {
  return silent.test(text);
}

/** Something stands where the figures of a row are due. */
export function isFilled({ figures }: Pick<Row, 'figures'>): boolean {
  return figures.some(({ text }) => text.trim() !== '');
}

export function hasDigits({ figures }: Pick<Row, 'figures'>): boolean {
  return figures.some(({ text }) => /\d/u.test(text));
}

/** The text may stand where a figure is due: it is blank, a mark, or begins as a number does. */
export function isFigure(text: string): boolean {
  if (digits.test(text)) return true;
  if (word.test(text)) return false;
  const plain = withoutUnit(text);
  if (plain === '') return true;
  if (plain.length > 80 || !figureLike.test(plain)) return false;
  // “1.属于国家秘密” begins with a digit too.
  const words = numbered.exec(plain)?.[1];
  return words === undefined || measure.test(words);
}

function distinct(slots: readonly GridCell[]): GridCell[] {
  return slots.filter((cell, i) => cell !== slots[i - 1]);
}

/** The text is none that the form prints. */
function isStrange(text: string, book: LabelBook): boolean {
  return !book.isForeword(text) && book.lines(text).length === 0 && book.columns(text).length === 0;
}

/** Where the figures of a row begin: after the last cell that is a label; `words` are the cells that are no figures. */
function startOfFigures(
  cells: readonly GridCell[],
  words: readonly GridCell[],
  book: LabelBook,
): number {
  const label = words.findLast(({ text }) => !isUnit(text));
  const start = label === undefined ? 0 : cells.lastIndexOf(label) + 1;
  // A text that is no figure stands among the figures: they begin after the last label of a line.
  const named = words.findLast(({ text }) => book.lines(text).some((line) => !line.optional));
  const last = named === undefined ? -1 : cells.lastIndexOf(named);
  if (last < 0 || last + 1 >= start) return start;
  return cells.slice(last + 1).every(({ text }) => isStrange(text, book)) ? last + 1 : start;
}

const subtotal = /^(?:小计|合计|总计|总数)$/u;

/** The label of a row and the lines it may name, from the texts left of its figures. */
function labelOf(
  labels: readonly GridCell[],
  index: number,
  book: LabelBook,
): Pick<Row, 'label' | 'lines'> {
  // A label merged over several rows belongs to all of them, and to none alone.
  const own = labels.filter((cell) => cell.row === index);
  const nearest = own.at(-1);
  if (nearest === undefined) return { label: '', lines: [] };
  const heading = labels.at(labels.indexOf(nearest) - 1);
  if (subtotal.test(keyOf(nearest.text)) && heading !== undefined && heading !== nearest) {
    const lines = book.lines(heading.text).filter((line) => line.optional);
    if (lines.length > 0) return { label: heading.text, lines };
  }
  const lines = book.lines(nearest.text);
  if (lines.length > 0) return { label: nearest.text, lines };
  const beside = isStrange(nearest.text, book)
    ? own.findLast(
        (cell) => cell.rowSpan === 1 && book.lines(cell.text).some((line) => !line.optional),
      )
    : undefined;
  if (beside === undefined) return { label: nearest.text, lines: [] };
  return { label: beside.text, lines: book.lines(beside.text) };
}

/** The row names columns and has no figures: what looks like a line in it is a header too. */
function isHeader(
  words: readonly GridCell[],
  cells: readonly GridCell[],
  index: number,
  book: LabelBook,
): boolean {
  const named = words.filter(({ text, row }) => row === index && book.columns(text).length > 0);
  if (new Set(named.map(({ text }) => keyOf(text))).size < 2) return false;
  return !cells.some((cell) => !words.includes(cell) && /\d/u.test(cell.text));
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
    return { grid, index, source, cells, label: '', lines: [], figures: [] };
  }
  const start = startOfFigures(cells, words, book);
  const labels = cells.slice(0, start).filter(({ text }) => text.trim() !== '');
  const figures = cells.slice(start);
  const { label, lines } = labelOf(labels, index, book);
  // What names a column, or a line that the form prints beside others, is a header unless figures follow it.
  const filled = isFilled({ figures });
  const key = keyOf(label);
  const isColumn = book.columns(label).some((column) => keyOf(column.zh) === key);
  const named =
    filled || !isColumn ? lines.filter((line) => filled || line.block.layout === 'down') : [];
  return { grid, index, source, cells, figures, label, lines: named };
}

/** The rows of all grids of a document, in order. */
export function gridRows(document: Document, book: LabelBook): Row[] {
  const grids = document.blocks.filter((block) => block.kind === 'grid');
  return grids.flatMap((grid, i) => grid.rows.map((_, row) => rowOf(i, row, grid, book)));
}
