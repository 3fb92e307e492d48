import { lstat } from 'node:fs/promises';
import { problem } from '../model/problem.ts';
import type { Run } from '../model/run.ts';
import { unreadable } from '../pipeline.ts';

/** Files of ours, which a pattern or a folder does not mean. */
export const ownFile = /(?:^|[/\\])giar\.(?:config|waivers|baseline|members)\.json$/u;

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Names as they are given, patterns as the files they match, in the order given; none twice. */
export async function expand(names: readonly string[]): Promise<readonly (string | Run)[]> {
  const found = new Set<string | Run>();
  for (const name of names) {
    if (name === '-' || !/[*?[\]{}]/u.test(name) || (await exists(name))) {
      found.add(name);
      continue;
    }
    const { glob } = await import('tinyglobby');
    const pattern = process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
    // Beside an open document Word and WPS keep a file that says who has it.
    const ignore = ['**/~$*', '**/.~*'];
    const files = await glob(pattern, { expandDirectories: false, ignore });
    for (const file of files.sort()) if (!ownFile.test(file)) found.add(file);
    if (files.length === 0) found.add(unreadable(name, [problem('pattern-unmatched', {}, name)]));
  }
  return [...found];
}
