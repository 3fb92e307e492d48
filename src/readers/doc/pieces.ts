import { type Compound, u16, u32 } from './compound.ts';
import { type Run, runsOf } from './properties.ts';

/** A stretch of the text, in the order of reading. */
export interface Stretch {
  readonly text: string;
  /** Byte of the main stream at which it begins, and bytes of a character. */
  readonly from: number;
  readonly width: 1 | 2;
}

/** The main text of a Word 97 to 2003 file, with the properties of its characters and paragraphs. */
export interface WordText {
  readonly stretches: readonly Stretch[];
  readonly characters: readonly Run[];
  readonly paragraphs: readonly Run[];
}

const magic = 0xa5ec;
const flags = 0x0a;
const encrypted = 0x0100;
const secondTable = 0x0200;
const mainLength = 0x4c;
const characterIndex = 0xfa;
const paragraphIndex = 0x102;
const pieceIndex = 0x1a2;
const narrow = 0x40000000;
const wideText = new TextDecoder('utf-16le', { ignoreBOM: true });
/** What the bytes from 0x80 to 0x9f are in Windows-1252; some decoders of that name give control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const latin = new TextDecoder('latin1');

function narrowText(bytes: Uint8Array): string {
  const code = (byte: string) => windows.charAt(byte.charCodeAt(0) - 0x80);
  return latin.decode(bytes).replace(/[\u0080-\u009f]/gu, code);
}

/** Offset of the table of pieces behind its length field; null where there is none. */
function pieceTable(table: Uint8Array, from: number): number | null {
  let at = from;
  while (table[at] === 1) at += 3 + u16(table, at + 1);
  return table[at] === 2 ? at + 1 : null;
}

/** The pieces of the main text; null where they are damaged. No byte of the file is taken twice over. */
function stretchesOf(main: Uint8Array, table: Uint8Array): Stretch[] | null {
  const at = pieceTable(table, u32(main, pieceIndex));
  if (at === null) return null;
  const count = Math.floor((Math.min(u32(table, at), table.length) - 4) / 12);
  const end = u32(main, mainLength);
  const stretches: Stretch[] = [];
  let left = main.length;
  for (let p = 0; p < count; p++) {
    const [first, next] = [u32(table, at + 4 + p * 4), u32(table, at + 8 + p * 4)];
    if (first >= end) break;
    const place = u32(table, at + 4 + (count + 1) * 4 + p * 8 + 2);
    const width = (place & narrow) === 0 ? 2 : 1;
    const from = width === 2 ? place : (place & ~narrow) >>> 1;
    const bytes = (Math.min(next, end) - first) * width;
    left -= bytes;
    if (next < first || left < 0 || from + bytes > main.length) return null;
    const taken = main.subarray(from, from + bytes);
    const text = width === 2 ? wideText.decode(taken) : narrowText(taken);
    stretches.push({ text, from, width });
  }
  return stretches;
}

/** The text in a compound file; a word says why there is none. */
export function wordText(file: Compound): WordText | 'encrypted' | 'old' | 'damaged' {
  const main = file.stream('WordDocument');
  if (main === null || main.length < 512) return 'damaged';
  if (u16(main, 0) !== magic) return 'old';
  if ((u16(main, flags) & encrypted) !== 0) return 'encrypted';
  const table = file.stream((u16(main, flags) & secondTable) === 0 ? '0Table' : '1Table');
  const stretches = table && stretchesOf(main, table);
  if (table === null || stretches === null) return 'damaged';
  const far = file.stream('Data');
  const index = (at: number) => ({ at: u32(main, at), length: u32(main, at + 4) });
  return {
    stretches,
    characters: runsOf(main, table, index(characterIndex), false, far),
    paragraphs: runsOf(main, table, index(paragraphIndex), true, far),
  };
}
