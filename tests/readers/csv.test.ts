import { describe, expect, it } from 'vitest';
import { looksLikeCsv, readCsv } from '../../src/readers/csv.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { mutate } from '../support/mutate.ts';
import { brief, brokenIn, documentOf, grids, refusalOf } from '../support/textBlocks.ts';

async function read(text: string | Uint8Array) {
  return brief((await documentOf(readCsv, text)).blocks);
}

describe('a file of delimited fields', () => {
  it('is one grid, its rows padded, blank rows at its end left out', async () => {
    expect(await read('\n信息内容,制发,废止\n规章,1\n\n,,\n')).toEqual([
      [
        ['', '', ''],
        ['信息内容', '制发', '废止'],
        ['规章', '1', ''],
      ],
    ]);
  });

  it.each([',', ';', '\t', '|'])('may be delimited by %j', async (delimiter) => {
    const rows = [
      ['信息内容', '制发'],
      ['规章', '1'],
    ];
    expect(await read(rows.map((row) => row.join(delimiter)).join('\r\n'))).toEqual([rows]);
  });

  it('may be quoted, with delimiters, quotes and line ends in the quotes', async () => {
    expect(await read('"本年\r\n制发","1,234","a ""b"""\n1,2,3')).toEqual([
      [
        ['本年\n制发', '1,234', 'a "b"'],
        ['1', '2', '3'],
      ],
    ]);
  });

  it('may begin with a byte-order mark or be in GB18030', async () => {
    expect(await read('\ufeff"甲",1\n乙,2')).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ]);
    expect(await read(Uint8Array.of(0xb9, 0xe6, 0xd5, 0xc2, 0x2c, 0x31))).toEqual([
      [['规章', '1']],
    ]);
  });

  it('says where each field begins, behind quoted line ends too', async () => {
    const text = '甲,"a\r\nb""c",丙\r\n\r\n"丁" ,2';
    const [grid] = grids(await documentOf(readCsv, text));
    const places = grid?.rows.map((row) =>
      row.map(({ at }) => (at.kind === 'text' ? `${at.line}:${at.column}` : '')),
    );
    expect(places?.[0]).toEqual(['1:1', '1:3', '2:7']);
    expect(places?.[2]).toEqual(['4:1', '4:6', '4:6']);
  });

  it('keeps its rows where a quote is never closed', async () => {
    expect(await read('a,b\n"c,1\nd,2\n')).toEqual([
      [
        ['a', 'b'],
        ['c', '1'],
        ['d', '2'],
      ],
    ]);
  });
});

describe('what looks like delimited fields', () => {
  it.each([
    ['表,,\n甲,1,2\n乙,"1,5",4\n', true],
    ['甲;1;2\n乙;3;4\n丙;5;6', true],
    ['甲\t1\t2\n\n乙\t3\t4\n丙\t5\t6', true],
    ['a,b\nc,d\ne,f', false],
    ['一、总体情况\n二、其他', false],
    [`甲,1,2\n乙,3,4\n丙,5,6\n${'长'.repeat(1_001)}`, false],
    ['段落一\n段落二\n段落三\n甲\t1\t2\n乙\t3\t4\n丙\t5\t6', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(looksLikeCsv(text)).toBe(expected);
  });
});

describe('hostile fields', () => {
  it.each([
    ['200,000 rows of three', 'a,b,c\n'.repeat(200_000)],
    ['a row without end', '1,'.repeat(1e6)],
    ['a row of 1,001', `${'1,'.repeat(1_000)}1`],
    ['delimiters without end', ','.repeat(5e6)],
  ])('are refused: %s', async (_, text) => {
    expect(await refusalOf(readCsv, text)).toBe('document-too-large');
  });

  it.each([
    ['quotes', '"'.repeat(2_000_001)],
    ['quotes in quotes', '"a"b'.repeat(500_000)],
    ['quotes that are never closed', '"a,b\n'.repeat(40_000)],
    ['zeros and lone surrogates', 'a\0,\ud800\n"\udc00,"\0'],
  ])('are read: %s', async (_, text) => {
    expect((await documentOf(readCsv, text)).blocks.length).toBe(1);
  });

  it('damaged in a thousand ways keep the contract', async () => {
    const bytes = new TextEncoder().encode(
      '信息内容,"制\n发",废止\r\n规章,"1,234","a ""b"""\n'.repeat(4),
    );
    for (let seed = 0; seed < 1_000; seed++) {
      const options = { source: 'report', limits: defaultLimits };
      expect(brokenIn(await readCsv(mutate(bytes, seed), options), 'csv')).toEqual([]);
    }
  });
});

describe('rows of empty fields at the end', () => {
  it.each([
    ['甲,乙\n1,2\n,\n,\n', 3],
    ['甲,乙\n1,2\n,\n', 3],
    ['甲,乙\n1,2\n\n\n', 2],
    ['甲,乙\n1,2\n\n,\n', 2],
  ])('count once, as a row still to be filled in: %j', async (text, rows) => {
    const document = await readCsv(new TextEncoder().encode(text), {
      source: 'x.csv',
      limits: defaultLimits,
    });
    expect(
      'blocks' in document && document.blocks.map((block) => 'rows' in block && block.rows.length),
    ).toEqual([rows]);
  });
});
