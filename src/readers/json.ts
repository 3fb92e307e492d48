import { findNodeAtLocation, type Node, type ParseError, parseTree, visit } from 'jsonc-parser';
import { type Place, sourceOf } from '../model/document.ts';
import { listed, type Problem, problem } from '../model/problem.ts';

/** Keys and indices that lead to a value. */
export type JsonPath = (string | number)[];

/** Nesting beyond this is refused; a report needs six levels. */
export const depthLimit = 64;

/** Where a value is written in a text: from where, and how long, in UTF-16 code units. */
export interface Written {
  readonly offset: number;
  readonly length: number;
}

/** A JSON text with its name, able to say where something stands in it. */
export interface JsonSource {
  /** The document, or the line of it, as a whole. */
  readonly name: string;
  readonly text: string;
  /** `name:line:column`, both from 1, the column in UTF-16 code units. */
  at(offset: number): string;
  /** Where the value at a path stands; the nearest value above it where there is none. */
  placeOf(path: JsonPath): Place;
  /** `placeOf` as a text. */
  locate(path: JsonPath): string;
  /** The place of a value that is written there. */
  placeAt(written: Written): Place;
  /** Where the value at a path is written; null where there is none. */
  writtenAt(path: JsonPath): Written | null;
  /** The text of the value at a path, as it is written; empty where there is none. */
  textOf(path: JsonPath): string;
  /** Where the last key of a path stands. */
  locateKey(path: JsonPath): string;
}

/** Deepest nesting of brackets outside strings; looks at each character once, without recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) isString = false;
    } else if (c === 0x22) isString = true;
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth--;
  }
  return deepest;
}

function nearestNode(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/** Offsets at which the lines of a text start. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

/** Index of the last of these ascending numbers that is not above `limit`. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A value has no values in it. */
function isScalar({ type }: Node): boolean {
  return type !== 'object' && type !== 'array' && type !== 'property';
}

function withLength(place: Place, length: number): Place {
  if (place.at?.kind !== 'text') return place;
  return { ...place, at: { ...place.at, length } };
}

/**
 * @param file name that places begin with
 * @param lineNumber where the text is one line of the file: its number, from 1
 */
export function jsonSource(
  file: string,
  text: string,
  lineNumber: number | null = null,
): JsonSource {
  const name = lineNumber === null ? file : `${file}:${lineNumber}`;
  const firstLine = lineNumber ?? 1;
  let tree: Node | null | undefined;
  let starts: readonly number[] | undefined;
  const placeAt = (offset: number): Place => {
    starts ??= lineStarts(text);
    const line = lastAtMost(starts, offset);
    const column = offset - (starts[line] ?? 0) + 1;
    return { source: file, at: { kind: 'text', line: firstLine + line, column }, line: null };
  };
  const at = (offset: number): string => sourceOf(placeAt(offset));
  const nowhere: Place = { source: name, at: null, line: null };
  const nodeAt = (path: JsonPath): Node | null => {
    tree ??= depthOf(text) > depthLimit ? null : (parseTree(text) ?? null);
    return tree === null ? null : nearestNode(tree, path);
  };
  const exactly = (path: JsonPath): Node | null => {
    const root = nodeAt([]);
    return root === null ? null : (findNodeAtLocation(root, path) ?? null);
  };
  const place = (node: Node | null | undefined): string => (node ? at(node.offset) : name);
  return {
    name,
    text,
    at,
    placeOf: (path) => {
      const node = nodeAt(path);
      if (node === null) return nowhere;
      const known = placeAt(node.offset);
      return isScalar(node) ? withLength(known, node.length) : known;
    },
    placeAt: ({ offset, length }) => withLength(placeAt(offset), length),
    writtenAt: exactly,
    locate: (path) => place(nodeAt(path)),
    textOf: (path) => {
      const node = nodeAt(path);
      return node === null ? '' : text.slice(node.offset, node.offset + node.length);
    },
    locateKey: (path) => {
      const node = nodeAt(path);
      return place(node?.parent?.type === 'property' ? node.parent : node);
    },
  };
}

/** `tables.requests.newlyReceived[3]` */
export function pathText(path: JsonPath): string | null {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text === '' ? null : text.replace(/^\./u, '');
}

/** What stands at an offset, for a message: the word or character there. */
function wordAt(text: string, offset: number): string {
  const word = /^[^\s,:[\]{}"]{1,20}/u.exec(text.slice(offset, offset + 20));
  return word?.[0] ?? text.slice(offset, offset + 1);
}

function syntaxProblem(source: JsonSource): Problem {
  const errors: ParseError[] = [];
  parseTree(source.text, errors, { disallowComments: true });
  const offset = errors[0]?.offset ?? source.text.length;
  const word = wordAt(source.text, offset);
  const found =
    word === ''
      ? { zh: '文件末尾', en: 'the end of the file' }
      : { zh: ` ${word} `, en: `"${word}"` };
  return problem('json-syntax', { found }, source.at(offset));
}

/** Keys that stand twice in one object, or that name an object's prototype. */
function keyProblems(source: JsonSource): Problem[] {
  const problems: Problem[] = [];
  const objects: Set<string>[] = [];
  visit(source.text, {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectEnd: () => {
      objects.pop();
    },
    onObjectProperty: (key, offset, _length, _line, _character, path) => {
      const keys = objects.at(-1);
      const where = [source.at(offset), pathText([...path(), key])] as const;
      if (key === '__proto__') problems.push(problem('json-forbidden-key', { key }, ...where));
      else if (keys?.has(key)) problems.push(problem('json-duplicate-key', { key }, ...where));
      keys?.add(key);
    },
  });
  return listed(problems, source.name, (each) => [each]);
}

/** What is wrong with a JSON text as such, whatever it says: slow, for when there is reason to ask. */
export function inspectJson(source: JsonSource): Problem[] {
  if (depthOf(source.text) > depthLimit) {
    return [problem('json-depth', { limit: String(depthLimit) }, source.name)];
  }
  try {
    JSON.parse(source.text);
  } catch {
    return [syntaxProblem(source)];
  }
  return keyProblems(source);
}

/**
 * How many keys a valid JSON text has at most: colons that follow a quote. Equal to the number of
 * keys in the parsed value only if no key stands twice.
 */
export function countKeys(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= 0x20) before--;
    if (text.charCodeAt(before) === 0x22) count++;
  }
  return count;
}
