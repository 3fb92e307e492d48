import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type Indexed, indexInGrid, type ReadIndex } from '../../audit/indexCsv.ts';
import { defaultLimits } from '../../readers/reader.ts';
import { tooLarge } from '../files.ts';

/** An index lists many more reports than a report has cells. */
const limits = { ...defaultLimits, slots: 10_000_000 };
/** The header stands in so many bytes. */
const headLength = 65_536;

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headLength);
    const head = bytes.subarray(0, readSync(file, bytes, 0, headLength, 0));
    const end = head.indexOf(0x0a);
    return end === -1 ? head : head.subarray(0, end);
  } finally {
    closeSync(file);
  }
}

async function indexOf(bytes: Uint8Array, source: string): Promise<ReadIndex | null> {
  const { readCsv } = await import('../../readers/csv.ts');
  const document = await readCsv(bytes, { source, limits });
  return 'code' in document ? { rows: [], problems: [document] } : indexInGrid(document);
}

/**
 * The index that a path named by the user leads to, told by its header; null for any other file, and
 * for one that cannot be read.
 */
export async function indexAt(path: string, maxBytes: number): Promise<ReadIndex | null> {
  if (!/\.(?:csv|tsv)$/iu.test(path)) return null;
  try {
    const found = statSync(path);
    if (!found.isFile()) return null;
    const head = await indexOf(headOf(path), path);
    if (head === null || head.problems.some(({ code }) => code === 'encoding-unknown')) return null;
    if (found.size > maxBytes) return { rows: [], problems: tooLarge(path, maxBytes).problems };
    return await indexOf(readFileSync(path), path);
  } catch {
    return null;
  }
}

/** Where a file lies that an index lists: seen from the folder of the index. */
export function pathOf({ file }: Indexed, index: string): string {
  const parted = file.replaceAll('\\', '/');
  return isAbsolute(parted) ? parted : join(dirname(index), parted);
}
