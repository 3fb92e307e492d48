import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

describe('required-topics', () => {
  it('names what a government does not mention', () => {
    const run = runFixture('required-topics/no-word-of-appraisal.warning');
    expect(told(run)).toEqual({
      ...clean,
      findings: [
        found(
          'required-topics unsaid',
          [null, null, null],
          '正文没有提到社会评议：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况',
          'warning',
        ),
      ],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose does not mention public appraisal (社会评议): the report of a government also includes the results of assessment, public appraisal and accountability',
    ]);
  });

  it.each(['all-three.pass', 'a-department.pass', 'a-short-overview.pass'])(
    'has nothing to say of %s',
    (name) => expect(told(runFixture(`required-topics/${name}`))).toEqual(clean),
  );

  const count = (organ: string | undefined, edition: string, year: number): number => {
    const text = '全市按季度清理公开目录，失效的文件注明日期。'.repeat(12);
    const named = organ === undefined ? {} : { organ };
    const { findings } = runExample({ edition, year, cells: {}, text, ...named });
    return findings.filter(({ rule }) => rule === 'required-topics').length;
  };

  it.each(['云川市人民政府', '云川市柳河镇人民政府', '云川高新技术产业开发区管委会'])(
    'asks %s',
    (organ) => expect([count(organ, '2021', 2023), count(organ, '2019', 2020)]).toEqual([1, 1]),
  );

  it('asks no department, nor an organ that is not named', () => {
    expect([count('云川市水务局', '2021', 2023), count(undefined, '2021', 2023)]).toEqual([0, 0]);
  });

  it('asks nobody before the Regulation was revised', () => {
    expect(count('云川市人民政府', '2014', 2018)).toBe(0);
  });
});
