import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/messages/visible.ts';
import type { Repair } from '../../src/model/repair.ts';
import type { Run } from '../../src/model/run.ts';
import type { Language } from '../../src/model/words.ts';
import { plainOf } from '../../src/prose/plain.ts';
import { htmlReporter } from '../../src/reporters/html/index.ts';
import { failing } from '../cli/records.ts';
import { attacks, hostileName, hostileRuns, hostileText } from '../support/hostileReport.ts';
import { reportedRuns } from '../support/reportedRuns.ts';
import { runFixture, runRecord } from '../support/runs.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

async function pageOf(runs: readonly Run[], lang: Language = 'zh'): Promise<string> {
  const { text, end } = await reportedRuns(htmlReporter(), runs, lang);
  if (typeof end !== 'string') throw new Error('a page is a text');
  return text + end;
}

function elementsOf(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? '';
}

function named(page: string, tag: string, kind = ''): Element[] {
  return elementsOf(parse(page)).filter(
    (each) => each.tagName === tag && attribute(each, 'class').split(' ').includes(kind),
  );
}

const texts = (found: readonly Element[]): string[] => found.map(textOf);

/** All that a page is made of, with the values that its attributes may have. */
const vocabulary: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  html: { lang: /^(?:zh-CN|en)$/u },
  head: {},
  meta: {
    charset: /^UTF-8$/u,
    name: /^(?:viewport|color-scheme|referrer)$/u,
    content: /^[\w ,;='-]+$/u,
    'http-equiv': /^Content-Security-Policy$/u,
  },
  title: {},
  style: {},
  body: {},
  nav: { id: /^contents$/u, 'aria-label': /^[^<>"]+$/u },
  article: { class: /^report$/u, id: /^r\d+$/u, 'aria-labelledby': /^r\d+-h$/u },
  header: {},
  footer: {},
  section: {},
  div: {
    class: /^[a-z]+(?: clear)?$/u,
    tabindex: /^0$/u,
    role: /^region$/u,
    'aria-label': /^[\p{L}\p{N} 、.]+$/u,
  },
  h1: {},
  h2: { id: /^r\d+-h$/u },
  h3: {},
  p: { class: /^[a-z]+(?: [a-z-]+)?$/u },
  ol: { class: /^findings$/u },
  ul: { class: /^[a-z]+$/u, 'aria-label': /^\p{L}+$/u },
  li: { class: /^[a-z ]+$/u, id: /^r\d+-f\d+$/u },
  a: {
    href: /^#(?:contents|r\d+(?:-[fcp]\d+)?)$/u,
    id: /^r\d+-p\d+$/u,
    class: /^back$/u,
    'aria-label': /^[\p{L}\d ]+$/u,
  },
  b: { class: /^[a-z -]+$/u },
  bdi: {},
  code: {},
  small: {},
  sup: {},
  ins: { title: /^[\p{L}：]+ \d+$/u },
  span: { class: /^[a-z ]+$/u, title: /^[\p{L}，]+$/u, id: /^r\d+-p\d+$/u },
  table: { class: /^form(?: parted)?(?: wide)?$/u },
  colgroup: {},
  col: { style: /^width: [\d.]+%$/u },
  thead: {},
  tbody: {},
  tr: {},
  th: {
    scope: /^(?:col|row)(?:group)?$/u,
    class: /^[a-z]+$/u,
    rowspan: /^\d+$/u,
    colspan: /^\d+$/u,
    style: /^padding-inline-start: [\d.]+em$/u,
  },
  td: { class: /^[a-z]+$/u, id: /^r\d+-c\d+$/u, rowspan: /^\d+$/u, colspan: /^\d+$/u },
};

/** What a page has that it may not have. */
function foreign(page: string): string[] {
  return elementsOf(parse(page)).flatMap(({ tagName, attrs }) => {
    const known = vocabulary[tagName];
    if (known === undefined) return [tagName];
    return attrs.flatMap(({ name, value }) =>
      known[name]?.test(value) === true ? [] : [`${tagName} ${name}=${value}`],
    );
  });
}

/** A text as a page shows it: what no file can hold is shown as U+FFFD. */
const shown = (text: string): string => visible(text).replace(/[\uffff\ufffe]/gu, '\ufffd');

describe('the page of a check of a hostile report', () => {
  it('is made of nothing but its own elements and attributes', async () => {
    expect(foreign(await pageOf(hostileRuns()))).toEqual([]);
  });

  it('says what the report says, word for word, with what is not seen written out', async () => {
    const page = await pageOf(hostileRuns());
    const [head = ''] = texts(named(page, 'h2').slice(1));
    expect(head).toContain(shown(hostileText.slice(0, 200)));
    expect(texts(named(page, 'p', 'meta'))[0]).toContain(shown(hostileName));
    const said = texts(named(page, 'div', 'prose')).join('');
    for (const attack of [attacks.script, attacks.image, attacks.attribute, attacks.entity]) {
      expect(said).toContain(plainOf(attack));
    }
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('says why a finding was accepted, and by whom', async () => {
    const waivers = texts(named(await pageOf(hostileRuns()), 'p', 'waiver'));
    expect(waivers).toEqual([
      `已说明理由 ${shown(hostileText)} ${shown(`${attacks.mention}；${hostileName}`)}`,
    ]);
  });
});

describe('the page of a check', () => {
  const fixtures = [
    'missing-line/no-line-for-publications.fail',
    'column-total/a-result-left-out.fail',
    'carried-over/two-requests-lost.fail',
    'prose-figure/digits-of-received-swapped.fail',
    'roll-up/one-member-left-out.fail',
    'stale-copy/table-left-from-last-year.warning',
    'period/another-year.fail',
  ];

  it('has each id once, and every link leads to one of them', async () => {
    const page = await pageOf([runRecord(failing), ...hostileRuns(), ...runs()]);
    const all = elementsOf(parse(page));
    const ids = all.map((each) => attribute(each, 'id')).filter((id) => id !== '');
    expect(new Set(ids).size).toBe(ids.length);
    const links = named(page, 'a').map((each) => attribute(each, 'href').slice(1));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => link !== '' && !ids.includes(link))).toEqual([]);
  });

  function runs(): Run[] {
    return fixtures.map(runFixture);
  }

  it('marks the total that is wrong, and shows the addends as no more than parts', async () => {
    const page = await pageOf([runFixture('column-total/a-result-left-out.fail')]);
    expect(texts(named(page, 'td', 'error'))).toEqual(['64 ✗1 ', '81 ✗2 ']);
    const parts = texts(named(page, 'td', 'part'));
    expect(parts).toHaveLength(2 * 21);
    expect(named(page, 'td', 'warning')).toEqual([]);
  });

  it('shows in the table what one repair would put there', async () => {
    const run = runRecord(failing);
    const repair: Repair = { changes: [{ cell: 27, to: 42 }], slip: null, witnesses: [], cost: 1 };
    const group = { findings: run.findings, repairs: [repair], hasMore: false, lines: [] };
    const proposed = async (confidence: 'likely' | 'ambiguous') =>
      texts(named(await pageOf([{ ...run, repairs: [{ ...group, confidence }] }]), 'ins'));
    expect(await proposed('likely')).toEqual(['→ 42']);
    expect(await proposed('ambiguous')).toEqual([]);
  });
});
