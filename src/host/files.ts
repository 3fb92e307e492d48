import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DocumentFormat } from '../documents.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Run } from '../model/run.ts';
import { type Checked, checkDocument, equationsOf, runOf, unreadable } from '../pipeline.ts';
import { looksLikeJson } from '../readers/looksLikeJson.ts';
import { concat, isBlank, isNdjson, linesOf } from '../readers/ndjson.ts';
import { defaultLimits, type Limits } from '../readers/reader.ts';

const mebibyte = 2 ** 20;

function sizeText(bytes: number): string {
  return bytes % mebibyte === 0 ? `${bytes / mebibyte} MiB` : `${bytes} B`;
}

function folderProblem(name: string): Problem {
  return problem('file-directory', { folder: name.replace(/(?<=.)[/\\]+$/u, '') }, name);
}

/** The problem that an error of the file system stands for. @throws what is not one: a defect of ours. */
export function fileProblem(error: unknown, source: string): Problem {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
  const code = String(error.code);
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('file-missing', {}, source);
  if (code === 'EISDIR') return folderProblem(source);
  return problem('file-denied', { reason: code }, source);
}

/** The run of a document, or of a line of NDJSON, of more bytes than may be. */
export function tooLarge(name: string, maxBytes: number): Run {
  return unreadable(name, [problem('file-too-large', { limit: sizeText(maxBytes) }, name)]);
}

/** How files are read. */
export interface FileReading {
  /** Largest document, or line of NDJSON, in bytes. */
  readonly maxBytes: number;
  /** What a file is taken for; null to tell by its content. */
  readonly format: 'json' | DocumentFormat | null;
  /** What a document other than JSON may cost. */
  readonly limits: Limits;
  /** The report of the year before, by which rates of growth in the prose are checked. */
  readonly previous: Report | null;
}

export const defaultReading: FileReading = {
  maxBytes: 64 * mebibyte,
  format: null,
  limits: defaultLimits,
  previous: null,
};

/** The run of a document that is not JSON; its readers are loaded only then. */
async function runDocument(
  bytes: Uint8Array,
  source: string,
  format: DocumentFormat | null,
  { limits, previous }: FileReading,
): Promise<Run> {
  const { readReport } = await import('../documents.ts');
  const { host } = await import('./host.ts');
  const options = { source, limits };
  return runOf(await readReport(bytes, format, options, host, equationsOf), source, previous);
}

/** The run of a record. Saying what is wrong with one takes zod, which is loaded only then. */
export async function runOfChecked(checked: Checked): Promise<Run> {
  if (!('misfit' in checked)) return checked;
  const { diagnose } = await import('../binding/diagnose.ts');
  return unreadable(checked.source, diagnose(checked.misfit));
}

/** The runs of a JSON document. */
async function* runsIn(
  bytes: Uint8Array,
  file: string,
  lineNumber: number | null,
  previous: Report | null,
): AsyncGenerator<Run> {
  for (const checked of checkDocument(bytes, file, lineNumber, previous)) {
    yield 'misfit' in checked ? await runOfChecked(checked) : checked;
  }
}

async function* runLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  { maxBytes, previous }: FileReading,
): AsyncGenerator<Run> {
  let found = false;
  for await (const { bytes, number, isWhole } of linesOf(chunks, maxBytes)) {
    if (!isWhole) yield tooLarge(`${name}:${number}`, maxBytes);
    else if (isBlank(bytes)) continue;
    else yield* runsIn(bytes, name, number, previous);
    found = true;
  }
  if (!found) yield unreadable(name, [problem('file-empty', {}, name)]);
}

async function* withHead(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* runStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  reading: FileReading,
): AsyncGenerator<Run> {
  const { maxBytes, format, previous } = reading;
  const rest = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let isFirstLineSeen = false;
  let length = 0;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    head.push(next.value);
    length += next.value.length;
    if (isFirstLineSeen || length > maxBytes) break;
    isFirstLineSeen = next.value.includes(0x0a);
    // Whoever writes the lines may wait for what becomes of the first before writing the next.
    if (isFirstLineSeen && isNdjson(concat(head), name)) break;
  }
  const start = concat(head);
  if ((format === null || format === 'json') && isNdjson(start, name)) {
    yield* runLines(withHead([start], rest), name, reading);
    return;
  }
  const parts: Uint8Array[] = [];
  length = 0;
  for await (const chunk of withHead([start], rest)) {
    length += chunk.length;
    if (length > maxBytes) {
      yield tooLarge(name, maxBytes);
      return;
    }
    parts.push(chunk);
  }
  const bytes = concat(parts);
  if (format === 'json' || (format === null && looksLikeJson(bytes, name))) {
    yield* runsIn(bytes, name, null, previous);
  } else if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    yield unreadable(name, [problem('file-empty', {}, name)]);
  } else yield await runDocument(bytes, name, format, reading);
}

/**
 * Runs each report of a file, its path as text or as bytes, or of a stream, as it is read: of NDJSON
 * only one line is kept.
 * What keeps a file from being read is told in the run's problems, not thrown.
 */
export async function* runFile(
  input: string | Uint8Array | AsyncIterable<Uint8Array>,
  name: string,
  reading = defaultReading,
): AsyncGenerator<Run> {
  try {
    const path = input instanceof Uint8Array ? Buffer.from(input) : input;
    const isPath = typeof path === 'string' || Buffer.isBuffer(path);
    if (isPath && (await stat(path)).isDirectory()) {
      yield unreadable(name, [folderProblem(name)]);
      return;
    }
    const stream = isPath ? createReadStream(path, { highWaterMark: mebibyte }) : path;
    yield* runStream(stream, name, reading);
  } catch (error) {
    yield unreadable(name, [fileProblem(error, name)]);
  }
}
