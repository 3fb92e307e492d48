import type { CheckOptions } from './check.ts';
import { defaultMaxBytes, runFile } from './files.ts';
import type { Result } from './model/result.ts';
import type { Run } from './model/run.ts';
import { resultOfRuns } from './pipeline.ts';

export interface FileOptions extends CheckOptions {
  /** Largest document, or line of NDJSON, in bytes. */
  readonly maxBytes?: number;
}

/** Checks the report or reports in a file: JSON, a JSON array, or NDJSON. */
export async function checkFile(path: string, options: FileOptions = {}): Promise<Result> {
  const { source = path, lang = 'zh', maxBytes = defaultMaxBytes } = options;
  const runs: Run[] = [];
  for await (const run of runFile(path, source, maxBytes)) runs.push(run);
  return resultOfRuns(runs, lang);
}
