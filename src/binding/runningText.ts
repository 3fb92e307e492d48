import type { At, Block } from '../model/document.ts';
import { keyOf } from './labelKey.ts';

/** All text of a document in one string, with the way back from a position to its place. */
export interface RunningText {
  readonly text: string;
  /** The characters of labels alone, in order. */
  readonly key: string;
  /** For each character of the key its position in the text. */
  readonly positions: readonly number[];
  /** Where the character at a position of the text stands. */
  at(position: number): At;
  /** The reader could not tell where in its row the text at a position belongs, or where it ends. */
  isDoubtful(position: number): boolean;
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly at: At;
  readonly isDoubtful: boolean;
}

function piecesOf(blocks: readonly Block[]): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let start = 0;
  const add = (text: string, at: At, after: string, isDoubtful = false): void => {
    pieces.push({ start, text, at, isDoubtful });
    parts.push(text, after);
    start += text.length + after.length;
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') add(block.text, block.at, '\n');
    if (block.kind !== 'grid') continue;
    for (const [row, slots] of block.rows.entries()) {
      const own = slots.filter((cell, i) => cell.row === row && cell !== slots[i - 1]);
      for (const cell of own) add(cell.text, cell.at, '\t', cell.doubt !== undefined);
    }
  }
  return { text: parts.join(''), pieces };
}

function keyWithPositions(text: string): { key: string; positions: number[] } {
  const characters: string[] = [];
  const positions: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const part of keyOf(character)) {
      characters.push(part);
      // A character beyond the basic plane takes two places in the key too.
      for (let i = 0; i < part.length; i++) positions.push(at);
    }
    at += character.length;
  }
  return { key: characters.join(''), positions };
}

function pieceAt(pieces: readonly Piece[], position: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** Longer texts are no annual report. */
export const longestText = 2_000_000;

/** The text of a document's paragraphs and cells in the order of reading. */
export function runningText(blocks: readonly Block[]): RunningText {
  const { text: whole, pieces } = piecesOf(blocks);
  const text = whole.slice(0, longestText);
  return {
    text,
    ...keyWithPositions(text),
    at(position) {
      const piece = pieceAt(pieces, position);
      if (piece === undefined) return { kind: 'text', line: 1, column: 1 };
      if (piece.at.kind !== 'text') return piece.at;
      const before = piece.text.slice(0, position - piece.start);
      const line = before.split('\n').length - 1;
      const column =
        line === 0 ? piece.at.column + before.length : before.length - before.lastIndexOf('\n');
      return { kind: 'text', line: piece.at.line + line, column };
    },
    isDoubtful: (position) => pieceAt(pieces, position)?.isDoubtful === true,
  };
}
