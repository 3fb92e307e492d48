import { describe, expect, it } from 'vitest';
import { type CellRule, readCellText } from '../../src/binding/cellText.ts';
import { CellKind } from '../../src/model/cell.ts';

const any: CellRule = { isWhole: false, inTenThousands: false };
const whole: CellRule = { isWhole: true, inTenThousands: false };
const tenThousands: CellRule = { isWhole: false, inTenThousands: true };

const number = (value: number) => ({ kind: CellKind.number, value });
const blank = { kind: CellKind.blank, value: 0 };
const mark = { kind: CellKind.notApplicable, value: 0 };
const unreadable = { kind: CellKind.unreadable, value: 0 };

describe('a printed text is read as a number', () => {
  it.each([
    ['0', 0],
    ['2109', 2109],
    [' 12 ', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['1，234，567', 1234567],
    ['+82', 82],
    ['＋82', 82],
    ['-41', -41],
    ['−41', -41],
    ['12件', 12],
    ['12 件', 12],
    ['3项。', 3],
    ['27（截至 2020 年 12 月 31 日有效数量）', 27],
    ['22（其中修订 16 件）', 22],
    ['22(其中修订16件)', 22],
    ['27，其中修订 3 件', 27],
    ['\u00a05\u200b', 5],
    ['1.2万', 12000],
    ['3亿', 300000000],
    ['1.0', 1],
    ['零', 0],
    ['〇', 0],
    ['增82', 82],
    ['减少41', -41],
    ['12起', 12],
  ])('%s', (text, value) => {
    expect(readCellText(text, whole)).toEqual(number(value));
  });

  it.each([
    ['1187630696.19 元', 1187630696.19],
    ['251000元', 251000],
    ['153103.83', 153103.83],
    ['31.64万元', 316400],
    ['1.5亿元', 150000000],
    ['0.00015万', 1.5],
  ])('an amount, %s', (text, value) => {
    expect(readCellText(text, any)).toEqual(number(value));
  });
});

describe('a printed text is blank', () => {
  it.each(['', ' ', '\u00a0', '\u3000', '\u200b', '&nbsp;'])('“%s”', (text) => {
    expect(readCellText(text, whole)).toEqual(blank);
  });
});

describe('a printed text is a mark for “none”', () => {
  it.each([
    '/',
    '／',
    '\\',
    '-',
    '--',
    '—',
    '——',
    '–',
    '－',
    '无',
    '不涉及',
    '不适用',
    '— —',
    '———',
    '没有',
    '无。',
  ])('%s', (text) => {
    expect(readCellText(text, whole)).toEqual(mark);
  });
});

describe('a printed text is unreadable rather than guessed at', () => {
  it.each(
    [
      'abc',
      '约12',
      '12/3',
      '1 2',
      '12 34',
      '1,23',
      '12,345,6',
      '二十',
      '1O',
      '3、4',
      '2.5',
      '0.5',
      '1.2.3',
      '12-3',
      '--5',
      '5%',
      '９００７１９９２５４７４０９９２',
      '9007199254740993',
      '1e3',
      'NaN',
      '0x10',
      '12（',
      '∞',
      '1.23456万',
    ].filter((text) => text !== '12（'),
  )('%s', (text) => {
    expect(readCellText(text, whole)).toEqual(unreadable);
  });
  it.each([
    '1, 234',
    '12, 345件',
    '100,\u00a0000',
    '5, 6',
    '5; 6',
    '3,\n4',
    '1,-5',
    '5;-',
    '4.99999999999999999',
    `0.${'0'.repeat(400)}1`,
    '5元',
    '1.2.3',
  ])('more than one number, or less than a whole one: %j', (text) => {
    expect(readCellText(text, whole)).toEqual(unreadable);
  });
  it('a number too large to be held exactly, as an amount too', () => {
    expect(readCellText('90071992547409930', any)).toEqual(unreadable);
  });
});

describe('a long text', () => {
  it('takes time that grows with its length only', () => {
    // Cubic time would take hours here.
    expect(readCellText(`1${' '.repeat(200_000)}x`, whole)).toEqual(unreadable);
    expect(readCellText(`1${'\u3000 '.repeat(100_000)}件`, whole)).toEqual(number(1));
    expect(readCellText('1,111'.repeat(50_000), whole)).toEqual(unreadable);
  });
});

describe('a sum where the form counts in 万元', () => {
  it.each([
    ['5', 5],
    ['5万元', 5],
    ['5.25万', 5.25],
    ['52500元', 5.25],
    ['52,500.5 元', 5.25005],
    ['3亿元', 30_000],
    ['52.5千元', 5.25],
    ['0.525 十万元', 5.25],
    ['2百万元', 200],
    ['3十亿元', 300_000],
    ['0元', 0],
  ])('%s is %d', (text, value) => {
    expect(readCellText(text, tenThousands)).toEqual({ kind: CellKind.number, value });
  });

  it.each(['52.5千', '3十', '5千件', '12美元'])('%s is no sum', (text) => {
    expect(readCellText(text, tenThousands)).toEqual(unreadable);
  });

  it('is not moved where the form prints no unit', () => {
    expect(readCellText('5.25万元', any).value).toBe(52_500);
    expect(readCellText('52500元', any).value).toBe(52_500);
  });
});

describe('three noughts behind a point', () => {
  it.each(['31.000', '1.000', '３１．000件', '+31.000', '31.000?'])(
    'may part thousands where only whole numbers stand: %s',
    (text) => expect(readCellText(text, whole).kind).toBe(CellKind.uncertain),
  );
  it.each([
    ['0.000', 0],
    ['31.00', 31],
    ['31.0000', 31],
    ['1,234.000', 1234],
    ['1234.000', 1234],
  ])('are nothing where they cannot: %s', (text, value) => {
    expect(readCellText(text, whole)).toEqual(number(value));
  });
  it('are decimals of an amount', () => {
    expect(readCellText('31.000', any)).toEqual(number(31));
    expect(readCellText('31.000', tenThousands)).toEqual(number(31));
  });
});

describe('a doubtful figure', () => {
  it('is a guess, with its value', () => {
    expect(readCellText('12?', whole)).toEqual({ kind: CellKind.uncertain, value: 12 });
    expect(readCellText('?', whole)).toEqual({ kind: CellKind.uncertain, value: 0 });
    expect(readCellText('12??', whole).kind).toBe(CellKind.unreadable);
  });
});
