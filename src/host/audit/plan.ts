import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { isNdjson } from '../../readers/ndjson.ts';
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

/** The tasks that all files make, in the order of the files. */
export async function* planOf(
  files: readonly Found[],
  workers: number,
  maxBytes: number,
): AsyncGenerator<Planned> {
  const most = bundleSize(files, workers);
  let bundle: Found[] = [];
  let size = 0;
  const bundled = (): Planned => {
    const planned = {
      task: { kind: 'files', files: bundle },
      bytes: size,
      files: bundle.length,
    } as const;
    bundle = [];
    size = 0;
    return planned;
  };
  for (const file of files) {
    if (await isLines(file)) {
      if (bundle.length > 0) yield bundled();
      yield* linesOf(file, maxBytes);
      continue;
    }
    if (bundle.length > 0 && size + file.size > mostBytes) yield bundled();
    bundle.push(file);
    size += file.size;
    if (bundle.length >= most) yield bundled();
  }
  if (bundle.length > 0) yield bundled();
}

async function* linesOf(file: Found, maxBytes: number): AsyncGenerator<Planned> {
  let files = 1;
  const isDivided = ndjsonName.test(file.name);
  try {
    const stream = createReadStream(Buffer.from(file.path), { highWaterMark: mebibyte });
    for await (const { bytes, firstLine } of chunksOf(stream, maxBytes)) {
      const task = { kind: 'lines', file, bytes, firstLine, isDivided } as const;
      yield { task, bytes: bytes.length, files };
      files = 0;
    }
    if (files > 0) yield { task: { kind: 'files', files: [file] }, bytes: 0, files };
  } catch (error) {
    const refused = fileProblem(error, file.name);
    const line = Number.MAX_SAFE_INTEGER;
    yield { task: { kind: 'refused', file, line, problem: refused }, bytes: 0, files };
  }
}
