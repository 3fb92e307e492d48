import {
  depthOf,
  type End,
  endOf,
  finder,
  isDeleted,
  isHidden,
  isInserted,
  isOn,
  type RowShape,
  shapeOf,
} from './look.ts';
import type { WordText } from './pieces.ts';

/** A piece of the text up to the mark that ends it. */
export interface Part {
  readonly text: string;
  /** 0 outside tables, 1 in a table, 2 in a table in a cell. */
  readonly depth: number;
  readonly end: End;
  readonly shape: RowShape | null;
  /** Pictures and drawn objects in it. */
  readonly opaque: readonly ('picture' | 'frame')[];
}

export interface Story {
  readonly parts: readonly Part[];
  readonly tracked: boolean;
}

/** What a character stands for that Word uses for something else than itself. */
const spoken = new Map([
  [0x09, '\t'],
  [0x0b, '\n'],
  [0x0e, '\n'],
  [0x1e, '-'],
]);

/** Whether the instruction of a field is being read: what the page shows is its result. */
function fieldReader() {
  let fields: boolean[] = [];
  let instructions = 0;
  const leave = (instruction: boolean | undefined) => {
    if (instruction === true) instructions--;
  };
  return {
    /** Takes a mark of fields; false for any other character. */
    take(code: number): boolean {
      if (code < 0x13 || code > 0x15) return false;
      if (code !== 0x13) leave(fields.pop());
      else instructions++;
      if (code !== 0x15) fields.push(code === 0x13);
      return true;
    },
    inside: () => instructions > 0,
    /** An instruction does not go on in the next paragraph; what looks like it is damage. */
    endParagraph: () => {
      [fields, instructions] = [[], 0];
    },
  };
}

/** The text part by part, as the page shows it: without what is deleted or hidden, fields as their results. */
export function storyOf(word: WordText): Story {
  const paragraphAt = finder(word.paragraphs);
  const charactersAt = finder(word.characters);
  const fields = fieldReader();
  const parts: Part[] = [];
  let [text, opaque, tracked] = ['', [] as ('picture' | 'frame')[], false];
  const endPart = (at: number, cellMark: boolean) => {
    const run = paragraphAt(at);
    const depth = depthOf(run, cellMark);
    const end = endOf(run, depth, cellMark);
    parts.push({ text, depth, end, shape: end === 'row' ? shapeOf(run) : null, opaque });
    [text, opaque] = ['', []];
    fields.endParagraph();
  };
  const take = (code: number, character: string, at: number) => {
    const look = charactersAt(at);
    const deleted = isOn(look, isDeleted);
    tracked ||= deleted || isOn(look, isInserted);
    if (fields.inside() || deleted || isOn(look, isHidden)) return;
    if (code === 0x01) opaque.push('picture');
    else if (code === 0x08) opaque.push('frame');
    else text += code < 0x20 ? (spoken.get(code) ?? '') : character;
  };
  for (const stretch of word.stretches) {
    for (let i = 0; i < stretch.text.length; i++) {
      const code = stretch.text.charCodeAt(i);
      const at = stretch.from + i * stretch.width;
      if (code === 0x07 || code === 0x0d || code === 0x0c) endPart(at, code === 0x07);
      else if (!fields.take(code)) take(code, stretch.text.charAt(i), at);
    }
  }
  if (text !== '' || opaque.length > 0) {
    parts.push({ text, depth: 0, end: 'paragraph', shape: null, opaque });
  }
  return { parts, tracked };
}
