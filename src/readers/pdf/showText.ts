import { metricsOf } from './fonts.ts';
import { plainLetters } from './letters.ts';
import type { Glyph, Marks } from './marks.ts';
import { combined, framed, type Matrix, moved, turnOf } from './matrix.ts';
import { isRecord, numberAt, type State } from './state.ts';

/** Text that leans more than this against the page, in quarter turns, belongs to no line of it. */
const leaning = 0.15;

/** Letters reach this far above their baseline, in em; the rest of the em lies below. */
const ascent = 0.82;

interface Placing {
  /** From text space, at the present position, to the page. */
  readonly matrix: Matrix;
  readonly em: number;
  readonly vertical: boolean;
  /** -1 where a negative font size turns the letters upside down. */
  readonly flipped: number;
}

/** The glyph that starts at (x, y) of text space and moves on by `advance`. */
function placed(text: string, x: number, y: number, advance: number, placing: Placing): Glyph {
  const { matrix, vertical, em, flipped } = placing;
  const start = moved(matrix, x, y);
  const end = vertical ? moved(matrix, x, y + advance) : moved(matrix, x + advance, y);
  // Where the advance is nothing its direction is still the one of the matrix.
  const [px, py] = vertical
    ? [-matrix[2] * flipped, -matrix[3] * flipped]
    : [matrix[0] * flipped, matrix[1] * flipped];
  const quarters = Math.atan2(py, px) / (Math.PI / 2);
  const turn = Math.abs(quarters - Math.round(quarters)) > leaning ? null : turnOf(quarters);
  const frame = framed(turn ?? 0);
  const [from, baseline] = moved(frame, ...start);
  const [to] = moved(frame, ...end);
  const top = baseline - (vertical ? em / 2 : em * ascent);
  // Centre of the letter: half way along, and in the middle of its height.
  const [upX, upY] = vertical ? [0, 0] : upward(matrix, em * (ascent - 0.5) * flipped);
  return {
    text,
    turn,
    from: Math.min(from, to),
    to: Math.max(from, to),
    top,
    bottom: top + em,
    em,
    middle: [(start[0] + end[0]) / 2 + upX, (start[1] + end[1]) / 2 + upY],
  };
}

function upward(matrix: Matrix, length: number): readonly [number, number] {
  const size = Math.hypot(matrix[2], matrix[3]) || 1;
  return [(matrix[2] / size) * length, (matrix[3] / size) * length];
}

function isInside([x, y]: readonly [number, number], { clip }: State, slack: number): boolean {
  return (
    x >= clip[0] - slack && x <= clip[2] + slack && y >= clip[1] - slack && y <= clip[3] + slack
  );
}

/** A glyph of a run of text, and whether its middle is to be seen. */
interface Drawn {
  readonly glyph: Glyph;
  readonly isSeen: boolean;
}

function isFigure({ text }: Glyph): boolean {
  return /^[\d.,]+$/u.test(text);
}

/** Two figures of one number. */
function isBeside(one: Glyph, other: Glyph): boolean {
  const gap = Math.max(one.from, other.from) - Math.min(one.to, other.to);
  const isLevel = one.turn === other.turn && Math.abs(one.top - other.top) < 0.15 * one.em;
  return isLevel && isFigure(one) && isFigure(other) && gap < one.em / 2;
}

/** How far from the edge of what is seen a letter is put that stands beyond it, in points. */
const edge = 0.5;

/** The glyph with its middle moved to where something is still to be seen. */
function pulledIn(glyph: Glyph, state: State): Glyph {
  if (isInside(glyph.middle, state, 0)) return glyph;
  const [left, top, right, bottom] = state.clip;
  const within = (at: number, low: number, high: number) =>
    Math.min(high - edge, Math.max(low + edge, at));
  const [x, y] = glyph.middle;
  return { ...glyph, middle: [within(x, left, right), within(y, top, bottom)] };
}

/**
 * The glyphs of a run that are to be seen. A figure that the edge of the page or of a cell cuts off is
 * taken whole: half of it would be read as another figure.
 */
function seenOf(own: readonly Drawn[], before: Glyph | undefined, state: State): Glyph[] {
  if (own.every(({ isSeen }) => isSeen)) return own.map(({ glyph }) => pulledIn(glyph, state));
  // The run may go on with the figure that the one before began.
  const first = before === undefined ? [] : [{ glyph: before, isSeen: true }];
  const run = [...first, ...own];
  const kept = run.map(({ isSeen }) => isSeen);
  const reach = (i: number, from: number) => {
    const [one, other] = [run[i]?.glyph, run[from]?.glyph];
    if (one === undefined || other === undefined || kept[from] !== true) return;
    if (isBeside(one, other)) kept[i] = true;
  };
  for (let i = 1; i < run.length; i++) reach(i, i - 1);
  for (let i = run.length - 2; i >= 0; i--) reach(i, i + 1);
  return own.flatMap(({ glyph }, i) =>
    kept[i + first.length] === true ? [pulledIn(glyph, state)] : [],
  );
}

/** Shows the glyphs and numbers (moves, in thousandths) of one operator, and moves the state on. */
export function showText(glyphs: readonly unknown[], state: State, marks: Marks): void {
  const { font, fontSize, scale } = state;
  if (font === null) return;
  const matrix = combined(combined(state.matrix, state.textMatrix), [1, 0, 0, 1, 0, state.rise]);
  const unitHeight = Math.hypot(matrix[2], matrix[3]);
  const em = Math.abs(fontSize) * unitHeight * font.height;
  const placing: Placing = { matrix, em, vertical: font.vertical, flipped: fontSize < 0 ? -1 : 1 };
  const size = fontSize * font.matrix[0];
  const run: Drawn[] = [];
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      move(state, font.vertical, (-glyph * fontSize) / 1000);
    } else if (isRecord(glyph)) {
      const spacing = state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0);
      const metrics = metricsOf(glyph.vmetric) ?? font.metrics;
      const width = (font.vertical ? metrics[0] : numberAt([glyph.width], 0)) * size;
      const text = plainLetters(typeof glyph.unicode === 'string' ? glyph.unicode : '');
      if (text !== '' && em > 0) {
        const mark = placed(text, state.x, state.y, font.vertical ? width : width * scale, placing);
        run.push({ glyph: mark, isSeen: isInside(mark.middle, state, Math.min(em / 4, 4)) });
      }
      move(state, font.vertical, width + spacing);
    }
  }
  for (const glyph of seenOf(run, marks.glyphs.at(-1), state)) marks.glyphs.push(glyph);
}

function move(state: State, vertical: boolean, by: number): void {
  if (vertical) state.y += by;
  else state.x += by * state.scale;
}
