import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasHtmlTable, looksLikeMarkdown, readMarkdown } from '../../src/readers/markdown.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { mutate } from '../support/mutate.ts';
import { brief, brokenIn, documentOf, grids, refusalOf, texts } from '../support/textBlocks.ts';

const stcsm = '../shared/corpus/raw/shanghai-stcsm-2024.md';

async function read(text: string) {
  return brief((await documentOf(readMarkdown, text)).blocks);
}

describe('pipe tables', () => {
  it('are grids without the row under the header', async () => {
    expect(await read('## 表二\n| 信息内容 | 件数 |\n|:--|--:|\n| 规章 | 0 |\n完')).toEqual([
      '表二',
      [
        ['信息内容', '件数'],
        ['规章', '0'],
      ],
      '完',
    ]);
  });

  it('need no outer pipes where there is a row under the header', async () => {
    expect(await read('信息内容 | 件数\n--- | ---\n规章 | 0')).toEqual([
      [
        ['信息内容', '件数'],
        ['规章', '0'],
      ],
    ]);
    expect(await read('首页 | 公开年报')).toEqual(['首页 | 公开年报']);
  });

  it('are one grid where rows differ in length and headers come again', async () => {
    expect(await read('|---|\n| 3.其他 | 4 |\n|---|---|---|\n| 总计 | 33 | 2 |\n| 1 |')).toEqual([
      [
        ['3.其他', '4', ''],
        ['总计', '33', '2'],
        ['1', '', ''],
      ],
    ]);
  });

  it('keep a row of single dashes, which are marks, unless it stands under the header', async () => {
    expect(await read('| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n| - | - |')).toEqual([
      [
        ['甲', '乙'],
        ['1', '2'],
        ['-', '-'],
      ],
    ]);
  });

  it('have cells as they are shown', async () => {
    const cells = ['a \\| b', '`7`', '**12**', '商业<br>企业', '&nbsp;', '&#65;&amp;', '*3*', '5*'];
    const [grid] = await read(`| ${cells.join(' | ')} |`);
    expect(grid).toEqual([['a | b', '7', '12', '商业\n企业', '', 'A&', '3', '5*']]);
  });

  it('show what is struck through or raised', async () => {
    const cells = [
      '~~12~~',
      '**~~1~~** 2',
      '<s>3</s>',
      '12<sup>1</sup>',
      '<del>**4**5</del>6',
      '7~~',
      '<sup>8',
    ];
    const [grid] = await read(`| ${cells.join(' | ')} |`);
    expect(grid).toEqual([
      ['1\u03362\u0336', '1\u0336 2', '3\u0336', '12（1）', '4\u03365\u03366', '7~~', '<sup>8'],
    ]);
  });

  it('say where each cell stands', async () => {
    const [grid] = grids(await documentOf(readMarkdown, '甲\r\n|  **规章** | 0 |'));
    expect(grid?.rows[0]?.map(({ at }) => at)).toEqual([
      { kind: 'text', line: 2, column: 4 },
      { kind: 'text', line: 2, column: 13 },
    ]);
  });
});

describe('the text of Markdown', () => {
  it('loses its marks and keeps its columns', async () => {
    const text = '# 年度报告 #\n> **一、** 总体\n* 共 [5](a.html) 件\n---\n- 3 -\n2\\*3';
    const { blocks } = await documentOf(readMarkdown, text);
    expect(brief(blocks)).toEqual(['年度报告', '一、 总体', '共 5 件', '- 3 -', '2*3']);
    expect(blocks[0]?.at).toEqual({ kind: 'text', line: 1, column: 3 });
  });

  it('is read like plain text where it is laid out with tabs', async () => {
    expect(await read('甲\t**1**\n\t2')).toEqual([
      [
        ['甲', '1'],
        ['', '2'],
      ],
    ]);
  });

  it('has pictures as blocks that cannot be read', async () => {
    const { blocks } = await documentOf(readMarkdown, '![表三](b3.png "t")\n\n![](b4.png)');
    expect(blocks.map((block) => block.kind)).toEqual(['opaque', 'opaque']);
    expect(brief(blocks)).toEqual(['表三', 'b4.png']);
  });
});

describe('what a text looks like', () => {
  it('is Markdown with a heading or a pipe table', () => {
    expect(looksLikeMarkdown('甲\n\n## 表二\n')).toBe(true);
    expect(looksLikeMarkdown('a | b\r\n--|--\r\n1 | 2')).toBe(true);
    expect(looksLikeMarkdown('一、总体情况\n#1\n首页 | 年报\n----\n')).toBe(false);
  });

  it('is not for this reader where it has HTML tables', () => {
    expect(hasHtmlTable('# 表\n<TABLE border="1"><tr>')).toBe(true);
    expect(hasHtmlTable('a <tables> b')).toBe(false);
  });
});

describe('hostile Markdown', () => {
  it.each([
    ['pipes without end', '|'.repeat(1e6)],
    ['200,000 rows', '| a | 1 | 2 |\n'.repeat(200_000)],
  ])('is refused: %s', async (_, text) => {
    expect(await refusalOf(readMarkdown, text)).toBe('document-too-large');
  });

  it.each([
    ['brackets', '['.repeat(2e6)],
    ['stars', 'a **b '.repeat(4e5)],
    ['links', '[]('.repeat(1e6)],
    ['a picture that is not closed', `![a](${' '.repeat(2e6)}`],
    ['a delimiter that is none', `|-${' '.repeat(2e6)}x`],
    ['backslashes', '\\'.repeat(2e6)],
    ['entities beyond Unicode', '&#9999999; &#xd800; &#0;'],
  ])('is read: %s', async (_, text) => {
    expect((await documentOf(readMarkdown, text)).blocks.length).toBe(1);
  });

  it('damaged in a thousand ways keeps the contract', async () => {
    const text =
      '# 表\n| 甲 | 乙 |\n|---|---|\n| `1` | **2** \\| |\n![a](b)\n甲\t1\n> 一、&nbsp;\n';
    const bytes = new TextEncoder().encode(text.repeat(3));
    for (let seed = 0; seed < 1_000; seed++) {
      const options = { source: 'report', limits: defaultLimits };
      expect(brokenIn(await readMarkdown(mutate(bytes, seed), options), 'markdown')).toEqual([]);
    }
  });
});

describe.skipIf(!existsSync(stcsm))('a real report that was turned into Markdown', () => {
  it('keeps each row of figures in one row of a grid', async () => {
    const rows = grids(await documentOf(readMarkdown, readFileSync(stcsm))).flatMap(texts);
    const figures = rows.map((row) => row.filter((text) => /^\d+$/u.test(text)).map(Number));
    expect(figures).toContainEqual([33, 2, 0, 0, 0, 0, 35]);
    expect(figures).toContainEqual([8, 2, 0, 0, 0, 0, 10]);
    expect(rows.flat().filter((text) => /-{3}|\|/u.test(text))).toEqual([]);
  });
});
