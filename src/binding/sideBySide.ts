import type { Block, Document, Format, Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import { hasDigit } from './characters.ts';
import { isFigure } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

/** Formats in which a grid is a whole sheet. */
const sheets: readonly Format[] = ['xlsx', 'csv'];

/** Lines named in a part of a sheet that make it a table of the form by itself. */
const fewestLines = 2;

/** Fewer rows are no table beside another. */
const fewestRows = 3;

const isNumber = (text: string): boolean => hasDigit(text) && isFigure(text);

/** From `top` to `bottom` and from `left` to `right`, the ends not included. */
interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The slot is blank, or a title over two tables reaches over it. */
function isBlank(cell: GridCell | undefined, slot: number): boolean {
  if (cell === undefined || cell.text.trim() === '') return true;
  return cell.column < slot && cell.column + cell.columnSpan > slot + 1;
}

/** Part of a grid as a grid of its own. */
function slice({ kind, at, rows }: Grid, { top, bottom, left, right }: Box): Grid {
  const cut = new Map<GridCell, GridCell>();
  const cutCell = (cell: GridCell): GridCell => {
    const known = cut.get(cell);
    if (known !== undefined) return known;
    const [row, column] = [Math.max(cell.row, top), Math.max(cell.column, left)];
    const made = {
      ...cell,
      row: row - top,
      column: column - left,
      rowSpan: Math.min(cell.row + cell.rowSpan, bottom) - row,
      columnSpan: Math.min(cell.column + cell.columnSpan, right) - column,
    };
    cut.set(cell, made);
    return made;
  };
  return {
    kind,
    at,
    rows: rows.slice(top, bottom).map((row) => row.slice(left, right).map(cutCell)),
  };
}

/** A row of the part has figures, and before them a label. */
function isLabelled(cells: readonly GridCell[]): boolean | null {
  const first = cells.findIndex(({ text }) => isNumber(text));
  if (first < 0) return null;
  return cells.slice(0, first).some(({ text }) => text.trim() !== '');
}

/** A slot of a grid whose text names a line that the form always prints. */
interface Named {
  readonly row: number;
  readonly slot: number;
  readonly line: FormLine;
}

function lineNamed(text: string, book: LabelBook): FormLine | undefined {
  if (text === '' || isNumber(text) || book.columns(text).length > 0) return undefined;
  return book.lines(text).find((each) => !each.optional);
}

/** Looked up once for a grid, however many blank columns it has. */
function namesIn({ rows }: Grid, book: LabelBook): Named[] {
  const names: Named[] = [];
  for (const [row, cells] of rows.entries()) {
    let before: GridCell | undefined;
    let line: FormLine | undefined;
    for (const [slot, cell] of cells.entries()) {
      if (cell !== before) line = lineNamed(cell.text, book);
      if (line !== undefined) names.push({ row, slot, line });
      before = cell;
    }
  }
  return names;
}

function linesIn(names: readonly Named[], { top, bottom, left, right }: Box): Set<FormLine> {
  const lines = new Set<FormLine>();
  for (const { row, slot, line } of names) {
    if (row >= top && row < bottom && slot >= left && slot < right) lines.add(line);
  }
  return lines;
}

/** The part is a table by itself and no columns of one: it names lines of the form, and each row of figures has its label. */
function isTable(
  { rows }: Grid,
  { top, bottom, left, right }: Box,
  named: ReadonlySet<FormLine>,
  book: LabelBook,
): boolean {
  let bare = 0;
  let labelled = 0;
  for (const row of rows.slice(top, bottom)) {
    const isOwn = isLabelled(row.slice(left, right));
    if (isOwn === true) labelled++;
    else if (isOwn === false) bare++;
  }
  const isAcross = book.form.lines.every((line) => line.block.layout === 'down' || named.has(line));
  const isDown = bare === 0 && labelled >= fewestLines;
  return isDown || (isAcross && labelled === 0 && bare > 0);
}

/** The rows in which a slot is blank, run by run. */
function blankRuns({ rows }: Grid, slot: number): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const [i, row] of rows.entries()) {
    if (!isBlank(row[slot], slot)) continue;
    const last = runs.at(-1);
    if (last?.bottom === i) last.bottom = i + 1;
    else runs.push({ top: i, bottom: i + 1 });
  }
  return runs.filter(({ top, bottom }) => bottom - top >= fewestRows);
}

/** The blank column, the longest one, with a table on either side: the two, and what stands above and below them. */
function parted(grid: Grid, book: LabelBook): Box[] | null {
  const [height, width] = [grid.rows.length, grid.rows[0]?.length ?? 0];
  const inner = Array.from({ length: Math.max(0, width - 2) }, (_, i) => i + 1);
  const gaps = inner
    .flatMap((slot) => blankRuns(grid, slot).map((run) => ({ slot, ...run })))
    .sort((a, b) => b.bottom - b.top - (a.bottom - a.top) || a.slot - b.slot);
  const names = gaps.length === 0 ? [] : namesIn(grid, book);
  for (const { slot, top, bottom } of gaps) {
    const left = { top, bottom, left: 0, right: slot };
    const right = { top, bottom, left: slot + 1, right: width };
    // Told first: beside a column of marks or notes, or between figures, hardly any line is named.
    const [onLeft, onRight] = [linesIn(names, left), linesIn(names, right)];
    if (onLeft.size < fewestLines || onRight.size < fewestLines) continue;
    if (!isTable(grid, right, onRight, book) || !isTable(grid, left, onLeft, book)) continue;
    const above = { top: 0, bottom: top, left: 0, right: width };
    const below = { top: bottom, bottom: height, left: 0, right: width };
    return [above, left, right, below].filter((box) => box.bottom > box.top);
  }
  return null;
}

/** Larger sheets are not looked through. */
const most = { rows: 500, columns: 60 } as const;

function tablesIn(grid: Grid, book: LabelBook): Grid[] {
  const isSmall = grid.rows.length <= most.rows && (grid.rows[0]?.length ?? 0) <= most.columns;
  const boxes = isSmall ? parted(grid, book) : null;
  return boxes === null ? [grid] : boxes.flatMap((box) => tablesIn(slice(grid, box), book));
}

/** A document with the tables that stand side by side on a sheet, a blank column between them, as grids of their own. */
export function apart(document: Document, book: LabelBook): Document {
  if (!sheets.includes(document.format)) return document;
  const blocks = document.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'grid' ? tablesIn(block, book) : [block],
  );
  return { ...document, blocks };
}
