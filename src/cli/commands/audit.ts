import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import { csvHead } from '../../audit/batch.ts';
import { rulesByCount } from '../../audit/tally.ts';
import { type Audited, auditFiles, type Progress } from '../../host/audit/audit.ts';
import { findFiles, type Search } from '../../host/audit/find.ts';
import { Output } from '../../host/audit/output.ts';
import { placedProblem } from '../../messages/problems.ts';
import { visible, visibleJson } from '../../messages/visible.ts';
import type { AuditSummary } from '../../model/audit.ts';
import { auditText } from '../../reporters/audit/terminal.ts';
import { problemOf } from '../../reporters/result.ts';
import { version } from '../../version.ts';
import { progressFor } from '../progress.ts';
import { type ReadingFlags, readingOf } from '../reading.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

export interface AuditFlags extends ReadingFlags {
  readonly format: 'terminal' | 'json';
  readonly out?: string;
  readonly workers?: number;
  readonly exclude?: readonly string[];
  readonly excludeFrom?: string;
  readonly quiet?: boolean;
}

/** Seconds that a thread may take for a bundle of files. */
const patience = 300;

/** What .gitignore patterns leave out, seen from the working folder, and the folder written to. */
async function excludedBy({ exclude = [], excludeFrom, out }: AuditFlags, shell: Shell) {
  const patterns = ignore().add([...exclude]);
  if (excludeFrom !== undefined) {
    try {
      patterns.add(await readFile(excludeFrom, 'utf8'));
    } catch {
      throw new UsageError(shell.texts.unreadable.replace('{file}', () => excludeFrom));
    }
  }
  const written = out === undefined ? null : resolve(out);
  return (path: string, isFolder: boolean): boolean => {
    if (written !== null && resolve(path) === written) return true;
    const seen = relative('.', path).split(sep).join('/');
    if (seen === '' || seen.startsWith('..')) return false;
    return patterns.ignores(isFolder ? `${seen}/` : seen);
  };
}

function summaryOf(audited: Audited, search: Search, { lang }: Shell): AuditSummary {
  const { tally, series, files, unread } = audited;
  const rules: Record<string, { findings: number; reports: number }> = { ...tally.rules };
  for (const [key, { findings, reports }] of Object.entries(series.rules)) {
    const known = rules[key];
    rules[key] = {
      findings: findings + (known?.findings ?? 0),
      reports: reports + (known?.reports ?? 0),
    };
  }
  return {
    version: 1,
    tool: { name: 'giar', version },
    files: { read: files, leftAside: search.leftAside },
    interrupted: unread === null ? null : { unread },
    summary: tally.summary,
    organs: series.organs,
    unplaced: tally.unplaced,
    links: series.links,
    series: { errors: series.errors, warnings: series.warnings },
    levels: { errors: 0, warnings: 0 },
    rules: rulesByCount(rules),
    problems: search.problems.map((each) => problemOf(each, lang)),
  };
}

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

async function outputIn(folder: string, { texts }: Shell): Promise<Output> {
  try {
    return await Output.in(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      texts.outputFailed.replace('{file}', () => folder).replace('{reason}', () => reason),
    );
  }
}

/** `giar audit`: every report below the paths, by itself and through the years. */
export async function audit(
  paths: readonly string[],
  flags: AuditFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { lang, width, isColored } = shell;
  const reading = readingOf(flags);
  const search = await findFiles(paths, await excludedBy(flags, shell));
  const output = flags.out === undefined ? null : await outputIn(flags.out, shell);
  await output?.write('findings.csv', `\ufeff${csvHead.join(',')}\n`);
  await output?.write('findings.ndjson', '');
  const { maxBytes, format, limits } = reading;
  const settings = { lang, maxBytes, format, limits, wantsRecords: output !== null };
  const workers = flags.workers ?? availableParallelism();
  const stop = interruptible();
  const bar = progressFor(search.files, shell);
  try {
    const audited = await auditFiles(
      search.files,
      { settings, workers, seconds: patience, output },
      { isStopped: stop.isStopped, onProgress: (progress: Progress) => bar.show(progress) },
    );
    bar.clear();
    const summary = summaryOf(audited, search, shell);
    await output?.write('audit.json', `${visibleJson(summary)}\n`);
    await output?.commit();
    for (const each of search.problems) shell.tell(placedProblem(each, lang));
    const context = { lang, width, isColored, worst: audited.tally.worst };
    await shell.write(
      flags.format === 'json' ? `${visibleJson(summary)}\n` : auditText(summary, context),
    );
    const failed = output?.error ?? null;
    if (failed === null) return exitCodeOf(summary);
    const words = shell.texts.outputFailed.replace('{file}', () => visible(flags.out ?? ''));
    shell.tell(`giar: ${words.replace('{reason}', () => visible(failed.message))}`);
    return ExitCode.undone;
  } finally {
    stop.release();
  }
}
