import { problem } from '../model/problem.ts';
import { textBlocks } from './plain/textBlocks.ts';
import { type Purse, tooManyLines } from './plain/textGrid.ts';
import { textLines } from './plain/textLines.ts';
import type { Reader } from './reader.ts';
import { decodeText } from './text.ts';

/** Reads plain text: tables of tabs, tables laid out with spaces as `pdftotext -layout` does, lines. */
export const readPlain: Reader = (bytes, options) => {
  const { source, limits } = options;
  const text = decodeText(bytes);
  if (text === null) return problem('encoding-unknown', {}, source);
  const purse: Purse = { options, slots: 0 };
  const lines = textLines(text, limits.slots);
  if (lines === null) return tooManyLines(purse);
  const blocks = textBlocks(lines, purse);
  if ('code' in blocks) return blocks;
  return { source, format: 'text', title: null, blocks, notes: [] };
};
