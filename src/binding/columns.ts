import type { GridCell } from '../model/document.ts';
import type { Block, Column } from '../model/edition.ts';
import { flatColumns } from '../model/form.ts';
import { isUnit, type Row } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

/** The header over a block of lines: which slots its columns cover, and in which order they stand. */
export interface Header {
  readonly grid: number;
  /** For each column of the block the header cell that names it; undefined where none does. */
  readonly cells: readonly (GridCell | undefined)[];
  /** Texts that stand in place of the columns not found. */
  readonly strangers: readonly { readonly column: number; readonly cell: GridCell }[];
}

/** How many rows above the first line of a block its header may begin. */
const tallestHeader = 8;

function headerCells(rows: readonly Row[], columns: readonly Column[], book: LabelBook) {
  const found: (GridCell | undefined)[] = columns.map(() => undefined);
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.text.trim() === '' || cell.row !== row.index) continue;
      const named = book.columns(cell.text);
      const column = columns.findIndex((each) => named.includes(each));
      if (column >= 0) found[column] = cell;
    }
  }
  return found;
}

/** A text that is no label of the form, in the header row and in the slots of a column not found. */
function strangersIn(
  rows: readonly Row[],
  found: readonly (GridCell | undefined)[],
  book: LabelBook,
) {
  const known = found.filter((cell) => cell !== undefined);
  const last = rows.findLast((row) => row.cells.some((cell) => known.includes(cell)));
  if (last === undefined || known.length === 0) return [];
  const left = Math.min(...known.map((cell) => cell.column));
  const others = last.cells.filter(
    (cell) =>
      cell.row === last.index &&
      cell.text.trim() !== '' &&
      !known.includes(cell) &&
      book.columns(cell.text).length === 0 &&
      (cell.column > left || book.lines(cell.text).length === 0) &&
      !book.isForeword(cell.text) &&
      !/^(?:信息内容|统计指标|单位|项目|指标|内容|备注)$/u.test(cell.text.replace(/\s/gu, '')),
  );
  const missing = found.flatMap((cell, column) => (cell === undefined ? [column] : []));
  if (others.length !== missing.length) return [];
  return missing.map((column, i) => ({ column, cell: others[i] as GridCell }));
}

const unitInHeader = /单位[:：]?\s*([^（()）\s]+)/u;

/** Headers that name another unit than the form does. */
function otherUnits(cells: readonly (GridCell | undefined)[], columns: readonly Column[]) {
  return cells.flatMap((cell, column) => {
    const printed = unitInHeader.exec(cell?.text ?? '')?.[1];
    const due = unitInHeader.exec(columns[column]?.zh ?? '')?.[1];
    const isOther = printed !== undefined && due !== undefined && printed !== due;
    return cell !== undefined && isOther ? [{ column, cell }] : [];
  });
}

/** The header of a block, looked for in the rows above its first line. */
export function headerAbove(
  rows: readonly Row[],
  first: number,
  block: Block,
  book: LabelBook,
): Header | null {
  const grid = rows[first]?.grid;
  if (grid === undefined) return null;
  const columns = flatColumns(block.columns);
  const above: Row[] = [];
  for (let i = first - 1; i >= 0 && above.length < tallestHeader; i--) {
    const row = rows[i];
    if (row === undefined || row.grid !== grid) break;
    if (row.lines.length > 0 && row.figures.some(({ text }) => /\d/u.test(text))) break;
    above.unshift(row);
  }
  const cells = headerCells(above, columns, book);
  if (cells.every((cell) => cell === undefined)) return null;
  const strangers = [...strangersIn(above, cells, book), ...otherUnits(cells, columns)];
  return { grid, cells, strangers };
}

function overlaps(cell: GridCell, header: GridCell): boolean {
  return (
    cell.column < header.column + header.columnSpan && header.column < cell.column + cell.columnSpan
  );
}

const silent = /^\s*(?:[/／\\—–-]*|无)\s*$/u;

/** Cells by the slots of the header: each column has its own cell, or shares one that says nothing. */
function bySlots(row: Row, header: Header): GridCell[] | null {
  const found: GridCell[] = [];
  const headers = header.cells.map(
    (cell, i) => cell ?? header.strangers.find(({ column }) => column === i)?.cell,
  );
  for (const cell of headers) {
    if (cell === undefined) return null;
    const under = row.figures.filter((each) => overlaps(each, cell));
    const [only] = under;
    if (only === undefined || under.length > 1) return null;
    found.push(only);
  }
  const isShared = found.some((cell, i) => found.indexOf(cell) !== i && !silent.test(cell.text));
  const isWhole = row.figures.every(
    (cell) => found.includes(cell) || silent.test(cell.text) || isUnit(cell.text),
  );
  return isShared || !isWhole ? null : found;
}

/** Indices of the columns in the order in which a header names them; that of the form where it names none. */
function orderOf(header: Header | null, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  const cells = header?.cells;
  if (cells === undefined || cells.some((cell) => cell === undefined)) return order;
  return order.sort((a, b) => (cells[a]?.column ?? 0) - (cells[b]?.column ?? 0));
}

function isSilent(cell: GridCell | undefined): boolean {
  return cell !== undefined && silent.test(cell.text);
}

/** The figures of a row without units and without blank cells that are too many; as they are where it is not plain which. */
function asMany(figures: readonly GridCell[], count: number): readonly GridCell[] {
  const kept = figures.filter((cell) => !isUnit(cell.text));
  const tooMany = kept.length - count;
  if (tooMany <= 0) return kept;
  const first = kept.slice(0, tooMany).every(isSilent);
  const last = kept.slice(-tooMany).every(isSilent);
  if (first && last && !kept.every(isSilent)) return kept;
  if (first) return kept.slice(tooMany);
  return last ? kept.slice(0, -tooMany) : kept;
}

/**
 * The cells of a line by the columns of its block: under the headers, or where the slots do not tell
 * (headers merged in another way, a table going on without its header) in their order if there are
 * exactly as many. null where they cannot be told apart.
 */
export function cellsOfLine(
  row: Row,
  block: Block,
  header: Header | null,
): readonly GridCell[] | null {
  const count = flatColumns(block.columns).length;
  if (header !== null && header.grid === row.grid) {
    const found = bySlots(row, header);
    if (found !== null) return found;
  }
  const figures = asMany(row.figures, count);
  if (figures.length !== count) return null;
  const cells: GridCell[] = [];
  for (const [i, column] of orderOf(header, count).entries()) {
    const cell = figures[i];
    if (cell !== undefined) cells[column] = cell;
  }
  return cells;
}
