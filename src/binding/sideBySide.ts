import type { Block, Document, Format, Grid, GridCell } from '../model/document.ts';
import type { FormLine } from '../model/form.ts';
import type { LabelBook } from './labelBook.ts';
import {
  type Box,
  blankRuns,
  countRows,
  linesIn,
  type Named,
  namesIn,
  type Sheet,
  sheetOf,
} from './sheetSlots.ts';

/** Formats in which a grid is a whole sheet. */
const sheets: readonly Format[] = ['xlsx', 'csv'];

/** Lines named in a part of a sheet that make it a table of the form by itself. */
const fewestLines = 2;

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

/** The part is a table by itself and no columns of one: it names lines of the form, and each row of figures has its label. */
function isTable(sheet: Sheet, box: Box, named: ReadonlySet<FormLine>, book: LabelBook): boolean {
  const { labelled, bare } = countRows(sheet, box);
  const isDown = bare === 0 && labelled >= fewestLines;
  if (isDown || labelled > 0 || bare === 0) return isDown;
  return book.form.lines.every((line) => line.block.layout === 'down' || named.has(line));
}

/** The slots, from the first to before the second, that have names on either side: no other can part two tables. */
function slotsBetween(names: readonly Named[]): readonly [number, number] {
  const from = names.reduce((least, name) => Math.min(least, name.from), Number.POSITIVE_INFINITY);
  const to = names.reduce((most, name) => Math.max(most, name.to), 0);
  return [Math.max(1, from + 1), to - 1];
}

/** The blank column, the longest one, with a table on either side: the two, and what stands above and below them. */
function parted(grid: Grid, book: LabelBook): Box[] | null {
  const [height, width] = [grid.rows.length, grid.rows[0]?.length ?? 0];
  const names = namesIn(grid, book);
  const [from, to] = slotsBetween(names);
  const gaps: { slot: number; top: number; bottom: number }[] = [];
  for (let slot = from; slot < to; slot++) {
    for (const { top, bottom } of blankRuns(grid, slot)) gaps.push({ slot, top, bottom });
  }
  gaps.sort((a, b) => b.bottom - b.top - (a.bottom - a.top) || a.slot - b.slot);
  const sheet = sheetOf(grid);
  for (const { slot, top, bottom } of gaps) {
    const left = { top, bottom, left: 0, right: slot };
    const right = { top, bottom, left: slot + 1, right: width };
    // Told first: beside a column of marks or notes, or between figures, hardly any line is named.
    const onRight = linesIn(names, right);
    if (onRight.size < fewestLines) continue;
    const onLeft = linesIn(names, left);
    if (onLeft.size < fewestLines) continue;
    if (!isTable(sheet, right, onRight, book) || !isTable(sheet, left, onLeft, book)) continue;
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
