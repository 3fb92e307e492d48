import { strToU8, zipSync } from 'fflate';
import { type Problem, problem } from '../model/problem.ts';
import { openPackage, type Package } from '../readers/office/package.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { readDirectory } from '../readers/zip/directory.ts';
import { readSpans, type Tree } from './spans.ts';

/** A copy of an office document in the making: parts that nobody puts anew stay as they are. */
export interface Copy {
  readonly pack: Package;
  /** A part as it was. */
  tree(name: string): Tree | Problem;
  /** A part as it will be; null where there is none. */
  now(name: string): string | Problem | null;
  put(name: string, text: string): void;
  bytes(): Uint8Array | Problem;
}

/** No clock is looked at: the same document and marks give the same bytes. */
const mtime = '1980-01-01T00:00:00';

function isProblem(value: object): value is Problem {
  return 'code' in value;
}

/** A part's bytes, unpacked once: the limit counts what is unpacked. */
function readerOf({ archive }: Package): (name: string) => Uint8Array | Problem {
  const known = new Map<string, Uint8Array>();
  return (name) => {
    const before = known.get(name.toLowerCase());
    if (before !== undefined) return before;
    const bytes = archive.read(name);
    if (!isProblem(bytes)) known.set(name.toLowerCase(), bytes);
    return bytes;
  };
}

/** Opens a document to make a copy of it. @param usual the main part's usual name */
export function openCopy(
  bytes: Uint8Array,
  options: ReadOptions,
  format: string,
  usual: string,
): Copy | Problem {
  const pack = openPackage(bytes, options, format, usual);
  if (isProblem(pack)) return pack;
  const entries = readDirectory(bytes, options.limits, options.source);
  if (isProblem(entries)) return entries;
  const { names } = pack.archive;
  if (entries.length !== names.length) {
    const reason = { zh: '压缩包内的文件名不对', en: 'wrong names in the archive' };
    return problem('document-broken', { format, reason }, options.source);
  }
  const read = readerOf(pack);
  /** By name in lower case, as parts are looked up. */
  const changed = new Map<string, { name: string; text: string }>();
  return {
    pack,
    tree(name) {
      const part = read(name);
      return isProblem(part) ? part : readSpans(part, pack.part(name));
    },
    now(name) {
      const own = changed.get(name.toLowerCase());
      if (own !== undefined) return own.text;
      if (!pack.archive.has(name)) return null;
      const part = read(name);
      if (isProblem(part)) return part;
      const tree = readSpans(part, pack.part(name));
      return isProblem(tree) ? tree : tree.text;
    },
    put(name, text) {
      changed.set(name.toLowerCase(), { name, text });
    },
    bytes() {
      const files: [string, Uint8Array][] = [];
      for (const name of names) {
        const own = changed.get(name.toLowerCase());
        const part = own === undefined ? read(name) : strToU8(own.text);
        if (isProblem(part)) return part;
        files.push([name, part]);
      }
      for (const { name, text } of changed.values()) {
        if (!pack.archive.has(name)) files.push([name, strToU8(text)]);
      }
      return zipSync(Object.fromEntries(files), { mtime, level: 6 });
    },
  };
}
