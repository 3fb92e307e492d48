import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Part } from '../../audit/recordSchema.ts';
import type { Share } from '../../audit/share.ts';
import type { Language } from '../../model/words.ts';
import { version } from '../../version.ts';
import { type Shell, UsageError } from '../shell.ts';
import type { SearchSummary } from './summary.ts';

/** Where an audit keeps its records in the folder that it writes, for merging. */
export const recordsFile = 'records.ndjson';

export interface PartsFound {
  readonly search: SearchSummary;
  /** Paths of the records of each part. */
  readonly records: readonly string[];
  readonly bytes: number;
  readonly lang: Language;
}

/** Every share of the same division, each once; or one audit of everything. */
function areAllShares(shares: readonly (Share | null)[]): boolean {
  const [first] = shares;
  if (first === null) return shares.length === 1;
  const numbers = new Set(shares.map((share) => share?.number));
  const isOne = shares.every(
    (share) => share !== null && share.of === first?.of && share.number <= share.of,
  );
  return isOne && numbers.size === shares.length && shares.length === first?.of;
}

async function partIn(folder: string, { texts }: Shell): Promise<Part> {
  const { partSchema } = await import('../../audit/recordSchema.ts');
  const path = join(folder, 'audit.json');
  try {
    return partSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new UsageError(texts.noPart.replace('{file}', () => path));
  }
}

/** The bytes of the records of a part. */
async function sizeOf(path: string, { texts }: Shell): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true) return found.size;
  throw new UsageError(texts.noPart.replace('{file}', () => path));
}

/**
 * The folders that shards of an audit wrote. Each shard searched everything and read its own share:
 * what it read adds up, what it left aside or could not reach is the same in all.
 * @throws UsageError for a folder that no audit wrote
 */
export async function partsOf(folders: readonly string[], shell: Shell): Promise<PartsFound> {
  const parts = await Promise.all(folders.map((folder) => partIn(folder, shell)));
  const [first] = parts;
  const isLike = ({ lang, tool }: Part): boolean =>
    lang === first?.lang && tool.version === version;
  if (first === undefined || !parts.every(isLike)) throw new UsageError(shell.texts.partsDiffer);
  if (!areAllShares(parts.map(({ shard }) => shard)))
    throw new UsageError(shell.texts.partsMissing);
  const records = folders.map((folder) => join(folder, recordsFile));
  const sizes = await Promise.all(records.map((path) => sizeOf(path, shell)));
  const problems = new Map(
    parts.flatMap((part) => part.problems).map((each) => [JSON.stringify(each), each]),
  );
  const unread = parts.reduce((sum, { interrupted }) => sum + (interrupted?.unread ?? 0), 0);
  return {
    search: {
      files: parts.reduce((sum, { files }) => sum + files.read, 0),
      leftAside: Math.max(0, ...parts.map(({ files }) => files.leftAside)),
      problems: [...problems.values()],
      shard: null,
      unread: parts.some(({ interrupted }) => interrupted !== null) ? unread : null,
    },
    records,
    lang: first.lang,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
