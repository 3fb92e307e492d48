import { mayHold, type Row, type System } from './system.ts';

/** What is to be added to a cell that every row it is in says is wrong, and by as much; null for others. */
function agreedDelta({ report, values, rows, entries }: System, cell: number): number | null {
  let delta: number | null = null;
  let agreeing = 0;
  for (const { row: at, sign } of entries[cell] ?? []) {
    const row = rows[at];
    if (row === undefined || row.state === 'open' || row.isSeries) continue;
    const each = -row.gap / sign;
    if (row.state !== 'fails' || !row.isEquality) return null;
    if (delta !== null && each !== delta) return null;
    delta = each;
    agreeing++;
  }
  if (delta === null || agreeing < 2) return null;
  return mayHold(report, cell, (values[cell] ?? 0) + delta) ? delta : null;
}

function mendable({ rows }: System): Row[] {
  return rows.filter(
    ({ state, isSeries, isEquality }) => state === 'fails' && !isSeries && isEquality,
  );
}

/** The rows of cells that explain all of their rows, where no other cell does as well. */
function explained(system: System, failing: readonly Row[]): Row[][] {
  const claimed = new Map<number, number[]>();
  const cells = new Set(failing.flatMap((row) => row.cells));
  for (const cell of cells) {
    if (agreedDelta(system, cell) === null) continue;
    for (const { row } of system.entries[cell] ?? []) {
      claimed.set(row, [...(claimed.get(row) ?? []), cell]);
    }
  }
  const failingRows = new Map(failing.map((row) => [row.index, row]));
  return [...new Set([...claimed.values()].flat())].flatMap((cell) => {
    const own = (system.entries[cell] ?? []).flatMap(({ row }) => failingRows.get(row) ?? []);
    const isAlone = own.every(({ index }) => claimed.get(index)?.length === 1);
    return isAlone ? [own] : [];
  });
}

/** Rows that hang together: by a cell that both have, or by a row that crosses both. */
function connected(system: System, failing: readonly Row[]): Row[][] {
  const groups: { rows: Row[]; cells: Set<number> }[] = [];
  for (const row of failing) {
    const reach = new Set(row.cells);
    for (const cell of row.cells) {
      for (const { row: at } of system.entries[cell] ?? []) {
        for (const each of system.rows[at]?.cells ?? []) reach.add(each);
      }
    }
    const met = groups.filter(({ cells }) => row.cells.some((cell) => cells.has(cell)));
    const joined = { rows: [...met.flatMap((group) => group.rows), row], cells: reach };
    for (const group of met) {
      for (const cell of group.cells) joined.cells.add(cell);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups.map(({ rows }) => rows.sort((a, b) => a.index - b.index));
}

/** The failing rows that are to be mended together: those of one plainly wrong cell, then all that hang together. */
export function groupsOf(system: System): Row[][] {
  const failing = mendable(system);
  const apart = explained(system, failing);
  const told = new Set(apart.flat());
  const rest = failing.filter((row) => !told.has(row));
  return [...apart, ...connected(system, rest)];
}
