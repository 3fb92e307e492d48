import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const table = 'reconsiderationAndLitigation';
const rule = 'case-total fails';

describe('case-total', () => {
  it('finds a total that leaves out the pending case', () => {
    const run = runFixture('case-total/pending-left-out.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          [table, 'litigation.direct', null],
          '“行政诉讼 未经复议直接起诉”的总计不等于各种结果与尚未审结之和：7 ≠ 4 + 1 + 2 + 1 = 8，差 −1',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      '“litigation: direct”: the total is not the sum of the results and the pending cases: 7 ≠ 4 + 1 + 2 + 1 = 8, difference −1',
    ]);
  });

  it('fails where two figures exceed the total whatever the blanks hold', () => {
    expect(told(runFixture('case-total/blanks-cannot-save.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          [table, 'litigation.afterReconsideration', null],
          '“行政诉讼 复议后起诉”的总计不等于各种结果与尚未审结之和：8 ≠ （空） + 8 + 1 + （空） ≥ 9',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('leaves a table open of which only the totals are filled in, without an error', () => {
    const run = runFixture('case-total/only-totals-filled.undecided');
    expect(told(run)).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [
        ['case-total', 'reconsideration', null],
        ['case-total', 'litigation.direct', null],
        ['case-total', 'litigation.afterReconsideration', null],
      ],
      problems: [],
    });
    expect(run.coverage.checks).toEqual({ made: 42, passed: 39, failed: 0, inconclusive: 3 });
  });

  it('leaves a blank total over cases open', () => {
    expect(told(runFixture('case-total/blank-total-over-parts.undecided'))).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [['case-total', 'litigation.direct', null]],
      problems: [],
    });
  });

  it.each([
    ['all-three-add-up.pass', 0],
    ['only-totals-of-none.pass', 8],
    ['blank-total-over-nothing.pass', 2],
  ])('has nothing to say of %s', (name, blank) => {
    const run = runFixture(`case-total/${name}`);
    expect(told(run)).toEqual(clean);
    expect(run.coverage.cells.blank).toBe(blank);
  });

  const group = (path: string, figures: readonly number[]) =>
    Object.fromEntries(
      ['upheld', 'corrected', 'otherResult', 'pending', 'total'].map((column, i) => [
        `${table}.${path}.${column}`,
        figures[i] ?? 0,
      ]),
    );

  it.each(['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'])(
    'adds the four figures of %s, each of them once',
    (path) => {
      const run = (figures: readonly number[]) =>
        runExample({ edition: '2021', year: 2021, cells: group(path, figures) });
      expect(told(run([1, 2, 4, 8, 15]))).toEqual(clean);
      const { verdict, findings, coverage } = run([1, 2, 4, 8, 14]);
      expect(verdict).toBe('fail');
      expect(findings.map((each) => [each.rule, each.at])).toEqual([
        ['case-total', { table, row: path, column: null }],
      ]);
      expect(coverage.checks).toMatchObject({ made: 42, failed: 1 });
    },
  );

  it('names a group by its label, with the heading above it if there is one', () => {
    const cells = {
      ...group('reconsideration', [1, 0, 0, 0, 2]),
      ...group('litigation.afterReconsideration', [0, 0, 0, 1, 0]),
    };
    const run = runExample({ edition: '2021', year: 2023, cells });
    expect(messages(run, 'zh')).toEqual([
      '“行政复议”的总计不等于各种结果与尚未审结之和：2 ≠ 1 + 0 + 0 + 0 = 1，差 1',
      '“行政诉讼 复议后起诉”的总计不等于各种结果与尚未审结之和：0 ≠ 0 + 0 + 0 + 1 = 1，差 −1',
    ]);
    expect(messages(run, 'en')).toEqual([
      '“administrative reconsideration”: the total is not the sum of the results and the pending cases: 2 ≠ 1 + 0 + 0 + 0 = 1, difference 1',
      '“litigation: after reconsideration”: the total is not the sum of the results and the pending cases: 0 ≠ 0 + 0 + 0 + 1 = 1, difference −1',
    ]);
  });

  it('ties no group to another', () => {
    const cells = {
      ...group('reconsideration', [1, 0, 0, 0, 1]),
      ...group('litigation.afterReconsideration', [5, 0, 0, 3, 8]),
    };
    expect(told(runExample({ edition: '2019', year: 2020, cells }))).toEqual(clean);
  });
});
