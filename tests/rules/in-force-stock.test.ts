import { describe, expect, it } from 'vitest';
import { clean, found, runFixture, told } from '../support/runs.ts';

describe('in-force-stock', () => {
  it('asks about a stock that does not follow', () => {
    expect(told(runFixture('in-force-stock/left-as-it-was.warning'))).toEqual({
      verdict: 'pass',
      findings: [
        found(
          'in-force-stock fails',
          ['proactiveDisclosure', 'normativeDocuments', null],
          '“行政规范性文件”一行，现行有效件数与 2022 年的现行有效件数加制发减废止对不上（现行有效 + 废止与制发 + 上年现行有效）：27 + 1 = 28 ≠ 5 + 27 = 32，差 −4',
          'warning',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it.each(['brought-up-to-date.pass', 'forms-that-count-otherwise.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`in-force-stock/${name}`))).toEqual(clean);
    },
  );
});
