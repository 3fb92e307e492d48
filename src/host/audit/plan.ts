import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Problem, problem } from '../../model/problem.ts';
import { isBlank, isNdjson } from '../../readers/ndjson.ts';
import { fileProblem } from '../files.ts';
import { chunksOf } from './chunks.ts';
import type { Found } from './find.ts';
import type { Task } from './tasks.ts';

/** A task with the number of bytes it stands for, of all that are to be read. */
export interface Planned {
  readonly task: Task;
  readonly bytes: number;
  /** Files that are done when it is. */
  readonly files: number;
  /** Files whose records, in turn, are worth keeping; the last of them may still have chunks to come. */
  readonly keep: readonly Found[];
  readonly isLast: boolean;
}

const mebibyte = 2 ** 20;
/** Small files are handed over in bundles of at most so many, and so many bytes. */
const mostFiles = 16;
const mostBytes = mebibyte;

/** By its name a file of one report a line. */
export const ndjsonName = /\.(?:ndjson|jsonl)$/iu;

/** A large file that begins with a whole object in its first line. */
async function isLines({ path, name, size }: Found): Promise<boolean> {
  if (ndjsonName.test(name)) return true;
  if (size < mebibyte) return false;
  try {
    const file = await open(Buffer.from(path));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
      return isNdjson(buffer.subarray(0, bytesRead), name);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/** Bundles of small files: few enough that every thread gets some. */
function bundleSize(files: readonly Found[], workers: number): number {
  return Math.max(1, Math.min(mostFiles, Math.floor(files.length / (workers * 4))));
}

/** What is known of files from earlier runs. */
export interface Known {
  find(file: Found): Promise<Uint8Array | null>;
}

/** Bytes cut after whole lines, into pieces of about a mebibyte. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, Math.min(bytes.length - 1, start + mostBytes)) + 1;
    const to = end === 0 ? bytes.length : end;
    yield bytes.subarray(start, to);
    start = to;
  }
}

/** How files are planned. */
export interface Planning {
  readonly workers: number;
  readonly maxBytes: number;
  readonly known: Known | null;
  /** The file as a whole belongs to the share: of a file that every share reads, one tells what is wrong with it. */
  isOwn(file: Found): boolean;
}

/** The tasks that all files make, in the order of the files; of those that are known, their records. */
export async function* planOf(
  files: readonly Found[],
  { workers, maxBytes, known, isOwn }: Planning,
): AsyncGenerator<Planned> {
  const most = bundleSize(files, workers);
  let bundle: Found[] = [];
  let size = 0;
  let records: Uint8Array[] = [];
  let held = 0;
  let recorded = { bytes: 0, files: 0 };
  const recalled = (): Planned => {
    const bytes = Buffer.concat(records);
    const planned = {
      task: { kind: 'records', bytes, places: null },
      ...recorded,
      keep: [],
      isLast: true,
    } as const;
    records = [];
    held = 0;
    recorded = { bytes: 0, files: 0 };
    return planned;
  };
  const bundled = (): Planned => {
    const planned = {
      task: { kind: 'files', files: bundle },
      bytes: size,
      files: bundle.length,
      keep: bundle,
      isLast: true,
    } as const;
    bundle = [];
    size = 0;
    return planned;
  };
  for (const file of files) {
    const found = (await known?.find(file)) ?? null;
    if (found !== null) {
      if (bundle.length > 0) yield bundled();
      // Records may be many more bytes than the file; what is handed over at once ends with a line.
      for (const piece of piecesOf(found)) {
        records.push(piece);
        held += piece.length;
        if (held >= mostBytes) yield recalled();
      }
      recorded = { bytes: recorded.bytes + file.size, files: recorded.files + 1 };
      continue;
    }
    if (records.length > 0) yield recalled();
    if (await isLines(file)) {
      if (bundle.length > 0) yield bundled();
      yield* linesOf(file, maxBytes, isOwn(file));
      continue;
    }
    if (bundle.length > 0 && size + file.size > mostBytes) yield bundled();
    bundle.push(file);
    size += file.size;
    if (bundle.length >= most) yield bundled();
  }
  if (bundle.length > 0) yield bundled();
  if (records.length > 0) yield recalled();
}

/** What is told of a file as a whole; nothing where another share tells it. */
function refused(
  file: Found,
  { isOwn, line, keep }: { isOwn: boolean; line: number; keep: readonly Found[] },
  told: Problem,
): Planned {
  const task = isOwn
    ? ({ kind: 'refused', file, line, problem: told } as const)
    : ({ kind: 'records', bytes: new Uint8Array(), places: null } as const);
  return { task, bytes: 0, files: isOwn ? 1 : 0, keep, isLast: true };
}

async function* linesOf(file: Found, maxBytes: number, isOwn: boolean): AsyncGenerator<Planned> {
  const isDivided = ndjsonName.test(file.name);
  // One chunk is held back, so that it is known which one is the last.
  let held: Planned | null = null;
  let isEmpty = true;
  try {
    const stream = createReadStream(Buffer.from(file.path), { highWaterMark: mebibyte });
    for await (const { bytes, firstLine } of chunksOf(stream, maxBytes)) {
      if (held !== null) yield held;
      isEmpty &&= isBlank(bytes);
      const task = { kind: 'lines', file, bytes, firstLine, isDivided } as const;
      held = { task, bytes: bytes.length, files: 0, keep: [file], isLast: false };
    }
    if (held !== null) yield { ...held, files: isOwn && !isEmpty ? 1 : 0, isLast: !isEmpty };
    const empty = problem('file-empty', {}, file.name);
    if (isEmpty) yield refused(file, { isOwn, line: 0, keep: [file] }, empty);
  } catch (error) {
    if (held !== null) yield held;
    const line = Number.MAX_SAFE_INTEGER;
    yield refused(file, { isOwn, line, keep: [] }, fileProblem(error, file.name));
  }
}
