import { wrapAnsi } from 'fast-wrap-ansi';
import type { SeriesTally, Tally } from '../../audit/tally.ts';
import type { Cache } from '../../host/audit/cache.ts';
import type { Output } from '../../host/audit/output.ts';
import { visible, visibleJson } from '../../messages/visible.ts';
import type { AuditedReport, AuditSummary } from '../../model/audit.ts';
import { auditText } from '../../reporters/audit/terminal.ts';
import type { AuditFlags } from '../commands/audit.ts';
import { ExitCode, type Shell } from '../shell.ts';
import { ruleTitles } from './page.ts';

/** A line as a terminal of this many columns shows it best; what follows its first line is set in. */
export function noted(line: string, columns: number | null): string {
  if (columns === null) return line;
  return wrapAnsi(line, Math.max(20, columns - 2), { hard: true, trim: true }).replaceAll(
    '\n',
    '\n  ',
  );
}

/** Tells a line, wrapped where it goes to a terminal; a log keeps its lines whole. */
export function note(line: string, shell: Shell): void {
  shell.tell(noted(visible(line), process.stderr.isTTY === true ? process.stderr.columns : null));
}

/** That a folder cannot be written to, and why. */
export function unwritable(folder: string, error: unknown, { texts }: Shell): string {
  const reason = error instanceof Error ? error.message : String(error);
  const words = texts.outputFailed.replace('{file}', () => folder);
  return words.replace('{reason}', () => reason);
}

/** What could not be written is told; a cache that could not costs only time. */
export function toldFailures(
  output: Output | null,
  cache: Cache | null,
  flags: AuditFlags,
  shell: Shell,
): boolean {
  if (cache?.error) note(`giar: ${unwritable(flags.cache ?? '', cache.error, shell)}`, shell);
  if (!output?.error) return false;
  note(`giar: ${unwritable(flags.out ?? '', output.error, shell)}`, shell);
  return true;
}

/** Why an audit is not whole, as the ends of a sentence; empty where it is. */
function reasonsOf(summary: AuditSummary, { texts }: Shell): string[] {
  const { reports, notAssessable } = summary.summary;
  const counted = (words: string, count: number): string[] =>
    count === 0 ? [] : [words.replace('{count}', String(count))];
  const { interrupted, problems } = summary;
  return [
    ...(reports === 0 ? [texts.undoneNothing] : []),
    ...counted(texts.undoneOpen, notAssessable),
    ...counted(texts.undoneProblems, problems.length),
    ...(interrupted === null
      ? []
      : [texts.undoneUnread.replace('{count}', String(interrupted.unread))]),
  ];
}

/** The exit code; of 2 the reason is told, and where to look. */
export function toldExit(
  summary: AuditSummary,
  { out }: AuditFlags,
  isWritten: boolean,
  shell: Shell,
): ExitCode {
  const { texts } = shell;
  const reasons = reasonsOf(summary, shell);
  if (reasons.length > 0) {
    const page = `${(out ?? '').replace(/\/+$/u, '')}/index.html`;
    const look = isWritten ? texts.lookAt.replace('{file}', () => page) : texts.lookOut;
    const words = texts.undone
      .replace('{reasons}', () => reasons.join(shell.lang === 'zh' ? '，' : ', '))
      .replace('{look}', () => look);
    note(`giar: ${words}`, shell);
    return ExitCode.undone;
  }
  const { summary: own, series, levels } = summary;
  return own.fail + series.errors + levels.errors > 0 ? ExitCode.fail : ExitCode.pass;
}

interface Told {
  readonly summary: AuditSummary;
  readonly worst: readonly AuditedReport[];
  readonly open: Tally['open'];
  readonly noted: number;
  readonly notes: Tally['notes'];
  readonly organs: SeriesTally['worst'];
}

/** The summary on standard output, after the problems one by one. */
export async function tell(
  { summary, ...told }: Told,
  flags: AuditFlags,
  shell: Shell,
): Promise<void> {
  const { lang, width, isColored } = shell;
  for (const { source, message } of [...summary.problems, ...summary.notes])
    note(`${source}: ${message}`, shell);
  const text =
    flags.format === 'json'
      ? `${visibleJson(summary)}\n`
      : auditText(summary, { lang, width, isColored, ruleTitle: ruleTitles(lang), ...told });
  await shell.write(text);
}
