import { visible } from '../messages/visible.ts';
import type { Link } from '../model/audit.ts';
import { chartOf } from './chart.ts';
import { button, element, quoted, row } from './dom.ts';
import { nameOf } from './filter.ts';
import { reportOf } from './report.ts';
import type { ShownOrgan, ShownReport } from './shape.ts';
import type { Stored } from './stored.ts';
import { outcomeSigns, type Texts, verdictSigns } from './texts.ts';

const flows = ['newlyReceived', 'carriedOver', 'handled', 'carriedForward'] as const;

function linkCell(links: readonly Link[], year: number | null, texts: Texts): HTMLElement | string {
  const link = links.find(({ to }) => to === year);
  if (link === undefined) return '';
  const sign = element('span', { 'aria-hidden': 'true' }, outcomeSigns[link.outcome]);
  const before = link.to - link.from === 1 ? '' : ` (${link.from})`;
  return element(
    'span',
    { class: `outcome ${link.outcome}` },
    sign,
    ` ${texts.outcomes[link.outcome]}${before}`,
  );
}

function number(value: number | null): HTMLElement {
  return element('span', { class: 'number' }, value === null ? '?' : String(value));
}

function reportRow(
  { links, organ }: ShownOrgan,
  report: ShownReport,
  texts: Texts,
  open: () => void,
): HTMLTableRowElement {
  const { year, verdict, errors, warnings, flow, source } = report;
  const name = year === null ? texts.noYear : String(year);
  const other =
    organ === null || report.organ === null || report.organ === organ
      ? []
      : [element('small', {}, quoted(visible(texts.named(report.organ))))];
  const made = row('td', [
    button(name, open, { class: 'text' }),
    element(
      'span',
      { class: `badge ${verdict}` },
      `${verdictSigns[verdict]} ${texts.verdicts[verdict]}`,
    ),
    number(errors),
    number(warnings),
    linkCell(links, year, texts),
    ...flows.map((each) => number(flow[each])),
    element(
      'div',
      {},
      element('span', { class: 'source', title: visible(source) }, quoted(visible(source))),
      ...other,
    ),
  ]);
  made.dataset.source = source;
  return made;
}

function duplicatesOf({ duplicates }: ShownOrgan, texts: Texts): HTMLElement[] {
  return duplicates.map(({ year, taken, others }) => {
    const each = others.map(({ source, cellsDiffering }) => texts.other(source, cellsDiffering));
    return element(
      'p',
      { class: 'duplicate' },
      quoted(visible(texts.duplicate(year, taken, each))),
    );
  });
}

/** The report that is shown first: the one asked for, else the last that does not pass, else the last. */
function firstShown({ reports }: ShownOrgan, year: number | null): ShownReport | undefined {
  return (
    reports.find((report) => year !== null && report.year === year) ??
    reports.findLast(({ verdict }) => verdict !== 'pass') ??
    reports.at(-1)
  );
}

function overviewOf(organ: ShownOrgan, texts: Texts, rows: readonly HTMLElement[]): HTMLElement {
  const heads = [
    texts.year,
    texts.verdict,
    texts.errors,
    texts.warnings,
    texts.sinceLast,
    ...flows.map((each) => texts.flow[each]),
    texts.file,
  ];
  const table = element(
    'table',
    { class: 'years' },
    element('thead', {}, row('th', heads)),
    element('tbody', {}, ...rows),
  );
  const width = Math.max(280, Math.min(420, innerWidth - 32));
  const chart = chartOf(organ.reports, texts, width);
  return element(
    'div',
    { class: 'beside' },
    element('div', { class: 'scroll' }, table),
    ...(chart === null ? [] : [chart]),
  );
}

/** Everything about an organ: its years, the chain between them, and one of its reports. */
export function organOf(
  organ: ShownOrgan,
  year: number | null,
  stored: Stored,
  texts: Texts,
  back: () => void,
): HTMLElement {
  const place = element('div', { class: 'report' });
  const rows = organ.reports.map((report) => reportRow(organ, report, texts, () => show(report)));
  const show = (report: ShownReport): void => {
    for (const each of rows) {
      each.classList.toggle('chosen', each.dataset.source === report.source);
    }
    place.replaceChildren(...reportOf(report, stored, texts));
  };
  const first = firstShown(organ, year);
  if (first !== undefined) show(first);
  return element(
    'section',
    { class: 'organ' },
    button(`← ${texts.back}`, back, { class: 'text back' }),
    element('h1', { tabindex: '-1' }, quoted(visible(nameOf(organ)))),
    overviewOf(organ, texts, rows),
    ...duplicatesOf(organ, texts),
    place,
  );
}
