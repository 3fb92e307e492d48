import { concat } from '../../readers/ndjson.ts';

/** Whole lines of a file, the first of which has this number. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly firstLine: number;
}

const newline = 0x0a;

function linesIn({ buffer, byteOffset, length }: Uint8Array): number {
  // A buffer finds a byte several times faster than an array does.
  const bytes = Buffer.from(buffer, byteOffset, length);
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}

/** A stream cut after whole lines; only a line longer than `mostBytes` is cut short, and so refused later. */
export async function* chunksOf(
  stream: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Chunk> {
  let kept: Uint8Array[] = [];
  let length = 0;
  let firstLine = 1;
  for await (const piece of stream) {
    const end = piece.lastIndexOf(newline) + 1;
    if (end > 0) {
      const bytes = concat([...kept, piece.subarray(0, end)]);
      yield { bytes, firstLine };
      firstLine += linesIn(bytes);
      kept = [];
      length = 0;
    }
    // One byte more than may be is enough to tell that the line is too long.
    const rest = piece.subarray(end, end + Math.max(0, mostBytes + 1 - length));
    if (rest.length > 0) kept.push(rest);
    length += rest.length;
  }
  if (length > 0) yield { bytes: concat(kept), firstLine };
}
