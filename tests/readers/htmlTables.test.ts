import { describe, expect, it } from 'vitest';
import type { Block, Grid } from '../../src/model/document.ts';
import { readHtml } from '../../src/readers/html.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

async function blocksOf(page: string): Promise<readonly Block[]> {
  const bytes = new TextEncoder().encode(page);
  const result = await readHtml(bytes, { source: 'x.html', limits: defaultLimits });
  if ('code' in result) throw new Error(result.code);
  return result.blocks;
}

const textOf = ({ rows }: Grid): string[] => rows.map((row) => row.map((c) => c.text).join('|'));

async function shown(page: string): Promise<(string | string[])[]> {
  const blocks = await blocksOf(page);
  return blocks.map((block) => {
    if (block.kind === 'grid') return textOf(block);
    return block.kind === 'paragraph' ? block.text : `[${block.what}]`;
  });
}

const rowsOf = async (page: string): Promise<unknown> => (await shown(`<table>${page}</table>`))[0];

describe('the cells of a table', () => {
  it.each([
    ['<tr><td>a</td><th>b</th></tr><tr><td>c</td><td>d</td></tr>', ['a|b', 'c|d']],
    ['<tr><td>a<td>b<tr><td>c<td>d', ['a|b', 'c|d']],
    ['<td>a<td>b</tr><td>c<td>d', ['a|b', 'c|d']],
    ['<tr><td colspan=2>a<tr><td>b<td>c', ['a|a', 'b|c']],
    ['<tr><td rowspan=2>a<td>b<tr><td>c', ['a|b', 'a|c']],
    ['<tr><td rowspan="2" colspan="2">a<td>b<tr><td>c', ['a|a|b', 'a|a|c']],
    ['<tr><td>a<td>b<td>c<tr><td>d', ['a|b|c', 'd||']],
    ['<tr><td rowspan=9>a<td>b<tr><td>c', ['a|b', 'a|c']],
    ['<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d', ['a|b', 'a|c', 'a|d']],
    ['<tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e', ['a|b', 'a|c', 'd|e']],
    ['<thead><tr><td rowspan=3>a<td>b<tbody><tr><td>c<td>d', ['a|b', 'c|d']],
    ['<tfoot><tr><td>z<tbody><tr><td>m<thead><tr><td>a', ['a', 'm', 'z']],
    ['<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e', ['a|b|c|', 'd|b|d|e']],
    ['<tr><td colspan="x">a<td colspan=-2>b<td colspan=0>c<td colspan=" 2.5">d', ['a|b|c|d|d']],
    ['<tr><td>a<tr></tr><tr><td>b', ['a', '', 'b']],
    ['<tr><td>a<td hidden>x<td>b<tr style="display:none"><td>y<tr><td>c<td>d', ['a|b', 'c|d']],
    ['<tr><td><p>本年新</p><p>制作<br/>数量</p><td>&nbsp;', ['本年新\n制作\n数量|']],
    ['<tr><td>&nbsp;3&nbsp;<td>1\u200b2<td>1&nbsp;036', ['3|1\u200b2|1 036']],
    ['<colgroup><col><col></colgroup><form><tr><td>a</td></form><td>b', ['a|b']],
    [
      `<tr style='mso-yfti-irow:0'><td><p class=MsoNormal><span lang=EN-US style='mso-bidi-font-size:10.5pt'>26<o:p></o:p></span></p>
      <td><![if !supportMisalignedColumns]>/<![endif]><!--[if mso]>9<![endif]-->`,
      ['26|/'],
    ],
  ])('of %j', async (page, expected) => {
    expect(await rowsOf(page)).toEqual(expected);
  });

  it('have their place as it is shown, and stand in every slot that they cover', async () => {
    const [grid] = await blocksOf('<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c</table>');
    if (grid?.kind !== 'grid') throw new Error('no grid');
    expect(grid.rows[0]?.[1]).toEqual({
      text: 'b',
      at: { kind: 'cell', table: 1, row: 1, column: 2 },
      row: 0,
      column: 1,
      rowSpan: 1,
      columnSpan: 2,
    });
    expect(grid.rows[0]?.[1]).toBe(grid.rows[0]?.[2]);
    expect(grid.rows[0]?.[0]).toBe(grid.rows[1]?.[0]);
    expect(grid.rows[1]?.[2]).toMatchObject({ text: '', row: 1, column: 2, rowSpan: 1 });
    expect(grid.rows[1]?.[2]?.at).toEqual({ kind: 'cell', table: 1, row: 2, column: 3 });
  });

  it('of an empty table are none', async () => {
    expect(await shown('<table></table><table><tr></tr></table><p>a')).toEqual(['a']);
  });

  it('come after the caption, and text that is no cell before the table', async () => {
    const page = '<table>x<caption>表一</caption><tr><td>a</td>y</tr></table>';
    expect(await shown(page)).toEqual(['xy', '表一', ['a']]);
  });
});

