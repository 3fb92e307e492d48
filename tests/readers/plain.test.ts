import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlain } from '../../src/readers/plain.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { mutate } from '../support/mutate.ts';
import { brief, brokenIn, documentOf, grids, refusalOf, texts } from '../support/textBlocks.ts';

const jingan = '../shared/corpus/raw/jingan-2020.txt';

async function read(text: string | Uint8Array) {
  return brief((await documentOf(readPlain, text)).blocks);
}

describe('lines of plain text', () => {
  it('are paragraphs, one a line, whatever ends the lines', async () => {
    expect(await read('一、总体情况\r\n  本年\r共 5 件\n\n完\f次页')).toEqual([
      '一、总体情况',
      '本年',
      '共 5 件',
      '完',
      '次页',
    ]);
  });

  it('say at which line and column their text begins', async () => {
    const { blocks } = await documentOf(readPlain, '甲\r\n\r\n　　乙\r丙\f 丁');
    expect(blocks.map(({ at }) => at)).toEqual([
      { kind: 'text', line: 1, column: 1 },
      { kind: 'text', line: 3, column: 3 },
      { kind: 'text', line: 4, column: 1 },
      { kind: 'text', line: 4, column: 4 },
    ]);
  });

  it('stay whole where a whole report was scraped onto one', async () => {
    const line = `标题　　正文  规章 0 0 11${'一、本年新收 5  0  0 '.repeat(200)}完`;
    expect(await read(line)).toEqual([line]);
  });

  it('are read in GB18030 too', async () => {
    expect(await read(Uint8Array.of(0xb9, 0xe6, 0xd5, 0xc2, 0x09, 0x31))).toEqual([
      [['规章', '1']],
    ]);
  });

  it('are no figures where they number the page', async () => {
    expect(await read('甲\n\n      - 3 -\n')).toEqual(['甲', '- 3 -']);
  });

  it('are no table where prose has a gap in it', async () => {
    const prose = [
      '制发规范性文件  13  件，其中包括',
      '规划  2  件，全部在网站上公开；上年的',
      '说明',
    ];
    expect(await read(prose.join('\n'))).toEqual(prose);
  });
});

describe('cells parted by tabs', () => {
  it('are a grid, padded to its longest row', async () => {
    expect(await read('表\n第一项\t\t\n规章\t1\t0\n\t止公开\n完')).toEqual([
      '表',
      [
        ['第一项', '', ''],
        ['规章', '1', '0'],
        ['', '止公开', ''],
      ],
      '完',
    ]);
  });

  it('keep their places', async () => {
    const [grid] = grids(await documentOf(readPlain, '甲\n规章\t 12\t\n'));
    expect(grid?.rows[0]?.map(({ at }) => at)).toEqual([
      { kind: 'text', line: 2, column: 1 },
      { kind: 'text', line: 2, column: 5 },
      { kind: 'text', line: 2, column: 8 },
    ]);
  });

  it('end at a line without tabs, and at a blank one', async () => {
    expect(await read('甲\t1\n续行\n乙\t2\n\n丙\t3')).toEqual([
      [['甲', '1']],
      '续行',
      [['乙', '2']],
      [['丙', '3']],
    ]);
  });

  it('are none where tabs only indent', async () => {
    expect(await read('\t本报告由办公室编制。\n\t\n\t请联系我们。')).toEqual([
      '本报告由办公室编制。',
      '请联系我们。',
    ]);
  });
});

describe('columns laid out with spaces', () => {
  it('are a grid by display width, a blank cell left blank', async () => {
    const page = [
      '信息内容    制发    废止    有效',
      '规章           1       0      11',
      '规范性文件     8              66',
    ];
    expect(await read(page.join('\n'))).toEqual([
      [
        ['信息内容', '制发', '废止', '有效'],
        ['规章', '1', '0', '11'],
        ['规范性文件', '8', '', '66'],
      ],
    ]);
  });

  it('are a grid where every character counts as one, as pdftotext counts them', async () => {
    const page = [
      '一、本年新收政府信息公开申请数量      95     0     7',
      '四、结转下年度                         3     0     7',
      '（七）总计                           104           1',
    ];
    const [grid] = await read(page.join('\n'));
    expect(grid).toEqual([
      ['一、本年新收政府信息公开申请数量', '95', '0', '7'],
      ['四、结转下年度', '3', '0', '7'],
      ['（七）总计', '104', '', '1'],
    ]);
  });

  it('keep the lines of a wrapped label as rows of their own', async () => {
    const page = [
      '   （一）予以公开              9      0      9',
      '   （二）部分公开（区分处理',
      '                               1      0      1',
      '   的，只计这一情形）',
      '   （三）不予公开              2      0      2',
    ];
    expect(await read(page.join('\n'))).toEqual([
      [
        ['（一）予以公开', '9', '0', '9'],
        ['（二）部分公开（区分处理', '', '', ''],
        ['', '1', '0', '1'],
        ['的，只计这一情形）', '', '', ''],
        ['（三）不予公开', '2', '0', '2'],
      ],
    ]);
  });

  it('part figures that stand one space apart, and a label from the figures behind it', async () => {
    const page = ['维持  纠正  其他  总计', '0 1 2 3', '总数 4  5  6  7'];
    const [grid] = await read(page.join('\n'));
    expect(
      (Array.isArray(grid) ? grid : []).map((row) => row.filter((text) => text !== '')),
    ).toEqual([
      ['维持', '纠正', '其他', '总计'],
      ['0', '1', '2', '3'],
      ['总数', '4', '5', '6', '7'],
    ]);
  });

  it('are two grids where a title and a header stand between them', async () => {
    const page = [
      '信息内容      本年处理决定数量',
      '行政许可             9487',
      '',
      '    第二十条第（八）项',
      '',
      '信息内容      本年收费金额',
      '行政收费             7545',
    ];
    expect((await read(page.join('\n'))).length).toBe(3);
  });

  it('end with the page', async () => {
    const page = '规章      1      0      1\n文件      2      0      2\n';
    expect((await documentOf(readPlain, `${page}\f${page}`)).blocks.length).toBe(2);
  });

  it('give every figure of any table in its own cell and in order', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { page, figures } = drawTable(seed);
      const found = grids(await documentOf(readPlain, page)).flatMap(texts);
      const numbers = found.map((row) => row.filter((text) => /^\d+$/u.test(text)));
      expect(numbers.filter((row) => row.length > 0)).toEqual(figures);
    }
  });
});

