import type { At, Block } from '../../model/document.ts';
import type { Problem } from '../../model/problem.ts';
import type { Relationship } from '../office/package.ts';
import { child, readTrees, type TreeShape, type XmlNode } from '../xml/tree.ts';
import { attribute, type XmlPart } from '../xml.ts';
import { addressText } from './address.ts';

const shape: TreeShape = {
  within: 'wsDr',
  // The fallback of something newer would show it a second time.
  keep: (name) => name !== 'Fallback',
  hasText: (name) => name === 't' || name === 'row' || name === 'col',
};

function placeOf(anchor: XmlNode, sheet: string): At {
  const from = child(anchor, 'from');
  const row = Number(child(from, 'row')?.text ?? 0);
  const column = Number(child(from, 'col')?.text ?? 0);
  const known = Number.isInteger(row) && row >= 0 && Number.isInteger(column) && column >= 0;
  return { kind: 'sheet', sheet, cell: known ? addressText(row + 1, column + 1) : 'A1' };
}

/** Text of a text box, its paragraphs as lines. */
function textIn(node: XmlNode): string {
  if (node.name === 't') return node.text;
  if (node.name === 'br') return '\n';
  return node.children.map(textIn).join(node.name === 'txBody' ? '\n' : '');
}

function find(node: XmlNode, name: string): XmlNode | undefined {
  if (node.name === name) return node;
  for (const each of node.children) {
    const found = find(each, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pictureName(node: XmlNode, targets: ReadonlyMap<string, Relationship>): string | null {
  const properties = find(node, 'cNvPr')?.attributes ?? {};
  const blip = find(node, 'blip')?.attributes ?? {};
  const id = attribute(blip, 'embed') ?? attribute(blip, 'link') ?? '';
  const names = [
    attribute(properties, 'descr'),
    targets.get(id)?.target.replace(/^.*\//u, ''),
    attribute(properties, 'name'),
  ];
  return names.find((name) => name !== undefined && name.trim() !== '') ?? null;
}

/** The pictures, charts and text boxes that lie over a sheet, each with the cell under its corner. */
export function readDrawing(
  bytes: Uint8Array,
  part: XmlPart,
  sheet: string,
  relationships: readonly Relationship[],
): Block[] | Problem {
  const targets = new Map(relationships.map((each) => [each.id, each]));
  const blocks: Block[] = [];
  const look = (node: XmlNode, at: At): void => {
    if (node.name === 'pic' || node.name === 'graphicFrame') {
      const name = pictureName(node, targets);
      blocks.push({ kind: 'opaque', what: 'picture', name, at });
    } else if (node.name === 'txBody') {
      const text = textIn(node).trim();
      if (text !== '') blocks.push({ kind: 'paragraph', text, at });
    } else {
      for (const each of node.children) look(each, at);
    }
  };
  const refused = readTrees(bytes, part, shape, (anchor) => {
    look(anchor, placeOf(anchor, sheet));
    return null;
  });
  return refused ?? blocks;
}
