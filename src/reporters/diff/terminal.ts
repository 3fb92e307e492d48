import { findingText } from '../../messages/findings.ts';
import { placedProblem } from '../../messages/problems.ts';
import { brief, visible } from '../../messages/visible.ts';
import type { Diff, Identity, ReportDiff } from '../../model/diff.ts';
import type { Report } from '../../model/report.ts';
import type { Finding } from '../../model/run.ts';
import type { ReporterContext } from '../reporter.ts';
import { hanging, painter } from '../terminal/paint.ts';
import { waiverText } from '../terminal/waivers.ts';
import { cellsText } from './cells.ts';
import { proseText } from './prose.ts';
import { publishedText } from './result.ts';
import { texts } from './texts.ts';

function statedIn(report: Report, what: Identity, { lang }: ReporterContext): string {
  const { organ, year, form } = report;
  const stated: Readonly<Record<Identity, string | null>> = {
    organ: organ === null ? null : brief(organ),
    year: year === null ? null : String(year),
    edition: form.edition[lang],
    published: publishedText(report),
  };
  return stated[what] ?? texts[lang].unstated;
}

function aboutText({ a, b, about }: ReportDiff, context: ReporterContext): string {
  const t = texts[context.lang];
  const lines = about.map((what) => {
    const [from, to] = [statedIn(a, what, context), statedIn(b, what, context)];
    return hanging(
      painter(context).red('≠'),
      `${t.identities[what]}${context.lang === 'zh' ? '：' : ': '}${from} → ${to}`,
      context.width,
    );
  });
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

function apartText({ a, b, apart }: ReportDiff, context: ReporterContext): string {
  const t = texts[context.lang];
  const sides = [
    [apart.a, a],
    [apart.b, b],
  ] as const;
  return sides
    .filter(([cells]) => cells.length > 0)
    .map(([cells, { source }]) =>
      hanging('·', t.apart(cells.length, visible(source)), context.width),
    )
    .join('');
}

function findingsText(
  report: Report,
  findings: readonly Finding[],
  title: string,
  sign: string,
  context: ReporterContext,
): string {
  if (findings.length === 0) return '';
  const paint = painter(context);
  const lines = findings.map((each) => {
    const text = findingText(each.across ?? report, each, context.sentences, context.lang);
    const waived = each.waiver === null ? '' : `\n${waiverText(each.waiver, context.lang)}`;
    return hanging(sign, `${text} ${paint.dim(`[${each.rule}]`)}${waived}`, context.width);
  });
  return `\n${paint.bold(title)}\n${lines.join('')}`;
}

function reportsText(reports: ReportDiff, context: ReporterContext): string {
  const t = texts[context.lang];
  const paint = painter(context);
  const { a, b, cells, compared, findings } = reports;
  const uncertain = cells.filter(({ kind }) => kind === 'uncertain').length;
  const same = compared - cells.length;
  const changes =
    aboutText(reports, context) +
    cellsText(reports, context) +
    apartText(reports, context) +
    findingsText(a, findings.gone, t.gone, paint.green('−'), context) +
    findingsText(b, findings.come, t.come, paint.red('+'), context);
  return [
    changes,
    proseText(reports, context),
    `${t.cells(compared, same, cells.length - uncertain, uncertain)}\n`,
    findings.kept === 0 ? '' : `${t.kept(findings.kept)}\n`,
  ].join('');
}

function countsText({ about, cells, findings, prose }: ReportDiff, lang: ReporterContext['lang']) {
  const { counted } = texts[lang];
  const of = (kinds: readonly string[]) => cells.filter(({ kind }) => kinds.includes(kind)).length;
  const counts = [
    [about.length, counted.about],
    [of(['changed']), counted.cells],
    [of(['only-a', 'only-b']), counted.lacking],
    [findings.gone.length + findings.come.length, counted.findings],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, say]) => say(count));
  const isOtherProse = !['same', 'none', 'unread'].includes(prose.state);
  return isOtherProse ? [...parts, counted.prose] : parts;
}

function outcomeText({ outcome, reports, open }: Diff, context: ReporterContext): string {
  const t = texts[context.lang];
  const paint = painter(context);
  if (outcome === 'same') return paint.green(`✓ ${t.same}`);
  if (outcome === 'unknown' || reports === null) return paint.yellow(`? ${t.unknown}`);
  const isPartly = open.length > 0 || reports.cells.some(({ kind }) => kind === 'uncertain');
  const text = t.differ(countsText(reports, context.lang));
  return paint.red(`✗ ${text}${isPartly ? t.partly : ''}`);
}

/** Two versions compared, for a person to read. */
export function diffTerminal(diff: Diff, context: ReporterContext): string {
  const t = texts[context.lang];
  const paint = painter(context);
  const { a, b, reports, open } = diff;
  const title = paint.bold(`${visible(a.source)} ↔ ${visible(b.source)}`);
  const lines = open.map((each) => hanging('·', placedProblem(each, context.lang), context.width));
  return [
    `${title}\n`,
    reports === null ? '' : reportsText(reports, context),
    lines.length === 0 ? '' : `${t.open}\n${lines.join('')}`,
    `${outcomeText(diff, context)}\n`,
  ].join('');
}
