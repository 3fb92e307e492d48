import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith, type Json, passing, pretty, put } from './records.ts';
import { refusals, refused } from './refused.ts';

const withYear = (year: Json): string => pretty(put(passing, 'year', year));
const without = (...keys: string[]) => keys.reduce((record, key) => put(record, key), passing);

describe('the year', () => {
  const outside = [2009, 1999, 2013];
  const toldOutside = refusals('bad.json', outside.map(withYear));
  it.each(outside)('%i is outside every edition', (year) => {
    expect(toldOutside(withYear(year))).toEqual({
      zh: [
        `bad.json:4:11: year: ${year} 年没有全国统一的报告格式，无法检查（已有格式：2014–2018, 2019–2020, 2021–）`,
      ],
      en: [
        `bad.json:4:11: year: there is no national form for ${year}, so it cannot be checked (forms: 2014–2018, 2019–2020, 2021–)`,
      ],
    });
  });
  const wrong: readonly (readonly [string, Json, string])[] = [
    ['a text', '2025', '"2025"'],
    ['a fraction', 2025.5, '2025.5'],
    ['null', null, 'null'],
    ['too long', 20255, '20255'],
  ];
  const told = refusals(
    'bad.json',
    wrong.map(([, year]) => withYear(year)),
  );
  it.each(wrong)('is %s', (_, year, found) => {
    expect(told(withYear(year))).toEqual({
      zh: [`bad.json:4:11: year: 这里应当是四位整数年份，实际是 ${found}`],
      en: [`bad.json:4:11: year: a year of four digits is expected here, this is ${found}`],
    });
  });
  it('stands nowhere, nor does the edition', () => {
    expect(refused('bad.json', pretty(without('year', 'edition')))).toEqual({
      zh: ['bad.json:1:1: 没有写明年份。请加上 "year"（报告年度，如 2024）或 "edition"'],
      en: [
        'bad.json:1:1: the year is not given; add "year" (the year reported on, such as 2024) or "edition"',
      ],
    });
  });
  it.each(['year', 'edition'])('is not needed where only %s is left out', (key) => {
    const cwd = folderWith({ 'report.json': pretty(without(key)) });
    const ran = giar(['check', 'report.json', '-q', '--lang', 'en'], { cwd });
    const warning = key === 'year' ? ', 1 warning' : '';
    expectRun(ran, 0, [`✓ report.json: pass${warning}`], []);
  });
});

describe('the edition', () => {
  it('is unknown', () => {
    expect(refused('bad.json', pretty(put(passing, 'edition', '2020')))).toEqual({
      zh: ['bad.json:2:14: edition: 没有“2020”这一版格式（可用：2014, 2019, 2021）'],
      en: ['bad.json:2:14: edition: unknown edition "2020" (known: 2014, 2019, 2021)'],
    });
  });
  it('is not that of the tables: the keys are told', () => {
    const { zh } = refused('bad.json', pretty(put(passing, 'edition', '2019')));
    expect(zh.length).toBeGreaterThan(1);
    expect(zh.join('\n')).toContain('没有“inForce”这个名称');
  });
});

describe('missing tables', () => {
  const blank = [null, null, null, null, null];
  it('none is there', () => {
    expect(refused('bad.json', pretty(put(passing, 'tables')))).toEqual({
      zh: ['bad.json:1:1: 没有 "tables"，报告里没有可检查的表格'],
      en: ['bad.json:1:1: there is no "tables": the report has no table to check'],
    });
  });
  it.each([
    [
      'one is missing',
      'tables.requests',
      undefined,
      '没有找到表格“三、收到和处理政府信息公开申请情况”',
    ],
    [
      'one is blank throughout',
      'tables.reconsiderationAndLitigation',
      {
        reconsideration: blank,
        litigation: { direct: blank, afterReconsideration: blank },
      },
      '表格“四、政府信息公开行政复议、行政诉讼情况”全部空白',
    ],
  ])('%s: not assessable, and the others are checked', (_, path, value, sentence) => {
    const cwd = folderWith({ 'bad.json': pretty(put(passing, path, value)) });
    const ran = giar(['check', 'bad.json', '--lang', 'zh'], { cwd, env: { COLUMNS: '200' } });
    expect(ran.code).toBe(2);
    expect(ran.out).toContain(`  ? ${path}: ${sentence}，无法核对`);
    expect(ran.out).toMatch(/核对 \d+ 项：相符 [1-9]\d*，不符 0/u);
  });
  it('all of an empty "tables" are told', () => {
    const cwd = folderWith({ 'bad.json': pretty(put(passing, 'tables', {})) });
    const env = { COLUMNS: '200' };
    const ran = giar(['check', 'bad.json', '--lang', 'en'], { cwd, env });
    expect(ran.code).toBe(2);
    expect(ran.out.match(/was not found/gu)).toHaveLength(3);
  });
});
