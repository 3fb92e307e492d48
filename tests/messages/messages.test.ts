import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { equationText } from '../../src/messages/equation.ts';
import { fill } from '../../src/messages/fill.ts';
import { cellText, lineName } from '../../src/messages/names.ts';
import { placedProblem } from '../../src/messages/problems.ts';
import { visible, visibleJson } from '../../src/messages/visible.ts';
import type { Outcome } from '../../src/model/equation.ts';
import { problem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import type { Language } from '../../src/model/words.ts';

function reportOf(cells: Record<string, number | string | null>, edition = '2019'): Report {
  const { report } = runExample({ edition, year: edition === '2019' ? 2020 : 2016, cells });
  if (report === null) throw new Error('no report');
  return report;
}

function texts(
  report: Report,
  rule: string,
  row: string | null,
  column: string | null,
  lang: Language = 'zh',
) {
  const run = runExample({
    edition: report.form.edition.id,
    year: 2020,
    cells: Object.fromEntries(
      report.form.cells
        .filter((c) => !c.line.optional)
        .map((c) => [c.name, report.printed(c.index)]),
    ),
  });
  const check = run.checks.find(
    ({ equation: e }) => e.rule === rule && e.row === row && e.column === column,
  );
  if (check === undefined) throw new Error('no such check');
  return equationText(report, check.equation, check.outcome, lang);
}

describe('an equation', () => {
  it('is written with its sums and the difference', () => {
    const cells = {
      'requests.newlyReceived.enterprise': 2,
      'requests.carriedOver.enterprise': 1,
      'requests.carriedForward.enterprise': 5,
    };
    expect(texts(reportOf(cells), 'column-balance', null, 'enterprise')).toBe(
      '2 + 1 = 3 ≠ 0 + 5 = 5，差 −2',
    );
    expect(texts(reportOf(cells), 'column-balance', null, 'enterprise', 'en')).toBe(
      '2 + 1 = 3 ≠ 0 + 5 = 5, difference −2',
    );
    expect(texts(reportOf(cells), 'column-balance', null, 'naturalPerson')).toBe(
      '0 + 0 = 0 = 0 + 0 = 0',
    );
  });
  it('leaves the zeros out of a long sum', () => {
    const cells = {
      'requests.handled.granted.enterprise': 3,
      'requests.handled.denied.stateSecret.enterprise': 4,
      'requests.handled.total.enterprise': 8,
    };
    expect(texts(reportOf(cells), 'column-total', 'handled.total', 'enterprise')).toBe(
      '8 ≠ 3 + 4 = 7，差 1',
    );
    expect(texts(reportOf({}), 'column-total', 'handled.total', 'enterprise')).toBe('0 = 0');
  });
  it('subtracts a negative figure and says which side is too small', () => {
    const cells = {
      'proactiveDisclosure.licensing.itemsLastYear': 5,
      'proactiveDisclosure.licensing.netChange': -8,
    };
    expect(texts(reportOf(cells), 'item-count', 'licensing', null)).toBe('5 − 8 = −3 < 0');
    const fine = {
      'proactiveDisclosure.licensing.itemsLastYear': 5,
      'proactiveDisclosure.licensing.netChange': -2,
    };
    expect(texts(reportOf(fine), 'item-count', 'licensing', null)).toBe('5 − 2 = 3 ≥ 0');
  });
  it('shows what is blank or could not be read where it cannot be decided', () => {
    const cells = {
      'requests.newlyReceived.enterprise': 2,
      'requests.carriedForward.enterprise': null,
    };
    expect(texts(reportOf(cells), 'column-balance', null, 'enterprise')).toBe(
      '2 + 0 = 2 ≟ 0 + （空）',
    );
    const unread = {
      'requests.newlyReceived.enterprise': '两件',
      'requests.handled.total.enterprise': 4,
    };
    expect(texts(reportOf(unread), 'column-balance', null, 'enterprise', 'en')).toBe(
      '“两件” + 0 ≟ 4 + 0 = 4',
    );
  });
  it.each<[Outcome, string]>([
    ['pass', '≤'],
    ['fail', '>'],
    ['inconclusive', '≤?'],
  ])('that is an inequality is written by its outcome: %s %s', (outcome, sign) => {
    const report = reportOf({});
    const equation = runExample({ edition: '2019', year: 2020, cells: {} }).checks.find(
      (c) => c.equation.relation === '<=',
    )?.equation;
    if (equation === undefined) throw new Error('no such equation');
    expect(equationText(report, equation, outcome, 'zh')).toBe(`0 ${sign} 0`);
  });
});

describe('a line', () => {
  const { form } = reportOf({});
  const name = (path: string, lang: Language) => {
    const line = form.lines.find((l) => l.path === path);
    return line === undefined ? '' : lineName(line, lang);
  };
  it('is named with its heading where its label alone would not tell', () => {
    expect(name('handled.denied.stateSecret', 'zh')).toBe('（三）不予公开 1.属于国家秘密');
    expect(name('litigation.direct', 'zh')).toBe('行政诉讼 未经复议直接起诉');
    expect(name('newlyReceived', 'en')).toBe('1. newly received');
  });
  it('is named without the note in brackets and with inner quotes', () => {
    expect(name('handled.grantedInPart', 'zh')).toBe('（二）部分公开');
    expect(name('handled.denied.endangersSecurity', 'zh')).toBe(
      '（三）不予公开 3.危及‘三安全一稳定’',
    );
  });
});

describe('a cell', () => {
  it('is shown as a number, as printed, or by a word', () => {
    const report = reportOf({
      'requests.newlyReceived.naturalPerson': '１２件',
      'requests.newlyReceived.enterprise': null,
      'requests.newlyReceived.total': 'x\u001b',
    });
    const shown = ['naturalPerson', 'enterprise', 'total'].map((id) =>
      cellText(
        report,
        report.form.cells.findIndex((c) => c.name === `requests.newlyReceived.${id}`),
        'zh',
      ),
    );
    expect(shown).toEqual(['12', '（空）', 'x\\u001b']);
  });
});

describe('what a terminal might obey', () => {
  it('is written out', () => {
    expect(visible('\u00ad\u206a\ufff9\ud83d\u{e0041}')).toBe(
      '\\u00ad\\u206a\\ufff9\\ud83d\\udb40\\udc41',
    );
    expect(visible('a\u001b[31m\u009b\u202e\u2028\u0000\n文')).toBe(
      'a\\u001b[31m\\u009b\\u202e\\u2028\\u0000\\u000a文',
    );
  });
  it('is written out in JSON without changing what the JSON says', () => {
    const value = { 'k\u009b': 'a\u001b\u202e\n\u2028文', list: [1, null] };
    const text = visibleJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toMatch(/^[\n\u0020-\u007e文]*$/u);
  });
});

describe('a sentence', () => {
  it('is filled in without looking at what was filled in', () => {
    expect(fill({ zh: '{a}、{b}、{c}', en: '' }, { a: '{b}', b: '$&' }, 'zh')).toBe('{b}、$&、{c}');
  });
  it('of a problem stands after its place, both made safe', () => {
    const wrong = problem(
      'json-duplicate-key',
      { key: 'a\u001b' },
      'x\u0007.json:1:2',
      'tables.a\u001b',
    );
    expect(placedProblem(wrong, 'en')).toBe(
      'x\\u0007.json:1:2: tables.a\\u001b: "a\\u001b" stands here a second time and there is no telling which one counts; delete one',
    );
  });
});
