import { isWithin, type Share } from '../../audit/share.ts';
import type { Cache } from '../../host/audit/cache.ts';
import { type Found, findFiles } from '../../host/audit/find.ts';
import { planOfParts } from '../../host/audit/merge.ts';
import { ndjsonName, type Planned, planOf } from '../../host/audit/plan.ts';
import type { Language } from '../../model/words.ts';
import { problemOf } from '../../reporters/result.ts';
import { type ReadingFlags, readingOf } from '../reading.ts';
import type { Shell } from '../shell.ts';
import { type ExcludeFlags, excludedBy } from './excluded.ts';
import { partsOf } from './parts.ts';
import type { SearchSummary } from './summary.ts';

/** What is to be done: a plan, and what is known of the search that made it. */
export interface Work {
  readonly plan: AsyncIterable<Planned>;
  readonly bytes: number;
  readonly search: SearchSummary;
  readonly lang: Language;
}

export interface WorkFlags extends ReadingFlags, ExcludeFlags {
  readonly shard?: Share;
}

/** A file belongs to the share of its organ, told by its name, else by its folder. */
function isShared({ name, named }: Found, share: Share | undefined): boolean {
  if (share === undefined) return true;
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return isWithin(share, named.organ ?? folder);
}

/** Files of many reports are read for every share, each of which takes its own lines. */
function isRead(file: Found, share: Share | undefined): boolean {
  return ndjsonName.test(file.name) || isShared(file, share);
}

/** The files below the paths. */
export async function workOf(
  paths: readonly string[],
  workers: number,
  cache: Cache | null,
  flags: WorkFlags,
  shell: Shell,
): Promise<Work> {
  const { shard } = flags;
  const { maxBytes } = readingOf(flags);
  const { files, leftAside, problems } = await findFiles(
    paths,
    await excludedBy(flags, shell),
    maxBytes,
  );
  const own = files.filter((file) => isRead(file, shard));
  return {
    plan: planOf(own, {
      workers,
      maxBytes,
      known: cache,
      isOwn: (file) => isShared(file, shard),
    }),
    bytes: own.reduce((sum, { size }) => sum + size, 0),
    lang: shell.lang,
    search: {
      files: files.filter((file) => isShared(file, shard)).length,
      leftAside,
      problems: problems.map((each) => problemOf(each, shell.lang)),
      unread: null,
      shard: shard ?? null,
    },
  };
}

/** The records that shards wrote. */
export async function workOfParts(paths: readonly string[], shell: Shell): Promise<Work> {
  const { search, records, bytes, lang } = await partsOf(paths, shell);
  return { plan: planOfParts(records), bytes, search, lang };
}
