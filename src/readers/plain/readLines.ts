import type { Block, Document, Format } from '../../model/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { ReadOptions } from '../reader.ts';
import { decodeText } from '../text.ts';
import { type Purse, tooManyLines } from './textGrid.ts';
import { type TextLine, textLines } from './textLines.ts';

/** Bytes → text → lines → document, the blocks being made by the format's own reading of the lines. */
export function readLines(
  bytes: Uint8Array,
  options: ReadOptions,
  format: Format,
  blocksOf: (lines: readonly TextLine[], purse: Purse) => readonly Block[] | Problem,
): Document | Problem {
  const { source, limits } = options;
  const text = decodeText(bytes);
  if (text === null) return problem('encoding-unknown', {}, source);
  const purse: Purse = { options, slots: 0 };
  const lines = textLines(text, limits.slots);
  if (lines === null) return tooManyLines(purse);
  const blocks = blocksOf(lines, purse);
  return 'code' in blocks ? blocks : { source, format, title: null, blocks, notes: [] };
}
