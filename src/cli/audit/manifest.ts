import { readFile } from 'node:fs/promises';
import type { Manifest } from '../../audit/manifest.ts';
import { placedProblem } from '../../messages/problems.ts';
import { organKey } from '../../model/organ.ts';
import { defaultLimits } from '../../readers/reader.ts';
import { type Shell, UsageError } from '../shell.ts';

/** A list of members, and the keys of all organs and of the regions that it names. */
export interface Named {
  readonly manifest: Manifest | null;
  readonly members: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** The list that `--members` names. @throws UsageError where it cannot be used: who is missing could not be told */
export async function manifestIn(path: string | undefined, shell: Shell): Promise<Named> {
  if (path === undefined) return { manifest: null, members: new Set(), regions: new Set() };
  const { readMembers } = await import('../../audit/members.ts');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new UsageError(shell.texts.unreadable.replace('{file}', () => path));
  }
  const { manifest, problems } = await readMembers(bytes, { source: path, limits: defaultLimits });
  const [first] = problems;
  if (first !== undefined) {
    for (const each of problems.slice(1)) shell.tell(placedProblem(each, shell.lang));
    throw new UsageError(placedProblem(first, shell.lang));
  }
  const regions = manifest.regions.map(({ organ }) => organKey(organ));
  const members = manifest.regions.flatMap((region) =>
    region.members.map(({ organ }) => organKey(organ)),
  );
  return { manifest, members: new Set([...regions, ...members]), regions: new Set(regions) };
}
