import { utf16Of } from './text.ts';

const newline = 0x0a;

function looksComplete(line: string): boolean {
  return line.startsWith('{') && line.endsWith('}');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Bytes put together. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * NDJSON: the first line that is not blank is a whole object, and what follows is no part of it. By
 * its name a file is NDJSON unless its first line shows it to be laid out over several.
 */
export function isNdjson(head: Uint8Array, name: string): boolean {
  if (utf16Of(head) !== null) return false;
  const start = head.findIndex((byte) => !isBlankByte(byte));
  const end = start === -1 ? -1 : head.indexOf(newline, start);
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trim();
  const first = decode(head.subarray(Math.max(0, start), end === -1 ? head.length : end));
  if (/\.(?:ndjson|jsonl)$/iu.test(name)) return first !== '{' && first !== '[';
  const rest = end === -1 ? '' : decode(head.subarray(end, end + 4096));
  if (!looksComplete(first) || rest === '') return false;
  return isJson(first) || rest.startsWith('{');
}

export interface Line {
  readonly bytes: Uint8Array;
  readonly number: number;
  readonly isWhole: boolean;
}

/** Cuts a stream into lines without keeping more than one; a line over the limit is cut off. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const line = (): Line => ({ bytes: concat(parts), number, isWhole: length <= maxBytes });
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      length += end - start;
      if (length <= maxBytes) parts.push(chunk.subarray(start, end));
      yield line();
      [parts, length, start] = [[], 0, end + 1];
      number++;
    }
    length += chunk.length - start;
    if (length <= maxBytes) parts.push(chunk.subarray(start));
  }
  yield line();
}

function isBlankByte(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === newline;
}

export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(isBlankByte);
}
