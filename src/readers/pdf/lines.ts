import type { Glyph } from './marks.ts';
import type { Turn } from './matrix.ts';

/** A line of text: its glyphs in order of reading, in the frame of their turn. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly em: number;
}

function isBlank({ text }: Glyph): boolean {
  return text.trim() === '';
}

function middle({ top, bottom }: Glyph): number {
  return (top + bottom) / 2;
}

/** Glyphs that share half the height of the smaller one stand in one line. */
function share(one: Glyph, other: Glyph): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared >= 0.5 * Math.min(one.em, other.em);
}

/** The same letter drawn again at nearly the same place, to look bold, is one letter. */
function isAgain(line: readonly Glyph[], glyph: Glyph): boolean {
  for (let i = line.length - 1; i >= 0 && i > line.length - 9; i--) {
    const before = line[i];
    if (before === undefined || glyph.from - before.from > 0.15 * glyph.em) return false;
    if (before.text === glyph.text && Math.abs(before.top - glyph.top) < 0.15 * glyph.em) {
      return true;
    }
  }
  return false;
}

function lineOf(glyphs: readonly Glyph[]): Line | null {
  const line: Glyph[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.from - b.from)) {
    if (!isAgain(line, glyph)) line.push(glyph);
  }
  while (line[0] !== undefined && isBlank(line[0])) line.shift();
  while (line.length > 0 && line.at(-1)?.text.trim() === '') line.pop();
  const [first] = line;
  if (first === undefined) return null;
  let { from, to, top, bottom, em } = first;
  for (const glyph of line) {
    from = Math.min(from, glyph.from);
    to = Math.max(to, glyph.to);
    top = Math.min(top, glyph.top);
    bottom = Math.max(bottom, glyph.bottom);
    if (!isBlank(glyph)) em = Math.max(em, glyph.em);
  }
  return { glyphs: line, from, to, top, bottom, em };
}

/** The lines of glyphs of one turn, from the top. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const groups: Glyph[][] = [];
  let measure: Glyph | undefined;
  for (const glyph of [...glyphs].sort((a, b) => middle(a) - middle(b))) {
    if (measure === undefined || !share(measure, glyph)) {
      groups.push([]);
      measure = glyph;
    } else if (glyph.em > measure.em) {
      measure = glyph;
    }
    groups.at(-1)?.push(glyph);
  }
  return groups.flatMap((group) => lineOf(group) ?? []);
}

const word = /[\x21-\x7e]$/u;
const wordStart = /^[\x21-\x7e]/u;

/** Fewer letters are not enough to tell that they were set apart. */
const fewestSpaced = 4;

/** How far all letters of a line are set apart, where it is Chinese: such gaps are no blanks. */
function spacingOf(glyphs: readonly Glyph[]): number {
  const seen = glyphs.filter((glyph) => !isBlank(glyph));
  if (seen.length < fewestSpaced || !seen.some(({ text }) => /\p{Script=Han}/u.test(text)))
    return 0;
  const gaps = seen.slice(1).map((glyph, i) => glyph.from - (seen[i]?.to ?? glyph.from));
  return gaps.reduce((least, gap) => Math.min(least, gap), Infinity);
}

/** Text of a line. Blanks are those that were typed, and gaps between words in Latin letters or figures. */
export function textOfLine({ glyphs }: Line): string {
  const spacing = Math.max(0, spacingOf(glyphs));
  let text = '';
  let end = 0;
  for (const glyph of glyphs) {
    // Figures set as far apart as the letters beside them may still be two.
    const areFigures = /\d$/u.test(text) && /^\d/u.test(glyph.text);
    const gap = glyph.from - end - (areFigures ? 0 : spacing);
    if (gap > glyph.em / 2 && word.test(text) && wordStart.test(glyph.text)) text += ' ';
    // A typed blank that other letters stand on is a leftover of justified text.
    if (!isBlank(glyph) || !text.endsWith(' ')) text += glyph.text;
    end = Math.max(end, glyph.to);
  }
  return text.replace(/ {2,}/gu, ' ').trim();
}

/** Lines of all glyphs of a box, those of each turn by themselves, the most frequent turn first. */
export function textOf(glyphs: readonly Glyph[]): string {
  const byTurn = new Map<Turn | null, Glyph[]>();
  for (const glyph of glyphs) {
    const group = byTurn.get(glyph.turn) ?? [];
    byTurn.set(glyph.turn, group);
    group.push(glyph);
  }
  return [...byTurn.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((group) => linesOf(group).map(textOfLine))
    .join('\n');
}
