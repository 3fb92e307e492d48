import type { Wall } from './marks.ts';

/** Lines shorter than this, in points, are no side of a cell. */
const shortest = 4;

/** How far apart two pieces of one line may be; dashes may be further apart than other pieces. */
function reach(piece: Wall): number {
  const length = piece.to - piece.from;
  return length > 15 ? 3 : Math.min(6, Math.max(3, length * 1.5));
}

/** Pieces at about the same place, in order of that place. */
function layers(pieces: readonly Wall[]): Wall[][] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from);
  const result: Wall[][] = [];
  let first = -Infinity;
  let last = -Infinity;
  for (const piece of sorted) {
    if (piece.at - last > 1 || piece.at - first > shortest) {
      result.push([]);
      first = piece.at;
    }
    last = piece.at;
    result.at(-1)?.push(piece);
  }
  return result;
}

function joined(layer: readonly Wall[]): Wall[] {
  const sorted = [...layer].sort((a, b) => a.from - b.from);
  const walls: Wall[] = [];
  let open: Wall | undefined;
  for (const piece of sorted) {
    if (open !== undefined && piece.from <= open.to + Math.max(reach(piece), reach(open))) {
      const longer = piece.to - piece.from > open.to - open.from ? piece : open;
      open = { at: longer.at, from: open.from, to: Math.max(open.to, piece.to) };
    } else {
      if (open !== undefined) walls.push(open);
      open = piece;
    }
  }
  return open === undefined ? walls : [...walls, open];
}

/** Lines made of the pieces that they were drawn in; what stays too short for the side of a cell is left out. */
export function wallsOf(pieces: readonly Wall[]): Wall[] {
  return layers(pieces)
    .flatMap(joined)
    .filter(({ from, to }) => to - from > shortest);
}

/** Lines that hold together because they touch. */
export interface Frame {
  readonly across: Wall[];
  readonly down: Wall[];
}

/** How far a line may end before the one that it meets; an underline in a cell ends sooner than that. */
function slackOf({ from, to }: Wall): number {
  return to - from < 60 ? 1.2 : 3;
}

function find(parents: number[], of: number): number {
  let root = of;
  while (parents[root] !== undefined && parents[root] !== root) root = parents[root] ?? root;
  let node = of;
  while (node !== root) {
    const next = parents[node] ?? root;
    parents[node] = root;
    node = next;
  }
  return root;
}

/** First place in a sorted list that is not below a value. */
export function lowerBound<T>(
  list: readonly T[],
  value: number,
  key: (entry: T) => number,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && key(entry) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More meetings of lines than any printed page has: from here on a page is a drawing. */
const mostMeetings = 3_000_000;

/** The frames of a page; null where its lines are too many to be tables. */
export function framesOf(across: readonly Wall[], down: readonly Wall[]): Frame[] | null {
  const columns = [...down].sort((a, b) => a.at - b.at);
  const parents = Array.from({ length: across.length + columns.length }, (_, i) => i);
  let meetings = 0;
  for (const [i, wall] of across.entries()) {
    const { at, from, to } = wall;
    const slack = slackOf(wall);
    for (let j = lowerBound(columns, from - slack, (wall) => wall.at); j < columns.length; j++) {
      const column = columns[j];
      if (column === undefined || column.at > to + slack) break;
      if (++meetings > mostMeetings) return null;
      if (at < column.from - slack || at > column.to + slack) continue;
      parents[find(parents, across.length + j)] = find(parents, i);
    }
  }
  const frames = new Map<number, Frame>();
  const frameOf = (i: number): Frame => {
    const root = find(parents, i);
    const frame = frames.get(root) ?? { across: [], down: [] };
    frames.set(root, frame);
    return frame;
  };
  for (const [i, wall] of across.entries()) frameOf(i).across.push(wall);
  for (const [j, wall] of columns.entries()) frameOf(across.length + j).down.push(wall);
  return [...frames.values()];
}
