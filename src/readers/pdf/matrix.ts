/** An affine map `[a, b, c, d, e, f]`, as a PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];

/** Left, top, right, bottom, with the y axis pointing down. */
export type Box = readonly [number, number, number, number];

/** First `inner`, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

export function moved(matrix: Matrix, x: number, y: number): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The upright box around a box that was mapped. */
export function boxOf(matrix: Matrix, [x0, y0, x1, y1]: Box): Box {
  const corners = [
    moved(matrix, x0, y0),
    moved(matrix, x1, y0),
    moved(matrix, x0, y1),
    moved(matrix, x1, y1),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What two boxes share; empty (right before left) where they share nothing. */
export function overlap(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** The box around two boxes. */
export function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** Six finite numbers of a list, array or typed array; null for anything else. */
export function matrixOf(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null;
  const [a, b, c, d, e, f] = Array.from<unknown>(value).map(Number);
  const numbers: (number | undefined)[] = [a, b, c, d, e, f];
  if (!numbers.every(Number.isFinite)) return null;
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/**
 * Turns of a quarter, clockwise: in frame 0 text runs to the right, in 1 down, in 2 to the left
 * (upside down), in 3 up. `along` and `down` are where a point lies for somebody who has turned the
 * page so that such text stands upright.
 */
export type Turn = 0 | 1 | 2 | 3;

export function turnOf(quarters: number): Turn {
  const turn = ((Math.round(quarters) % 4) + 4) % 4;
  return turn === 1 || turn === 2 || turn === 3 ? turn : 0;
}

const turns: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

export function framed(turn: Turn): Matrix {
  return turns[turn] ?? [1, 0, 0, 1, 0, 0];
}

/** From the turned page back to the page as it is shown. */
export function unframed(turn: Turn): Matrix {
  return framed(turnOf(4 - turn));
}
