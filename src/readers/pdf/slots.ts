import type { Wall } from './marks.ts';
import { type Frame, lowerBound } from './walls.ts';

/** The slots of a table: its lines' places, and for each slot the number of the cell that covers it. */
export interface Slots {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row. */
  readonly owner: Int32Array;
  readonly cells: readonly SlotCell[];
}

export interface SlotCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * Places of lines. Lines that are nearer to each other than a letter is high are one line: doubled
 * borders, or the borders of neighbours.
 */
function places(walls: readonly Wall[], near: number): number[] {
  const result: number[] = [];
  let cluster: number[] = [];
  const close = () => {
    if (cluster.length > 0) result.push(cluster.reduce((sum, at) => sum + at) / cluster.length);
  };
  for (const at of walls.map((wall) => wall.at).sort((a, b) => a - b)) {
    if (at - (cluster[0] ?? at) > near) {
      close();
      cluster = [];
    }
    if (cluster.at(-1) !== at) cluster.push(at);
  }
  close();
  return result;
}

/** Closes an open side at the end that at least two lines reach. */
function closed(along: readonly number[], crossing: readonly Wall[], near: number): number[] {
  const [start, secondStart] = crossing.map(({ from }) => from).sort((a, b) => a - b);
  const [end, secondEnd] = crossing.map(({ to }) => to).sort((a, b) => b - a);
  const result = [...along];
  if (start === undefined || secondStart === undefined) return result;
  if (end === undefined || secondEnd === undefined) return result;
  if (secondStart - start <= near && start < (along[0] ?? Infinity) - near) result.unshift(start);
  if (end - secondEnd <= near && end > (along.at(-1) ?? -Infinity) + near) result.push(end);
  return result;
}

/** Share of a slot's side that a line has to run along. */
const enough = 0.6;

/** For each line of the lattice and each slot along it, whether there is a wall. */
function sides(walls: readonly Wall[], lines: readonly number[], along: readonly number[]) {
  const count = along.length - 1;
  const result = new Uint8Array(lines.length * count);
  for (const { at, from, to } of walls) {
    const line = nearest(lines, at);
    const first = Math.max(0, lowerBound(along, from, (x) => x) - 1);
    for (let slot = first; slot < count; slot++) {
      const [left, right] = [along[slot] ?? 0, along[slot + 1] ?? 0];
      if (left > to) break;
      const shared = Math.min(right, to) - Math.max(left, from);
      if (shared >= enough * (right - left)) result[line * count + slot] = 1;
    }
  }
  return result;
}

function nearest(lines: readonly number[], at: number): number {
  const after = lowerBound(lines, at, (line) => line);
  const [before, next] = [lines[after - 1] ?? -Infinity, lines[after] ?? Infinity];
  return at - before < next - at ? after - 1 : after;
}

/** Keeps the lines that part at least two slots, and the outer ones. */
function parting(lines: readonly number[], walls: Uint8Array, count: number): number[] {
  return lines.filter(
    (_, line) =>
      line === 0 ||
      line === lines.length - 1 ||
      walls.subarray(line * count, (line + 1) * count).includes(1),
  );
}

/** Lines of the lattice of a frame, those left out that part nothing, such as underlines. */
export function latticeOf({ across, down }: Frame, near: number): Pick<Slots, 'xs' | 'ys'> {
  const xs = closed(places(down, near), across, near);
  const ys = closed(places(across, near), down, near);
  if (xs.length < 2 || ys.length < 2) return { xs, ys };
  return {
    xs: parting(xs, sides(down, xs, ys), ys.length - 1),
    ys: parting(ys, sides(across, ys, xs), xs.length - 1),
  };
}

/**
 * Joins slots that no wall parts. A part that is no rectangle is cut into rectangles, from the upper
 * left, so that every slot has one cell and every cell is a box.
 */
export function slotsOf({ across, down }: Frame, xs: number[], ys: number[]): Slots {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const above = sides(across, ys, xs);
  const before = sides(down, xs, ys);
  const isOpenBelow = (r: number, c: number) => above[(r + 1) * columns + c] !== 1;
  const isOpenRight = (r: number, c: number) => before[(c + 1) * rows + r] !== 1;
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: SlotCell[] = [];
  for (let slot = 0; slot < owner.length; slot++) {
    if (owner[slot] !== -1) continue;
    const [row, column] = [Math.floor(slot / columns), slot % columns];
    let right = column;
    while (
      right + 1 < columns &&
      isOpenRight(row, right) &&
      owner[row * columns + right + 1] === -1
    ) {
      right++;
    }
    let bottom = row;
    while (bottom + 1 < rows && isOpen(bottom)) bottom++;
    function isOpen(r: number): boolean {
      for (let c = column; c <= right; c++) {
        if (!isOpenBelow(r, c) || owner[(r + 1) * columns + c] !== -1) return false;
        if (c < right && !isOpenRight(r + 1, c)) return false;
      }
      return true;
    }
    for (let r = row; r <= bottom; r++) {
      owner.fill(cells.length, r * columns + column, r * columns + right + 1);
    }
    cells.push({ row, column, rowSpan: bottom - row + 1, columnSpan: right - column + 1 });
  }
  return { xs, ys, owner, cells };
}
