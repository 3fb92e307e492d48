import type { Link } from '../model/audit.ts';
import { element } from './dom.ts';
import { type Conditions, fits, nameOf } from './filter.ts';
import type { ShownOrgan, ShownReport } from './shape.ts';
import { outcomeSigns, severitySigns, type Texts, verdictSigns } from './texts.ts';

/** `✗3`, `✓`, `✓!`: a verdict with the number of its errors, or a sign that there are warnings. */
export function verdictText({ verdict, errors, warnings }: ShownReport): string {
  const sign = verdictSigns[verdict];
  if (errors > 0) return sign + String(errors);
  return warnings > 0 ? sign + severitySigns.warning : sign;
}

/** What a cell says to who cannot see it. */
function spoken(organ: ShownOrgan, report: ShownReport, texts: Texts): string {
  const link = organ.links.find(({ to }) => to === report.year);
  const chain = link === undefined ? [] : [`${texts.sinceLast} ${texts.outcomes[link.outcome]}`];
  const year = report.year === null ? texts.noYear : String(report.year);
  const tally = texts.tally(report.errors, report.warnings);
  return [nameOf(organ), year, texts.verdicts[report.verdict], tally, ...chain].join('，');
}

/** The column of a year among the tracks of a row: the name, then years with links between them. */
function trackOf(index: number): number {
  return index * 2 + 1;
}

function reportCell(
  organ: ShownOrgan,
  report: ShownReport,
  texts: Texts,
  conditions: Conditions,
): HTMLElement {
  const isDim = !fits(report, conditions);
  return element(
    'div',
    {
      class: `cell ${report.verdict}${isDim ? ' dim' : ''}`,
      role: 'gridcell',
      tabindex: '-1',
      'aria-label': spoken(organ, report, texts),
      'data-year': report.year === null ? '' : String(report.year),
    },
    verdictText(report),
  );
}

function emptyCell(year: number | null, isSeries: boolean, texts: Texts): HTMLElement {
  const label = `${year ?? texts.noYear}，${texts.noReport}`;
  const attributes = { class: 'cell none', role: 'gridcell', tabindex: '-1', 'aria-label': label };
  return element('div', { ...attributes, 'data-year': '' }, isSeries && year !== null ? '·' : '');
}

function linkMark({ from, to, outcome }: Link, texts: Texts): HTMLElement {
  const label = `${from}—${to} ${texts.outcomes[outcome]}`;
  const sign = outcome === 'breaks' || outcome === 'undecided' ? outcomeSigns[outcome] : '';
  return element('div', { class: `link ${outcome}`, 'aria-hidden': 'true', title: label }, sign);
}

/** The years of an organ with the links between them, each placed in its track. */
export function yearCells(
  organ: ShownOrgan,
  years: readonly (number | null)[],
  texts: Texts,
  conditions: Conditions,
): HTMLElement[] {
  const byYear = new Map(organ.reports.map((report) => [report.year, report]));
  const cells = years.map((year, i) => {
    const report = byYear.get(year);
    const made =
      report === undefined
        ? emptyCell(year, organ.organ !== null, texts)
        : reportCell(organ, report, texts, conditions);
    made.style.gridColumn = String(trackOf(i));
    made.setAttribute('aria-colindex', String(i + 2));
    return made;
  });
  const links = organ.links.flatMap((link) => {
    const [from, to] = [years.indexOf(link.from), years.indexOf(link.to)];
    if (from === -1 || to === -1) return [];
    const made = linkMark(link, texts);
    made.style.gridColumn = `${trackOf(from) + 1} / ${trackOf(to)}`;
    return [made];
  });
  return [...links, ...cells];
}

/** The years as headers, in full and in short. */
export function headCells(years: readonly (number | null)[], texts: Texts): HTMLElement[] {
  return years.map((year, i) => {
    const full = year === null ? texts.noYear : String(year);
    const short = year === null ? texts.noYearShort : full.slice(-2);
    const head = element(
      'div',
      {
        class: year === null ? 'cell head odd-one' : 'cell head',
        role: 'columnheader',
        'aria-label': full,
      },
      element('span', { class: 'full' }, full),
      element('span', { class: 'short' }, short),
    );
    head.setAttribute('aria-colindex', String(i + 2));
    head.style.gridColumn = String(trackOf(i));
    return head;
  });
}

/** Cells in the tracks of a row of this many years: years with room for a link between them. */
export function inTracks(cells: readonly HTMLElement[], years: number): HTMLElement {
  const tracks = element('div', { class: 'tracks', role: 'presentation' }, ...cells);
  const year = 'minmax(0, var(--cell))';
  const before = years > 1 ? `repeat(${years - 1}, ${year} var(--link)) ` : '';
  tracks.style.gridTemplateColumns = before + year;
  return tracks;
}
