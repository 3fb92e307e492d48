import type { ColumnNode, LineNode } from '../model/edition.ts';
import { type FormLine, isColumnGroup, isLineGroup } from '../model/form.ts';
import { type LooseSlot, slot } from './grid.ts';

/** A header over others, or over the figures of one column. */
export interface HeaderNode {
  readonly text: string;
  readonly below: readonly HeaderNode[];
  /** The cell of the form in a column of its own; null over several, or where lines stand below it. */
  readonly cell: number | null;
}

/** The line of a path that is written, or null. */
export type FindLine = (path: string) => FormLine | null;

/** The headers of columns; with a line, each column holds that line's cell. */
export function columnHeaders(nodes: readonly ColumnNode[], line: FormLine | null): HeaderNode[] {
  return nodes.map((node) =>
    isColumnGroup(node)
      ? { text: node.zh, below: columnHeaders(node.columns, line), cell: null }
      : {
          text: node.zh,
          below: [],
          cell: line === null ? null : line.firstCell + line.columns.indexOf(node),
        },
  );
}

/** Lines side by side: each becomes a header over columns of its own. */
export function lineHeaders(
  nodes: readonly LineNode[],
  columns: readonly ColumnNode[],
  find: FindLine,
  prefix = '',
): HeaderNode[] {
  return nodes.flatMap((node) => {
    const path = prefix + node.id;
    const line = find(path);
    const own = line === null ? [] : columnHeaders(columns, line);
    const lines = isLineGroup(node) ? lineHeaders(node.lines, columns, find, `${path}.`) : [];
    const below = [...own, ...lines];
    return below.length === 0 ? [] : [{ text: node.zh, below, cell: null }];
  });
}

/** The headers that stand over a single column, from left to right. */
export function leavesOf(nodes: readonly HeaderNode[]): HeaderNode[] {
  return nodes.flatMap((node) => (node.below.length === 0 ? [node] : leavesOf(node.below)));
}

/** How many rows the headers take. */
export function depthOf(nodes: readonly HeaderNode[]): number {
  return nodes.reduce((most, node) => Math.max(most, 1 + depthOf(node.below)), 0);
}

/** Where each of `count` columns begins if they share the slots from `left` to `right`; and, last, `right`. */
export function shares(count: number, left: number, right: number): number[] {
  const each = Math.floor((right - left) / count);
  const wider = (right - left) % count;
  const starts = Array.from(
    { length: count },
    (_, i) => left + i * each + Math.max(0, i - (count - wider)),
  );
  return [...starts, right];
}

/** Rows of header slots; `starts` says where the columns below them begin. */
export function headerRows(nodes: readonly HeaderNode[], starts: readonly number[]): LooseSlot[][] {
  const depth = depthOf(nodes);
  const rows: LooseSlot[][] = Array.from({ length: depth }, () => []);
  const place = (level: readonly HeaderNode[], row: number, first: number): void => {
    let leaf = first;
    for (const node of level) {
      const end = leaf + leavesOf([node]).length;
      const column = starts[leaf] ?? 0;
      const span = (starts[end] ?? column + 1) - column;
      const content = { kind: 'header', text: node.text, of: 'columns' } as const;
      const rowSpan = node.below.length === 0 ? depth - row : 1;
      rows[row]?.push(slot(column, span, content, rowSpan));
      place(node.below, row + 1, leaf);
      leaf = end;
    }
  };
  place(nodes, 0, 0);
  return rows;
}