/** What the reader cannot tell of a row of the first table in a text; null where it can. */
async function doubt(row: number, ...lines: string[]) {
  const [grid] = grids(await documentOf(readPlain, lines.join('\n')));
  return grid?.rows[row]?.[0]?.doubt ?? null;
}

describe('a row laid out with spaces', () => {
  const header = '信息内容    制发    废止    有效';
  const full = '规章           1       0      11';

  it('with a blank cell is plain where its figures stand under their headers', async () => {
    expect(await doubt(2, header, full, '文件           8              66')).toBe(null);
  });

  it('with a blank cell is not where a figure stands under no header', async () => {
    expect(await doubt(2, header, full, '文件    8                   66')).toBe('column');
  });

  it('with a blank cell is not where figures of several columns stand below each other', async () => {
    expect(await doubt(2, header, full, '文件              8      66')).toBe('column');
  });

  it('with a blank cell is not where no other row shows the columns', async () => {
    expect(await doubt(1, header, '规章           1              66')).toBe('column');
  });

  it('may be cut off where digits alone stand below its long figures', async () => {
    const page = ['（一）公开    98765  1  43215  1', '              43         7'];
    expect([await doubt(0, ...page), await doubt(1, ...page)]).toEqual(['text', 'text']);
  });

  it('may be cut off where digits alone stand right below the table', async () => {
    const page = ['（七）总计    1  2  43210', '四、结转      0  0      0', `${' '.repeat(21)}98`];
    expect(await doubt(1, ...page)).toBe('text');
  });

  it('may be cut off where the rest stands beside a piece of a heading', async () => {
    expect(
      await doubt(0, '（三） 1.秘密   9213  382  1645', '不予公             3        356'),
    ).toBe('text');
  });

  it('is whole where its label is wrapped around it', async () => {
    const page = ['1.秘密         9213  382  1645', '2.其他法律', '                537  365  4412'];
    expect(await doubt(2, ...page, '禁止公开')).not.toBe('text');
  });
});

/** A table as a page of text: labels of any length, figures at the right or the left of their columns. */
function drawTable(seed: number): { page: string; figures: string[][] } {
  let state = seed;
  const draw = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(state / 8) % below;
  };
  const columns = 3 + draw(6);
  const left = draw(2) === 0;
  const figures: string[][] = [];
  const lines = Array.from({ length: 2 + draw(9) }, () => {
    const label = '某'.repeat(1 + draw(12));
    const row = Array.from({ length: columns }, () => String(draw(10 ** (1 + draw(5)))));
    figures.push(row);
    const fields = row.map((text) => (left ? text.padEnd(6) : text.padStart(6)));
    return `${label}${' '.repeat(30 - 2 * label.length)}${fields.join('  ')}`;
  });
  return { page: lines.join('\n'), figures };
}

describe('hostile text', () => {
  it.each([
    ['a line of a million tabs', '\t'.repeat(1e6)],
    ['200,000 rows of three cells', '甲\t1\t2\n'.repeat(200_000)],
    ['a short table with one endless row', `${'甲\t1\n'.repeat(300)}${'1\t'.repeat(999)}`],
    ['more lines than any report', 'a\n'.repeat(300_000)],
  ])('is refused: %s', async (_, text) => {
    expect(await refusalOf(readPlain, text)).toBe('document-too-large');
  });

  it.each([
    ['five million characters in one line', '一'.repeat(5_000_000), 1],
    ['five million blank lines', '\n'.repeat(5_000_000), 0],
    ['a million gaps', 'a  '.repeat(1_000_000), 1],
    ['lone surrogates and zeros', 'a\ud800\0\n\udc00  b\0', 2],
  ])('is read: %s', async (_, text, blocks) => {
    expect((await documentOf(readPlain, text)).blocks.length).toBe(blocks);
  });

  it('damaged in a thousand ways keeps the contract', async () => {
    const pages = '规章      1      0      1\n\f甲\t1\t2\r\n一、总体情况\r　　本年度共  5  件。\n';
    const bytes = new TextEncoder().encode(`${pages}维持  纠正\n1 0 2\n`.repeat(3));
    for (let seed = 0; seed < 1_000; seed++) {
      const options = { source: 'report', limits: defaultLimits };
      expect(brokenIn(await readPlain(mutate(bytes, seed), options), 'text')).toEqual([]);
    }
  });
});

describe.skipIf(!existsSync(jingan))('a real report with tabs', () => {
  it('has its tables as grids, the last one whole', async () => {
    const found = grids(await documentOf(readPlain, readFileSync(jingan)));
    const widths = found.map(({ rows }) => rows[0]?.length);
    expect(widths).toEqual([4, 4, 10, 9, 9, 15]);
  });
});
