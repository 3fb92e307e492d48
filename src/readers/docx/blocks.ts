import type { XmlNode } from '../xml/tree.ts';
import { attribute } from '../xml.ts';
import { shownBranch } from './alternate.ts';
import { readParagraph } from './paragraph.ts';
import type { Flow, Story } from './story.ts';
import { readTable } from './table.ts';

function attached(story: Story, node: XmlNode, flow: Flow): void {
  const target = story.relationships.get(attribute(node.attributes, 'id') ?? '')?.target;
  const at = flow.at ?? { kind: 'paragraph', paragraph: Math.max(1, story.paragraphs) };
  flow.aside.push({ kind: 'opaque', what: 'attachment', name: target ?? null, at });
}

function readInserted(story: Story, node: XmlNode, flow: Flow): void {
  story.changed = true;
  walk(story, node.children, flow);
}

function readDeleted(story: Story): void {
  story.changed = true;
}

function readWrapped(story: Story, node: XmlNode, flow: Flow): void {
  walk(story, node.children, flow);
}

type ReadElement = (story: Story, node: XmlNode, flow: Flow) => void;

const elements: ReadonlyMap<string, ReadElement> = new Map<string, ReadElement>([
  ['p', (story, node, flow) => readParagraph(story, node, flow, walk)],
  ['tbl', (story, node, flow) => readTable(story, node, flow, walk)],
  ['altChunk', attached],
  ['AlternateContent', (story, node, flow) => walk(story, shownBranch(node), flow)],
  ['ins', readInserted],
  ['moveTo', readInserted],
  ['del', readDeleted],
  ['moveFrom', readDeleted],
  ['sdt', readWrapped],
  ['sdtContent', readWrapped],
  ['customXml', readWrapped],
  ['smartTag', readWrapped],
]);

/** Reads blocks in their order. */
export function walk(story: Story, nodes: readonly XmlNode[], flow: Flow): void {
  for (const node of nodes) {
    if (story.refused !== null) return;
    elements.get(node.name)?.(story, node, flow);
  }
}
