import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../src/binding/digits.ts';

const ways = (text: string, count: number) => readingsOf(text, count).ways;
const shown = (text: string, count: number) =>
  ways(text, count).map((way) => way.map((each) => each ?? '_').join(' '));

describe('figures that stand apart', () => {
  it.each([
    ['1 2 3', 3, '1 2 3'],
    ['1\t2\t3', 3, '1 2 3'],
    ['１ ２ ３', 3, '1 2 3'],
    ['1,234 5', 2, '1,234 5'],
    ['+82 -41', 2, '+82 -41'],
    ['−3 2', 2, '-3 2'],
    ['/ 0 /', 3, '/ 0 /'],
    ['12.5', 1, '12.5'],
  ])('%j is read as %i cells in one way', (text, count, way) => {
    expect(shown(text, count)).toEqual([way]);
  });

  // Dashes are taken for minus signs before it is seen that they stand alone.
  it('may be dashes', () => {
    expect(ways('— 3', 2)).toHaveLength(1);
  });

  it('are refused if there are more of them than cells', () => {
    expect(ways('1 2 3 4', 3)).toEqual([]);
  });

  it('are refused if words stand between them', () => {
    expect(ways('1 件 2', 2)).toEqual([]);
  });
});

describe('figures that run together', () => {
  it('leave one way if there are as many digits as cells', () => {
    expect(shown('0000012', 7)).toEqual(['0 0 0 0 0 1 2']);
  });

  it('are cut in every way without leading zeros', () => {
    expect(shown('2011', 3)).toEqual(['2 0 11', '20 1 1']);
    expect(shown('10', 1)).toEqual(['10']);
  });

  it('keep the sign before the first of them', () => {
    expect(shown('+12', 2)).toEqual(['+1 2']);
  });

  it('leave blank cells in every place if there are fewer digits than cells', () => {
    expect(new Set(shown('1', 3))).toEqual(new Set(['1 _ _', '_ 1 _', '_ _ 1']));
    expect(shown('11', 3)[0]).toBe('1 _ 1');
  });

  it('are all blank where there is nothing', () => {
    expect(ways('', 3)).toEqual([[null, null, null]]);
    expect(ways(' \n', 2)).toEqual([[null, null]]);
  });

  it('are not listed to the end if there are too many ways', () => {
    const { ways: some, isComplete } = readingsOf('123456789123456789', 9);
    expect(isComplete).toBe(false);
    expect(some.length).toBeLessThanOrEqual(3000);
  });
});

/** Ways to cut digits into so many numbers without leading zeros, counted otherwise than they are listed. */
function countCuts(digits: string, count: number): number {
  const from = digits
    .split('')
    .map(() => 0)
    .concat(1);
  let counts = from;
  for (let piece = 0; piece < count; piece++) {
    counts = counts.map((_, start) => {
      if (start === digits.length) return 0;
      const most = digits[start] === '0' ? start + 1 : digits.length;
      return counts.slice(start + 1, most + 1).reduce((sum, each) => sum + each, 0);
    });
  }
  return counts[0] ?? 0;
}

const figures = (most: number) => fc.array(fc.nat(most), { minLength: 1, maxLength: 7 });

describe('of any figures', () => {
  it('the true reading is among the ways if they are all listed', () => {
    fc.assert(
      fc.property(figures(500), (numbers) => {
        const { ways: found, isComplete } = readingsOf(numbers.join(''), numbers.length);
        const truth = numbers.join(' ');
        return !isComplete || found.some((way) => way.join(' ') === truth);
      }),
    );
  });

  it('the true reading is among the ways if cells are blank and all ways are listed', () => {
    const cell = fc.option(fc.nat(30), { nil: null });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const text = cells.map((each) => each ?? '').join('');
        const { ways: found, isComplete } = readingsOf(text, cells.length);
        const isFull = countCuts(text, cells.length) > 0;
        // Where every cell may have its figure, blanks are not thought of.
        if (isFull || !isComplete) return true;
        const truth = cells.map((each) => (each === null ? '_' : String(each))).join(' ');
        return found.some((way) => way.map((each) => each ?? '_').join(' ') === truth);
      }),
    );
  });

  it('one way alone is given only if no other cut without leading zeros exists', () => {
    fc.assert(
      fc.property(figures(99), (numbers) => {
        const text = numbers.join('');
        const { ways: found, isComplete } = readingsOf(text, numbers.length);
        return !isComplete || found.length === countCuts(text, numbers.length);
      }),
    );
  });

  it('every way has a text or a blank for each cell, no leading zeros, and all digits in order', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{1,12}$/u),
        fc.integer({ min: 1, max: 8 }),
        (text, count) => {
          for (const way of ways(text, count)) {
            expect(way).toHaveLength(count);
            expect(way.join('')).toBe(text);
            if (way.filter((each) => each !== null).length > 1)
              expect(way.filter((each) => each !== null && /^0\d/u.test(each))).toEqual([]);
          }
        },
      ),
    );
  });

  it('the ways are never more than can be told apart', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\d ]{1,200}$/u),
        fc.integer({ min: 1, max: 15 }),
        (text, count) => {
          return ways(text, count).length <= 3000;
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a long text', () => {
  it.each([
    ['0'.repeat(120), 7],
    ['1'.repeat(120), 7],
    ['1'.repeat(120), 15],
    [`${'1'.repeat(119)}0`, 15],
    [`${'1'.repeat(105)}${'0'.repeat(15)}`, 15],
    [`${'1'.repeat(14)}${'0'.repeat(106)}`, 15],
    ['10'.repeat(60), 15],
    ['1 0'.repeat(40), 15],
    ['1'.repeat(100_000), 7],
    ['1 '.repeat(100_000), 7],
    ['x'.repeat(1_000_000), 7],
    ['-'.repeat(1_000_000), 7],
  ])('%# is read in bounded time', (text, count) => {
    const start = performance.now();
    readingsOf(text, count);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('is not read at all if no line of a form is so long', () => {
    expect(ways('1'.repeat(121), 7)).toEqual([]);
  });
});
