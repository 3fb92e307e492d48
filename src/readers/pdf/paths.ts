import { addThin, type Marks, thickest } from './marks.ts';
import { type Box, type Matrix, moved, overlap } from './matrix.ts';

/** Commands of a path as pdfjs packs them, with the numbers that follow each. */
const numbers = [2, 2, 6, 4, 0];
const closing = 4;

/** A part of a path: its corners on the page, and whether it is straight and closed. */
interface Outline {
  readonly points: (readonly [number, number])[];
  straight: boolean;
  closed: boolean;
}

/** The parts of a packed path; null for what is no path. */
export function outlinesOf(path: unknown, matrix: Matrix): Outline[] | null {
  if (!(path instanceof Float32Array)) return null;
  const outlines: Outline[] = [];
  let outline: Outline = { points: [], straight: true, closed: false };
  for (let i = 0; i < path.length; ) {
    const command = path[i] ?? -1;
    const count = numbers[command];
    if (count === undefined) return null;
    if (command === 0) {
      outline = { points: [], straight: true, closed: false };
      outlines.push(outline);
    }
    if (command === closing) outline.closed = true;
    else {
      if (command > 1) outline.straight = false;
      outline.points.push(moved(matrix, path[i + count - 1] ?? 0, path[i + count] ?? 0));
    }
    i += count + 1;
  }
  return outlines;
}

function boxAround({ points }: Outline): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** Adds the straight sides of what is stroked. */
export function addStroke(outlines: Outline[], width: number, clip: Box, marks: Marks): void {
  for (const { points, straight, closed } of outlines) {
    const corners = closed && points[0] !== undefined ? [...points, points[0]] : points;
    for (let i = 1; straight && i < corners.length; i++) {
      const [x0, y0] = corners[i - 1] ?? [0, 0];
      const [x1, y1] = corners[i] ?? [0, 0];
      const flat = Math.abs(y1 - y0);
      const steep = Math.abs(x1 - x0);
      // A slanted line is no border.
      if (Math.min(flat, steep) > 1) continue;
      // One that is much wider than long is a bar drawn as a short thick line.
      const half = width > thickest ? width / 2 : 0;
      const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
      const [dx, dy] = steep >= flat ? [0, half] : [half, 0];
      addThin(marks, overlap([box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy], clip));
    }
  }
}

/** The margins between a box and one inside it; null where it is not inside. */
function margins(outer: Box, inner: Box): Box | null {
  const gaps: Box = [
    inner[0] - outer[0],
    inner[1] - outer[1],
    outer[2] - inner[2],
    outer[3] - inner[3],
  ];
  return gaps.every((gap) => gap >= -0.01 && gap <= thickest) ? gaps : null;
}

/** The sides of a frame that is filled between an outer and an inner box. */
function frameSides([left, top, right, bottom]: Box, gaps: Box): Box[] {
  const sides: Box[] = [
    [left, top, left + gaps[0], bottom],
    [left, top, right, top + gaps[1]],
    [right - gaps[2], top, right, bottom],
    [left, bottom - gaps[3], right, bottom],
  ];
  return sides.filter((_, i) => (gaps[i] ?? 0) > 0.05);
}

/** Adds what is filled and thin: a line drawn as a box, or the frame between two boxes. */
export function addFill(outlines: Outline[], clip: Box, marks: Marks): void {
  let before: Box | null = null;
  for (const outline of outlines) {
    if (!outline.straight || outline.points.length < 2) continue;
    const box = boxAround(outline);
    const gaps = before === null ? null : (margins(before, box) ?? margins(box, before));
    if (before !== null && gaps !== null && Math.min(box[2] - box[0], box[3] - box[1]) > thickest) {
      const outer: Box = margins(before, box) === null ? box : before;
      for (const side of frameSides(outer, gaps)) addThin(marks, overlap(side, clip));
    }
    addThin(marks, overlap(box, clip));
    before = box;
  }
}

/** The box around a whole path on the page; null where it has no extent. */
export function clipOf(outlines: Outline[]): Box | null {
  const boxes = outlines.filter(({ points }) => points.length > 0).map(boxAround);
  return boxes.length === 0
    ? null
    : boxes.reduce((all, box) => [
        Math.min(all[0], box[0]),
        Math.min(all[1], box[1]),
        Math.max(all[2], box[2]),
        Math.max(all[3], box[3]),
      ]);
}
