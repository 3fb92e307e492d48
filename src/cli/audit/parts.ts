import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Share } from '../../audit/share.ts';
import type { ResultProblem } from '../../model/result.ts';
import type { Language } from '../../model/words.ts';
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

interface PartSummary {
  readonly version: 1;
  readonly lang: Language;
  readonly shard: Share | null;
  readonly files: { readonly read: number; readonly leftAside: number };
  readonly interrupted: { readonly unread: number } | null;
  readonly problems: readonly ResultProblem[];
}

function isPart(value: unknown): value is PartSummary {
  if (typeof value !== 'object' || value === null) return false;
  const part: Partial<Record<string, unknown>> = { ...value };
  const { version, lang, shard, files, problems } = part;
  const isSpoken = (lang === 'zh' || lang === 'en') && isShare(shard);
  return (
    version === 1 &&
    isSpoken &&
    typeof files === 'object' &&
    files !== null &&
    Array.isArray(problems)
  );
}

/** Every share of the same division, each once; or one audit of everything. */
function areAllShares(shares: readonly (Share | null)[]): boolean {
  const [first] = shares;
  if (first === null) return shares.length === 1;
  const numbers = new Set(shares.map((share) => share?.number));
  const isOne = shares.every((share) => share?.of === first?.of);
  return isOne && numbers.size === shares.length && shares.length === first?.of;
}

function isShare(value: unknown): value is Share | null {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { number, of }: Partial<Record<keyof Share, unknown>> = Object(value);
  return Number.isInteger(number) && Number.isInteger(of);
}

async function partIn(folder: string, { texts }: Shell): Promise<PartSummary> {
  const path = join(folder, 'audit.json');
  const refuse = (): never => {
    throw new UsageError(texts.noPart.replace('{file}', () => path));
  };
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isPart(value) ? value : refuse();
  } catch {
    return refuse();
  }
}

/**
 * The folders that shards of an audit wrote. Each shard searched everything and read its own share:
 * what it read adds up, what it left aside or could not reach is the same in all.
 * @throws UsageError for a folder that no audit wrote
 */
export async function partsOf(folders: readonly string[], shell: Shell): Promise<PartsFound> {
  const parts = await Promise.all(folders.map((folder) => partIn(folder, shell)));
  const [first] = parts;
  if (first === undefined || parts.some(({ lang }) => lang !== first.lang))
    throw new UsageError(shell.texts.partsDiffer);
  if (!areAllShares(parts.map(({ shard }) => shard)))
    throw new UsageError(shell.texts.partsMissing);
  const records = folders.map((folder) => join(folder, recordsFile));
  const sizes = await Promise.all(records.map((path) => stat(path))).catch(() => {
    throw new UsageError(shell.texts.noPart.replace('{file}', () => records.join(', ')));
  });
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
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
  };
}
