import { SaxesParser } from 'saxes';
import { type Problem, problem } from '../model/problem.ts';
import type { ReadOptions } from './reader.ts';
import { decodeAs, utf16Of } from './text.ts';

/** Attributes by their names as written, prefix and all. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * What happens in a text of XML; names are local, since a prefix is the writer's choice. A problem stops the reading.
 * `end` is the offset behind the tag, in characters of the text without a byte-order mark.
 */
export interface XmlEvents {
  open(name: string, attributes: Attributes, end: number): Problem | null;
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/** A part of a document, with its name for problems. */
export interface XmlPart extends ReadOptions {
  readonly part: string;
  /** Name of the format for problems, such as DOCX. */
  readonly format: string;
}

/** More different names than this are no document's. */
const mostNames = 2_000;

/** Local names such as that of `w:tbl`, each cut out once: a document repeats few names often. */
function localNames(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const local = name.slice(name.indexOf(':') + 1);
    if (known.size < mostNames) known.set(name, local);
    return local;
  };
}

/** The value of an attribute by its local name. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  // Nearly every writer calls the namespace so, and looking through all names takes long.
  const usual = attributes[local] ?? attributes[`w:${local}`];
  if (usual !== undefined) return usual;
  for (const name in attributes) {
    const prefix = name.length - local.length - 1;
    if (prefix > 0 && name.charCodeAt(prefix) === 0x3a && name.endsWith(local)) {
      return attributes[name];
    }
  }
  return undefined;
}

export function brokenPart({ part, format, source }: XmlPart, zh: string, en: string): Problem {
  return problem(
    'document-broken',
    { format, reason: { zh: `${part} ${zh}`, en: `${part} ${en}` } },
    source,
  );
}

function tooLarge(zh: string, en: string, limit: number, source: string): Problem {
  return problem('document-too-large', { what: { zh, en }, limit: String(limit) }, source);
}

/** Elements of one part for each slot that the document may have. */
const elementsPerSlot = 50;

type Plain = { xmlns: false; position: false };

function parserOf(
  part: XmlPart,
  events: XmlEvents,
  stop: (problem: Problem) => never,
): SaxesParser<Plain> {
  const { limits, source } = part;
  const mostElements = limits.slots * elementsPerSlot;
  const localName = localNames();
  /** Local names of the elements that are open. */
  const open: string[] = [];
  let elements = 0;
  const parser = new SaxesParser<Plain>({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (open.push(local) > limits.depth) {
      stop(tooLarge('嵌套层数', 'nesting', limits.depth, source));
    }
    if (++elements > mostElements) stop(tooLarge('元素数量', 'elements', mostElements, source));
    const refused = events.open(local, attributes, parser.position);
    if (refused !== null) stop(refused);
  });
  parser.on('closetag', () => {
    const local = open.pop();
    if (local !== undefined) events.close?.(local, parser.position);
  });
  // Text that nobody hears is not even put together.
  if (events.text !== undefined) {
    const text = (piece: string) => events.text?.(piece);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  // Entities can only be declared in a document type, and no part of an office document has one.
  parser.on('doctype', () => stop(brokenPart(part, '含有文档类型声明', 'has a document type')));
  return parser;
}

/** A large part is decoded in pieces, so that it is never held twice. */
const step = 2 ** 20;

function parse(bytes: Uint8Array, parser: SaxesParser<Plain>): void {
  const encoding = utf16Of(bytes) ?? 'utf-8';
  if (bytes.length <= step) {
    const text = decodeAs(encoding, bytes);
    if (text === null) parser.fail('not in its encoding');
    else parser.write(text).close();
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += step) {
    parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** Reads a part in UTF-8 or UTF-16; gives the problem that stopped it, or null. Fetches and expands nothing. */
export function readXml(bytes: Uint8Array, part: XmlPart, events: XmlEvents): Problem | null {
  let stopped: Problem | null = null;
  const stop = (reason: Problem): never => {
    stopped = reason;
    throw new Error('stopped');
  };
  try {
    parse(bytes, parserOf(part, events, stop));
    return null;
  } catch {
    return stopped ?? brokenPart(part, '不是完整的 XML', 'is not well-formed XML');
  }
}
