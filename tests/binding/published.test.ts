import { describe, expect, it } from 'vitest';
import { publishedOf } from '../../src/binding/published.ts';
import { isoOf } from '../../src/model/day.ts';
import { grid, page, picture, prose } from '../support/page.ts';

const told = (...texts: string[]): string | null => {
  const day = publishedOf(page(...texts.map((text) => prose(text))));
  return day === null ? null : isoOf(day);
};
const title = '云川市教育局2023年政府信息公开工作年度报告';

describe('the day of publication', () => {
  it.each([
    ['发布时间：2024-02-05 10:20', '2024-02-05'],
    ['发布日期: 2024年2月5日', '2024-02-05'],
    ['来源：云川市教育局 发布时间：2024/2/5 浏览次数：310', '2024-02-05'],
    ['[公开日期] 2024.02.05', '2024-02-05'],
    ['成文日期：2024-01-30', '2024-01-30'],
    ['发文日期：2024-01-30\n公开日期：2024-02-05', '2024-02-05'],
    ['发布日期：2024-03-01\n公开日期：2024-02-05', '2024-02-05'],
  ])('stands behind its label: %s', (text, day) => {
    expect(told(title, text, '一、总体情况')).toBe(day);
  });

  it('stands beside its label in a table', () => {
    const table = grid(['名称', title, '<', '<'], ['索引号', '1/2024', '公开日期', '2024-01-17']);
    expect(publishedOf(page(picture('标志'), table))).toEqual({ year: 2024, month: 1, day: 17 });
  });

  it.each([
    ['2024-02-05 10:20', '2024-02-05'],
    ['20240205', '2024-02-05'],
    ['2024年02月05日', '2024-02-05'],
    ['2024-02-05T10:20:00+08:00', '2024-02-05'],
    ['2024-02-05-09:15:00', '2024-02-05'],
    ['2024-02-31', null],
    ['202402051020', null],
    ['today', null],
  ])('stands in the head of the file: %s', (text, day) => {
    const published = publishedOf({ ...page(prose(title)), published: [text] });
    expect(published === null ? null : isoOf(published)).toBe(day);
  });

  it('is the earliest that the head and the page give', () => {
    const both = (text: string): string | null => {
      const found = publishedOf({ ...page(prose(text)), published: ['2024-02-05'] });
      return found === null ? null : isoOf(found);
    };
    expect(both('发布日期：2024-01-30')).toBe('2024-01-30');
    expect(both('发布日期：2024-03-01')).toBe('2024-02-05');
    expect(both('成文日期：2024-01-30')).toBe('2024-02-05');
  });

  it.each(['2024-01-30', '（2024年1月30日）', '2024年 1月 30日 09:15'])(
    'may stand alone below the title: %s',
    (text) => expect(told(title, '云川市教育局', text)).toBe('2024-01-30'),
  );

  it.each([
    [[title, '一、总体情况', '公开日期：2024-02-05']],
    [[title, '甲', '乙', '丙', '2024-01-30']],
    [['2024-01-30', '公告']],
    [[title, '本局于2024年1月30日公布。']],
    [[title, '发布日期：2024-02-31']],
    [[title, '发布日期：2024-13-01']],
    [[...Array.from({ length: 80 }, (_, i) => `第${i}行`), '发布日期：2024-02-05']],
  ])('is not told by %j', (texts) => expect(told(...texts)).toBeNull());
});
