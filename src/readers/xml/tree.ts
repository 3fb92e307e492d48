import type { Problem } from '../../model/problem.ts';
import { type Attributes, attribute, readXml, type XmlPart } from '../xml.ts';

/** An element with its local name. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
  /** Where its opening tag ends, by which it is found again in its part. */
  readonly end: number;
  /** The text in it, but not in its children; kept only where `TreeShape` asks for it. */
  text: string;
}

/** Which part of the XML becomes a tree. */
export interface TreeShape {
  /** The element whose children are given one by one. */
  readonly within: string;
  /** Whether an element is kept; one that is not is left out with all that is in it. */
  keep(name: string, parent: string): boolean;
  hasText(name: string): boolean;
}

/** Nodes held at a time, for each slot that the document may have. */
const nodesPerSlot = 5;

function tooManyNodes({ source, limits }: XmlPart): Problem {
  const what = { zh: '元素数量', en: 'elements' };
  const limit = String(limits.slots * nodesPerSlot);
  return { code: 'document-too-large', args: { what, limit }, source, path: null };
}

/** Gives the children of an element one after the other, each as a tree, so that never more than one is held. */
export function readTrees(
  bytes: Uint8Array,
  part: XmlPart,
  shape: TreeShape,
  each: (node: XmlNode) => Problem | null,
): Problem | null {
  const most = part.limits.slots * nodesPerSlot;
  const stack: XmlNode[] = [];
  let inside = false;
  let skipped = 0;
  let nodes = 0;
  let refused: Problem | null = null;
  const failed = readXml(bytes, part, {
    open(name, attributes, end) {
      if (refused !== null) return refused;
      const parent = stack.at(-1);
      if (!inside) {
        inside = name === shape.within;
      } else if (skipped > 0 || !shape.keep(name, parent?.name ?? shape.within)) {
        skipped++;
      } else {
        if (++nodes > most) return tooManyNodes(part);
        const node = { name, attributes, children: [], end, text: '' };
        parent?.children.push(node);
        stack.push(node);
      }
      return null;
    },
    close() {
      if (!inside) return;
      if (skipped > 0) {
        skipped--;
        return;
      }
      const node = stack.pop();
      if (node === undefined) inside = false;
      else if (stack.length === 0) {
        nodes = 0;
        refused ??= each(node);
      }
    },
    text(text) {
      const node = stack.at(-1);
      if (skipped === 0 && node !== undefined && shape.hasText(node.name)) node.text += text;
    },
  });
  return refused ?? failed;
}

/** The first child of a name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name);
}

/** The `val` of a child, which is how office documents write most properties. */
export function valueIn(node: XmlNode | undefined, name: string): string | undefined {
  const found = child(node, name);
  return found === undefined ? undefined : attribute(found.attributes, 'val');
}

/** Whether a property is there and not switched off. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = child(node, name);
  if (found === undefined) return false;
  return !['0', 'false', 'off', 'none'].includes(attribute(found.attributes, 'val') ?? '1');
}
