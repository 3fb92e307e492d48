import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const rule = 'column-balance fails';

describe('column-balance', () => {
  it('finds two columns that do not balance under a total that does', () => {
    const run = runFixture('column-balance/two-columns-under-a-balanced-total.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          ['requests', null, 'naturalPerson'],
          '“自然人”列，第一项加第二项不等于第三项加第四项：63 + 3 = 66 ≠ 64 + 3 = 67，差 −1',
        ),
        found(
          rule,
          ['requests', null, 'enterprise'],
          '“商业企业”列，第一项加第二项不等于第三项加第四项：13 + 1 = 14 ≠ 12 + 1 = 13，差 1',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'Column “natural person”: items 1 and 2 do not add up to items 3 and 4: 63 + 3 = 66 ≠ 64 + 3 = 67, difference −1',
      'Column “enterprise”: items 1 and 2 do not add up to items 3 and 4: 13 + 1 = 14 ≠ 12 + 1 = 13, difference 1',
    ]);
  });

  it('fails beside column-total where the cases carried forward were added into the total', () => {
    const run = runFixture('column-balance/carried-forward-added-to-total.fail');
    const columns = ['naturalPerson', 'enterprise', 'otherOrganization', 'total'];
    const balance = (name: string, equation: string) =>
      `“${name}”列，第一项加第二项不等于第三项加第四项：${equation}`;
    const total = (name: string, equation: string) =>
      `“${name}”列，“（七）总计”不等于所含各行之和：${equation}`;
    const sentences = [
      balance('自然人', '83 + 0 = 83 ≠ 83 + 4 = 87，差 −4'),
      balance('商业企业', '18 + 0 = 18 ≠ 18 + 1 = 19，差 −1'),
      balance('其他', '15 + 0 = 15 ≠ 15 + 1 = 16，差 −1'),
      balance('总计', '116 + 0 = 116 ≠ 116 + 6 = 122，差 −6'),
      total('自然人', '83 ≠ 36 + 8 + 3 + 2 + 2 + 1 + 18 + 2 + 3 + 1 + 3 = 79，差 4'),
      total('商业企业', '18 ≠ 4 + 4 + 1 + 1 + 5 + 1 + 1 = 17，差 1'),
      total('其他', '15 ≠ 8 + 6 = 14，差 1'),
      total('总计', '116 ≠ 48 + 12 + 4 + 2 + 2 + 2 + 29 + 2 + 3 + 1 + 2 + 3 = 110，差 6'),
    ];
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: sentences.map((zh, i) =>
        i < 4
          ? found(rule, ['requests', null, columns[i] ?? ''], zh)
          : found('column-total fails', ['requests', 'handled.total', columns[i - 4] ?? ''], zh),
      ),
      undecided: [],
      problems: [],
    });
  });

  it('fails over a blank that could only make the gap wider, and leaves its row open', () => {
    expect(told(runFixture('column-balance/blank-that-cannot-save.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          ['requests', null, 'naturalPerson'],
          '“自然人”列，第一项加第二项不等于第三项加第四项：68 + （空） ≥ 68 ≠ 64 + 3 = 67',
        ),
        found(
          rule,
          ['requests', null, 'enterprise'],
          '“商业企业”列，第一项加第二项不等于第三项加第四项：8 + 1 = 9 ≠ 12 + 1 = 13，差 −4',
        ),
      ],
      undecided: [['row-total', 'carriedOver', null]],
      problems: [],
    });
  });

  it('leaves a column open where the blank may hold what is lacking', () => {
    const run = runFixture('column-balance/blank-that-could-save.undecided');
    expect(told(run)).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [
        ['column-balance', null, 'naturalPerson'],
        ['row-total', 'carriedOver', null],
      ],
      problems: [],
    });
    expect(run.coverage.checks).toEqual({ made: 42, passed: 40, failed: 0, inconclusive: 2 });
  });

  it.each([
    ['every-column-balances.pass', 42, 0, 0],
    ['trial-form.pass', 45, 0, 0],
    ['blanks-where-there-was-none.pass', 42, 22, 0],
    ['marks-beside-numbers.pass', 42, 0, 22],
  ])('has nothing to say of %s', (name, made, blank, notApplicable) => {
    const run = runFixture(`column-balance/${name}`);
    expect(told(run)).toEqual(clean);
    expect(run.coverage.checks).toMatchObject({ made, passed: made });
    expect(run.coverage.cells).toMatchObject({ blank, notApplicable, unreadable: 0 });
  });

  it.each([
    'naturalPerson',
    'enterprise',
    'researchInstitution',
    'publicInterestOrganization',
    'legalServiceOrganization',
    'otherOrganization',
  ])('looks at the column %s, whose one request went nowhere, and at the total', (column) => {
    const cells = { [`requests.carriedOver.${column}`]: 1, 'requests.carriedOver.total': 1 };
    const { verdict, findings } = runExample({ edition: '2019', year: 2020, cells });
    expect(verdict).toBe('fail');
    expect(findings.map((each) => [each.rule, each.at])).toEqual([
      ['column-balance', { table: 'requests', row: null, column }],
      ['column-balance', { table: 'requests', row: null, column: 'total' }],
    ]);
  });
});
