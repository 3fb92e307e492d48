import { link, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

/** Formats that a form can be written in, by the end of a file's name. */
export const written = ['json', 'xlsx', 'docx', 'html', 'csv'] as const;
export type Written = (typeof written)[number];

/** Formats that are no text, which a terminal would only choke on. */
const binary: readonly Written[] = ['xlsx', 'docx'];

export interface OutputFlags {
  readonly format?: Written;
  readonly output?: string;
  readonly force?: boolean;
}

/** The format asked for, or the one that the output's name ends in; JSON otherwise. */
export function formatOf({ format, output }: OutputFlags): Written {
  const ending = /\.(\w+)$/u.exec(output ?? '')?.[1]?.toLowerCase();
  return format ?? written.find((each) => each === ending) ?? 'json';
}

/** Puts a finished file in its place in one step: whole, or not at all. */
async function put(path: string, content: Uint8Array | string, force: boolean): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await writeFile(draft, content, { flag: 'wx' });
    if (force) await rename(draft, path);
    else await link(draft, path);
  } finally {
    await rm(draft, { force: true });
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
    if (binary.includes(formatOf(flags)) && process.stdout.isTTY) {
      throw new UsageError(texts.binaryOutput.replace('{format}', formatOf(flags)));
    }
    await shell.write(content);
    return ExitCode.pass;
  }
  try {
    await put(output, content, force);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const text = code === 'EEXIST' ? texts.outputExists : texts.outputFailed;
    throw new UsageError(text.replace('{file}', () => output).replace('{reason}', () => code));
  }
  shell.tell(`giar: ${texts.outputWritten.replace('{file}', () => output)}`);
  return ExitCode.pass;
}
