import type { At } from '../../model/document.ts';
import { child, type XmlNode } from '../xml/tree.ts';
import { type Aside, type Line, readInline } from './inline.ts';
import { type Flow, refuse, type Story, type Walk } from './story.ts';

/** Whether the end of a paragraph is deleted, so that the next one continues it. */
function endDeleted(story: Story, properties: XmlNode | undefined): boolean {
  const mark = child(properties, 'rPr');
  const deleted = child(mark, 'del') ?? child(mark, 'moveFrom');
  if (deleted !== undefined || child(mark, 'ins') !== undefined) story.changed = true;
  return deleted !== undefined;
}

function placeOf(story: Story, flow: Flow): At {
  return flow.at ?? { kind: 'paragraph', paragraph: story.paragraphs };
}

/** Counts what is met outside of grids, so that it has an end too. */
function count(story: Story): void {
  if (++story.met > story.limits.slots) refuse(story, '段落数', 'paragraphs', story.limits.slots);
}

function putAside(story: Story, aside: Aside, flow: Flow, walk: Walk): void {
  count(story);
  if (story.refused !== null) return;
  if ('box' in aside) {
    const blocks = flow.aside;
    const box: Flow = { blocks, aside: blocks, at: flow.at, carried: '' };
    walk(story, aside.box.children, box);
    endFlow(story, box);
  } else {
    flow.aside.push({ kind: 'opaque', ...aside, at: placeOf(story, flow) });
  }
}

function putText(story: Story, text: string, flow: Flow): void {
  const shown = text.trim();
  if (shown !== '') flow.blocks.push({ kind: 'paragraph', text: shown, at: placeOf(story, flow) });
}

/** Gives what a flow still carries at its end. */
export function endFlow(story: Story, flow: Flow): void {
  putText(story, flow.carried, flow);
  flow.carried = '';
}

/** Reads a paragraph: its automatic number and its text, then what is anchored in it. */
export function readParagraph(story: Story, node: XmlNode, flow: Flow, walk: Walk): void {
  count(story);
  if (story.refused !== null) return;
  const line: Line = { text: flow.carried, asides: [], fields: [] };
  readInline(story, node.children, line);
  const properties = child(node, 'pPr');
  if (endDeleted(story, properties)) {
    flow.carried = line.text;
    if (flow.at === null) {
      story.trace?.({ kind: 'paragraph', paragraph: story.paragraphs + 1 }, node);
    }
  } else {
    flow.carried = '';
    if (flow.at === null) {
      story.paragraphs++;
      story.trace?.(placeOf(story, flow), node);
    }
    putText(story, (story.numbering?.label(properties) ?? '') + line.text, flow);
  }
  for (const aside of line.asides) putAside(story, aside, flow, walk);
}
