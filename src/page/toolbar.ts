import type { Link } from '../model/audit.ts';
import type { Verdict } from '../model/run.ts';
import { button, choice, element } from './dom.ts';
import { type Conditions, noConditions } from './filter.ts';
import type { Setting } from './shape.ts';
import { outcomeSigns, type Texts, verdictSigns } from './texts.ts';

const verdicts: readonly Verdict[] = ['pass', 'fail', 'not-assessable'];
const outcomes: readonly Link['outcome'][] = ['holds', 'breaks', 'undecided', 'gap'];

export interface Toolbar {
  readonly root: HTMLElement;
  /** Looks for a rule, whatever else is looked for. */
  rule(rule: string): void;
  /** Says how many rows are shown. */
  tell(shown: number, of: number): void;
}

function legend(texts: Texts): HTMLElement {
  const signs = verdicts.map((verdict) =>
    element(
      'span',
      {},
      element('span', { class: `cell ${verdict}`, 'aria-hidden': 'true' }, verdictSigns[verdict]),
      ` ${texts.verdicts[verdict]}`,
    ),
  );
  const links = outcomes.map((outcome) => {
    const sign = outcome === 'breaks' || outcome === 'undecided' ? outcomeSigns[outcome] : '';
    const mark = element('span', { class: `link ${outcome}`, 'aria-hidden': 'true' }, sign);
    return element('span', {}, mark, ` ${texts.outcomes[outcome]}`);
  });
  return element(
    'div',
    { class: 'legend', 'aria-label': texts.legend },
    ...signs,
    element('span', { class: 'apart' }, texts.linksLegend),
    ...links,
  );
}

/** What can be looked for; `change` is told whenever it changes. */
export function toolbarOf(
  { summary, titles }: Setting,
  texts: Texts,
  change: (conditions: Conditions) => void,
): Toolbar {
  let conditions = noConditions;
  const set = (part: Partial<Conditions>): void => {
    conditions = { ...conditions, ...part };
    clear.hidden = conditions === noConditions;
    change(conditions);
  };
  const search = element('input', {
    type: 'search',
    placeholder: texts.search,
    'aria-label': texts.search,
  });
  search.addEventListener('input', () => set({ text: search.value }));
  const verdict = choice(
    texts.verdict,
    [['', texts.anyVerdict], ...verdicts.map((each) => [each, texts.verdicts[each]] as const)],
    (value) => set({ verdict: verdicts.find((each) => each === value) ?? null }),
  );
  const rules = summary.rules.map(
    ({ rule, reports }) => [rule, `${rule} ${titles[rule] ?? ''} (${reports})`] as const,
  );
  const rule = choice(texts.rule, [['', texts.anyRule], ...rules], (value) =>
    set({ rule: value === '' ? null : value }),
  );
  const link = choice(
    texts.links,
    [['', texts.anyLink], ...outcomes.map((each) => [each, texts.outcomes[each]] as const)],
    (value) => set({ link: outcomes.find((each) => each === value) ?? null }),
  );
  const order = choice(
    texts.order,
    [
      ['given', texts.inOrder],
      ['worst', texts.worstFirst],
    ],
    (value) => set({ order: value === 'worst' ? 'worst' : 'given' }),
  );
  const clear = button(texts.reset, () => {
    search.value = '';
    for (const each of [verdict, rule, link, order]) each.selectedIndex = 0;
    conditions = noConditions;
    clear.hidden = true;
    change(conditions);
  });
  clear.hidden = true;
  const told = element('output', { class: 'told' });
  return {
    root: element(
      'div',
      { class: 'toolbar', role: 'search' },
      element('div', { class: 'controls' }, search, verdict, rule, link, order, clear, told),
      legend(texts),
    ),
    rule(wanted) {
      rule.value = wanted;
      set({ rule: wanted });
    },
    tell(shown, of) {
      told.textContent = texts.shown(shown, of);
    },
  };
}
