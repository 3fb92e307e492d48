import type { Problem } from '../model/problem.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { openCopy } from './copy.ts';
import { type Letter, lettersOf } from './docx/letters.ts';
import { type Places, placesIn } from './docx/places.ts';
import { around, type Edit, edited } from './edits.ts';
import { type Correction, type Mended, type Obstacle, replacementIn } from './mend.ts';
import { allOf, childOf, prefixOf, type Span, type Tree } from './spans.ts';

function holds(cell: Span, names: readonly string[]): boolean {
  return names.some((name) => allOf(cell, name).length > 0);
}

function isFormula(cell: Span): boolean {
  return holds(cell, ['fldChar', 'fldSimple', 'instrText']);
}

/** A run with a figure at the end of a cell's first paragraph, in the font of that paragraph. */
function filled({ text }: Tree, cell: Span, to: number): Edit[] | Obstacle {
  const paragraph = allOf(cell, 'p')[0];
  if (paragraph === undefined) return 'place';
  const prefix = prefixOf(paragraph);
  const font = childOf(childOf(paragraph, 'pPr'), 'rPr');
  const properties = font === undefined ? '' : text.slice(font.start, font.end);
  const run = `<${prefix}r>${properties}<${prefix}t>${to}</${prefix}t></${prefix}r>`;
  return around(paragraph, '', run);
}

/** Letters replaced: the first text takes the new ones, the others lose their share. */
function replaced(letters: readonly Letter[], text: string): Edit[] {
  const texts = [...new Set(letters.map(({ within }) => within))];
  return texts.map((within, i) => {
    const own = letters.filter((letter) => letter.within === within);
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
    return { from, to, text: i === 0 ? text : '' };
  });
}

function shownAs(text: string): string {
  return text.replace(/\s/gu, '');
}

function mended(tree: Tree, places: Places, correction: Correction): Edit[] | Obstacle {
  const [cell] = places(correction.at);
  if (cell?.local !== 'tc') return 'place';
  if (isFormula(cell)) return 'formula';
  if (holds(cell, ['ins', 'del', 'moveFrom', 'moveTo'])) return 'tracked';
  if (correction.beside.some((at) => places(at).some(isFormula))) return 'formula-beside';
  const letters = lettersOf(tree, cell);
  const text = letters.map((letter) => letter.text).join('');
  if (shownAs(text) !== shownAs(correction.printed)) return 'text';
  if (correction.from === null) {
    return shownAs(text) === '' ? filled(tree, cell, correction.to) : 'text';
  }
  const found = replacementIn(text, correction);
  if (found === null) return 'text';
  const ends = letters.map((_, i) =>
    letters.slice(0, i + 1).reduce((n, each) => n + each.text.length, 0),
  );
  const own = letters.filter((_, i) => (ends[i] ?? 0) > found.start && (ends[i] ?? 0) <= found.end);
  return replaced(own, found.text);
}

/** A copy of a Word document with other figures in its tables; each keeps the looks of its first run. */
export function mendDocx(
  bytes: Uint8Array,
  corrections: readonly Correction[],
  options: ReadOptions,
): Mended | Problem {
  const copy = openCopy(bytes, options, 'DOCX', 'word/document.xml');
  if ('code' in copy) return copy;
  const tree = copy.tree(copy.pack.main);
  if ('code' in tree) return tree;
  const places = placesIn(bytes, options, tree);
  if ('code' in places) return places;
  const tried = corrections.map((each) => mended(tree, places, each));
  const left = tried.map((each) => (typeof each === 'string' ? each : null));
  const edits = tried.flatMap((each) => (typeof each === 'string' ? [] : each));
  copy.put(copy.pack.main, edited(tree.text, edits));
  const written = copy.bytes();
  return 'code' in written ? written : { bytes: written, left };
}
