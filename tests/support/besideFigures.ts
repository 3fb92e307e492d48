import { type Draw, drawFrom } from './generate.ts';

/** What may be part of a figure: digits, and a stop or comma between them. */
const figure = /\d+(?:[.,]\d+)*/gu;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of bytes in which no figure stands, `comma` said to part figures or to be part of them. */
function besides(bytes: Uint8Array, isCommaPart: boolean): Stretch[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const figures = text.matchAll(isCommaPart ? figure : /\d+(?:\.\d+)*/gu);
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of figures) {
    if (match.index > from) stretches.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  return from < bytes.length ? [...stretches, { from, to: bytes.length }] : stretches;
}

/** Bytes that would make another figure of the one beside them: signs, stops, digits. */
const telling = new Set([...'0123456789+-.,/\\'].map((letter) => letter.charCodeAt(0)));

/** One to five bytes beside figures changed, lost, doubled or put in. */
function damagedOnce(bytes: Uint8Array, parts: string, draw: Draw): Uint8Array {
  const stretches = besides(bytes, !parts.includes(','));
  const stretch = stretches[draw(stretches.length - 1)] ?? { from: 0, to: 0 };
  const from = stretch.from + draw(Math.max(0, stretch.to - stretch.from - 1));
  const to = Math.min(stretch.to, from + 1 + draw(draw(1) === 0 ? 4 : 40));
  const drawn = draw(255);
  const part = parts.charCodeAt(draw(parts.length - 1));
  const letter = draw(1) === 0 || telling.has(drawn) ? part : drawn;
  const piece = bytes.slice(from, to);
  const middles = [new Uint8Array(0), Uint8Array.of(...piece, ...piece), Uint8Array.of(letter)];
  const middle = middles[draw(2)] ?? piece;
  return Uint8Array.of(...bytes.subarray(0, from), ...middle, ...bytes.subarray(to));
}

/** The letters of all labels in a stretch of a file lost; figures, tags and ASCII stay. */
function withoutLabels(bytes: Uint8Array, draw: Draw): Uint8Array {
  const from = draw(bytes.length);
  const to = from + draw(800);
  return bytes.filter((byte, i) => byte < 0x80 || i < from || i >= to);
}

/**
 * A copy damaged in one to four places, in which every figure still stands in its order: labels, tags and
 * what parts the cells (`parts`) are lost, doubled or changed. The same for the same seed.
 */
export function damagedBeside(bytes: Uint8Array, parts: string, seed: number): Uint8Array {
  const draw = drawFrom(seed);
  let result = bytes;
  for (let i = draw(3); i >= 0; i--) {
    result = draw(3) === 0 ? withoutLabels(result, draw) : damagedOnce(result, parts, draw);
  }
  return result;
}

/** A copy of a text with one to four of the pieces that `pieces` finds lost or doubled, or their numbers changed. */
export function damagedPieces(text: string, pieces: RegExp, seed: number): string {
  const draw = drawFrom(seed);
  let result = text;
  for (let i = draw(3); i >= 0; i--) {
    const all = [...result.matchAll(pieces)];
    const found = all[draw(all.length - 1)];
    if (found === undefined) break;
    const [piece] = found;
    const number = piece.replace(/"\d+"/u, () => `"${draw(9)}"`);
    const instead = ['', piece + piece, number][draw(2)] ?? '';
    result = result.slice(0, found.index) + instead + result.slice(found.index + piece.length);
  }
  return result;
}
