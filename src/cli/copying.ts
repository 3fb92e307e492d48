import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type FileReading, runFile } from '../host/files.ts';
import type { Run } from '../model/run.ts';
import { kindOf } from '../readers/format.ts';
import { type Shell, UsageError } from './shell.ts';

/** Office documents of which copies are made. */
export type CopyFormat = 'docx' | 'xlsx';

/** The bytes of a file; null where reading it would only give a problem. */
export async function bytesOf(name: string, { maxBytes }: FileReading): Promise<Uint8Array | null> {
  try {
    const found = await stat(name);
    if (!found.isFile() || found.size > maxBytes) return null;
    return new Uint8Array(await readFile(name));
  } catch {
    return null;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The runs of bytes that were read, or of the file where they were not: its problem tells why. */
export async function runsOf(
  bytes: Uint8Array | null,
  name: string,
  reading: FileReading,
): Promise<Run[]> {
  const runs: Run[] = [];
  for await (const run of runFile(bytes === null ? name : once(bytes), name, reading))
    runs.push(run);
  return runs;
}

/** The format that a copy can be made of; null for any other. */
export function copyFormatOf(bytes: Uint8Array): CopyFormat | null {
  const kind = kindOf(bytes);
  if (kind.is !== 'read') return null;
  return kind.format === 'docx' || kind.format === 'xlsx' ? kind.format : null;
}

const endings: readonly string[] = [
  '.docx',
  '.docm',
  '.dotx',
  '.xlsx',
  '.xlsm',
  '.xltx',
  '.json',
  '.ndjson',
  '.jsonl',
];

/** The name of a copy beside its file: `年报.annotated.docx`. */
export function nameOfCopy(name: string, word: string, format: string): string {
  const ending = extname(name);
  const isOwn = endings.includes(ending.toLowerCase());
  return join(dirname(name), `${basename(name, ending)}.${word}${isOwn ? ending : `.${format}`}`);
}

/** Sees to it that a copy does not take the place of its original. @throws UsageError where it would */
export async function keepApart(name: string, output: string, { texts }: Shell): Promise<void> {
  if (output === '-') return;
  try {
    const [own, other] = [await stat(name, { bigint: true }), await stat(output, { bigint: true })];
    // A link of either kind leads to the file itself.
    const isOne = own.ino !== 0n && own.ino === other.ino && own.dev === other.dev;
    if (!isOne && (await realpath(name)) !== (await realpath(output))) return;
  } catch {
    return;
  }
  throw new UsageError(texts.annotateInPlace);
}
