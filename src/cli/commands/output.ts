import { putFile } from '../../host/wholeFile.ts';
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

/** A file is written in one step: whole, or not at all. @throws UsageError where it cannot be, or exists and is not to be replaced */
export async function putNamed(
  path: string,
  content: Uint8Array | string,
  force: boolean,
  { texts }: Shell,
): Promise<void> {
  try {
    await putFile(path, content, force);
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
  await putNamed(output, content, force, shell);
  shell.tell(`giar: ${texts.outputWritten.replace('{file}', () => visible(output))}`);
  return ExitCode.pass;
}
