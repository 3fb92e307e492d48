import { describe, expect, it } from 'vitest';
import { clean, found, runFixture, told } from '../support/runs.ts';

describe('items-carried-over', () => {
  it('finds a line that does not go on where the year before ended', () => {
    expect(told(runFixture('items-carried-over/net-change-forgotten.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'items-carried-over fails',
          ['proactiveDisclosure', 'licensing', null],
          '“行政许可”一行，上一年项目数量与 2019 年报告的“上一年项目数量 + 本年增/减”不一致：245 ≠ 245 − 41 = 204，差 41',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('has nothing to say where the items go on', () => {
    const run = runFixture('items-carried-over/every-item-taken-over.pass');
    expect(told(run)).toEqual(clean);
    expect(run.coverage.series.made).toBe(6);
  });
});
