import { visible } from '../messages/visible.ts';
import { type Form, formOf } from '../model/form.ts';
import { element, quoted } from './dom.ts';
import { findingsOf } from './findings.ts';
import { marksOf } from './marks.ts';
import { problemLine } from './problems.ts';
import type { ShownReport, ShownSheet } from './shape.ts';
import type { Stored } from './stored.ts';
import { tablesOf } from './tables.ts';
import { type Texts, verdictSigns } from './texts.ts';

function heading(report: ShownReport, form: Form | null, texts: Texts): HTMLElement[] {
  const { year, verdict, source } = report;
  const edition = form === null ? [] : [element('span', {}, form.edition.zh)];
  return [
    element(
      'h2',
      {},
      texts.reportOf(year),
      ' ',
      element(
        'span',
        { class: `badge ${verdict}` },
        `${verdictSigns[verdict]} ${texts.verdicts[verdict]}`,
      ),
    ),
    element(
      'p',
      { class: 'meta' },
      element('span', { class: 'source' }, quoted(visible(source))),
      ...edition,
    ),
  ];
}

function problemsOf({ problems }: ShownSheet, texts: Texts): HTMLElement[] {
  if (problems.length === 0) return [];
  const list = element('ul', { class: 'problems' }, ...problems.map(problemLine));
  return [element('h3', {}, texts.reportProblems), list];
}

/** Without its tables: the rules that it has findings of, and where the rest is. */
function withoutSheet(report: ShownReport, { setting }: Stored, texts: Texts): HTMLElement[] {
  const rules = report.rules.map((rule) =>
    element('li', {}, element('code', {}, rule), ` ${setting.titles[rule] ?? ''}`),
  );
  const list = rules.length === 0 ? [] : [element('ul', { class: 'failed' }, ...rules)];
  return [element('p', { class: 'note' }, texts.noSheet), ...list];
}

/** One report: its tables with the marked cells, the findings beside them, what kept it from being checked. */
export function reportOf(report: ShownReport, stored: Stored, texts: Texts): HTMLElement[] {
  const { setting } = stored;
  const edition = setting.editions.find(({ id }) => id === report.edition);
  const form = edition === undefined ? null : formOf(edition);
  const sheet = stored.sheet(report.source);
  const head = heading(report, form, texts);
  if (sheet === null) return [...head, ...withoutSheet(report, stored, texts)];
  const marks = marksOf(sheet.findings, report.source);
  const tables =
    form === null
      ? [element('p', { class: 'note' }, texts.noForm)]
      : tablesOf(form, sheet, marks, texts);
  return [
    ...head,
    ...problemsOf(sheet, texts),
    element(
      'div',
      { class: 'sheet' },
      element('div', { class: 'tables' }, ...tables),
      element(
        'aside',
        { 'aria-label': texts.findings },
        ...findingsOf(sheet.findings, setting, texts),
      ),
    ),
  ];
}
