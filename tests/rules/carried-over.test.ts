import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const rule = 'carried-over fails';
const at = (column: string) => ['requests', 'carriedOver', column] as const;

describe('carried-over', () => {
  it('finds a total that is not what was carried forward, and asks about the columns', () => {
    const run = runFixture('carried-over/two-requests-lost.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          at('naturalPerson'),
          '“自然人”列，上年结转与 2022 年报告的结转下年度不一致：2 ≠ 4，差 −2',
          'warning',
        ),
        found(
          rule,
          at('total'),
          '“总计”列，上年结转与 2022 年报告的结转下年度不一致：3 ≠ 5，差 −2',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[1]).toBe(
      'Column “total”: what was carried over is not what the report of 2022 carried forward: 3 ≠ 5, difference −2',
    );
    expect(run.coverage.series).toEqual({ made: 1, passed: 0, failed: 1, inconclusive: 0 });
  });

  it('only asks where a request is counted under another kind of applicant', () => {
    const { verdict, findings } = told(
      runFixture('carried-over/counted-under-another-applicant.warning'),
    );
    expect(verdict).toBe('pass');
    expect(findings.map((each) => [each.severity, each.at])).toEqual([
      ['warning', at('naturalPerson')],
      ['warning', at('enterprise')],
    ]);
  });

  it('names the cells of both reports with the places of both', () => {
    const [, total] = runFixture('carried-over/two-requests-lost.fail').findings;
    const cells = total?.cells.map((cell) => [
      total.across?.form.cells[cell]?.name,
      total.across?.printed(cell),
      total.across?.place(cell).source,
    ]);
    expect(cells).toEqual([
      ['requests.carriedOver.total', '3', 'report.json'],
      ['2022/requests.carriedForward.total', '5', 'before.json'],
    ]);
  });

  it('compares reports on two editions of the form', () => {
    expect(told(runFixture('carried-over/across-two-editions.pass'))).toEqual(clean);
  });

  it('leaves open what the year before does not print', () => {
    const before = { edition: '2021', year: 2022, cells: {}, without: ['requests.carriedForward'] };
    const run = runExample({ edition: '2021', year: 2023, cells: {}, before });
    expect(run.verdict).toBe('not-assessable');
    expect(run.coverage.series).toEqual({ made: 1, passed: 0, failed: 0, inconclusive: 1 });
  });
});
