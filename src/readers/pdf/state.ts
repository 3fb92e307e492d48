import type { Box, Matrix } from './matrix.ts';

/** What the reader needs of a font. */
export interface Font {
  readonly vertical: boolean;
  readonly type3: boolean;
  readonly matrix: Matrix;
  /** Height of a Type 3 font's letters, in units of the font size. */
  readonly height: number;
  /** Advance and origin of vertical text, in thousandths. */
  readonly metrics: readonly [number, number, number];
}

/** The graphics state, as far as text, lines and pictures need it. Saved and restored whole. */
export interface State {
  /** From user space to the page as shown, y down. */
  matrix: Matrix;
  clip: Box;
  lineWidth: number;
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  textMatrix: Matrix;
  /** Where the next glyph goes, and where its line began, in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const unit: Matrix = [1, 0, 0, 1, 0, 0];

export function firstState(matrix: Matrix, page: Box): State {
  return {
    matrix,
    clip: page,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    textMatrix: unit,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** The number at a place of an operator's arguments; 0 for anything else. */
export function numberAt(args: readonly unknown[], place: number): number {
  const value = args[place];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
