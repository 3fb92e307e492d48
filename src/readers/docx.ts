import type { Document } from '../model/document.ts';
import { type Problem, problem } from '../model/problem.ts';
import { walk } from './docx/blocks.ts';
import { type Numbering, numberingOf, readLists, readStyles } from './docx/numbering.ts';
import { endFlow } from './docx/paragraph.ts';
import { shapeWithin } from './docx/shape.ts';
import { type Flow, openFlow, type Story, type Trace } from './docx/story.ts';
import { openPackage, type Package } from './office/package.ts';
import type { ReadOptions } from './reader.ts';
import { readTrees } from './xml/tree.ts';
import { attribute, brokenPart } from './xml.ts';

/** A part that the main part points to by its type, with its bytes; null where there is none. */
function partOf(pack: Package, type: string): readonly [string, Uint8Array] | Problem | null {
  const name = pack.relationships.find((each) => each.type === type && !each.external)?.target;
  if (name === undefined || !pack.archive.has(name)) return null;
  const bytes = pack.archive.read(name);
  return 'code' in bytes ? bytes : [name, bytes];
}

function numberingIn(pack: Package): Numbering | Problem | null {
  const found = partOf(pack, 'numbering');
  if (found === null || 'code' in found) return found;
  const lists = readLists(found[1], pack.part(found[0]));
  if ('code' in lists) return lists;
  const style = partOf(pack, 'styles');
  if (style !== null && 'code' in style) return style;
  const styles = style === null ? new Map() : readStyles(style[1], pack.part(style[0]));
  return 'code' in styles ? styles : numberingOf(lists, styles);
}

/** Puts the notes that the text refers to at its end. */
function readNotes(
  pack: Package,
  story: Story,
  flow: Flow,
  type: 'footnotes' | 'endnotes',
): Problem | null {
  const found = story[type].size === 0 ? null : partOf(pack, type);
  if (found === null || 'code' in found) return found;
  return readTrees(found[1], pack.part(found[0]), shapeWithin(type), (note) => {
    if (story[type].has(attribute(note.attributes, 'id') ?? '')) {
      walk(story, note.children, flow);
      endFlow(story, flow);
    }
    return story.refused;
  });
}

function readBody(pack: Package, story: Story, flow: Flow): Problem | null {
  const bytes = pack.archive.read(pack.main);
  if ('code' in bytes) return bytes;
  const part = pack.part(pack.main);
  let empty = true;
  const refused = readTrees(bytes, part, shapeWithin('body'), (node) => {
    empty = false;
    walk(story, [node], flow);
    return story.refused;
  });
  endFlow(story, flow);
  return refused ?? (empty ? brokenPart(part, '没有正文', 'has no body') : null);
}

/**
 * Reads a Word document (.docx, .docm, .dotx), changes accepted, macros and embedded files left alone.
 * @param trace is told where in the main part its cells and paragraphs stand
 */
export function readDocx(
  bytes: Uint8Array,
  options: ReadOptions,
  trace: Trace | null = null,
): Document | Problem {
  const { source, limits } = options;
  const pack = openPackage(bytes, options, 'DOCX', 'word/document.xml');
  if ('code' in pack) return pack;
  const numbering = numberingIn(pack);
  if (numbering !== null && 'code' in numbering) return numbering;
  const story: Story = {
    source,
    limits,
    relationships: new Map(pack.relationships.map((each) => [each.id, each])),
    numbering,
    footnotes: new Set(),
    endnotes: new Set(),
    paragraphs: 0,
    tables: 0,
    slots: 0,
    met: 0,
    changed: false,
    refused: null,
    trace,
  };
  const flow = openFlow();
  const body = readBody(pack, story, flow);
  // Notes stand in other parts.
  story.trace = null;
  const refused =
    body ?? readNotes(pack, story, flow, 'footnotes') ?? readNotes(pack, story, flow, 'endnotes');
  if (refused !== null) return refused;
  const notes = story.changed ? [problem('changes-tracked', {}, source)] : [];
  return { source, format: 'docx', title: pack.title, blocks: flow.blocks, notes };
}
