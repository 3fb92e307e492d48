import { describe, expect, it } from 'vitest';
import { figures, marked, printedFigures, spoken } from '../support/sentence.ts';

/** Value, lowest and highest of the only figure of a text. */
function read(text: string): readonly (number | boolean | string)[] | null {
  const [figure, ...others] = figures(text);
  if (figure === undefined || others.length > 0) return null;
  const { value, range, unit, isApproximate } = figure;
  const round = (each: number): number => Math.round(each * 1e6) / 1e6;
  return [round(value), round(range.low), round(range.high), unit, isApproximate];
}

describe('a figure of the prose', () => {
  it.each([
    ['收到申请25件', 25, '件'],
    ['收到申请２５件', 25, '件'],
    ['收到申请 2 5 件', 25, '件'],
    ['收到申请1,234件', 1234, '件'],
    ['收到申请1，234件', 1234, '件'],
    ['收到申请12,345,678件', 12345678, '件'],
    ['收到申请二十三件', 23, '件'],
    ['收到申请两件', 2, '件'],
    ['收到申请零件', 0, '件'],
    ['共0条', 0, '条'],
    ['公开12条次', 12, '条'],
    ['收到12件次', 12, '件次'],
    ['达到25件', 25, '件'],
  ])('in “%s” is %d', (text, value, unit) => {
    expect(read(text)).toEqual([value, value, value, unit, false]);
  });

  it.each([
    ['占33.9%', 33.9, 33.85, 34, '%'],
    ['占33.9％', 33.9, 33.85, 34, '%'],
    ['占33%', 33, 32.5, 34, '%'],
    ['占5‰', 0.5, 0.45, 0.6, '‰'],
    ['增长1.2倍', 120, 115, 130, '倍'],
    ['增长3个百分点', 3, 2.5, 4, '个百分点'],
    ['收费113.36万元', 1133600, 1133550, 1133700, '万元'],
    ['收费1.2亿元', 120000000, 115000000, 130000000, '亿元'],
    ['收费20元', 20, 19.5, 21, '元'],
    ['公开1.2万条', 12000, 11500, 13000, '条'],
    ['公开3万条', 30000, 25000, 40000, '条'],
  ])('in “%s” may be rounded or cut off', (text, value, low, high, unit) => {
    expect(read(text)).toEqual([value, low, high, unit, false]);
  });

  it.each([
    ['约100件', 99, 101],
    ['大约100件', 99, 101],
    ['近100件', 94, 100],
    ['不足100件', 94, 100],
    ['超过100件', 100, 111],
    ['逾100件', 100, 111],
    ['100余件', 100, 120],
    ['100多件', 100, 120],
    ['100件以上', 100, 120],
    ['100件以下', 90, 100],
    ['100件左右', 94, 106],
    ['一百余件', 100, 120],
  ])('“%s” is told by an approximate word', (text, low, high) => {
    expect(read(`收到申请${text}`)).toEqual([100, low, high, '件', true]);
  });

  it.each([
    '2023年1月1日至12月31日',
    '5月', // months and days
    '12日上午9时30分',
    '20个工作日',
    '〔2021〕30号',
    '国办公开办函〔2019〕60号',
    '第10条第3项',
    '电话：021-63580000',
    '邮编200000',
    '一件事办好',
    '两件事',
    '一个窗口',
    '几十件',
    '数十件',
    '几百件',
    '三五件',
    '三四十件',
    '一百二件',
    '3至5件',
    '3-5件',
    '3～5件',
    '1万2千件',
    '1万2000件',
    '3亿2000万元',
    '一万一千一百一十一万一千一百一十一一一一件',
    '1,1,1,1',
    '1.2.3.4',
    '12345',
    '《关于10件实事的通知》',
  ])('is none in “%s”', (text) => {
    expect(printedFigures(text)).toEqual([]);
  });

  it('is as large as any number that is printed, or none', () => {
    expect(read('1,111,111,111,111,111件')?.[0]).toBe(1111111111111111);
    expect(figures('1,111,111,111,111,111,111,111件')).toEqual([]);
    expect(figures(`${'9'.repeat(400)}件`)).toEqual([]);
  });

  it('says where it stands, with its unit and the words behind it', () => {
    const sentence = spoken('共收到申请２５件以上。');
    const [figure] = figures('共收到申请２５件以上。');
    expect(figure && marked(sentence, figure)).toBe('共收到申请【25件以上】。');
  });
});
