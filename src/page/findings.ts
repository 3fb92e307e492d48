import { visible } from '../messages/visible.ts';
import type { ResultClaim } from '../model/result.ts';
import { button, element, quoted } from './dom.ts';
import type { Setting, ShownFinding } from './shape.ts';
import { severitySigns, type Texts } from './texts.ts';

/** Places told at most. */
const mostPlaces = 3;

/** The id of a finding in the page, by its number. */
export function findingId(number: number): string {
  return `finding-${number}`;
}

/** The cells of a finding in the page. */
export function markedCells(number: number): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`td[data-findings~="${number}"]`)];
}

function sentence({ sentence, start, end }: ResultClaim): HTMLElement {
  const figure = element('mark', {}, visible(sentence.slice(start, end)));
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)].map(visible);
  return element('blockquote', {}, element('bdi', {}, before ?? '', figure, after ?? ''));
}

function placesOf({ cells, claim }: ShownFinding, texts: Texts): HTMLElement[] {
  const all = [
    ...new Set([...cells.map(({ source }) => source), ...(claim === null ? [] : [claim.source])]),
  ];
  if (all.length === 0) return [];
  const told = all.slice(0, mostPlaces).map(visible).join(texts.between);
  const more = all.length > mostPlaces ? texts.andMore : '';
  return [element('p', { class: 'source' }, `${texts.at} `, quoted(told), more)];
}

function show(number: number): void {
  const cells = markedCells(number);
  for (const each of document.querySelectorAll('td.shown')) each.classList.remove('shown');
  for (const each of cells) each.classList.add('shown');
  cells[0]?.scrollIntoView({ block: 'center', inline: 'center' });
}

function findingOf(
  finding: ShownFinding,
  number: number,
  { titles }: Setting,
  texts: Texts,
): HTMLElement {
  const { rule, severity, scope, message, claim } = finding;
  const made = element(
    'li',
    { class: `finding ${severity}`, id: findingId(number), tabindex: '-1' },
    element(
      'p',
      { class: 'rule' },
      element('b', { class: `severity ${severity}` }, `${severitySigns[severity]}${number}`),
      ` ${texts.severities[severity]} `,
      element('code', { title: titles[rule] ?? '' }, rule),
      ...(scope === 'report' ? [] : [` ${texts.scopes[scope]}`]),
    ),
    element('p', { class: 'message' }, quoted(visible(message))),
    ...(claim === null ? [] : [sentence(claim)]),
    ...placesOf(finding, texts),
  );
  const see = button(texts.showCells, () => show(number), { class: 'text see' });
  if (finding.cells.length > 0) made.append(see);
  const light = (isOn: boolean) => (): void => {
    for (const each of markedCells(number)) each.classList.toggle('lit', isOn);
  };
  made.addEventListener('mouseenter', light(true));
  made.addEventListener('mouseleave', light(false));
  return made;
}

/** The findings of a report, numbered as the cells are that they name. */
export function findingsOf(
  findings: readonly ShownFinding[],
  setting: Setting,
  texts: Texts,
): HTMLElement[] {
  if (findings.length === 0) return [element('p', {}, texts.noFindings)];
  const each = findings.map((finding, i) => findingOf(finding, i + 1, setting, texts));
  return [
    element('h3', {}, `${texts.findings} ${findings.length}`),
    element('p', { class: 'marked' }, texts.marked),
    element('ol', { class: 'findings' }, ...each),
  ];
}
