import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, printedFigures, tokens } from '../support/sentence.ts';

describe('a sentence in pieces', () => {
  it('has words, figures, marks, years and what is none of these', () => {
    const pieces = tokens('2023年共收到某某申请25件，其中');
    expect(pieces.map(({ is }) => is)).toEqual([
      'year',
      'word',
      'word',
      'rest',
      'word',
      'figure',
      'mark',
      'word',
    ]);
  });

  it('knows parts of the year, but not the whole of it', () => {
    const roles = (text: string) =>
      tokens(text).map((token) => (token.is === 'word' ? token.sense.meaning.role : token.is));
    expect(roles('1-6月')).toEqual(['partTime']);
    expect(roles('3月15日')).toEqual(['partTime']);
    expect(roles('12月31日')).not.toContain('partTime');
  });

  it.each([
    ['分别为3、2、1件', ['3件', '2件', '1件']],
    ['分别为3件、2件、1件', ['3件', '2件', '1件']],
    ['分别为3件、2、1', ['3件']],
    ['分别为3、2、1', []],
    ['分别占50.5、30、19.5%', ['50.5%', '30%', '19.5%']],
    ['分别为3、2万元', ['2万元']],
    ['分别为3、2件，4、5件', ['3件', '2件', '5件']],
    ['为3、2、1件', ['1件']],
    ['分别为12和3件', ['12件', '3件']],
  ])('reads %s as %j', (text, printed) => {
    expect(printedFigures(text)).toEqual(printed);
  });

  it('takes a share in a row for rounded or cut off, as any share', () => {
    expect(figures('分别占50.5、30%').map(({ range }) => range)).toEqual([
      { low: 50.45, high: 50.6 },
      { low: 29.5, high: 31 },
    ]);
  });

  it('leaves out titles of documents, but not what only opens like one', () => {
    expect(printedFigures('印发《十件实事5件》3件')).toEqual(['3件']);
    expect(printedFigures('《收到3件')).toEqual(['3件']);
    expect(printedFigures(`《${'长'.repeat(300)}》3件`)).toEqual(['3件']);
  });

  it('has its figures in order, one behind the other, within the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'0123456789一二十百千万亿零两件条%元，。、（）《》年月约余分别为-.'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (each) => {
        let end = 0;
        for (const figure of figures(each)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.end).toBeLessThanOrEqual(each.length);
          expect(figure.sentence.text.startsWith(figure.printed, figure.start)).toBe(true);
          expect(figure.range.low).toBeLessThanOrEqual(figure.range.high);
          ({ end } = figure);
        }
      }),
      { numRuns: 500 },
    );
  });
});
