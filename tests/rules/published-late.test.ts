import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const late = (published: string, deadline: string) =>
  found(
    'published-late late',
    [null, null, null],
    `公布日期是 ${published}，晚于规定的期限 ${deadline}。如果这是重新发布的日期，请核对首次公布的日期`,
    'warning',
  );

describe('published-late', () => {
  it('finds a department that published in February', () => {
    const run = runFixture('published-late/department-in-february.warning');
    expect(told(run)).toEqual({ ...clean, findings: [late('2024-02-06', '2024-01-31')] });
    expect(messages(run, 'en')).toEqual([
      'It was published on 2024-02-06, after the deadline of 2024-01-31; if that is the date of a re-publication, look up the first one',
    ]);
  });

  it('finds a government that published in April', () => {
    expect(told(runFixture('published-late/government-in-april.warning'))).toEqual({
      ...clean,
      findings: [late('2024-04-01', '2024-03-31')],
    });
  });

  it.each([
    'department-on-the-last-day.pass',
    'government-in-march.pass',
    'before-the-revision.pass',
    'town-in-april.pass',
  ])('has nothing to say of %s', (name) => {
    expect(told(runFixture(`published-late/${name}`))).toEqual(clean);
  });

  /** Whether a report is late: of an organ, for a year, published on a day. */
  const isLate = (organ: string | undefined, year: number, published: string): boolean => {
    const edition = year < 2019 ? '2014' : year < 2021 ? '2019' : '2021';
    const named = organ === undefined ? {} : { organ };
    const { findings } = runExample({ edition, year, published, cells: {}, ...named });
    return findings.some(({ rule }) => rule === 'published-late');
  };

  it.each([
    ['云川市教育局', '2024-02-01'],
    ['云川市发展改革委', '2024-02-01'],
    ['某省工业和信息化厅', '2024-02-01'],
    ['云川市卫生健康委员会', '2024-02-01'],
    ['云川县乡村振兴局', '2024-02-01'],
    ['云川市国有资产监督管理委员会', '2024-02-01'],
    ['云川市人民政府', '2024-04-01'],
    ['云川县', '2024-04-01'],
    ['云川高新区管委会', '2024-04-01'],
    ['云川市人民政府办公室', '2024-04-01'],
  ])('holds %s to its deadline', (organ, day) => {
    const before = day === '2024-02-01' ? '2024-01-31' : '2024-03-31';
    expect([isLate(organ, 2023, before), isLate(organ, 2023, day)]).toEqual([false, true]);
  });

  it.each([
    '云川市柳河镇人民政府',
    '柳河乡',
    '柳河街道办事处',
    '柳河镇党政办公室',
    '国家税务总局云川市税务局',
    '教育部',
    '云川大学',
    undefined,
  ])('knows of no deadline for %s', (organ) => {
    expect(isLate(organ, 2023, '2024-12-01')).toBe(false);
  });

  it('holds everyone to the end of March before 2019', () => {
    expect(isLate('云川市教育局', 2018, '2019-03-31')).toBe(false);
    expect(isLate('云川市教育局', 2018, '2019-04-01')).toBe(true);
    expect(isLate(undefined, 2018, '2019-04-01')).toBe(true);
  });

  it('holds nobody to a deadline of a later form', () => {
    const { findings } = runExample({
      edition: '2021',
      organ: '云川市教育局',
      year: 2018,
      published: '2019-03-01',
      cells: {},
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['edition-for-year']);
  });
});