const figures = (rows: number, columns: number, of = (n: number) => String(n)): string =>
  Array.from(
    { length: rows },
    (_, r) =>
      `<tr>${Array.from({ length: columns }, (_, c) => `<td>${of(r * columns + c)}</td>`).join('')}</tr>`,
  ).join('');
const grid = (rows: number, columns: number): string[] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => r * columns + c).join('|'),
  );

describe('a table in a table', () => {
  it('is a block of its own where the outer one arranges the page', async () => {
    const page = `<table><tr><td>网站首页</td></tr><tr><td><h1>年报</h1><p>甲</p>
      <table>${figures(3, 3)}</table><p>乙</p></td></tr><tr><td>版权</td></tr></table>`;
    expect(await shown(page)).toEqual(['网站首页', '年报', '甲', grid(3, 3), '乙', '版权']);
    const [inner] = (await blocksOf(page)).filter(({ kind }) => kind === 'grid');
    expect(inner?.at).toEqual({ kind: 'cell', table: 2, row: 1, column: 1 });
  });

  it('is a block of its own beside many links in the outer one', async () => {
    const links = figures(4, 10, (n) => `<a href="/${n}">${n}</a>`);
    const page = `<table>${links}<tr><td colspan=10><table>${figures(2, 15)}</table></table>`;
    expect((await shown(page)).at(-1)).toEqual(grid(2, 15));
    const row = `<table>${links}<tr><td colspan=10><table>${figures(1, 15)}</table></table>`;
    expect((await shown(row)).at(-1)).toEqual(grid(1, 15));
  });

  it('is found through several layers of layout', async () => {
    const wrapped = `<table><tr><td><table><tr><td><table>${figures(2, 4)}</table></table></table>`;
    expect(await shown(wrapped)).toEqual([grid(2, 4)]);
  });

  it('is part of its cell where each figure is set as a table of its own', async () => {
    const boxed = figures(3, 4, (n) => (n % 4 === 0 ? String(n) : `<table><tr><td>${n}</table>`));
    expect(await shown(`<table>${boxed}</table>`)).toEqual([grid(3, 4)]);
  });

  it('is part of its cell where one header is set as a table', async () => {
    const header = '<table><tr><td>商业</td></tr><tr><td>企业</td></tr></table>';
    const page = `<table><tr><td>${header}<td>b<td>c<td>d</tr>${figures(6, 4)}</table><table><tr><td>z<td>y</table>`;
    expect(await shown(page)).toEqual([['商业\n企业|b|c|d', ...grid(6, 4)], ['z|y']]);
    expect((await blocksOf(page))[1]?.at).toMatchObject({ table: 3 });
  });

  it('is not seen in two tables that follow each other', async () => {
    const page = `<table>${figures(2, 3)}</table><p>续表</p><table>${figures(1, 3)}</table>`;
    expect(await shown(page)).toEqual([grid(2, 3), '续表', grid(1, 3)]);
  });

  it('is no part of a cell where it holds passages of text', async () => {
    const passage = '本年度共收到申请，均依法办理。'.repeat(20);
    const page = `<table><tr><td>a<td>b<tr><td>c<td><table><tr><td>${passage}</table></table>`;
    expect(await shown(page)).toEqual(['a', 'b', 'c', passage]);
  });

  it('of one column of paragraphs is a box around them', async () => {
    const page = '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>';
    expect(await shown(page)).toEqual(['甲', '乙']);
  });
});
