import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const rule = 'row-total fails';

describe('row-total', () => {
  it('finds totals of 0 in rows that sum to 1 while every column balances', () => {
    const run = runFixture('row-total/total-of-zero-in-balanced-columns.fail');
    const says = (line: string) => `“${line}”一行，总计不等于各类申请人之和：0 ≠ 1，差 −1`;
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(rule, ['requests', 'newlyReceived', null], says('一、本年新收政府信息公开申请数量')),
        found(rule, ['requests', 'handled.granted', null], says('（一）予以公开')),
        found(rule, ['requests', 'handled.total', null], says('（七）总计')),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[0]).toBe(
      'Line “1. newly received”: the total is not the sum of the kinds of applicants: 0 ≠ 1, difference −1',
    );
  });

  it('finds two rows whose errors cancel out in the column', () => {
    expect(told(runFixture('row-total/totals-of-two-rows-shifted.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          ['requests', 'handled.granted', null],
          '“（一）予以公开”一行，总计不等于各类申请人之和：35 ≠ 34，差 1',
        ),
        found(
          rule,
          ['requests', 'handled.grantedInPart', null],
          '“（二）部分公开”一行，总计不等于各类申请人之和：8 ≠ 7 + 2 = 9，差 −1',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('checks the row of a printed subtotal too', () => {
    expect(told(runFixture('row-total/printed-subtotal-wrong.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'column-total fails',
          ['requests', 'handled.unavailable', 'total'],
          '“总计”列，“（四）无法提供”不等于所含各行之和：27 ≠ 22 + 4 + 2 = 28，差 −1',
        ),
        found(
          rule,
          ['requests', 'handled.unavailable', null],
          '“（四）无法提供”一行，总计不等于各类申请人之和：27 ≠ 25 + 2 + 1 = 28，差 −1',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('fails where the parts exceed the total whatever the blank among them holds', () => {
    expect(told(runFixture('row-total/blank-part-cannot-save.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'column-balance fails',
          ['requests', null, 'total'],
          '“总计”列，第一项加第二项不等于第三项加第四项：96 + 0 = 96 ≠ 92 + 5 = 97，差 −1',
        ),
        found(
          rule,
          ['requests', 'newlyReceived', null],
          '“一、本年新收政府信息公开申请数量”一行，总计不等于各类申请人之和：96 ≠ 76 + 17 + （空） + 1 + 3 ≥ 97',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it.each([
    [
      'blank-part-could-save.undecided',
      ['column-total', 'handled.total', 'naturalPerson'],
      ['row-total', 'handled.notProcessed.petition', null],
    ],
    [
      'blank-total-over-parts.undecided',
      ['column-balance', null, 'total'],
      ['row-total', 'newlyReceived', null],
    ],
  ])('leaves %s open', (name, ...undecided) => {
    expect(told(runFixture(`row-total/${name}`))).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided,
      problems: [],
    });
  });

  it.each(['every-row-adds-up.pass', 'full-width-and-thousands.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`row-total/${name}`))).toEqual(clean);
    },
  );

  it('reads digits of full width and thousands separators as the numbers they are', () => {
    const { report } = runFixture('row-total/full-width-and-thousands.pass');
    const first = report?.form.lines.find(({ path }) => path === 'newlyReceived')?.firstCell ?? -1;
    expect(report?.values.slice(first, first + 7)).toEqual([1064, 12, 0, 0, 1, 4, 1081]);
    expect([0, 1, 6].map((i) => report?.printed(first + i))).toEqual(['1,064', '１２', '1,081']);
  });

  it('adds all six kinds of applicants', () => {
    const row = (line: string, total: number) => ({
      [`requests.${line}.naturalPerson`]: 1,
      [`requests.${line}.enterprise`]: 2,
      [`requests.${line}.researchInstitution`]: 3,
      [`requests.${line}.publicInterestOrganization`]: 4,
      [`requests.${line}.legalServiceOrganization`]: 5,
      [`requests.${line}.otherOrganization`]: 6,
      [`requests.${line}.total`]: total,
    });
    const run = (total: number) => {
      const cells = { ...row('newlyReceived', total), ...row('carriedForward', total) };
      return told(runExample({ edition: '2019', year: 2019, cells }));
    };
    expect(run(21)).toEqual(clean);
    expect(run(15).findings.map(({ at, zh }) => [at[1], zh?.split('：')[1]])).toEqual([
      ['newlyReceived', '15 ≠ 1 + 2 + 3 + 4 + 5 + 6 = 21，差 −6'],
      ['carriedForward', '15 ≠ 1 + 2 + 3 + 4 + 5 + 6 = 21，差 −6'],
    ]);
  });
});
