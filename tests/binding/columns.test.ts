import { describe, expect, it } from 'vitest';
import { cellsOfLine } from '../../src/binding/columns.ts';
import { gridRows } from '../../src/binding/gridRows.ts';
import { headerAbove } from '../../src/binding/header.ts';
import { labelBook } from '../../src/binding/labelBook.ts';
import { form2014, form2019, form2021, grid, page } from '../support/page.ts';

/** Texts of the cells of the row `at`, taken for the line with this path; null where they cannot be told apart. */
function cellsIn(rows: readonly (readonly string[])[], at: number, path: string, form = form2021) {
  const book = labelBook(form);
  const all = gridRows(page(grid(...rows)), book);
  const line = form.lines.find((each) => each.path.endsWith(path));
  const row = all[at];
  if (line === undefined || row === undefined) throw new Error(path);
  const header = headerAbove(all, at, line.block, book);
  const cells = cellsOfLine(row, line.columns.length, header)?.map(({ text }) => text) ?? null;
  return { cells, strangers: header?.strangers.map(({ column, cell }) => [column, cell.text]) };
}

const rules = (header: readonly string[], figures: readonly string[]) =>
  cellsIn(
    [
      ['信息内容', ...header],
      ['规章', ...figures],
    ],
    1,
    'governmentRules',
  );

describe('the cells of a line', () => {
  it('stand under their headers', () => {
    const read = rules(['本年制发件数', '本年废止件数', '现行有效件数'], ['1', '2', '3']);
    expect(read).toEqual({ cells: ['1', '2', '3'], strangers: [] });
  });

  it('stand under their headers though these are in another order', () => {
    const read = rules(['现行有效件数', '本年制发件数', '本年废止件数'], ['3', '1', '2']);
    expect(read.cells).toEqual(['1', '2', '3']);
  });

  it('may be merged where the header is', () => {
    const read = rules(['本年制发件数', '<', '本年废止件数', '现行有效件数'], ['1', '<', '2', '3']);
    expect(read.cells).toEqual(['1', '2', '3']);
  });

  it('are told by their order where header and figures are merged in other ways', () => {
    const read = rules(['本年制发件数', '<', '本年废止件数', '现行有效件数'], ['1', '2', '<', '3']);
    expect(read.cells).toEqual(['1', '2', '3']);
  });

  it('are told by their order where there is no header', () => {
    expect(cellsIn([['规章', '1', '2', '3']], 0, 'governmentRules').cells).toEqual(['1', '2', '3']);
  });

  it('cannot be told apart where there are too few or too many', () => {
    expect(cellsIn([['规章', '1', '2']], 0, 'governmentRules').cells).toBeNull();
    expect(cellsIn([['规章', '1', '2', '3', '4']], 0, 'governmentRules').cells).toBeNull();
  });

  it('are without the blank ones that are too many at one end', () => {
    const read = cellsIn([['规章', '1', '2', '3', '', '']], 0, 'governmentRules');
    expect(read.cells).toEqual(['1', '2', '3']);
  });

  it('are without the unit that stands before them', () => {
    const rows = [
      ['统计指标', '单位', '统计数'],
      ['（一）收到申请数', '件', '12'],
    ];
    expect(cellsIn(rows, 1, 'received.total', form2014).cells).toEqual(['12']);
  });

  it('may share one cell that says nothing', () => {
    const read = rules(['本年制发件数', '本年废止件数', '现行有效件数'], ['/', '<', '<']);
    expect(read.cells).toEqual(['/', '/', '/']);
  });

  it('may not share one with a figure', () => {
    const read = rules(['本年制发件数', '本年废止件数', '现行有效件数'], ['5', '<', '<']);
    expect(read.cells).toBeNull();
  });
});

describe('a header in other words', () => {
  it('is told with the column it stands over', () => {
    const rows = [
      ['信息内容', '上一年项目数量', '本年数量', '处理决定数量'],
      ['行政许可', '1', '2', '3'],
    ];
    expect(cellsIn(rows, 1, 'licensing', form2019)).toEqual({
      cells: ['1', '2', '3'],
      strangers: [[1, '本年数量']],
    });
  });

  it('is told where it names another unit', () => {
    const rows = [
      ['信息内容', '本年收费金额（单位：元）'],
      ['行政事业性收费', '1'],
    ];
    expect(cellsIn(rows, 1, 'fees').strangers).toEqual([[0, '本年收费金额（单位：元）']]);
  });
});
