import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralOf } from '../../src/prose/numerals.ts';

const digits = '零一二三四五六七八九';

function below10000(value: number): string {
  let text = '';
  let isGap = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) {
      isGap = text !== '';
      continue;
    }
    text += (isGap ? '零' : '') + digits[digit] + name;
    isGap = false;
  }
  return text;
}

/** A whole number as it is written in Chinese, every gap with its 零. */
function written(value: number): string {
  if (value === 0) return '零';
  const parts = [
    [Math.floor(value / 1e8), '亿'],
    [Math.floor(value / 1e4) % 1e4, '万'],
    [value % 1e4, ''],
  ] as const;
  let text = '';
  for (const [part, name] of parts) {
    if (part === 0) continue;
    text += (text !== '' && part < 1000 ? '零' : '') + below10000(part) + name;
  }
  return text;
}

describe('Chinese numerals', () => {
  it.each([
    ['零', 0],
    ['五', 5],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百二十', 120],
    ['一百零三', 103],
    ['两千零五', 2005],
    ['二千三百', 2300],
    ['一千零一十', 1010],
    ['一万二千', 12000],
    ['三万零五', 30005],
    ['十万', 100000],
    ['一亿二千万', 120000000],
    ['二零二零', 2020],
    ['一零五', 105],
  ])('read %s as %d', (text, value) => {
    expect(numeralOf(text)).toBe(value);
  });

  it.each([
    '',
    '一百二',
    '三千五',
    '三四十',
    '三五',
    '一二',
    '百',
    '千万',
    '万',
    '亿',
    '十百',
    '一十百',
    '零百',
    '一万二千万',
    '二十三百',
    '一千二千',
  ])('do not count with %j', (text) => {
    expect(numeralOf(text)).toBeNull();
  });

  it('of any whole number are read as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(numeralOf(written(value))).toBe(value);
      }),
    );
  });

  it('that begin with ten may leave out the one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 19 }), (value) => {
        expect(numeralOf(written(value).slice(1))).toBe(value);
      }),
    );
  });

  it('give a whole number or nothing, whatever the characters', () => {
    const text = fc.string({ unit: fc.constantFrom(...'零一二两三九十百千万亿'), maxLength: 16 });
    fc.assert(
      fc.property(text, (each) => {
        const value = numeralOf(each);
        expect(value === null || (Number.isInteger(value) && value >= 0)).toBe(true);
      }),
    );
  });
});
