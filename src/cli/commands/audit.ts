import { availableParallelism } from 'node:os';
import { csvHead } from '../../audit/batch.ts';
import type { SeriesTally, Tally } from '../../audit/tally.ts';
import { toolsFor } from '../../auditing.ts';
import { auditAll } from '../../host/audit/audit.ts';
import { Cache } from '../../host/audit/cache.ts';
import { cacheKey } from '../../host/audit/cacheKey.ts';
import { CellsFile } from '../../host/audit/cells.ts';
import { Output } from '../../host/audit/output.ts';
import { visible, visibleJson } from '../../messages/visible.ts';
import type { AuditSummary } from '../../model/audit.ts';
import { auditText } from '../../reporters/audit/terminal.ts';
import { manifestIn } from '../audit/manifest.ts';
import { AuditPage, ruleTitles } from '../audit/page.ts';
import { recordsFile } from '../audit/parts.ts';
import { summaryOf } from '../audit/summary.ts';
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

function exitCodeOf({ summary, series, levels, interrupted, problems }: AuditSummary): ExitCode {
  const isUndone = summary.notAssessable > 0 || summary.reports === 0 || problems.length > 0;
  if (isUndone || interrupted !== null) return ExitCode.undone;
  return summary.fail + series.errors + levels.errors > 0 ? ExitCode.fail : ExitCode.pass;
}

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

function unwritable(folder: string, error: unknown, { texts }: Shell): string {
  const reason = error instanceof Error ? error.message : String(error);
  const words = texts.outputFailed.replace('{file}', () => visible(folder));
  return words.replace('{reason}', () => visible(reason));
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

interface Told {
  readonly summary: AuditSummary;
  readonly worst: Tally['worst'];
  readonly open: Tally['open'];
  readonly organs: SeriesTally['worst'];
}

async function tell({ summary, ...told }: Told, flags: AuditFlags, shell: Shell): Promise<void> {
  const { lang, width, isColored } = shell;
  for (const { source, message } of [...summary.problems, ...summary.notes])
    shell.tell(visible(`${source}: ${message}`));
  const text =
    flags.format === 'json'
      ? `${visibleJson(summary)}\n`
      : auditText(summary, { lang, width, isColored, ruleTitle: ruleTitles(lang), ...told });
  await shell.write(text);
}

/** What could not be written is told; a cache that could not costs only time. */
function toldFailures(
  output: Output | null,
  cache: Cache | null,
  flags: AuditFlags,
  shell: Shell,
): boolean {
  if (cache?.error) shell.tell(`giar: ${unwritable(flags.cache ?? '', cache.error, shell)}`);
  if (!output?.error) return false;
  shell.tell(`giar: ${unwritable(flags.out ?? '', output.error, shell)}`);
  return true;
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
  const { manifest, members, regions } = await manifestIn(flags.members, shell);
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
    await cells?.end();
    await pages?.end(summary);
    await output?.write('audit.json', `${visibleJson(summary)}\n`);
    await output?.commit();
    await cache?.commit();
    const { tally, series } = audited;
    const { worst, open } = tally;
    await tell({ summary, worst, open, organs: series.worst }, flags, shell);
    return toldFailures(output, cache, flags, shell) ? ExitCode.undone : exitCodeOf(summary);
  } finally {
    stop.release();
  }
}
