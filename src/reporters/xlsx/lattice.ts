import type { FormGrid } from '../../writers/grid.ts';

/** Edges closer than this, in characters, are taken for one. */
const tolerance = 0.8;

function edgesOf({ widths }: FormGrid): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

function nearest(edges: readonly number[], edge: number): number {
  return edges.reduce(
    (best, each, i) => (Math.abs(each - edge) < Math.abs((edges[best] ?? 0) - edge) ? i : best),
    0,
  );
}

/**
 * Tables of different columns laid out so that they can stand one below the other on a sheet: the
 * columns of the sheet end wherever a column of one of them does, and the tables span them.
 */
export function onOneLattice(grids: readonly FormGrid[]): FormGrid[] {
  const edges: number[] = [];
  for (const edge of grids.flatMap(edgesOf).sort((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > tolerance) edges.push(edge);
  }
  const widths = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));
  return grids.map((grid) => {
    const starts = edgesOf(grid).map((edge) => nearest(edges, edge));
    const rows = grid.rows.map((row) => ({
      ...row,
      slots: row.slots.map((slot) => {
        const column = starts[slot.column] ?? 0;
        const end = starts[slot.column + slot.columnSpan] ?? column + 1;
        return { ...slot, column, columnSpan: end - column };
      }),
    }));
    return { ...grid, widths, rows };
  });
}
