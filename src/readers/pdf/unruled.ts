import type { GridCell } from '../../model/document.ts';
import { type Chunk, type Column, chunksOf, columnsOf, columnsUnder, cutAt } from './chunks.ts';
import type { Line } from './lines.ts';
import { placeOf, type Sheet } from './place.ts';
import type { Table } from './tables.ts';

interface Row {
  readonly chunks: readonly Chunk[];
  readonly top: number;
  readonly bottom: number;
}

interface Written {
  readonly chunks: Chunk[];
  readonly first: number;
  readonly last: number;
}

/** What a row says in each column; a chunk over several columns is one cell. */
function writtenIn(row: Row, columns: readonly Column[]): Written[] {
  const slots: (Written | undefined)[] = columns.map(() => undefined);
  for (const chunk of row.chunks.flatMap((each) => cutAt(each, columns))) {
    const [first, last] = columnsUnder(chunk, columns);
    const taken = slots.slice(first, last + 1).find((cell) => cell !== undefined);
    if (taken === undefined) slots.fill({ chunks: [chunk], first, last }, first, last + 1);
    else taken.chunks.push(chunk);
  }
  return slots.map((cell, column) => cell ?? { chunks: [], first: column, last: column });
}

const figure = /^[\d+\-−－—–.,/]+$/u;

/** A figure stands beside other text in one column: it may be that of another one. */
function isCrowded({ chunks }: Written): boolean {
  return chunks.some(({ line, text }) => {
    if (!figure.test(text)) return false;
    const beside = chunks.filter(
      ({ line: { top, bottom } }) => top < line.bottom && line.top < bottom,
    );
    return beside.length > 1;
  });
}

/** A grid of rows of chunks, in columns that are known. */
export function gridOf(rows: readonly Row[], columns: readonly Column[], sheet: Sheet): Table {
  const box = (first: number, last: number, { top, bottom }: Pick<Row, 'top' | 'bottom'>) =>
    placeOf(sheet, [columns[first]?.from ?? 0, top, columns[last]?.to ?? 0, bottom]);
  const lines = rows.map((row, r) => {
    const cells = new Map<Written, GridCell>();
    return writtenIn(row, columns).map((written) => {
      const { chunks, first, last } = written;
      const cell = cells.get(written) ?? {
        text: chunks.map(({ text }) => text).join('\n'),
        at: box(first, last, row),
        row: r,
        column: first,
        rowSpan: 1,
        columnSpan: last - first + 1,
        ...(isCrowded(written) && { doubt: 'text' as const }),
      };
      cells.set(written, cell);
      return cell;
    });
  });
  const edges = { top: rows[0]?.top ?? 0, bottom: rows.at(-1)?.bottom ?? 0 };
  const at = box(0, columns.length - 1, edges);
  return { grid: { kind: 'grid', rows: lines, at }, ...edges };
}

/** Rows of text, one a line, or several lines under each other as one row. */
export function rowOf(lines: readonly Line[]): Row {
  return {
    chunks: lines.flatMap(chunksOf),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
}

/** Columns by the rows that have most chunks; others may have headings over several of them. */
export function columnsBy(rows: readonly Row[]): Column[] {
  const most = Math.max(0, ...rows.map(({ chunks }) => chunks.length));
  const full = rows.filter(({ chunks }) => chunks.length >= 0.75 * most);
  return columnsOf(
    full.flatMap(({ chunks }) => chunks),
    full.length,
  );
}

/** Fewest lines and columns that make a table of text that no lines rule. */
const fewest = 3;

/** Either a line of text or a table made of several. */
export type Strip = { readonly line: Line } | { readonly table: Table };

function stripsOfRun(run: readonly Line[], sheet: Sheet): Strip[] {
  const rows = run.map((line) => rowOf([line]));
  const columns = columnsBy(rows);
  const isTable = run.length >= fewest && columns.length >= fewest;
  return isTable ? [{ table: gridOf(rows, columns, sheet) }] : run.map((line) => ({ line }));
}

/** Finds tables in lines of text: at least three lines running that wide gaps cut into three parts. */
export function stripsOf(lines: readonly Line[], sheet: Sheet): Strip[] {
  const strips: Strip[] = [];
  let run: Line[] = [];
  for (const line of lines) {
    const before = run.at(-1);
    const isFar = before !== undefined && line.top - before.bottom > 3 * line.em;
    const isCut = chunksOf(line).length >= fewest;
    if (isFar || !isCut) {
      strips.push(...stripsOfRun(run, sheet));
      run = [];
    }
    if (isCut) run.push(line);
    else strips.push({ line });
  }
  return [...strips, ...stripsOfRun(run, sheet)];
}
