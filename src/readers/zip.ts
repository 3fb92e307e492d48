import { type Problem, problem } from '../model/problem.ts';
import type { ReadOptions } from './reader.ts';
import { brokenArchive, type Entry, readDirectory } from './zip/directory.ts';
import { unpack } from './zip/unpack.ts';

/** An archive of which only what is asked for is unpacked; names are looked up without regard to case. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  read(name: string): Uint8Array | Problem;
}

/** More than XML of a real document reaches; small entries may repeat themselves as they like. */
const mostRatio = 200;
const ratioFrom = 4 * 2 ** 20;

function tooLarge(
  { size, packed }: Entry,
  left: number,
  { limits, source }: ReadOptions,
): Problem | null {
  if (size > left) {
    const what = { zh: '解压后的大小', en: 'unpacked size' };
    const limit = `${Math.floor(limits.unpackedBytes / 2 ** 20)} MB`;
    return problem('document-too-large', { what, limit }, source);
  }
  if (size <= ratioFrom || size <= packed * mostRatio) return null;
  const what = { zh: '压缩比', en: 'compression ratio' };
  return problem('document-too-large', { what, limit: String(mostRatio) }, source);
}

/** A name that points out of the archive, or into it in two ways, names no part of a document. */
function isPlain(name: string): boolean {
  return !/^\/|\\|\0|(^|\/)\.\.?(\/|$)/u.test(name);
}

/** Opens a ZIP archive; unpacking counts against `limits.unpackedBytes` over all that is read. */
export function openArchive(bytes: Uint8Array, options: ReadOptions): Archive | Problem {
  const { limits, source } = options;
  const directory = readDirectory(bytes, limits, source);
  if ('code' in directory) return directory;
  if (directory.some(({ encrypted }) => encrypted))
    return problem('document-encrypted', {}, source);
  const entries = new Map<string, Entry>();
  for (const entry of directory.filter(({ name }) => isPlain(name))) {
    const key = entry.name.toLowerCase();
    if (entries.has(key)) {
      return brokenArchive(`${entry.name} 出现两次`, `${entry.name} is there twice`, source);
    }
    entries.set(key, entry);
  }
  let left = limits.unpackedBytes;
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return brokenArchive(`缺少 ${name}`, `${name} is missing`, source);
      const refused = tooLarge(entry, left, options);
      if (refused !== null) return refused;
      left -= entry.size;
      return unpack(bytes, entry, source);
    },
  };
}
