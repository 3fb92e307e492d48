import type { Box, Turn } from './matrix.ts';

/**
 * A glyph on the page. `from`, `to`, `top` and `bottom` are along and across its own line, in the
 * frame of its turn; the middle is a point of the page. Everything in points, y down.
 */
export interface Glyph {
  readonly text: string;
  /** Null for text that runs askew, such as a watermark. */
  readonly turn: Turn | null;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly em: number;
  readonly middle: readonly [number, number];
}

/** A piece of a line that may be the border of a cell: its place across, its two ends along. */
export interface Wall {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on a page. */
export interface Marks {
  readonly glyphs: Glyph[];
  readonly across: Wall[];
  readonly down: Wall[];
  /** Where pictures stand. */
  readonly pictures: Box[];
  /** Whether anything was painted that is no text. */
  painted: boolean;
}

/** How many more glyphs and operators a document may have; shared between its pages. */
export interface Budget {
  left: number;
}

/** A line this thick, in points, is still a line and no area. */
export const thickest = 3;

/** Adds a thin box as a line; a dot may be a part of a dotted line of either direction. */
export function addThin({ across, down }: Marks, [x0, y0, x1, y1]: Box): void {
  const width = x1 - x0;
  const height = y1 - y0;
  if (!(width >= 0 && height >= 0) || Math.min(width, height) > thickest) return;
  const dot = Math.max(width, height) <= thickest;
  if (dot || width > height) across.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
  if (dot || height > width) down.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
}
