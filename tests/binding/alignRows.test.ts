import { describe, expect, it } from 'vitest';
import { alignRows } from '../../src/binding/alignRows.ts';
import { gridRows } from '../../src/binding/gridRows.ts';
import { labelBook } from '../../src/binding/labelBook.ts';
import { keyOf } from '../../src/binding/labelKey.ts';
import { form2021, grid, page } from '../support/page.ts';

const book = labelBook(form2021);
const zeros = ['0', '0', '0', '0', '0', '0', '0'];

/** Paths of the lines that rows were taken for, with a question mark where that is not certain. */
function aligned(rows: readonly (readonly string[])[], loose = '') {
  const all = gridRows(page(grid(...rows)), book);
  const { matches, extras } = alignRows(all, book, () => keyOf(loose));
  return {
    lines: matches.map(({ row, line, isCertain }) => [
      row.index,
      `${line.path}${isCertain ? '' : '?'}`,
    ]),
    extras: extras.map(({ row, after }) => [row.index, after.path]),
  };
}

describe('a row is the line', () => {
  it('that its label names', () => {
    const rows = [
      ['一、本年新收政府信息公开申请数量', ...zeros],
      ['二、上年结转政府信息公开申请数量', ...zeros],
    ];
    expect(aligned(rows)).toEqual({
      lines: [
        [0, 'newlyReceived'],
        [1, 'carriedOver'],
      ],
      extras: [],
    });
  });

  it('that its label names though blank throughout', () => {
    const row = ['（一）予以公开', '', '', '', '', '', '', ''];
    expect(aligned([row]).lines).toEqual([[0, 'handled.granted']]);
  });

  it('that a label broken over the rows around it names', () => {
    const blank = ['', '', '', '', '', '', ''];
    const rows = [
      ['（一）予以公开', ...zeros],
      ['2.申请人逾期未按收费通知要求缴纳费用、', ...blank],
      ['行政机关不再处理其政', ...zeros],
      ['府信息公开申请', ...blank],
    ];
    expect(aligned(rows).lines).toContainEqual([2, 'handled.otherHandling.feeUnpaid']);
  });

  it('that it must be by its number between two others, for certain only if its label is found elsewhere', () => {
    const rows = [
      ['（一）予以公开', ...zeros],
      ['', ...zeros],
      ['1.属于国家秘密', ...zeros],
    ];
    expect(aligned(rows)).toEqual({
      lines: [
        [0, 'handled.granted'],
        [1, 'handled.grantedInPart?'],
        [2, 'handled.denied.stateSecret'],
      ],
      extras: [],
    });
    expect(aligned(rows, '（二）部分公开').lines[1]).toEqual([1, 'handled.grantedInPart']);
  });
});

describe('a row of the document’s own', () => {
  it('is none of the form, and is told with the line it follows', () => {
    const rows = [
      ['一、本年新收政府信息公开申请数量', ...zeros],
      ['本地自行增设的统计行', ...zeros],
      ['二、上年结转政府信息公开申请数量', ...zeros],
    ];
    expect(aligned(rows)).toEqual({
      lines: [
        [0, 'newlyReceived'],
        [2, 'carriedOver'],
      ],
      extras: [[1, 'newlyReceived']],
    });
  });

  it('leaves rows without labels open where their number does not fit', () => {
    const rows = [
      ['（一）予以公开', ...zeros],
      ['', ...zeros],
      ['', ...zeros],
      ['1.属于国家秘密', ...zeros],
    ];
    expect(aligned(rows)).toEqual({
      lines: [
        [0, 'handled.granted'],
        [3, 'handled.denied.stateSecret'],
      ],
      extras: [
        [1, 'handled.granted'],
        [2, 'handled.granted'],
      ],
    });
  });

  it('is nothing before the first line of the form', () => {
    expect(aligned([['编号', '12', '3']])).toEqual({ lines: [], extras: [] });
  });
});
