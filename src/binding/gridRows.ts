import type { Document, Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import type { LabelBook } from './labelBook.ts';
import { keyOf } from './labelKey.ts';

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

const unit = /^(?:条|件次|件|个|次|篇|人次|人|项|部|万元|元|宗|份|起)$/u;
const leadingUnit = /^(?:条|件次|件|个|次|篇|人次|人|项|部|万元|元|宗|份|起)\s+(?=[\d０-９/／+-])/u;
const figureLike =
  /^(?:[+\-−－—–／/\\]|[\d０-９]|无$|没有$|暂无$|不涉及$|不适用$|零$|〇$|[￥¥]|增加?\d|减少?\d|[（(][\d０-９]+[）)])/u;

export function isUnit(text: string): boolean {
  return unit.test(text.trim());
}

/** The text may stand where a figure is due: it is blank, a mark, or begins as a number does. */
export function isFigure(text: string): boolean {
  const plain = text.trim().replace(leadingUnit, '');
  if (plain === '') return true;
  if (plain.length > 80 || !figureLike.test(plain)) return false;
  // “1.属于国家秘密” begins with a digit too.
  return !/^[\d０-９]{1,2}[.．、,，]\s*\p{Script=Han}/u.test(plain);
}

function distinct(slots: readonly GridCell[]): GridCell[] {
  return slots.filter((cell, i) => cell !== slots[i - 1]);
}

/** The text is none that the form prints. */
function isStrange(text: string, book: LabelBook): boolean {
  return !book.isForeword(text) && book.lines(text).length === 0 && book.columns(text).length === 0;
}

/** Where the figures of a row begin: after the last cell that is a label. */
function startOfFigures(cells: readonly GridCell[], book: LabelBook): number {
  let start = cells.length;
  while (start > 0) {
    const text = cells[start - 1]?.text ?? '';
    if (!isFigure(text) && !isUnit(text)) break;
    start--;
  }
  // A text that is no figure stands among the figures: they begin after the last label of a line.
  const last = cells.findLastIndex(({ text }) => !isFigure(text) && book.lines(text).length > 0);
  const later = cells.slice(last + 1);
  const isLine = last >= 0 && later.length > 0 && later.every(({ text }) => isStrange(text, book));
  return isLine && last + 1 < start ? last + 1 : start;
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
    ? own.findLast((cell) => cell.rowSpan === 1 && book.lines(cell.text).length > 0)
    : undefined;
  if (beside === undefined) return { label: nearest.text, lines: [] };
  return { label: beside.text, lines: book.lines(beside.text) };
}

/** The row names columns: what looks like a line in it is a header too. */
function isHeader(cells: readonly GridCell[], index: number, book: LabelBook): boolean {
  const named = cells.filter(
    ({ text, row }) => row === index && !isFigure(text) && book.columns(text).length > 0,
  );
  return named.length > 1;
}

function rowOf(grid: number, index: number, source: Grid, book: LabelBook): Row {
  const cells = distinct(source.rows[index] ?? []);
  if (isHeader(cells, index, book)) {
    return { grid, index, source, cells, label: '', lines: [], figures: [] };
  }
  const start = startOfFigures(cells, book);
  const labels = cells.slice(0, start).filter(({ text }) => text.trim() !== '');
  const figures = cells.slice(start);
  const { label, lines } = labelOf(labels, index, book);
  // What names a column, or a line that the form prints beside others, is a header unless figures follow it.
  const isFilled = figures.some(({ text }) => text.trim() !== '');
  const key = keyOf(label);
  const isColumn = book.columns(label).some((column) => keyOf(column.zh) === key);
  const named =
    isFilled || !isColumn ? lines.filter((line) => isFilled || line.block.layout === 'down') : [];
  return { grid, index, source, cells, figures, label, lines: named };
}

/** The rows of all grids of a document, in order. */
export function gridRows(document: Document, book: LabelBook): Row[] {
  const grids = document.blocks.filter((block) => block.kind === 'grid');
  return grids.flatMap((grid, i) => grid.rows.map((_, row) => rowOf(i, row, grid, book)));
}
