import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import { ownFile } from '../expand.ts';
import { type Shell, UsageError } from '../shell.ts';

export interface ExcludeFlags {
  readonly out?: string;
  readonly exclude?: readonly string[];
  readonly excludeFrom?: string;
  readonly cache?: string;
  readonly members?: string;
}

/**
 * What patterns as in .gitignore leave out, seen from the working folder, and the folder written to.
 * @throws UsageError where the file with patterns cannot be read
 */
export async function excludedBy(
  { exclude = [], excludeFrom, out, cache, members }: ExcludeFlags,
  shell: Shell,
): Promise<(path: string, isFolder: boolean) => boolean> {
  const patterns = ignore().add([...exclude]);
  if (excludeFrom !== undefined) {
    try {
      patterns.add(await readFile(excludeFrom, 'utf8'));
    } catch {
      throw new UsageError(shell.texts.unreadable.replace('{file}', () => excludeFrom));
    }
  }
  const own = [out, cache, members, excludeFrom].flatMap((folder) =>
    folder === undefined ? [] : [resolve(folder)],
  );
  return (path, isFolder) => {
    if (own.includes(resolve(path)) || ownFile.test(path)) return true;
    const seen = relative('.', path).split(sep).join('/');
    // A path outside the working folder is seen from the root.
    const inside = seen.startsWith('..') ? resolve(path).slice(1) : seen;
    return inside !== '' && patterns.ignores(isFolder ? `${inside}/` : inside);
  };
}
