import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/binding/subject.ts';
import { grid, page, prose } from '../support/page.ts';

const told = (...texts: string[]) => {
  const { organ, year } = subjectOf(page(...texts.map((text) => prose(text))));
  return [organ, year];
};

describe('organ and year of a report', () => {
  it.each([
    ['云川市人民政府2023年政府信息公开工作年度报告', '云川市人民政府', 2023],
    ['云川市教育局2022年度政府信息公开工作报告', '云川市教育局', 2022],
    ['2020年云川市水务局政府信息公开工作年度报告', '云川市水务局', 2020],
    ['云川市人民政府关于2021年政府信息公开工作年度报告', '云川市人民政府', 2021],
    ['云川市卫生健康委员会 2024 年政府信息公开工作年度报告', '云川市卫生健康委员会', 2024],
    ['云川市教育局二〇一九年政府信息公开工作年度报告', '云川市教育局', 2019],
    ['云川市教育局二○二○年政府信息公开工作年度报告', '云川市教育局', 2020],
    ['首页 > 云川市教育局2023年政府信息公开工作年度报告', '云川市教育局', 2023],
  ])('stand in its title: %s', (title, organ, year) => {
    expect(told(title)).toEqual([organ, year]);
  });

  it('may be broken over lines', () => {
    expect(told('云川市教育局', '2023年政府信息公开工作年度报告')).toEqual(['云川市教育局', 2023]);
    expect(told('云川市教育局2023年政府信息公开', '工作年度报告')).toEqual(['云川市教育局', 2023]);
  });

  it('may stand in the title of the file', () => {
    const title = '云川市教育局2023年政府信息公开工作年度报告';
    expect(subjectOf({ ...page(prose('正文')), title })).toEqual({
      organ: '云川市教育局',
      year: 2023,
      otherYear: null,
    });
  });

  it('are those on the page, whatever the properties of an office document still say', () => {
    const stale = '云川市水务局2020年政府信息公开工作年度报告';
    const shown = prose('云川市教育局2023年政府信息公开工作年度报告');
    const document = { ...page(shown), title: stale };
    for (const format of ['docx', 'xlsx', 'pdf', 'doc'] as const) {
      expect(subjectOf({ ...document, format })).toEqual({
        organ: '云川市教育局',
        year: 2023,
        otherYear: null,
      });
      const bare = { ...page(prose('一、总体情况')), format, title: stale };
      expect(subjectOf(bare)).toMatchObject({ organ: '云川市水务局', year: 2020 });
    }
  });

  it('may stand in the first cell of a table', () => {
    const document = page(grid(['云川市教育局2023年政府信息公开工作年度报告', '<']));
    expect(subjectOf(document)).toEqual({
      organ: '云川市教育局',
      year: 2023,
      otherYear: null,
    });
  });

  it('take the year from the period that the report covers', () => {
    expect(told('本报告统计期限自2022年1月1日至2022年12月31日。')).toEqual([null, 2022]);
  });

  it('do not take the year from other dates', () => {
    expect(told('本机关于2023年3月1日印发通知。', '一、总体情况')).toEqual([null, null]);
  });

  it('are unknown where nothing says them', () => {
    expect(told()).toEqual([null, null]);
    expect(told('政府信息公开工作年度报告')).toEqual([null, null]);
  });

  it('are not looked for far into the text', () => {
    const many = Array.from({ length: 80 }, (_, i) => `第${i}段正文。`);
    expect(told(...many, '云川市教育局2023年政府信息公开工作年度报告')).toEqual([null, null]);
  });

  it('are found in bounded time', () => {
    const start = performance.now();
    told('2020年'.repeat(100_000), '云'.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
