import { fontOf } from './fonts.ts';
import type { Marks } from './marks.ts';
import { type Box, boxOf, combined, type Matrix, matrixOf, overlap } from './matrix.ts';
import { addFill, addStroke, clipOf, outlinesOf } from './paths.ts';
import { showText } from './showText.ts';
import { type Font, isRecord, numberAt, type State, unit } from './state.ts';

/** A page as pdfjs hands it over: operators with their arguments, and what they refer to. */
export interface Drawing {
  readonly operators: readonly number[];
  readonly args: readonly unknown[];
  /** The number of each operator by its name. */
  readonly names: Readonly<Record<string, number>>;
  /** A font by the name that it was loaded under. */
  readonly font: (name: string) => unknown;
  /** Whether a part of the page that can be switched off is on. */
  readonly isShown: (group: unknown) => boolean;
  /** From the page's own space to the page as it is shown. */
  readonly matrix: Matrix;
  readonly page: Box;
}

/** The reader's position in the drawing. */
export interface Pen {
  state: State;
  readonly saved: State[];
  readonly marks: Marks;
  readonly drawing: Drawing;
  readonly fonts: Map<string, Font | null>;
  clips: boolean;
  /** For each open group of marked content, whether it is hidden. */
  readonly hidden: boolean[];
  /** Open groups that only make a mask. */
  masks: number;
  readonly groups: boolean[];
  /** The space was mapped and nothing was drawn since: what was here is a picture, which pdfjs left out. */
  empty: boolean;
}

export type Step = (pen: Pen, args: readonly unknown[]) => void;

/** Deeper nesting of states than any program writes. */
const deepest = 10_000;

export function save(pen: Pen): void {
  if (pen.saved.length < deepest) pen.saved.push({ ...pen.state });
  pen.empty = false;
}

export function restore(pen: Pen): void {
  takePicture(pen);
  pen.state = pen.saved.pop() ?? pen.state;
}

export function takePicture(pen: Pen): void {
  if (!pen.empty || isHidden(pen)) return;
  pen.empty = false;
  const box = overlap(boxOf(pen.state.matrix, [0, 0, 1, 1]), pen.state.clip);
  if (box[2] - box[0] > thinnest && box[3] - box[1] > thinnest) pen.marks.pictures.push(box);
}

/** Points that a mapped unit has to measure to be taken for the place of a picture. */
const thinnest = 8;

function isHidden({ hidden, masks }: Pen): boolean {
  return masks > 0 || hidden.includes(true);
}

export function transform(pen: Pen, matrix: Matrix | null): void {
  if (matrix === null) return;
  pen.state.matrix = combined(pen.state.matrix, matrix);
  pen.empty = true;
}

export function path(pen: Pen, [operator, packed]: readonly unknown[]): void {
  const { state, marks, drawing } = pen;
  const { names } = drawing;
  const list: unknown[] = Array.isArray(packed) ? packed : [];
  const outlines = outlinesOf(list[0], state.matrix);
  if (outlines === null) return;
  if (!isHidden(pen) && operator !== names.endPath) {
    const strokes = operator === names.stroke || operator === names.closeStroke;
    const fills = operator === names.fill || operator === names.eoFill;
    const scale = Math.sqrt(
      Math.abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]),
    );
    if (!fills) addStroke(outlines, state.lineWidth * scale, state.clip, marks);
    if (!strokes) addFill(outlines, state.clip, marks);
    marks.painted = true;
    pen.empty = false;
  }
  if (pen.clips) state.clip = overlap(state.clip, clipOf(outlines) ?? state.clip);
  pen.clips = false;
}

export function setFont(pen: Pen, name: unknown, size: number): void {
  if (typeof name !== 'string') return;
  if (!pen.fonts.has(name)) pen.fonts.set(name, fontOf(pen.drawing.font(name)));
  pen.state.font = pen.fonts.get(name) ?? null;
  pen.state.fontSize = size;
}

export function setMany(pen: Pen, [settings]: readonly unknown[]): void {
  const list: unknown[] = Array.isArray(settings) ? settings : [];
  for (const setting of list) {
    const [key, value]: unknown[] = Array.isArray(setting) ? setting : [];
    if (key === 'LW') pen.state.lineWidth = numberAt([value], 0);
    if (key === 'Font' && Array.isArray(value)) setFont(pen, value[0], numberAt(value, 1));
  }
}

export function moveText({ state }: Pen, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

export function setTextMatrix({ state }: Pen, matrix: Matrix | null): void {
  state.textMatrix = matrix ?? unit;
  state.x = 0;
  state.y = 0;
  state.lineX = 0;
  state.lineY = 0;
}

export function show(pen: Pen, [glyphs]: readonly unknown[]): void {
  pen.empty = false;
  if (!Array.isArray(glyphs)) return;
  const before = pen.marks.glyphs.length;
  showText(glyphs, pen.state, pen.marks);
  if (isHidden(pen)) pen.marks.glyphs.length = before;
}

export function beginForm(pen: Pen, [matrix, box]: readonly unknown[]): void {
  save(pen);
  transform(pen, matrixOf(matrix));
  pen.empty = false;
  if (!(box instanceof Float32Array)) return;
  const bounds: Box = [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0];
  pen.state.clip = overlap(pen.state.clip, boxOf(pen.state.matrix, bounds));
}

export function beginContent(pen: Pen, [tag, group]: readonly unknown[]): void {
  pen.hidden.push(tag === 'OC' && !pen.drawing.isShown(group));
}

export function beginGroup(pen: Pen, [group]: readonly unknown[]): void {
  const isMask = isRecord(group) && isRecord(group.smask);
  pen.groups.push(isMask);
  if (isMask) pen.masks += 1;
}
