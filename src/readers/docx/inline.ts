import type { Opaque } from '../../model/document.ts';
import { raised, struckThrough } from '../marks.ts';
import { child, isOn, valueIn, type XmlNode } from '../xml/tree.ts';
import { attribute } from '../xml.ts';
import { shownBranch } from './alternate.ts';
import { drawn } from './drawing.ts';
import type { Story } from './story.ts';

/** Something anchored in a paragraph and shown beside it: a text box, or what has no text. */
export type Aside =
  | { readonly box: XmlNode }
  | { readonly what: Opaque['what']; readonly name: string | null };

/** A paragraph being read. */
export interface Line {
  text: string;
  readonly asides: Aside[];
  /** Complex fields that are open: whether their result has begun. */
  readonly fields: boolean[];
}

/** A character of a symbol font; Word moves those to a private range, where an ordinary font has the plain character. */
function symbol(run: XmlNode): string {
  const code = Number.parseInt(attribute(run.attributes, 'char') ?? '', 16);
  if (!(code >= 0x20 && code <= 0xffff)) return '';
  const font = attribute(run.attributes, 'font') ?? '';
  const moved = code >= 0xf020 && code <= 0xf07e && !/symbol|dings|webdings/iu.test(font);
  return String.fromCharCode(moved ? code - 0xf000 : code);
}

function readField(_: Story, node: XmlNode, line: Line): void {
  const type = attribute(node.attributes, 'fldCharType');
  if (type === 'begin') line.fields.push(false);
  else if (type === 'end' && line.fields.pop() === false) {
    // A field without a result is drawn by Word itself, if it shows anything.
    line.asides.push({ what: 'picture', name: null });
  }
  if (type === 'separate' && line.fields.pop() !== undefined) line.fields.push(true);
}

function write(line: Line, text: string): void {
  if (!line.fields.includes(false)) line.text += text;
}

function addNote(notes: Set<string>, node: XmlNode): void {
  const id = attribute(node.attributes, 'id');
  if (id !== undefined) notes.add(id);
}

function isStruck(run: XmlNode): boolean {
  const properties = child(run, 'rPr');
  return isOn(properties, 'strike') || isOn(properties, 'dstrike');
}

/** A run; of a hidden one only the marks of fields count. */
function readRun(story: Story, run: XmlNode, line: Line): void {
  const hidden = isOn(child(run, 'rPr'), 'vanish');
  const isRaised = /^su(?:per|b)script$/u.test(valueIn(child(run, 'rPr'), 'vertAlign') ?? '');
  if (!hidden && (isRaised || isStruck(run))) {
    const start = line.text.length;
    readInline(story, run.children, line);
    const own = line.text.slice(start);
    line.text = line.text.slice(0, start) + (isRaised ? raised(own) : struckThrough(own));
  } else if (!hidden) readInline(story, run.children, line);
  else for (const node of run.children) if (node.name === 'fldChar') readField(story, node, line);
}

function readDeleted(story: Story): void {
  story.changed = true;
}

function readInserted(story: Story, node: XmlNode, line: Line): void {
  story.changed = true;
  readInline(story, node.children, line);
}

/** Parts of a formula that stand above, below or raised beside one another. */
const stacked = new Set(
  'acc bar eqArr f groupChr limLow limUpp m nary rad sPre sSub sSubSup sSup'.split(' '),
);

/** A formula is as good as a picture, unless it is a line of text. */
function readFormula(story: Story, formula: XmlNode, line: Line): void {
  const isStacked = ({ name, children }: XmlNode): boolean =>
    stacked.has(name) || children.some(isStacked);
  if (formula.children.some(isStacked)) line.asides.push({ what: 'picture', name: null });
  readInline(story, formula.children, line);
}

function readDrawing(story: Story, node: XmlNode, line: Line): void {
  drawn(story, node, line.asides);
}

function readNothing(): void {}

type ReadElement = (story: Story, node: XmlNode, line: Line) => void;

/** Elements that say more than their children; any other only wraps. */
const elements: ReadonlyMap<string, ReadElement> = new Map<string, ReadElement>([
  ['t', (_, node, line) => write(line, node.text)],
  ['tab', (_, __, line) => write(line, '\t')],
  ['ptab', (_, __, line) => write(line, '\t')],
  ['br', (_, __, line) => write(line, '\n')],
  ['cr', (_, __, line) => write(line, '\n')],
  ['noBreakHyphen', (_, __, line) => write(line, '-')],
  ['sym', (_, node, line) => write(line, symbol(node))],
  ['r', readRun],
  ['fldChar', readField],
  ['footnoteReference', (story, node) => addNote(story.footnotes, node)],
  ['endnoteReference', (story, node) => addNote(story.endnotes, node)],
  ['ins', readInserted],
  ['moveTo', readInserted],
  ['del', readDeleted],
  ['moveFrom', readDeleted],
  ['AlternateContent', (story, node, line) => readInline(story, shownBranch(node), line)],
  ['oMath', readFormula],
  ['drawing', readDrawing],
  ['pict', readDrawing],
  ['object', readDrawing],
  ['pPr', readNothing],
  ['rPr', readNothing],
]);

/** Reads what stands in a paragraph, as it is shown once all tracked changes are accepted. */
export function readInline(story: Story, nodes: readonly XmlNode[], line: Line): void {
  for (const node of nodes) {
    const read = elements.get(node.name);
    if (read === undefined) readInline(story, node.children, line);
    else read(story, node, line);
  }
}
