import { type Edit, insert, withAttribute } from '../edits.ts';
import { childOf, type Span, type Tree } from '../spans.ts';
import type { Letter } from './letters.ts';
import { propertiesOf, shadedProperties } from './properties.ts';

/** Letters to be coloured, one after the other in one paragraph, with what stands before and behind them. */
export interface Figure {
  readonly letters: readonly Letter[];
  readonly colour: string;
  readonly before: string;
  readonly behind: string;
}

/** A part of a figure that stands in one run. */
interface Piece {
  readonly first: Letter;
  readonly last: Letter;
  readonly colour: string;
  readonly before: string;
  readonly behind: string;
}

function piecesOf({ letters, colour, before, behind }: Figure): Piece[] {
  const byRun = new Map<Span, Letter[]>();
  for (const letter of letters) {
    const own = byRun.get(letter.run);
    if (own === undefined) byRun.set(letter.run, [letter]);
    else own.push(letter);
  }
  const runs = [...byRun.values()];
  return runs.flatMap((own, i) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const isLast = i === runs.length - 1;
    return [{ first, last, colour, before: i === 0 ? before : '', behind: isLast ? behind : '' }];
  });
}

/** Whether nothing is shown in the run before the letter. */
function beginsRun({ run, within, from }: Letter): boolean {
  const shown = run.children.filter(({ local }) => local !== 'rPr');
  return from === within.inner && shown[0] === within;
}

function endsRun({ run, within, to }: Letter): boolean {
  return to === within.innerEnd && run.children.at(-1) === within;
}

/** Colours a part of a run: what stands before and behind it becomes runs of their own with its properties. */
function shadePiece(tree: Tree, piece: Piece, prefix: string): Edit[] {
  const { first, last, colour, before, behind } = piece;
  const { run } = first;
  const shaded = shadedProperties(tree, run, prefix, colour);
  const begin = tree.text.slice(run.start, run.inner);
  const cut = (between: string, properties: string): string =>
    `</${first.within.name}></${run.name}>${between}${begin}${properties}<${first.within.name} xml:space="preserve">`;
  const edits: Edit[] = [];
  if (beginsRun(first)) {
    const properties = childOf(run, 'rPr');
    if (before !== '') edits.push(insert(run.start, before));
    if (properties === undefined) edits.push(insert(run.inner, shaded));
    else edits.push({ from: properties.start, to: properties.end, text: shaded });
  } else {
    edits.push(insert(first.from, cut(before, shaded)));
  }
  if (!endsRun(last)) edits.push(insert(last.to, cut(behind, propertiesOf(tree, run))));
  else if (behind !== '') edits.push(insert(run.end, behind));
  return edits;
}

/** Colours figures that share no letter, and keeps the blanks at the new ends of texts. */
export function shadeFigures(tree: Tree, figures: readonly Figure[], prefix: string): Edit[] {
  const pieces = figures.flatMap(piecesOf);
  const cut = new Set(pieces.flatMap(({ first, last }) => [first.within, last.within]));
  const kept = [...cut]
    .filter(({ attributes }) => attributes['xml:space'] !== 'preserve')
    .map((text) => withAttribute(tree, text, 'xml:space', 'preserve'));
  return [...kept, ...pieces.flatMap((piece) => shadePiece(tree, piece, prefix))];
}
