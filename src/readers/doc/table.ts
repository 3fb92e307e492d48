import type { Grid, GridCell } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import { type Purse, tooManyColumns, tooManySlots } from '../plain/textGrid.ts';
import type { RowShape } from './look.ts';

export interface Row {
  readonly cells: readonly string[];
  readonly shape: RowShape | null;
}

/** Edges closer than this, in twentieths of a point, are one edge drawn twice. */
const sameEdge = 30;

interface Draft {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
}

/** The distinct edges of all rows from left to right; each begins a group of those that are the same. */
function edgesOf(shapes: readonly RowShape[], same: number): number[] {
  const all = new Set<number>();
  for (const { edges } of shapes) for (const edge of edges) all.add(edge);
  const groups: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last === undefined || edge - last > same) groups.push(edge);
  }
  return groups;
}

/** For each edge of a row the column it is the left one of; null where a cell would have no width. */
function columnsOf({ edges }: RowShape, groups: readonly number[]): number[] | null {
  const columns = edges.map((edge) => {
    let [low, high] = [0, groups.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((groups[middle] ?? 0) <= edge) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  });
  return columns.every((column, i) => i === 0 || column > (columns[i - 1] ?? 0)) ? columns : null;
}

/** The columns at which the cells of each row begin and the last one ends; by number where no shape says it. */
function layout(rows: readonly Row[]): { bounds: number[][]; shaped: boolean } {
  const shapes = rows.flatMap(({ cells, shape }) =>
    shape !== null && shape.merged.length === cells.length && cells.length > 0 ? [shape] : [],
  );
  for (const same of shapes.length === rows.length ? [sameEdge, 0] : []) {
    const groups = edgesOf(shapes, same);
    const bounds = shapes.flatMap((shape) => {
      const columns = columnsOf(shape, groups);
      return columns === null ? [] : [columns];
    });
    if (bounds.length === rows.length) return { bounds, shaped: true };
  }
  const bounds = rows.map(({ cells }) => Array.from({ length: cells.length + 1 }, (_, i) => i));
  return { bounds, shaped: false };
}

/** Puts the cells of a row into its slots; what continues another cell lengthens that one. */
function fill(
  slots: (Draft | undefined)[],
  above: readonly (Draft | undefined)[],
  { cells, shape }: Row,
  bounds: readonly number[],
  row: number,
): void {
  let from = 0;
  for (const [i, text] of cells.entries()) {
    const merged = shape?.merged[i + 1];
    const to = bounds[i + 1] ?? 0;
    if (merged === 'before') continue;
    const [column, columnSpan] = [bounds[from] ?? 0, to - (bounds[from] ?? 0)];
    const over = above[column];
    const goesOn =
      shape?.merged[from] === 'above' && over?.column === column && over.columnSpan === columnSpan;
    if (goesOn && over !== undefined) over.rowSpan++;
    const said = [...cells.slice(from, i), text].filter((each) => each !== '').join('\n');
    const cell = goesOn && over ? over : { text: said, row, column, columnSpan, rowSpan: 1 };
    slots.fill(cell, column, to);
    from = i + 1;
  }
}

/** The rows of a table as a grid; cells stand where the edges of their rows are. */
export function wordGrid(rows: readonly Row[], table: number, purse: Purse): Grid | Problem {
  const { limits } = purse.options;
  const { bounds, shaped } = layout(rows);
  const width = bounds.reduce((most, each) => Math.max(most, each.at(-1) ?? 0), 0);
  if (width > limits.columns) return tooManyColumns(purse);
  purse.slots += width * rows.length;
  if (purse.slots > limits.slots) return tooManySlots(purse);
  const drafts: (Draft | undefined)[][] = [];
  for (const [r, row] of rows.entries()) {
    const slots = new Array<Draft | undefined>(width).fill(undefined);
    const plain = shaped ? row : { ...row, shape: null };
    fill(slots, drafts.at(-1) ?? [], plain, bounds[r] ?? [], r);
    drafts.push(slots);
  }
  const known = new Map<Draft, GridCell>();
  const cellOf = (draft: Draft): GridCell => {
    const at = { kind: 'cell', table, row: draft.row + 1, column: draft.column + 1 } as const;
    const cell = known.get(draft) ?? { ...draft, at };
    known.set(draft, cell);
    return cell;
  };
  const empty = { text: '', columnSpan: 1, rowSpan: 1 };
  const cells = drafts.map((slots, row) =>
    slots.map((draft, column) =>
      draft === undefined
        ? { ...cellOf({ ...empty, row, column }), isPadding: true as const }
        : cellOf(draft),
    ),
  );
  return { kind: 'grid', rows: cells, at: { kind: 'cell', table, row: 1, column: 1 } };
}
