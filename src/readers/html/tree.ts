import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
} from 'parse5';
import { type Problem, problem } from '../../model/problem.ts';
import type { ReadOptions } from '../reader.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Text = DefaultTreeAdapterTypes.TextNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Child = DefaultTreeAdapterTypes.ChildNode;

/** A page as the browser's parser makes it. */
export interface Tree {
  readonly root: DefaultTreeAdapterTypes.Document;
  /** Whether a table was opened inside another one; it may have been moved out of it since. */
  readonly hasNestedTables: boolean;
}

/**
 * Elements that may be made of a page. A parser copies unclosed formatting elements into each block
 * that follows, so that a small page can ask for a product of its tags.
 */
const mostElements = 500_000;

type Excess = 'nesting' | 'elements';

const excesses = {
  nesting: { zh: '网页元素的嵌套层数', en: 'the nesting of the elements' },
  elements: { zh: '网页元素的个数', en: 'the number of elements' },
};

type Open = Parser<DefaultTreeAdapterMap>['openElements'];

interface Counts {
  readonly mostDepth: number;
  elements: number;
  hasNestedTables: boolean;
  excess: Excess | null;
  /** The elements that the parser has open. */
  open: Open | null;
}

function countsFor(mostDepth: number): Counts {
  return { mostDepth, elements: 0, hasNestedTables: false, excess: null, open: null };
}

/** What is counted while a page is parsed, which is never done for two at a time. */
let counts = countsFor(0);

function stop(what: Excess): never {
  counts.excess = what;
  throw new Error(excesses[what].en);
}

/** Whether a table is open. */
function isInTable({ open }: Counts): boolean {
  if (open === null) return false;
  for (let slot = open.stackTop; slot >= 0; slot = open.slotBelow(slot)) {
    const node = open.items[slot];
    if (node !== undefined && 'tagName' in node && node.tagName === 'table') return true;
  }
  return false;
}

/** The one adapter for all pages, since the parser is slower with a new one for each. */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  createElement: (name, namespace, attributes) => {
    if (++counts.elements > mostElements) stop('elements');
    if (name === 'table' && isInTable(counts)) counts.hasNestedTables = true;
    return defaultTreeAdapter.createElement(name, namespace, attributes);
  },
  onItemPush: () => {
    if (counts.open !== null && counts.open.depth > counts.mostDepth) stop('nesting');
  },
};

/**
 * Parses a page. It stops where the page nests too deep or makes too many elements.
 *
 * @param withLines keeps the line of each node, which costs time
 */
export function parseTree(
  text: string,
  { source, limits }: ReadOptions,
  withLines = false,
): Tree | Problem {
  counts = countsFor(limits.depth);
  try {
    const parser = new Parser({ treeAdapter, sourceCodeLocationInfo: withLines });
    counts.open = parser.openElements;
    parser.tokenizer.write(text, true);
    return { root: parser.document, hasNestedTables: counts.hasNestedTables };
  } catch (error) {
    const { excess } = counts;
    const reason = error instanceof Error ? error.message : String(error);
    if (excess === null) return problem('document-broken', { format: 'HTML', reason }, source);
    const limit = String(excess === 'nesting' ? limits.depth : mostElements);
    return problem('document-too-large', { what: excesses[excess], limit }, source);
  } finally {
    // The page is not to be held by what was open at its end.
    counts.open = null;
  }
}

export function isText(node: Child): node is Text {
  return node.nodeName === '#text';
}

export function isElement(node: Child): node is Element {
  return 'tagName' in node;
}

/** The first element of this name that stands directly in a node. */
export function childNamed(parent: Parent | undefined, name: string): Element | undefined {
  return parent?.childNodes.filter(isElement).find(({ tagName }) => tagName === name);
}

/** The value of an attribute, null where it is not there. */
export function attribute({ attrs }: Element, name: string): string | null {
  for (const each of attrs) if (each.name === name) return each.value;
  return null;
}

/** What happens on a walk; `enter` says whether to go into an element. */
export interface Visitor {
  readonly text?: (node: Text) => void;
  readonly enter: (element: Element) => boolean;
  readonly leave: (element: Element) => void;
}

/** Walks over all that stands in a node, in order and without recursion; the node itself is not visited. */
export function walk(root: Parent, visitor: Visitor): void {
  const parents: Parent[] = [root];
  const positions = [0];
  for (let top = 0; top >= 0; ) {
    const parent = parents[top];
    const position = positions[top] ?? 0;
    const child = parent?.childNodes[position];
    positions[top] = position + 1;
    if (child === undefined) {
      if (top > 0 && parent !== undefined && 'tagName' in parent) visitor.leave(parent);
      top--;
    } else if (isText(child)) visitor.text?.(child);
    else if (isElement(child) && visitor.enter(child)) {
      top++;
      parents[top] = child;
      positions[top] = 0;
    }
  }
}

/** The line on which a node starts, from 1; white space before a text does not count. */
export function lineOfNode(node: Child): number | null {
  const line = node.sourceCodeLocation?.startLine;
  if (line === undefined) return null;
  const blank = isText(node) ? (/^\s*/u.exec(node.value)?.[0] ?? '') : '';
  return line + blank.split('\n').length - 1;
}
