import { availableParallelism } from 'node:os';
import { csvHead, problemLines } from '../../audit/batch.ts';
import { toolsFor } from '../../auditing.ts';
import { auditAll } from '../../host/audit/audit.ts';
import { Cache } from '../../host/audit/cache.ts';
import { cacheKey } from '../../host/audit/cacheKey.ts';
import { CellsFile } from '../../host/audit/cells.ts';
import { PartError } from '../../host/audit/merge.ts';
import { Output } from '../../host/audit/output.ts';
import { ThreadsError } from '../../host/audit/pool.ts';
import { visibleJson } from '../../messages/visible.ts';
import { problemOf } from '../../reporters/result.ts';
import { manifestIn } from '../audit/manifest.ts';
import { AuditPage } from '../audit/page.ts';
import { recordsFile } from '../audit/parts.ts';
import { summaryOf } from '../audit/summary.ts';
import { note, tell, toldExit, toldFailures, unwritable } from '../audit/told.ts';
import { type WorkFlags, workOf, workOfParts } from '../audit/work.ts';
import { progressFor } from '../progress.ts';
import { readingOf } from '../reading.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

export interface AuditFlags extends WorkFlags, SettingsFlags {
  readonly format: 'terminal' | 'json';
  readonly workers?: number;
  readonly merge?: boolean;
  readonly members?: string;
  readonly cache?: string;
}

/** Seconds that a thread may take for a bundle of files. */
const patience = 300;

/** Ctrl-C ends the reading; a second one ends the program. */
function interruptible(): { isStopped(): boolean; release(): void } {
  let stopped = false;
  const stop = (): void => {
    if (stopped) process.exit(130);
    stopped = true;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    isStopped: () => stopped,
    release: () => process.off('SIGINT', stop).off('SIGTERM', stop),
  };
}

/** A folder that is written to, where one is named. @throws UsageError where it cannot be made */
async function folder<T>(
  name: string | undefined,
  make: (name: string) => Promise<T>,
  shell: Shell,
): Promise<T | null> {
  if (name === undefined) return null;
  try {
    return await make(name);
  } catch (error) {
    throw new UsageError(unwritable(name, error, shell));
  }
}

async function begun(output: Output | null): Promise<void> {
  await output?.write('findings.csv', `\ufeff${csvHead.join(',')}\n`);
  for (const name of ['findings.ndjson', 'organs.ndjson', recordsFile]) {
    await output?.write(name, '');
  }
}

/** What ends an audit without being a defect. @throws everything else as it is */
function refusal(error: unknown, { texts }: Shell): UsageError {
  if (error instanceof PartError) {
    const { place, path } = error.wrong;
    const words = texts.recordWrong.replace('{place}', () => place);
    return new UsageError(words.replace('{path}', () => path));
  }
  if (error instanceof ThreadsError)
    return new UsageError(texts.threadsFailed.replace('{reason}', () => error.message));
  if (error instanceof Error && 'syscall' in error)
    return new UsageError(texts.systemFailed.replace('{reason}', () => error.message));
  throw error;
}

/** `giar audit`: every report below the paths, by itself, through the years and across levels. */
export async function audit(
  paths: readonly string[],
  given: AuditFlags,
  outer: Shell,
): Promise<ExitCode> {
  const { policy, flags, shell } = await settledFor(given, outer);
  const { maxBytes, format, limits } = readingOf(flags);
  const workers = flags.workers ?? availableParallelism();
  const share = flags.merge ? null : (flags.shard ?? null);
  const read = { lang: shell.lang, maxBytes, format, limits, share, policy };
  const list = await manifestIn(flags.members, shell);
  const isLater = share !== null && list.manifest !== null;
  if (isLater) note(`giar: ${shell.texts.levelsLater}`, shell);
  const { manifest, members, regions } = isLater ? await manifestIn(undefined, shell) : list;
  const cache = await folder(
    flags.cache,
    async (name) => Cache.in(name, await cacheKey(read)),
    shell,
  );
  const work = flags.merge
    ? await workOfParts(paths, shell)
    : await workOf(paths, workers, cache, flags, shell);
  const { lang } = work;
  const output = await folder(flags.out, (name) => Output.in(name), shell);
  await begun(output);
  const wantsPage = output !== null;
  const wantsRecords = wantsPage || cache !== null;
  const settings = { ...read, lang, wantsPage, wantsRecords, members, regions };
  const pages = output === null ? null : new AuditPage(output, lang);
  const { formOf } = toolsFor(lang);
  const cells =
    output === null ? null : new CellsFile(formOf, (bytes) => output.write('cells.parquet', bytes));
  await pages?.begin();
  const stop = interruptible();
  const bar = progressFor(work.search.files, work.bytes, shell);
  try {
    const watch = { isStopped: stop.isStopped, onProgress: bar.show };
    const options = { settings, workers, seconds: patience, output, cache, pages, cells, manifest };
    const audited = await auditAll(work.plan, options, watch);
    bar.clear();
    const summary = summaryOf(audited, work.search, stop.isStopped(), lang, policy);
    await output?.write('findings.csv', problemLines(work.search.problems, 'search'));
    const above = audited.levels.problems.map((each) => problemOf(each, lang));
    await output?.write('findings.csv', problemLines(above, 'levels'));
    await cells?.end();
    await pages?.end(summary);
    await output?.write('audit.json', `${visibleJson(summary)}\n`);
    await output?.commit();
    await cache?.commit();
    const { worst, series } = audited;
    const { open, noted, notes } = audited.tally;
    await tell({ summary, worst, open, noted, notes, organs: series.worst }, flags, shell);
    const isFailed = toldFailures(output, cache, flags, shell);
    const code = toldExit(summary, flags, output !== null && !isFailed, shell);
    return isFailed ? ExitCode.undone : code;
  } catch (error) {
    await output?.drop();
    bar.clear();
    throw refusal(error, shell);
  } finally {
    stop.release();
  }
}
