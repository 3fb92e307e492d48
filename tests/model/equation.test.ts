import { describe, expect, it } from 'vitest';
import {
  decide,
  type Interval,
  type Quantity,
  statedSum,
  type Weighted,
} from '../../src/model/equation.ts';

const open: Interval = { low: 0, high: Number.POSITIVE_INFINITY };
const point = (value: number): Quantity => {
  const interval = { low: value, high: value };
  return { stated: interval, possible: interval };
};
const between = (low: number, high: number): Quantity => ({
  stated: { low, high },
  possible: { low, high },
});
const blank: Quantity = { stated: { low: 0, high: 0 }, possible: open };
const unknown: Quantity = { stated: null, possible: open };
const sum = (...quantities: Quantity[]): Weighted[] =>
  quantities.map((quantity) => ({ quantity, coefficient: 1 }));

describe('an equality', () => {
  it('passes when both sides are the same', () => {
    expect(decide(sum(point(2109), point(149)), '=', sum(point(2163), point(95)))).toBe('pass');
  });
  it('fails when they differ by one in either direction', () => {
    expect(decide(sum(point(2258)), '=', sum(point(2259)))).toBe('fail');
    expect(decide(sum(point(2259)), '=', sum(point(2258)))).toBe('fail');
  });
  it('passes with a blank that adds as 0', () => {
    expect(decide(sum(point(5)), '=', sum(point(5), blank))).toBe('pass');
  });
  it('is inconclusive when only a value in the blank could save it', () => {
    expect(decide(sum(point(5)), '=', sum(point(3), blank))).toBe('inconclusive');
  });
  it('fails when no value from 0 in the blank can save it', () => {
    expect(decide(sum(point(5)), '=', sum(point(6), blank))).toBe('fail');
    expect(decide(sum(point(6), blank), '=', sum(point(5)))).toBe('fail');
  });
  it('is inconclusive with an unknown quantity even where 0 would do', () => {
    expect(decide(sum(point(5)), '=', sum(point(5), unknown))).toBe('inconclusive');
  });
  it('fails when the unknown quantity cannot save it', () => {
    expect(decide(sum(point(5)), '=', sum(point(6), unknown))).toBe('fail');
  });
  it('passes between a rounded share and a figure inside its interval, not outside', () => {
    expect(decide(sum(between(35.55, 35.65)), '=', sum(point(35.56)))).toBe('pass');
    expect(decide(sum(between(35.55, 35.65)), '=', sum(point(35.66)))).toBe('fail');
    expect(decide(sum(between(35.55, 35.65)), '=', sum(point(35.54)))).toBe('fail');
  });
  it('holds at the ends of an interval', () => {
    expect(decide(sum(between(1, 2)), '=', sum(point(1)))).toBe('pass');
    expect(decide(sum(between(1, 2)), '=', sum(point(2)))).toBe('pass');
  });
});

describe('an inequality', () => {
  it('holds at equality and on its side only', () => {
    expect(decide(sum(point(3)), '<=', sum(point(3)))).toBe('pass');
    expect(decide(sum(point(2)), '<=', sum(point(3)))).toBe('pass');
    expect(decide(sum(point(4)), '<=', sum(point(3)))).toBe('fail');
    expect(decide(sum(point(3)), '>=', sum(point(3)))).toBe('pass');
    expect(decide(sum(point(4)), '>=', sum(point(3)))).toBe('pass');
    expect(decide(sum(point(2)), '>=', sum(point(3)))).toBe('fail');
  });
  it('passes when every value of an unknown quantity satisfies it', () => {
    expect(decide(sum(point(0)), '<=', sum(unknown))).toBe('pass');
    expect(decide(sum(unknown), '>=', sum(point(0)))).toBe('pass');
  });
  it('is inconclusive when only some values of an unknown quantity satisfy it', () => {
    expect(decide(sum(point(1)), '<=', sum(unknown))).toBe('inconclusive');
    expect(decide(sum(unknown), '>=', sum(point(1)))).toBe('inconclusive');
    expect(decide(sum(unknown), '<=', sum(point(1)))).toBe('inconclusive');
  });
  it('compares an empty side as 0', () => {
    expect(decide(sum(point(5), point(-5)), '>=', [])).toBe('pass');
    expect(decide(sum(point(5), point(-6)), '>=', [])).toBe('fail');
  });
});

describe('coefficients', () => {
  it('multiply the quantities, turning an interval round when negative', () => {
    const terms = [{ quantity: between(1, 2), coefficient: -3 }];
    expect(statedSum(terms)).toEqual({ low: -6, high: -3 });
    expect(decide(terms, '=', sum(point(-6)))).toBe('pass');
    expect(decide(terms, '=', sum(point(-7)))).toBe('fail');
  });
  it('give no stated sum where a term states nothing', () => {
    expect(statedSum(sum(point(1), unknown))).toBeNull();
  });
});

describe('sums beyond 2^53', () => {
  const huge = point(Number.MAX_SAFE_INTEGER);
  it('are not decided, since doubles would not add them exactly', () => {
    expect(decide(sum(huge, point(1)), '=', sum(huge, point(1)))).toBe('inconclusive');
    expect(decide(sum(huge, point(2)), '=', sum(huge))).toBe('inconclusive');
  });
  it('are decided up to 2^53 exactly', () => {
    const half = point(2 ** 51);
    expect(decide(sum(half), '=', sum(half))).toBe('pass');
    expect(decide(sum(point(Number.MAX_SAFE_INTEGER)), '=', [])).toBe('fail');
  });
  it('count the size of negative and scaled values, not of open ends', () => {
    expect(decide(sum(point(-Number.MAX_SAFE_INTEGER), point(-1)), '=', [])).toBe('inconclusive');
    expect(decide([{ quantity: point(2 ** 52), coefficient: 3 }], '=', [])).toBe('inconclusive');
    expect(decide(sum(between(-(2 ** 54), 0)), '=', [])).toBe('inconclusive');
    expect(decide(sum(blank), '=', [])).toBe('pass');
  });
});
