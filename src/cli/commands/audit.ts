import { availableParallelism } from 'node:os';
import { csvHead } from '../../audit/batch.ts';
import { isWithin, type Share } from '../../audit/share.ts';
import type { Tally } from '../../audit/tally.ts';
import { type Audited, auditAll } from '../../host/audit/audit.ts';
import { type Found, findFiles } from '../../host/audit/find.ts';
import { planOfParts } from '../../host/audit/merge.ts';
import { Output } from '../../host/audit/output.ts';
import { ndjsonName, type Planned, planOf } from '../../host/audit/plan.ts';
import { visible, visibleJson } from '../../messages/visible.ts';
import type { AuditSummary } from '../../model/audit.ts';
import type { Language } from '../../model/words.ts';
import { auditText } from '../../reporters/audit/terminal.ts';
import { problemOf } from '../../reporters/result.ts';
import { excludedBy } from '../audit/excluded.ts';
import { manifestIn } from '../audit/manifest.ts';
import { AuditPage } from '../audit/page.ts';
import { partsOf, recordsFile } from '../audit/parts.ts';
import { type SearchSummary, summaryOf } from '../audit/summary.ts';
import { progressFor } from '../progress.ts';
import { type ReadingFlags, readingOf } from '../reading.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

export interface AuditFlags extends ReadingFlags {
  readonly format: 'terminal' | 'json';
  readonly out?: string;
  readonly workers?: number;
  readonly exclude?: readonly string[];
  readonly excludeFrom?: string;
  readonly shard?: Share;
  readonly merge?: boolean;
  readonly members?: string;
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

async function outputIn(folder: string | undefined, { texts }: Shell): Promise<Output | null> {
  if (folder === undefined) return null;
  try {
    return await Output.in(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const words = texts.outputFailed.replace('{file}', () => folder);
    throw new UsageError(words.replace('{reason}', () => reason));
  }
}

/** What is to be done: a plan, and what is known of the search that made it. */
interface Work {
  readonly plan: AsyncIterable<Planned>;
  readonly bytes: number;
  readonly search: SearchSummary;
  readonly lang: Language;
}

/** A file belongs to the share of its organ, told by its name, else by its folder. */
function isShared({ name, named }: Found, share: Share | undefined): boolean {
  if (share === undefined) return true;
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return isWithin(share, named.organ ?? folder);
}

/** Files of many reports are read for every share, each of which takes its own lines. */
function isRead(file: Found, share: Share | undefined): boolean {
  return ndjsonName.test(file.name) || isShared(file, share);
}

async function workOf(
  paths: readonly string[],
  workers: number,
  flags: AuditFlags,
  shell: Shell,
): Promise<Work> {
  const { shard } = flags;
  const { maxBytes } = readingOf(flags);
  const { files, leftAside, problems } = await findFiles(paths, await excludedBy(flags, shell));
  const own = files.filter((file) => isRead(file, shard));
  return {
    plan: planOf(own, workers, maxBytes),
    bytes: own.reduce((sum, { size }) => sum + size, 0),
    lang: shell.lang,
    search: {
      files: files.filter((file) => isShared(file, shard)).length,
      leftAside,
      problems: problems.map((each) => problemOf(each, shell.lang)),
      unread: null,
    },
  };
}

async function workOfParts(paths: readonly string[], shell: Shell): Promise<Work> {
  const { search, records, bytes, lang } = await partsOf(paths, shell);
  return { plan: planOfParts(records), bytes, search, lang };
}

interface Told {
  readonly summary: AuditSummary;
  readonly worst: Tally['worst'];
}

async function tell({ summary, worst }: Told, flags: AuditFlags, shell: Shell): Promise<void> {
  const { lang, width, isColored } = shell;
  for (const { source, message } of summary.problems) shell.tell(visible(`${source}: ${message}`));
  const text =
    flags.format === 'json'
      ? `${visibleJson(summary)}\n`
      : auditText(summary, { lang, width, isColored, worst });
  await shell.write(text);
}

/** `giar audit`: every report below the paths, by itself and through the years. */
export async function audit(
  paths: readonly string[],
  flags: AuditFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { maxBytes, format, limits } = readingOf(flags);
  const workers = flags.workers ?? availableParallelism();
  const work = flags.merge
    ? await workOfParts(paths, shell)
    : await workOf(paths, workers, flags, shell);
  const { lang } = work;
  const output = await outputIn(flags.out, shell);
  await output?.write('findings.csv', `\ufeff${csvHead.join(',')}\n`);
  for (const name of ['findings.ndjson', 'organs.ndjson', recordsFile]) {
    await output?.write(name, '');
  }
  const { manifest, members, regions } = await manifestIn(flags.members, shell);
  const share = flags.merge ? null : (flags.shard ?? null);
  const settings = {
    lang,
    maxBytes,
    format,
    limits,
    share,
    wantsFiles: output !== null,
    members,
    regions,
  };
  const page = output === null ? null : new AuditPage(output, lang);
  await page?.begin();
  const stop = interruptible();
  const bar = progressFor(work.search.files, work.bytes, shell);
  try {
    const watch = { isStopped: stop.isStopped, onProgress: bar.show };
    const options = { settings, workers, seconds: patience, output, pages: page, manifest };
    const audited: Audited = await auditAll(work.plan, options, watch);
    bar.clear();
    const summary = summaryOf(audited, work.search, stop.isStopped(), lang);
    await page?.end(summary);
    await output?.write('audit.json', `${visibleJson(summary)}\n`);
    await output?.commit();
    await tell({ summary, worst: audited.tally.worst }, flags, shell);
    const failed = output?.error ?? null;
    if (failed === null) return exitCodeOf(summary);
    const words = shell.texts.outputFailed.replace('{file}', () => visible(flags.out ?? ''));
    shell.tell(`giar: ${words.replace('{reason}', () => visible(failed.message))}`);
    return ExitCode.undone;
  } finally {
    stop.release();
  }
}
