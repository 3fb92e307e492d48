import type { CheckOptions } from './check.ts';
import { defaultReading, type FileReading, runFile } from './host/files.ts';
import type { Result } from './model/result.ts';
import type { Run } from './model/run.ts';
import { resultOfRuns } from './pipeline.ts';
import { defaultLimits, type Limits } from './readers/reader.ts';

export interface FileOptions extends CheckOptions {
  /** Largest document, or line of NDJSON, in bytes. */
  readonly maxBytes?: number;
  /** What the file is taken for; told by its content unless given. */
  readonly format?: FileReading['format'];
  /** What a document may cost, where it is not to be the usual. */
  readonly limits?: Partial<Limits>;
}

/** Checks the report or reports in a file: any format that is read, a JSON array, or NDJSON. */
export async function checkFile(path: string, options: FileOptions = {}): Promise<Result> {
  const { source = path, lang = 'zh', maxBytes = defaultReading.maxBytes, format = null } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const reading = { maxBytes, format, limits, previous: null };
  const runs: Run[] = [];
  for await (const run of runFile(path, source, reading)) runs.push(run);
  return resultOfRuns(runs, lang);
}
