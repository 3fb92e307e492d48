import { severityOf } from '../example.ts';
import { type FileReading, runFile } from '../host/files.ts';
import type { Run } from '../model/run.ts';
import { sentences } from '../pipeline.ts';
import { defaultLimits, type Limits } from '../readers/reader.ts';
import type { ReporterContext } from '../reporters/reporter.ts';
import { rules } from '../rules/index.ts';
import { version } from '../version.ts';
import { type Shell, UsageError } from './shell.ts';

/** Options of the commands that read files. */
export interface ReadingFlags {
  readonly as?: FileReading['format'];
  /** MiB */
  readonly maxSize?: number;
  readonly limit?: Partial<Limits>;
}

/** MiB of a file, unless told otherwise. */
export const usualSize = 64;

export function readingOf({
  as = null,
  maxSize = usualSize,
  limit = {},
}: ReadingFlags): FileReading {
  return {
    maxBytes: maxSize * 2 ** 20,
    format: as,
    limits: { ...defaultLimits, ...limit },
    previous: null,
  };
}

/** The runs of a file, `-` being standard input. */
export function runNamed(name: string, reading: FileReading): AsyncGenerator<Run> {
  return runFile(name === '-' ? process.stdin : name, name, reading);
}

const names = Object.keys(defaultLimits);

function isName(name: string): name is keyof Limits {
  return names.includes(name);
}

/** `pages=1000`, added to the limits named before it. @throws UsageError, in the words given */
export function withLimit(
  wanted: string,
): (text: string, before?: Partial<Limits>) => Partial<Limits> {
  return (text, before = {}) => {
    const [, name = '', number = ''] = /^(\w+)=(\d{1,12})$/u.exec(text) ?? [];
    if (!isName(name) || Number(number) < 1) {
      throw new UsageError(
        wanted.replace('{text}', () => text).replace('{names}', names.join(', ')),
      );
    }
    return { ...before, [name]: Number(number) };
  };
}

/** The run of a file that holds one report. @throws UsageError where it holds none or several */
export async function onlyRun(name: string, reading: FileReading, shell: Shell): Promise<Run> {
  let found: Run | undefined;
  for await (const run of runNamed(name, reading)) {
    if (found !== undefined) throw new UsageError(shell.texts.oneReport);
    found = run;
  }
  if (found === undefined) throw new UsageError(shell.texts.oneReport);
  return found;
}

/** What a reporter needs of the shell around it. */
export function contextFor({ lang, width, isColored }: Shell): ReporterContext {
  const own = { sentences, rules, severityOf, version };
  return { lang, width, isColored, detail: 'normal', ...own };
}
