import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const rule = 'part-of fails';
const at = (row: string) => ['statistics', row, 'figure'] as const;

describe('part-of', () => {
  it('finds parts larger than the whole, “/” being none', () => {
    const run = runFixture('part-of/part-larger-than-the-whole.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          at('disclosure.disclosed.normativeDocuments'),
          '“（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条） 其中：主动公开规范性文件数”一行，部分大于总数：1601 > 161',
        ),
        found(
          rule,
          at('responses.channels.pressConferences.byPrincipal'),
          '“1.参加或举办新闻发布会总次数 其中：主要负责同志参加新闻发布会次数”一行，部分大于总数：1 > /',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[0]).toBe(
      'Line “(1) disclosed: of these: normative documents”: the part is larger than the whole: 1601 > 161',
    );
  });

  it('only asks about documents newly disclosed beyond the total disclosed', () => {
    const run = runFixture('part-of/newly-disclosed-larger-than-total.warning');
    expect(told(run)).toEqual({
      verdict: 'pass',
      findings: [
        found(
          rule,
          ['proactiveDisclosure', 'normativeDocuments', null],
          '“规范性文件”一行，部分大于总数：15 > 14',
          'warning',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(run.coverage.checks).toMatchObject({ made: 45, passed: 45 });
    expect(run.coverage.queries).toEqual({ made: 2, passed: 1, failed: 1, inconclusive: 0 });
  });

  it('leaves a part of a blank whole open', () => {
    const run = runFixture('part-of/blank-whole.undecided');
    expect(told(run)).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: [['part-of', 'responses.channels.onlineInterviews.byPrincipal', 'figure']],
      problems: [],
    });
    expect(run.coverage.checks).toEqual({ made: 10, passed: 9, failed: 0, inconclusive: 1 });
  });

  it('takes “/” for 0 also in a report that has a blank elsewhere', () => {
    const cells = {
      'statistics.responses.channels.onlineInterviews.total.figure': '/',
      'statistics.responses.channels.onlineInterviews.byPrincipal.figure': 2,
      'statistics.complaints.figure': null,
    };
    const { verdict, findings, undecided } = told(
      runExample({ edition: '2014', year: 2016, cells }),
    );
    expect([verdict, findings.length, undecided]).toEqual(['fail', 1, []]);
    expect(findings[0]?.zh).toMatch(/部分大于总数：2 > \/$/u);
  });

  it('lets a report pass whose query alone is open', () => {
    const run = runFixture('part-of/blank-total-disclosed.pass');
    expect(told(run)).toEqual({
      ...clean,
      undecided: [['part-of', 'normativeDocuments', null]],
    });
    expect(run.coverage.queries).toEqual({ made: 2, passed: 1, failed: 0, inconclusive: 1 });
  });

  it.each(['part-equal-to-the-whole.pass', 'blank-part.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`part-of/${name}`))).toEqual(clean);
    },
  );

  it.each([
    ['disclosure.disclosed', 'normativeDocuments'],
    ['responses.channels.pressConferences', 'byPrincipal'],
    ['responses.channels.onlineInterviews', 'byPrincipal'],
  ])('lets the part of %s be as large as the whole and no larger', (whole, part) => {
    const run = (figure: number) => {
      const cells = {
        [`statistics.${whole}.total.figure`]: 7,
        [`statistics.${whole}.${part}.figure`]: figure,
      };
      return told(runExample({ edition: '2014', year: 2014, cells }));
    };
    expect(run(7)).toEqual(clean);
    const { verdict, findings } = run(8);
    expect(verdict).toBe('fail');
    expect(findings.map((each) => [each.rule, each.severity, each.at])).toEqual([
      [rule, 'error', at(`${whole}.${part}`)],
    ]);
    expect(findings[0]?.zh).toMatch(/”一行，部分大于总数：8 > 7$/u);
  });
});
