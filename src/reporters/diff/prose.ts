import { placesText } from '../../messages/places.ts';
import { amountText } from '../../messages/prose.ts';
import { brief, visible } from '../../messages/visible.ts';
import type { Sentence } from '../../model/claim.ts';
import type { ReportDiff } from '../../model/diff.ts';
import type { ReporterContext } from '../reporter.ts';
import { hanging, painter } from '../terminal/paint.ts';
import { texts } from './texts.ts';

/** More differences of one kind than this are not read one by one. */
const mostListed = 20;

function placeOf(sentence: Sentence, { lang }: ReporterContext): string {
  return placesText([sentence.placeAt(0)], lang);
}

function firstOf<T>(
  all: readonly T[],
  context: ReporterContext,
  line: (each: T) => string,
): string {
  const more = all.length - mostListed;
  const rest = more > 0 ? `  ${texts[context.lang].more(more)}\n` : '';
  return all.slice(0, mostListed).map(line).join('') + rest;
}

function changedText({ prose }: ReportDiff, context: ReporterContext): string {
  const paint = painter(context);
  return firstOf(prose.changed, context, ({ a, b, figures }) => {
    const pairs = figures.map(({ from, to }) => `${visible(from)} → ${visible(to)}`).join('; ');
    const where = `${placeOf(a, context)} ↔ ${placeOf(b, context)}`;
    return (
      hanging(
        paint.red('≠'),
        `${pairs}${context.lang === 'zh' ? '：' : ': '}“${brief(b.text)}”`,
        context.width,
      ) + paint.dim(hanging(' ', where, context.width))
    );
  });
}

function onlyText(sentences: readonly Sentence[], sign: string, context: ReporterContext): string {
  return firstOf(sentences, context, (sentence) => {
    const where = painter(context).dim(`(${placeOf(sentence, context)})`);
    return hanging(sign, `“${brief(sentence.text)}” ${where}`, context.width);
  });
}

/** Figures that the sentences listed as changed do not tell. */
function claimsText({ a, prose }: ReportDiff, context: ReporterContext): string {
  const told = new Set(prose.changed.map((each) => each.a));
  const others = prose.claims.filter(
    (claim) => !claim.a.some(({ sentence }) => told.has(sentence)),
  );
  return firstOf(others, context, (claim) => {
    const [from, to] = [claim.a, claim.b].map((figures) =>
      figures.map(({ printed, unit }) => visible(printed + unit)).join(', '),
    );
    const colon = context.lang === 'zh' ? '：' : ': ';
    const cells = amountText(a, claim.cells, context.lang);
    return hanging(painter(context).red('≠'), `${cells}${colon}${from} → ${to}`, context.width);
  });
}

/** Whether the prose of both is the same, and where it is not. */
export function proseText(reports: ReportDiff, context: ReporterContext): string {
  const t = texts[context.lang];
  const { prose, a, b } = reports;
  const { state } = prose;
  if (state === 'only-a' || state === 'only-b') {
    return `\n${t.onlyProse(visible(state === 'only-a' ? a.source : b.source))}\n`;
  }
  if (state !== 'differs') return `\n${t.prose[state]}\n`;
  const paint = painter(context);
  const listed =
    changedText(reports, context) +
    claimsText(reports, context) +
    onlyText(prose.onlyA, paint.red('−'), context) +
    onlyText(prose.onlyB, paint.green('+'), context);
  return `\n${paint.bold(t.proseTitle)}\n${listed === '' ? `  ${t.otherwise}\n` : listed}\n`;
}
