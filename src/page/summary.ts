import type { RuleTally } from '../model/audit.ts';
import { button, element, row } from './dom.ts';
import { problemsFolded } from './problems.ts';
import type { Setting } from './shape.ts';
import { outcomeSigns, severitySigns, type Texts, verdictSigns } from './texts.ts';

function figure(term: string, ...values: readonly (Node | string)[]): HTMLElement[] {
  return [element('dt', {}, term), element('dd', {}, ...values)];
}

function badge(kind: string, sign: string, name: string, count: number): HTMLElement {
  return element(
    'span',
    { class: `badge ${kind}` },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    `${name} `,
    element('b', {}, String(count)),
  );
}

function figures({ summary }: Setting, texts: Texts): HTMLElement {
  const { files, links, series, levels, unplaced } = summary;
  const { reports, pass, fail, notAssessable, errors, warnings } = summary.summary;
  const aside =
    files.leftAside === 0 ? [] : [element('small', {}, texts.leftAside(files.leftAside))];
  const loose = unplaced === 0 ? [] : [element('small', {}, texts.unplaced(unplaced))];
  const counts = [
    ['report', errors, warnings],
    ['years', series.errors, series.warnings],
    ['levels', levels.errors, levels.warnings],
  ] as const;
  const chains = (['holds', 'breaks', 'undecided', 'gap'] as const).map((outcome) =>
    badge(`chain ${outcome}`, outcomeSigns[outcome], texts.outcomes[outcome], links[outcome]),
  );
  return element(
    'dl',
    { class: 'figures' },
    ...figure(
      texts.reports,
      element('b', { class: 'large' }, String(reports)),
      badge('pass', verdictSigns.pass, texts.verdicts.pass, pass),
      badge('fail', verdictSigns.fail, texts.verdicts.fail, fail),
      badge(
        'not-assessable',
        verdictSigns['not-assessable'],
        texts.verdicts['not-assessable'],
        notAssessable,
      ),
      ...loose,
    ),
    ...figure(texts.organs, element('b', {}, String(summary.organs))),
    ...figure(texts.links, ...chains),
    ...counts.flatMap(([scope, e, w]) => figure(texts.scopes[scope], texts.tally(e, w))),
    ...figure(texts.files, element('b', {}, String(files.read)), ...aside),
  );
}

/** Rules beyond this are shown when they are asked for. */
const firstRules = 8;

function ruleRow(
  { rule, severity, findings, reports }: RuleTally,
  { titles }: Setting,
  texts: Texts,
  filter: (rule: string) => void,
): HTMLTableRowElement {
  return row('td', [
    element(
      'span',
      { class: `severity ${severity}` },
      severitySigns[severity],
      ` ${texts.severities[severity]}`,
    ),
    button(rule, () => filter(rule), { class: 'text code' }),
    titles[rule] ?? '',
    element('span', { class: 'number' }, String(findings)),
    element('span', { class: 'number' }, String(reports)),
  ]);
}

function rulesTable(setting: Setting, texts: Texts, filter: (rule: string) => void): HTMLElement[] {
  const { rules } = setting.summary;
  if (rules.length === 0) return [element('p', {}, texts.noFindings)];
  const heads = [texts.severity, texts.rule, texts.ruleTitle, texts.findings, texts.reports];
  const body = element('tbody');
  const show = (count: number): void =>
    body.replaceChildren(
      ...rules.slice(0, count).map((tally) => ruleRow(tally, setting, texts, filter)),
    );
  show(firstRules);
  const table = element('table', { class: 'rules' }, element('thead', {}, row('th', heads)), body);
  if (rules.length <= firstRules) return [table];
  const all = button(
    texts.allRules(rules.length),
    () => {
      show(rules.length);
      all.remove();
    },
    { class: 'text' },
  );
  return [table, all];
}

/** What was found, in sum. */
export function summaryOf(
  setting: Setting,
  texts: Texts,
  filter: (rule: string) => void,
): HTMLElement {
  const { interrupted, problems } = setting.summary;
  const stopped =
    interrupted === null
      ? []
      : [element('p', { class: 'alert', role: 'alert' }, texts.interrupted(interrupted.unread))];
  return element(
    'section',
    { class: 'summary' },
    ...stopped,
    element(
      'div',
      { class: 'beside' },
      figures(setting, texts),
      element(
        'div',
        { class: 'scroll' },
        element('h2', {}, texts.rulesTitle),
        ...rulesTable(setting, texts, filter),
      ),
    ),
    ...problemsFolded(problems, texts),
  );
}
