import { chmod, link, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { visible } from '../../messages/visible.ts';
import type { WriterName } from '../../writers/index.ts';
import { written } from '../kinds.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

/** Formats that are no text, which a terminal would only choke on. */
const binary: readonly WriterName[] = ['xlsx', 'docx'];

export interface OutputFlags {
  readonly format?: WriterName;
  readonly output?: string;
  readonly force?: boolean;
}

function isWritten(name: string): name is WriterName {
  return written.some((each) => each === name);
}

/** The format asked for, or the one that the output's name ends in; JSON on stdout. @throws UsageError where they disagree or the ending is none of ours */
export function formatOf({ format, output }: OutputFlags, { texts }: Shell): WriterName {
  if (output === undefined || output === '-') return format ?? 'json';
  const ending = /\.(\w+)$/u.exec(output)?.[1]?.toLowerCase() ?? '';
  if (format !== undefined) {
    if (!isWritten(ending) || ending === format) return format;
    throw new UsageError(texts.endingOther.replace('{format}', format));
  }
  if (isWritten(ending)) return ending;
  if (ending === '') return 'json';
  const text = texts.endingUnknown.replace('{written}', written.join(', '));
  throw new UsageError(text.replace('{ending}', () => `.${ending}`));
}

interface Target {
  readonly path: string;
  readonly mode: number | null;
}

/** The file to be written: what a link leads to; null for what is no file, such as a device. */
async function targetOf(path: string): Promise<Target | null> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    return found.isFile() ? { path: real, mode: found.mode } : null;
  } catch {
    return { path, mode: null };
  }
}

/** Puts a finished file in its place in one step: whole, or not at all. */
async function put(path: string, content: Uint8Array | string, force: boolean): Promise<void> {
  const target = force ? await targetOf(path) : { path, mode: null };
  if (target === null) throw Object.assign(new Error(path), { code: 'ENOTFILE' });
  const { path: place, mode } = target;
  const draft = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  try {
    await writeFile(draft, content, { flag: 'wx' });
    if (mode !== null) await chmod(draft, mode);
    if (force) await rename(draft, place);
    else await link(draft, place);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A file is written in one step: whole, or not at all. @throws UsageError where it cannot be, or exists and is not to be replaced */
export async function putFile(
  path: string,
  content: Uint8Array | string,
  force: boolean,
  { texts }: Shell,
): Promise<void> {
  try {
    await put(path, content, force);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const text = code === 'EEXIST' ? texts.outputExists : texts.outputFailed;
    throw new UsageError(text.replace('{file}', () => path).replace('{reason}', () => code));
  }
}

/** Writes what a command made to the file asked for, or to stdout. An existing file stays as it is unless `--force`. */
export async function writeOutput(
  content: Uint8Array | string,
  flags: OutputFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { output, force = false } = flags;
  const { texts } = shell;
  if (output === undefined || output === '-') {
    if (binary.includes(formatOf(flags, shell)) && process.stdout.isTTY) {
      throw new UsageError(texts.binaryOutput.replaceAll('{format}', formatOf(flags, shell)));
    }
    await shell.write(content);
    return ExitCode.pass;
  }
  await putFile(output, content, force, shell);
  shell.tell(`giar: ${texts.outputWritten.replace('{file}', () => visible(output))}`);
  return ExitCode.pass;
}
