import { describe, expect, it } from 'vitest';
import { indexInGrid } from '../../src/audit/indexCsv.ts';
import { readCsv } from '../../src/readers/csv.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

async function read(text: string) {
  const document = await readCsv(new TextEncoder().encode(text), {
    source: 'index.csv',
    limits: defaultLimits,
  });
  if ('code' in document) throw new Error(document.code);
  return indexInGrid(document);
}

describe('an index of reports', () => {
  it('lists files with organ and year, in either language, beside other columns', async () => {
    const rows = [
      { file: '甲/一.docx', organ: '甲局', year: 2022, place: 'index.csv:2:1' },
      { file: '乙.pdf', organ: null, year: null, place: 'index.csv:4:1' },
    ];
    for (const head of [
      'file,organ,year,link',
      ' Path ,ORGAN,year,',
      '\ufeff文件,机关,年度,网址',
      '路径,单位,年份,x',
    ])
      expect(await read(`${head}\n甲/一.docx,甲局,2022年,http\n,,,\n乙.pdf,,,\n`), head).toEqual({
        rows,
        problems: [],
      });
  });

  it('is told from a report by its header', async () => {
    expect(await read('项目,数量\n规章,3\n文件,4\n')).toBeNull();
    expect(await read('organ,year\n甲局,2022\n')).toBeNull();
    expect(await read('')).toBeNull();
  });

  it('names every row that cannot be used, and keeps the others', async () => {
    const found = await read('file,year\na.docx,22\n ,2022\nb.docx,2023\n');
    expect(found?.rows.map(({ file }) => file)).toEqual(['b.docx']);
    expect(found?.problems.map(({ code, source }) => [code, source])).toEqual([
      ['value-wrong', 'index.csv:2:8'],
      ['index-cell-blank', 'index.csv:3:1'],
    ]);
  });

  it('that names a column twice is not used', async () => {
    const found = await read('file,文件\na,b\n');
    expect(found?.rows).toEqual([]);
    expect(found?.problems.map(({ code, source }) => [code, source])).toEqual([
      ['json-duplicate-key', 'index.csv:1:6'],
    ]);
  });
});
