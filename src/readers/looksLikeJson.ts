import { utf16Of } from './text.ts';

const headLength = 200;
const spaces = /^[\ufeff\s]*/u;

/** The first characters of a document, whatever its encoding: enough to tell JSON by. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headLength);
  return new TextDecoder(utf16Of(head) ?? 'utf-8').decode(head).replace(spaces, '');
}

/** First characters of formats that are told by them, whatever a file is called. */
const others = /^(?:PK|%PDF|\ufffd|<|\{\\rtf)/u;

/**
 * The bytes are meant as JSON: they begin as it does, or the name says so and nothing else does. A text
 * in brackets, such as “[略]”, is none.
 */
export function looksLikeJson(bytes: Uint8Array, name: string): boolean {
  const head = headOf(bytes);
  if (others.test(head)) return false;
  if (head.startsWith('{')) return true;
  if (/^\[\s*(?:[[{"\]\d-]|true|false|null|$)/u.test(head)) return true;
  return /\.(?:json|ndjson|jsonl)$/iu.test(name);
}
