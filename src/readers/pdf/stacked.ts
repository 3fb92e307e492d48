import { linesOf } from './lines.ts';
import type { Glyph } from './marks.ts';

/** What a cell may keep free at its sides, both together, in points. */
const widestPadding = 20;

/**
 * Lines of digits below each other in a cell of this width that had room for one digit more: several
 * figures, and none that was broken because its cell was too narrow.
 */
export function areStacked(glyphs: readonly Glyph[], width: number): boolean {
  if (glyphs.length < 2 || !glyphs.every(({ text }) => /^[\d\s]*$/u.test(text))) return false;
  const digit = Math.max(...glyphs.map(({ from, to }) => to - from));
  const broken = linesOf(glyphs).slice(0, -1);
  return broken.some(({ from, to }) => width - (to - from) > digit + widestPadding);
}
