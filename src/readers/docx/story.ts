import type { At, Block } from '../../model/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Relationship } from '../office/package.ts';
import type { Limits } from '../reader.ts';
import type { XmlNode } from '../xml/tree.ts';
import type { Numbering } from './numbering.ts';

/** A reading in progress: what is counted over the whole document, and what was met on the way. */
export interface Story {
  readonly source: string;
  readonly limits: Limits;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly numbering: Numbering | null;
  /** Ids of the notes that the text refers to, in the order of the references. */
  readonly footnotes: Set<string>;
  readonly endnotes: Set<string>;
  paragraphs: number;
  tables: number;
  slots: number;
  /** All paragraphs and what is anchored in them, those in cells too. */
  met: number;
  changed: boolean;
  refused: Problem | null;
  /** Is told of the elements that the places of the text stand for; null where nobody asks. */
  trace: Trace | null;
}

/** Hears of the element of the main part, a cell or a paragraph, that a place stands for. */
export type Trace = (at: At, node: XmlNode) => void;

/** Where blocks go as they are met: the body, a cell, a note. */
export interface Flow {
  readonly blocks: Block[];
  /** What a cell shows beside its text, given after its table; elsewhere the same list as `blocks`. */
  readonly aside: Block[];
  /** Place of the cell. */
  readonly at: At | null;
  /** Text of paragraphs whose end was deleted: it begins the next one. */
  carried: string;
}

/** Reads blocks of the document into a flow; passed about because text boxes and cells hold blocks again. */
export type Walk = (story: Story, nodes: readonly XmlNode[], flow: Flow) => void;

export function openFlow(): Flow {
  const blocks: Block[] = [];
  return { blocks, aside: blocks, at: null, carried: '' };
}

/** Refuses the document; the reading ends at the next element. */
export function refuse(story: Story, zh: string, en: string, limit: number): void {
  story.refused ??= problem(
    'document-too-large',
    { what: { zh, en }, limit: String(limit) },
    story.source,
  );
}
