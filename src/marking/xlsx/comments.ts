import type { Problem } from '../../model/problem.ts';
import { relationshipsOf } from '../../readers/office/package.ts';
import { decodeAs } from '../../readers/text.ts';
import { type Address, addressText } from '../../readers/xlsx/address.ts';
import { brokenPart } from '../../readers/xml.ts';
import { escaped } from '../../writers/markup.ts';
import type { Copy } from '../copy.ts';
import { around, type Edit, edited, insert } from '../edits.ts';
import {
  declareEnding,
  declarePart,
  freeName,
  link,
  namespaceOf,
  partText,
  relationshipsIn,
} from '../links.ts';
import { allOf, attributeOf, childOf, prefixOf, type Span, type Tree } from '../spans.ts';
import { type Box, drawingOf, withBoxes } from './boxes.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

export interface CellComment {
  readonly address: Address;
  readonly lines: readonly string[];
}

/** A sheet that is being marked. */
export interface SheetPart {
  readonly part: string;
  readonly tree: Tree;
  /** From 1. */
  readonly number: number;
}

/** Text of a comment; what looks like a character that XML cannot hold is written so that it is not taken for one. */
function textXml(p: string, lines: readonly string[], before = ''): string {
  const text = escaped(before + lines.join('\n')).replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
  return `<${p}r><${p}t xml:space="preserve">${text}</${p}t></${p}r>`;
}

function commentXml(p: string, { address, lines }: CellComment, author: number): string {
  const ref = addressText(address.row, address.column);
  return `<${p}comment ref="${ref}" authorId="${author}"><${p}text>${textXml(p, lines)}</${p}text></${p}comment>`;
}

/** More in a comment that is already there; null where it has no text in runs or plain. */
function continued(own: Span, lines: readonly string[]): Edit[] {
  const text = childOf(own, 'text');
  return text === undefined ? [] : around(text, '', textXml(prefixOf(own), lines, '\n'));
}

interface Added {
  readonly edits: readonly Edit[];
  /** Those that need a box of their own. */
  readonly fresh: readonly CellComment[];
}

function added(tree: Tree, comments: readonly CellComment[]): Added | null {
  const [authors, list] = [childOf(tree.root, 'authors'), childOf(tree.root, 'commentList')];
  if (authors === undefined || list === undefined) return null;
  const own = new Map(allOf(list, 'comment').map((each) => [attributeOf(each, 'ref'), each]));
  const prefix = prefixOf(tree.root);
  const edits: Edit[] = [];
  const fresh: CellComment[] = [];
  for (const comment of comments) {
    const before = own.get(addressText(comment.address.row, comment.address.column));
    if (before === undefined) fresh.push(comment);
    else edits.push(...continued(before, comment.lines));
  }
  if (fresh.length > 0) {
    edits.push(...around(authors, '', `<${prefix}author>giar</${prefix}author>`));
    const number = authors.children.length;
    edits.push(...around(list, '', fresh.map((each) => commentXml(prefix, each, number)).join('')));
  }
  return { edits, fresh };
}

/** What stands behind the drawing of the comments in a sheet. */
const behind = new Set(
  'legacyDrawingHF drawingHF picture oleObjects controls AlternateContent webPublishItems tableParts extLst'.split(
    ' ',
  ),
);

function boxesOf(comments: readonly CellComment[]): Box[] {
  return comments.map(({ address, lines }) => ({
    address,
    // About 24 wide characters stand in a line of the box.
    lines: lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 24)), 0),
  }));
}

/** The edit that lets a sheet show a drawing of ours, which it makes; null where the sheet has one. */
function newDrawing(copy: Copy, sheet: SheetPart, boxes: readonly Box[]): Edit | Problem {
  const { tree, part, number } = sheet;
  const name = freeName(copy, (each) => `xl/drawings/vmlDrawing${each}.vml`);
  copy.put(name, drawingOf(boxes, number));
  const relationships = relationshipsIn(namespaceOf(tree.root));
  const id = link(copy, part, [`${relationships}/vmlDrawing`, `/${name}`]);
  if (typeof id !== 'string') return id;
  const refused = declareEnding(copy, 'vml', drawingType);
  if (refused !== null) return refused;
  const next = tree.root.children.find(({ local }) => behind.has(local));
  const element = `${prefixOf(tree.root)}legacyDrawing`;
  const xml = `<${element} xmlns:r="${relationships}" r:id="${id}"/>`;
  return insert(next?.start ?? tree.root.innerEnd, xml);
}

function addBoxes(
  copy: Copy,
  sheet: SheetPart,
  comments: readonly CellComment[],
): Edit | Problem | null {
  if (comments.length === 0) return null;
  const boxes = boxesOf(comments);
  const own = childOf(sheet.tree.root, 'legacyDrawing');
  if (own === undefined) return newDrawing(copy, sheet, boxes);
  const links = relationshipsOf(copy.pack.archive, copy.pack.part, sheet.part);
  if ('code' in links) return links;
  const name = links.find(({ id }) => id === attributeOf(own, 'id'))?.target ?? '';
  const bytes = copy.pack.archive.read(name);
  if ('code' in bytes) return bytes;
  const drawing = withBoxes(decodeAs('utf-8', bytes) ?? '', boxes);
  if (drawing === null)
    return brokenPart(copy.pack.part(name), '的写法少见', 'is written in an uncommon way');
  copy.put(name, drawing);
  return null;
}

/** Puts comments at the cells of a sheet, behind those that are there; gives what is to be changed in the sheet itself. */
export function addComments(
  copy: Copy,
  sheet: SheetPart,
  comments: readonly CellComment[],
): Edit | Problem | null {
  if (comments.length === 0) return null;
  const links = relationshipsOf(copy.pack.archive, copy.pack.part, sheet.part);
  if ('code' in links) return links;
  const part = links.find(({ type, external }) => type === 'comments' && !external)?.target;
  if (part !== undefined && copy.pack.archive.has(part)) {
    const tree = copy.tree(part);
    if ('code' in tree) return tree;
    const found = added(tree, comments);
    if (found === null)
      return brokenPart(copy.pack.part(part), '的写法少见', 'is written in an uncommon way');
    copy.put(part, edited(tree.text, found.edits));
    return addBoxes(copy, sheet, found.fresh);
  }
  const name = freeName(copy, (number) => `xl/comments${number}.xml`);
  const namespace = namespaceOf(sheet.tree.root);
  const list = comments.map((each) => commentXml('', each, 0)).join('');
  const xml = `<comments xmlns="${escaped(namespace)}"><authors><author>giar</author></authors><commentList>${list}</commentList></comments>`;
  copy.put(name, partText(xml));
  const linked = link(copy, sheet.part, [`${relationshipsIn(namespace)}/comments`, `/${name}`]);
  if (typeof linked !== 'string') return linked;
  return declarePart(copy, name, contentType) ?? addBoxes(copy, sheet, comments);
}
