import { readLines } from './plain/readLines.ts';
import { textBlocks } from './plain/textBlocks.ts';
import type { Reader } from './reader.ts';

/** Reads plain text: tables of tabs, tables laid out with spaces as `pdftotext -layout` does, lines. */
export const readPlain: Reader = (bytes, options) => readLines(bytes, options, 'text', textBlocks);
