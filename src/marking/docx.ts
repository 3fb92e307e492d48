import type { Problem } from '../model/problem.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { brokenPart } from '../readers/xml.ts';
import { openCopy } from './copy.ts';
import { addComments, anchorsOf, type Comment, firstFreeId } from './docx/comments.ts';
import { type Figure, shadeFigures } from './docx/figures.ts';
import { type Letter, lettersOf, quoted } from './docx/letters.ts';
import { type Places, placesIn } from './docx/places.ts';
import { shadeCell } from './docx/properties.ts';
import { around, type Edit, edited } from './edits.ts';
import { colourOf, type Mark, type Marked, together } from './mark.ts';
import { allOf, childOf, prefixOf, type Span, type Tree } from './spans.ts';

/** What the marks come to in the main part. */
interface Marking {
  readonly tree: Tree;
  readonly prefix: string;
  readonly places: Places;
  readonly comments: Comment[];
  nextId: number;
  readonly cells: Map<Span, Mark[]>;
  readonly figures: (Figure & { readonly mark: Mark })[];
  /** Comments about whole paragraphs. */
  readonly paragraphs: Map<Span, Mark[]>;
  displaced: number;
}

/** Between a paragraph and a run in it, where comments may begin and end. */
const passable = new Set(
  'hyperlink ins moveTo smartTag sdt sdtContent fldSimple customXml dir bdo'.split(' '),
);

/** Whether a comment may begin and end at a run. */
function isOpen({ run }: Letter, prefix: string): boolean {
  let above = run.parent;
  while (above !== null && passable.has(above.local)) above = above.parent;
  return above?.local === 'p' && prefixOf(run) === prefix && !isBoxed(run);
}

/** Text boxes hold no comments. */
function isBoxed(span: Span): boolean {
  return boxOf(span) !== null;
}

function boxOf(span: Span): Span | null {
  let found: Span | null = null;
  for (let above = span.parent; above !== null; above = above.parent) {
    if (above.local === 'txbxContent') found = above;
  }
  return found;
}

/** The paragraph at which a comment about an element can stand. */
function paragraphFor(span: Span): Span | null {
  let above: Span | null = boxOf(span);
  if (above === null) return span.local === 'p' ? span : (allOf(span, 'p')[0] ?? null);
  while (above !== null && above.local !== 'p') above = above.parent;
  return above;
}

function add<K>(map: Map<K, Mark[]>, key: K, mark: Mark): void {
  const own = map.get(key);
  if (own === undefined) map.set(key, [mark]);
  else own.push(mark);
}

function firstParagraph({ root }: Tree): Span | null {
  return allOf(root, 'p')[0] ?? null;
}

/** Puts a comment at a paragraph, or at the first one where there is none. */
function comment(marking: Marking, span: Span | null, mark: Mark): void {
  if (mark.lines.length === 0) return;
  const paragraph = span === null ? null : paragraphFor(span);
  const first = firstParagraph(marking.tree);
  if (paragraph === null && mark.at !== null) marking.displaced++;
  if (paragraph !== null || first !== null) add(marking.paragraphs, paragraph ?? first, mark);
}

function place(marking: Marking, mark: Mark): void {
  const spans = marking.places(mark.at);
  const [first = null] = spans;
  if (mark.quote !== null) {
    const letters = spans.flatMap((span) => lettersOf(marking.tree, span));
    const own = quoted(letters, mark.quote);
    if (own.length > 0 && own.every((letter) => isOpen(letter, marking.prefix))) {
      marking.figures.push({ letters: own, mark, colour: '', before: '', behind: '' });
      return;
    }
  }
  if (first?.local === 'tc' && mark.quote === null) add(marking.cells, first, mark);
  else comment(marking, first, mark);
}

/** Anchors of a new comment; nothing where it would say nothing. */
function anchored(marking: Marking, lines: readonly string[]): readonly [string, string] {
  if (lines.length === 0) return ['', ''];
  const own = { id: marking.nextId++, lines };
  marking.comments.push(own);
  return anchorsOf(marking.prefix, own);
}

/** Figures put together where they share letters. */
function figuresApart({ figures }: Marking): { letters: Letter[]; marks: Mark[] }[] {
  const apart: { letters: Letter[]; marks: Mark[] }[] = [];
  const sorted = [...figures].sort((a, b) => (a.letters[0]?.from ?? 0) - (b.letters[0]?.from ?? 0));
  for (const { letters, mark } of sorted) {
    const before = apart.at(-1);
    const end = before?.letters.at(-1)?.to ?? 0;
    if (before === undefined || end <= (letters[0]?.from ?? 0)) {
      apart.push({ letters: [...letters], marks: [mark] });
    } else {
      before.marks.push(mark);
      before.letters.push(...letters.filter(({ from }) => from >= end));
    }
  }
  return apart;
}

function figureEdits(marking: Marking): Edit[] {
  const figures = figuresApart(marking).flatMap(({ letters, marks }): Figure[] => {
    const mark = together(marks);
    if (mark === null) return [];
    const [before, behind] = anchored(marking, mark.lines);
    return [{ letters, colour: colourOf(mark), before, behind }];
  });
  return shadeFigures(marking.tree, figures, marking.prefix);
}

function paragraphEdits(marking: Marking): Edit[] {
  return [...marking.paragraphs].flatMap(([paragraph, marks]) => {
    const [head, tail] = anchored(marking, together(marks)?.lines ?? []);
    return around(paragraph, head, tail, childOf(paragraph, 'pPr')?.end);
  });
}

/** Colours cells and hands their comments to their first paragraphs. */
function cellEdits(marking: Marking): Edit[] {
  return [...marking.cells].flatMap(([cell, marks]) => {
    const mark = together(marks);
    if (mark === null) return [];
    comment(marking, cell, mark);
    return shadeCell(cell, marking.prefix, colourOf(mark));
  });
}

/** A copy of a Word document with colours and comments at the places of the marks; all else stays as it is. */
export function markDocx(
  bytes: Uint8Array,
  marks: readonly Mark[],
  options: ReadOptions,
): Marked | Problem {
  const copy = openCopy(bytes, options, 'DOCX', 'word/document.xml');
  if ('code' in copy) return copy;
  const { main } = copy.pack;
  const tree = copy.tree(main);
  if ('code' in tree) return tree;
  const prefix = prefixOf(tree.root);
  if (prefix === '')
    return brokenPart(copy.pack.part(main), '的写法少见', 'is written in an uncommon way');
  const places = placesIn(bytes, options, tree);
  if ('code' in places) return places;
  const nextId = firstFreeId(copy, tree);
  if (typeof nextId !== 'number') return nextId;
  const [cells, paragraphs] = [new Map<Span, Mark[]>(), new Map<Span, Mark[]>()];
  const marking: Marking = {
    tree,
    prefix,
    places,
    comments: [],
    nextId,
    cells,
    figures: [],
    paragraphs,
    displaced: 0,
  };
  for (const mark of marks) place(marking, mark);
  const edits = [...cellEdits(marking), ...figureEdits(marking), ...paragraphEdits(marking)];
  copy.put(main, edited(tree.text, edits));
  const refused = addComments(copy, tree, marking.comments);
  if (refused !== null) return refused;
  const marked = copy.bytes();
  return 'code' in marked ? marked : { bytes: marked, displaced: marking.displaced };
}
