import { describe, expect, it } from 'vitest';
import { namedBy } from '../../src/audit/named.ts';

describe('the name of a file', () => {
  it.each([
    ['静安区/静安区财政局2020年政府信息公开工作年度报告.docx', '静安区财政局', 2020],
    ['静安区财政局/2020.pdf', '静安区财政局', 2020],
    ['云川市卫生健康委员会/2024年年报扫描件.pdf', '云川市卫生健康委员会', 2024],
    ['云川市公安局/空白表.xlsx', '云川市公安局', null],
    ['静安区财政局/2021年/年报.html', null, 2021],
    ['静安区财政局/report.json', '静安区财政局', null],
    ['2020.pdf', null, 2020],
    ['静安区财政局2019-2020.pdf', '静安区财政局', null],
    ['a/b.html', null, null],
    ['编号20201234/文件120200.pdf', null, null],
  ])('%s names %s of %s', (path, organ, year) => {
    expect(namedBy(path)).toEqual({ organ, year, said: null });
  });
});
