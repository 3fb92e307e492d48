import { Chalk } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import { brief, visible } from '../../messages/visible.ts';
import type { AuditedOrgan, AuditedReport, AuditSummary } from '../../model/audit.ts';
import type { Language } from '../../model/words.ts';
import { hanging } from '../terminal/paint.ts';
import { gridLines } from './grid.ts';
import { type AuditTexts, auditTexts } from './texts.ts';

export interface AuditContext {
  readonly lang: Language;
  readonly width: number;
  readonly isColored: boolean;
  /** The reports with most errors. */
  readonly worst: readonly AuditedReport[];
  /** Reports that could not be assessed, with the reason. */
  readonly open: readonly { readonly source: string; readonly reason: string }[];
  /** Reports of which an index says something else: how many, and the first of them. */
  readonly noted: number;
  readonly notes: readonly { readonly source: string; readonly reason: string }[];
  /** What a rule is called. */
  ruleTitle(rule: string): string;
  /** The organs with most errors; all, where there are few. */
  readonly organs: readonly AuditedOrgan[];
}

function ruleLines(
  { rules }: AuditSummary,
  titleOf: (rule: string) => string,
  t: AuditTexts,
): string[] {
  const most = rules.slice(0, 10);
  if (most.length === 0) return [];
  const more = rules.length - most.length;
  return [
    '',
    t.rulesTitle,
    ...most.map(
      (each) => `  ${each.severity === 'error' ? '✗' : '!'} ${t.rule(each, titleOf(each.rule))}`,
    ),
    ...(more > 0 ? [`  ${t.more(more)}`] : []),
  ];
}

function worstLines(worst: readonly AuditedReport[], t: AuditTexts): string[] {
  if (worst.length === 0) return [];
  const name = ({ organ, year }: AuditedReport): string =>
    [organ === null ? t.noOrgan : brief(organ), year ?? t.noYear].join(' ');
  return [
    '',
    t.worstTitle,
    ...worst.map((each) => `  ${t.worst(name(each), visible(each.source), each.errors)}`),
  ];
}

function openLines(open: AuditContext['open'], all: number, t: AuditTexts): string[] {
  if (open.length === 0) return [];
  return [
    '',
    t.openTitle,
    ...open.map(({ source, reason }) => `  ? ${t.open(visible(source), visible(reason))}`),
    ...(all > open.length ? [`  ${t.more(all - open.length)}`] : []),
  ];
}

function noteLines({ notes, noted }: AuditContext, t: AuditTexts): string[] {
  if (notes.length === 0) return [];
  return [
    '',
    t.notesTitle(noted),
    ...notes.map(({ source, reason }) => `  ! ${t.open(visible(source), visible(reason))}`),
  ];
}

/** The summary of an audit for people. */
export function auditText(summary: AuditSummary, context: AuditContext): string {
  const { lang, width, isColored, worst, organs } = context;
  const t = auditTexts[lang];
  const paint = new Chalk({ level: isColored ? 1 : 0 });
  const { pass, fail, notAssessable } = summary.summary;
  const verdict = [
    paint.green(t.pass(pass)),
    fail === 0 ? t.fail(0) : paint.red(t.fail(fail)),
    notAssessable === 0 ? t.notAssessable(0) : paint.yellow(t.notAssessable(notAssessable)),
  ];
  const lines = [
    paint.bold(t.read(summary)),
    `  ${verdict.join(t.comma)}`,
    `  ${t.findings(summary)}`,
    `  ${t.links(summary.links)}`,
    ...((summary.latest?.missing ?? 0) === 0 || summary.latest === null
      ? []
      : [`  ${t.latest(summary.latest)}`]),
    ...(summary.series.errors + summary.series.warnings === 0 ? [] : [`  ${t.series(summary)}`]),
    ...(summary.levels.errors + summary.levels.warnings === 0 ? [] : [`  ${t.levels(summary)}`]),
    ...(summary.duplicates.years === 0 ? [] : [`  ${t.duplicates(summary.duplicates)}`]),
    ...(summary.unplaced === 0 ? [] : [`  ${t.unplaced(summary.unplaced)}`]),
    ...(summary.problems.length === 0 ? [] : [`  ${t.problems(summary.problems.length)}`]),
    ...ruleLines(summary, context.ruleTitle, t),
    ...worstLines(worst, t),
    ...openLines(context.open, notAssessable, t),
    ...noteLines(context, t),
  ];
  const text = lines.map((line) => {
    const [, sign, words] = /^ {2}([✗!?]) (.+)$/su.exec(line) ?? [];
    // What follows a sign is set in from it, line by line.
    if (sign !== undefined && words !== undefined) return hanging(sign, words, width).trimEnd();
    return wrapAnsi(line, width, { hard: true, trim: false });
  });
  // A sign stays on the line of its word.
  const kept = t.legend.split('  ').map((entry) => entry.replaceAll(' ', '\u00a0'));
  const legend = wrapAnsi(kept.join('  '), Math.max(20, width - 2))
    .replaceAll('\n', '\n  ')
    .replaceAll('\u00a0', ' ');
  const grid = gridLines(organs, summary.latest?.year ?? null, width, paint);
  if (grid.length > 0)
    text.push('', t.gridTitle(organs.length, summary.organs), ...grid, `  ${legend}`);
  if (summary.interrupted !== null) text.push('', t.interrupted(summary.interrupted.unread));
  return `${text.join('\n')}\n`;
}
