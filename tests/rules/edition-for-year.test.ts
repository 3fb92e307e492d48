import { describe, expect, it } from 'vitest';
import { exampleRecord, runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, runRecord, told } from '../support/runs.ts';

const nowhere = [null, null, null] as const;
const outside = (zh: string) => found('edition-for-year outside', nowhere, zh);

describe('edition-for-year', () => {
  it('finds a report of 2022 on the form of 2019', () => {
    const run = runFixture('edition-for-year/form-of-2019-in-2022.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        outside(
          '2022 年的报告用的是“2019 年版格式（试行）”（国办公开办函〔2019〕60号），该格式适用于 2019—2020 年的报告；应当使用当年施行的格式（数字已按实际使用的格式核对）',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The report of 2022 uses the “2019 form” (国办公开办函〔2019〕60号), which is for the years 2019–2020; it must use the form in force for its year (the figures were checked under the form really used)',
    ]);
  });

  it('finds a report of 2019 on the form of 2014', () => {
    expect(told(runFixture('edition-for-year/form-of-2014-in-2019.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        outside(
          '2019 年的报告用的是“2014 年版统计表”（国办发〔2014〕32号），该格式适用于 2014—2018 年的报告；应当使用当年施行的格式（数字已按实际使用的格式核对）',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('says so first and checks the figures all the same', () => {
    expect(told(runFixture('edition-for-year/form-of-2021-in-2020-with-wrong-sum.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        outside(
          '2020 年的报告用的是“2021 年版格式”（国办公开办函〔2021〕30号），该格式适用于 2021 年起的报告；应当使用当年施行的格式（数字已按实际使用的格式核对）',
        ),
        found(
          'case-total fails',
          ['reconsiderationAndLitigation', 'litigation.direct', null],
          '“行政诉讼 未经复议直接起诉”的总计不等于各种结果与尚未审结之和：2 ≠ 0 + 1 + 0 + 0 = 1，差 1',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it.each(['form-of-2014-in-2018.pass', 'form-of-2019-in-2019.pass', 'form-of-2021-in-2025.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`edition-for-year/${name}`))).toEqual(clean);
    },
  );

  it.each([
    ['2014', [2014, 2018], [2019, 2021, 2030]],
    ['2019', [2019, 2020], [2014, 2018, 2021, 2030]],
    ['2021', [2021, 2030], [2014, 2018, 2019, 2020]],
  ])('takes the form of %s for %j and for no year of %j', (edition, right, wrong) => {
    const count = (year: number) => {
      const { findings } = runExample({ edition, year, cells: {} });
      return findings.filter(({ rule }) => rule === 'edition-for-year').length;
    };
    expect(right.map(count)).toEqual(right.map(() => 0));
    expect(wrong.map(count)).toEqual(wrong.map(() => 1));
  });

  it('asks for the year of a report that has none', () => {
    const { edition, tables } = exampleRecord({ edition: '2019', year: 2022, cells: {} });
    const run = runRecord({ edition, tables });
    expect(run.report?.year).toBeNull();
    expect(run.verdict).toBe('pass');
    expect(run.findings.map(({ rule, variant, severity }) => [rule, variant, severity])).toEqual([
      ['edition-for-year', 'unknown', 'warning'],
    ]);
    expect(messages(run, 'zh')).toEqual([
      '没有写明报告年度，无法核对是否使用了当年施行的格式。请在标题里写明，如“某某局2024年政府信息公开工作年度报告”',
    ]);
  });
});
