import { standing } from '../model/form.ts';
import type { Report } from '../model/report.ts';
import type { Argument, Check, Finding } from '../model/run.ts';
import type { Language, Words } from '../model/words.ts';
import { equationText } from './equation.ts';
import { fill } from './fill.ts';
import { lineName } from './names.ts';
import { amountText, quoteText, sumsText } from './prose.ts';
import { brief } from './visible.ts';

/** The sentences of a rule by variant. */
export type Sentences = (rule: string, variant: string) => Words;

function argumentText(report: Report, argument: Argument, lang: Language): string {
  if (typeof argument === 'string') return brief(argument);
  if (typeof argument === 'number') return String(argument);
  if ('line' in argument) {
    const line = report.form.lines[argument.line];
    return line === undefined ? '' : lineName(line, lang);
  }
  if ('cells' in argument) {
    const names = argument.cells.map((cell) => report.form.cells[cell]?.column[lang] ?? '');
    return names.join(lang === 'zh' ? '、' : ', ');
  }
  if ('quote' in argument) return quoteText(argument.quote);
  if ('amount' in argument) return amountText(report, argument.amount, lang);
  if ('sums' in argument) return sumsText(report, argument.sums, lang);
  return argument[lang];
}

/** The sentence of a finding. */
export function findingText(
  report: Report,
  finding: Finding,
  sentences: Sentences,
  lang: Language,
): string {
  const args: Record<string, string> = {};
  for (const [name, argument] of Object.entries(finding.args)) {
    args[name] = argumentText(report, argument, lang);
  }
  if (finding.equation !== null) {
    args.equation = equationText(report, finding.equation, 'fail', lang);
  }
  return fill(sentences(finding.rule, finding.variant), args, lang);
}

/** What was checked: the line and the column an equation stands in, then the equation with its figures. */
export function checkText(report: Report, check: Check, lang: Language): string {
  const { line, column } = standing(report.form, check.equation);
  const cells = report.form.cells[check.equation.left[0]?.cell ?? -1]?.line.columns.length;
  const place = [
    ...(line === undefined ? [] : [lineName(line, lang)]),
    ...(column === undefined || cells === 1 ? [] : [column[lang]]),
  ];
  const equation = equationText(report, check.equation, check.outcome, lang);
  return lang === 'zh'
    ? `“${place.join('”“')}”：${equation}`
    : `“${place.join('”, “')}”: ${equation}`;
}
