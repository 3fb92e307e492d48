import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const rule = 'column-total fails';

describe('column-total', () => {
  it('finds a result that the total counts and the rows do not, in its column and under 总计', () => {
    const run = runFixture('column-total/a-result-left-out.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          ['requests', 'handled.total', 'naturalPerson'],
          '“自然人”列，“（七）总计”不等于所含各行之和：64 ≠ 33 + 10 + 2 + 3 + 3 + 1 + 2 + 3 + 3 + 3 = 63，差 1',
        ),
        found(
          rule,
          ['requests', 'handled.total', 'total'],
          '“总计”列，“（七）总计”不等于所含各行之和：81 ≠ 44 + 11 + 3 + 3 + 1 + 3 + 1 + 1 + 1 + 2 + 3 + 3 + 3 + 1 = 80，差 1',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[0]).toBe(
      'Column “natural person”: “(7) total handled” is not the sum of its rows: 64 ≠ 33 + 10 + 2 + 3 + 3 + 1 + 2 + 3 + 3 + 3 = 63, difference 1',
    );
  });

  it('checks a subtotal that a report prints beside a heading', () => {
    const run = runFixture('column-total/printed-subtotal-wrong.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          ['requests', 'handled.denied', 'naturalPerson'],
          '“自然人”列，“（三）不予公开”不等于所含各行之和：9 ≠ 3 + 1 + 1 + 2 + 3 = 10，差 −1',
        ),
        found(
          rule,
          ['requests', 'handled.denied', 'total'],
          '“总计”列，“（三）不予公开”不等于所含各行之和：12 ≠ 4 + 1 + 2 + 2 + 3 + 1 = 13，差 −1',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('adds up the one line that stands for the three of other handling', () => {
    const run = runFixture('column-total/other-handling-in-one-line.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'missing-line merged',
          ['requests', 'handled.otherHandling', null],
          '“（六）其他处理”只有一行：法定格式分 3 行填写，已按一行合计核对',
          'warning',
        ),
        found(
          rule,
          ['requests', 'handled.total', 'otherOrganization'],
          '“其他”列，“（七）总计”不等于所含各行之和：8 ≠ 7，差 1',
        ),
        found(
          rule,
          ['requests', 'handled.total', 'total'],
          '“总计”列，“（七）总计”不等于所含各行之和：89 ≠ 42 + 8 + 1 + 1 + 2 + 2 + 3 + 3 + 1 + 12 + 1 + 3 + 1 + 2 + 1 + 1 + 4 = 88，差 1',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('leaves a blank total over parts open, and with it whatever counts with the total', () => {
    const run = runFixture('column-total/blank-total-over-parts.undecided');
    const columns = ['naturalPerson', 'enterprise', 'otherOrganization', 'total'];
    expect(told(run)).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [
        ...columns.map((column) => ['column-balance', null, column]),
        ...columns.map((column) => ['column-total', 'handled.total', column]),
        ['row-total', 'handled.total', null],
      ],
      problems: [],
    });
    expect(run.coverage.checks).toEqual({ made: 45, passed: 36, failed: 0, inconclusive: 9 });
  });

  it.each([
    ['every-column-adds-up.pass', 45],
    ['blank-total-over-nothing.pass', 42],
    ['printed-subtotals-right.pass', 42 + 4 * 7 + 4],
  ])('has nothing to say of %s', (name, made) => {
    const run = runFixture(`column-total/${name}`);
    expect(told(run)).toEqual(clean);
    expect(run.coverage.checks).toMatchObject({ made, passed: made });
  });

  it('cannot take a blank total for 0 over a part that cannot be read', () => {
    const cells = {
      'requests.handled.granted.enterprise': '若干',
      'requests.handled.total.enterprise': null,
    };
    const { findings, undecided } = told(runExample({ edition: '2021', year: 2023, cells }));
    expect(findings.map((each) => each.rule)).toEqual(['count-cell unreadable']);
    expect(undecided).toEqual([
      ['column-balance', null, 'enterprise'],
      ['column-total', 'handled.total', 'enterprise'],
      ['row-total', 'handled.granted', null],
      ['row-total', 'handled.total', null],
    ]);
  });

  const handled = {
    'requests.newlyReceived.enterprise': 6,
    'requests.newlyReceived.total': 6,
    'requests.handled.granted.enterprise': 2,
    'requests.handled.granted.total': 2,
    'requests.handled.grantedInPart.enterprise': 3,
    'requests.handled.grantedInPart.total': 3,
    'requests.handled.total.enterprise': 5,
    'requests.handled.total.total': 5,
    'requests.carriedForward.enterprise': 1,
    'requests.carriedForward.total': 1,
  };

  it('counts what was granted in part once and what is carried forward not at all', () => {
    expect(told(runExample({ edition: '2021', year: 2023, cells: handled }))).toEqual(clean);
    const cells = {
      ...handled,
      'requests.handled.grantedInPart.enterprise': 4,
      'requests.handled.grantedInPart.total': 4,
    };
    const { findings } = told(runExample({ edition: '2021', year: 2023, cells }));
    expect(findings.map(({ zh }) => zh)).toEqual([
      '“商业企业”列，“（七）总计”不等于所含各行之和：5 ≠ 2 + 4 = 6，差 −1',
      '“总计”列，“（七）总计”不等于所含各行之和：5 ≠ 2 + 4 = 6，差 −1',
    ]);
  });
});
