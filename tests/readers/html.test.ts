import { describe, expect, it } from 'vitest';
import type { At, Block, Document } from '../../src/model/document.ts';
import { readHtml } from '../../src/readers/html.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

async function read(page: string): Promise<Document> {
  const bytes = new TextEncoder().encode(page);
  const result = await readHtml(bytes, { source: 'x.html', limits: defaultLimits });
  if ('code' in result) throw new Error(result.code);
  return result;
}

function shortOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  if (block.kind === 'opaque') return `[${block.what} ${block.name}]`;
  return block.rows.map((row) => row.map((cell) => cell.text).join('|')).join(' / ');
}

const blocksOf = async (page: string): Promise<string[]> => (await read(page)).blocks.map(shortOf);

describe('what nobody sees on a page', () => {
  it.each([
    'visibility:hidden',
    'color:red; visibility : HIDDEN !important',
    'font-size:0',
    'font-size: 0.0px;',
    'opacity:0',
    'opacity: .0;color:red',
    'color:transparent',
    'color: rgba(0, 0, 0, 0)',
    'color: rgb(0 0 0 / 0%)',
    'color:#0000',
    'color:#ff000000',
    '-webkit-text-fill-color: transparent',
    'opacity:-1',
    'opacity:-0.5!important',
    'filter: blur(1px) opacity(0)',
    'font:0/0 a',
    'font: bold 0px/1.5 SimSun',
  ])('is not read: %s', async (style) => {
    expect(
      await blocksOf(`<p>甲<span style="${style}">5</span></p><p style="${style}">乙`),
    ).toEqual(['甲']);
    const table = `<table><tr><td>a<td style="${style}">5<td><b style="${style}">6</b>7<tr style="${style}"><td>c<td>d<td>e</table>`;
    expect(await blocksOf(table)).toEqual(['a||7 / ||']);
    expect(await blocksOf(`<table style="${style}"><tr><td>a<td>b</table>`)).toEqual([]);
  });

  it.each([
    'visibility:visible',
    'font-size:0.5em',
    'font-size:10pt',
    'opacity:0.9',
    'opacity:1',
    'color:rgba(0,0,0,1)',
    'color:#000000',
    'background-color:transparent',
    'border-color: transparent',
    'overflow:hidden',
    'color:#000',
    'color:#ff0000',
    'font:0.9em/1 SimSun',
    'font:bold 12pt SimSun',
    'clip:auto',
    'clip-path:none',
    'text-indent:-21.0pt',
    'text-indent:2em',
    'position:absolute;left:50%;margin-left:-500px',
    'transform:scale(0.9) translate(-50%,-50%)',
    'width:100%;height:1000px',
    'overflow:hidden;height:0.8em',
  ])('is not what is seen: %s', async (style) => {
    expect(await blocksOf(`<p style="${style}">5</p>`)).toEqual(['5']);
  });

  it.each([
    'position:absolute;clip:rect(0 0 0 0)',
    'clip: rect(1px, 1px, 1px, 1px)',
    'clip-path:inset(50%)',
    'text-indent:-9999px',
    'text-indent: 100%; white-space:nowrap; overflow:hidden',
    'position:absolute;left:-10000px',
    'margin-left:-999em',
    'transform:scale(0)',
    'transform: translateX(-9999px)',
    'overflow:hidden;height:0',
    'max-height:0px;overflow:hidden',
    'opacity:0.01',
    'font-size:1px',
    'opacity/**/:0',
    'unicode-bidi:bidi-override;direction:rtl',
    'display:flex;flex-direction:row-reverse',
    '-webkit-text-security:disc',
  ])('may not be seen, and is in doubt in a table and left out elsewhere: %s', async (style) => {
    const doubts = async (table: string): Promise<unknown> =>
      (await read(table)).blocks.map((block) =>
        block.kind === 'grid'
          ? block.rows.map((row) => row.map(({ text, doubt }) => `${text}${doubt ?? ''}`))
          : shortOf(block),
      );
    const styled = `style="${style}"`;
    expect(await doubts(`<p>甲<p ${styled}>收到5件`)).toEqual(['甲']);
    expect(
      await doubts(
        `<table><tr><td>a<td ${styled}>5<td ${styled}><tr><td>b<td><span ${styled}>6</span><td>7<tr ${styled}><td>c<td>8<td>9</table>`,
      ),
    ).toEqual([
      [
        ['a', '5text', ''],
        ['b', '6text', '7'],
        ['ctext', '8text', '9text'],
      ],
    ]);
    expect(await doubts(`<div ${styled}><table><tr><td>a<td>5</table></div>`)).toEqual([]);
  });

  it.each(['font:', 'font: a ', 'transform:', 'clip:rect(', 'opacity:-', 'filter:opacity('])(
    'is told in bounded time of a style that goes on and on: %s',
    async (start) => {
      const style = start + 'a'.repeat(100_000);
      expect(await blocksOf(`<p style="${style}">5</p>`)).toEqual(['5']);
    },
  );

  it('is text written backwards', async () => {
    const { blocks } = await read(
      '<table><tr><td>a<td><bdo dir="rtl">12</bdo><td><bdo dir=ltr>3</bdo></table>',
    );
    expect(
      blocks.flatMap((block) =>
        block.kind === 'grid' ? block.rows.flat().map(({ text, doubt }) => [text, doubt]) : [],
      ),
    ).toEqual([
      ['a', undefined],
      ['12', 'text'],
      ['3', undefined],
    ]);
  });

  it('is the text of a bar, which stands for a picture', async () => {
    const page = '<table><tr><td>a<td><meter value="5">5</meter></table>';
    expect(await blocksOf(page)).toEqual(['a|', '[picture null]']);
  });

  it('is not what is shown again inside', async () => {
    const page =
      '<div style="font-size:0"><b style="font-size:12px">5</b></div><div style="visibility:hidden"><i style="visibility:visible">6</i></div><p style="font-size:0"><font size=3>7</font></p>';
    expect(await blocksOf(page)).toEqual(['5', '6', '7']);
  });

  it('is not the whole page, which a script would fade in', async () => {
    expect(await blocksOf('<body style="opacity:0"><p>5</p>')).toEqual(['5']);
  });
});

describe('figures that a style strikes or raises', () => {
  it.each([
    ['<span style="text-decoration: line-through">12</span>', '1\u03362\u0336'],
    ['<p style="color:red;text-decoration-line:line-through">1</p>', '1\u0336'],
    ['1<span style="vertical-align:super;font-size:8pt">2</span>', '1（2）'],
    ['1<sub>2</sub>', '1（2）'],
    ['<ruby>1<rp>(</rp><rt>2</rt></ruby>', '1（2）'],
    ['<span style="vertical-align:middle">12</span>', '12'],
    ['<del style="text-decoration:line-through">9</del>12', '12'],
  ])('are marked as those of elements: %s', async (html, text) => {
    expect(await blocksOf(`<table><tr><td>a<td>${html}<td>3</table>`)).toEqual([`a|${text}|3`]);
  });

  it('are marked where the cell has the style', async () => {
    const table = '<table><tr><td>a<td style="text-decoration:line-through">1<td>2</table>';
    expect(await blocksOf(table)).toEqual(['a|1\u0336|2']);
  });
});

describe('the paragraphs of a page', () => {
  it.each([
    [
      '<h2>一、总体</h2><p>收到 <b>3</b>件</p><div>甲<p>乙</p>丙</div>',
      ['一、总体', '收到 3件', '甲', '乙', '丙'],
    ],
    ['<ul><li>一<li>二</ul><dl><dt>三<dd>四</dl>', ['一', '二', '三', '四']],
    ['<p>甲<br>乙<br/><br>&nbsp; 丙<br></p>', ['甲\n乙\n丙']],
    ['<p>\n  甲   乙\n\t丙 </p>  <p> \n </p><p>&nbsp;</p>', ['甲 乙 丙']],
    ['<p>&nbsp;&nbsp;甲&nbsp;&nbsp;乙\u3000</p>', ['甲  乙\u3000']],
    ['<pre>\n甲  乙\n丙</pre>', ['甲  乙\n丙']],
    ['甲<hr>乙<p>丙', ['甲', '乙', '丙']],
    ['<p>1&lt;2 &#20849;&#x8ba1; &amp;nbsp;</p>', ['1<2 共计 &nbsp;']],
    ['<p>甲\u200b乙\ufeff丙</p>', ['甲\u200b乙\ufeff丙']],
    ['<p>甲<input value="3">件<input type="hidden" value="9"></p>', ['甲3件']],
  ])('of %j', async (page, expected) => {
    expect(await blocksOf(page)).toEqual(expected);
  });

  it('leave out what a browser does not show', async () => {
    const page = `<head><style>p{}</style><script>let a = '<p>1</p>'</script></head>
      <p>见</p><script>document.write('2')</script><noscript>3</noscript><template><p>4</p></template>
      <p hidden>5</p><div style="color:red; DISPLAY : none"><p>6</p></div><!-- <p>7</p> -->
      <p style="display:nonesuch">也见</p><select><option>8</option></select>`;
    expect(await blocksOf(page)).toEqual(['见', '也见']);
  });

  it('leave out the parts of a page that only Word reads', async () => {
    const page = `<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
      <p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]><span
      style='mso-spacerun:yes'>&nbsp; </span>甲<o:p></o:p></p><p><o:p>&nbsp;</o:p></p>`;
    expect(await blocksOf(page)).toEqual(['1.  甲']);
  });

  it('leave out text deleted under tracked changes, and say so', async () => {
    const document = await read('<p>共<del>5</del><ins>6</ins>件</p>');
    expect(document.blocks.map(shortOf)).toEqual(['共6件']);
    expect(document.notes.map(({ code }) => code)).toEqual(['changes-tracked']);
  });

  it('are counted from 1', async () => {
    const { blocks } = await read('<p>甲<table><tr><td>乙</table><p>丙');
    expect(blocks.map(({ at }) => at)).toEqual([
      { kind: 'paragraph', paragraph: 1 },
      { kind: 'cell', table: 1, row: 1, column: 1 },
      { kind: 'paragraph', paragraph: 2 },
    ]);
  });
});

describe('the title', () => {
  it.each([
    ['<title> 甲\n 乙 </title><h1>丙</h1>', '甲 乙'],
    ['<title></title><h2>丁</h2><h1>丙<br>丁</h1><h1>戊</h1>', '丙 丁'],
    ['<p>甲</p>', null],
    ['', null],
  ])('of %j is %j', async (page, title) => {
    expect((await read(page)).title).toBe(title);
  });
});

describe('the day of publication in the head', () => {
  it.each([
    ['<meta name="PubDate" content="2024-02-05 10:20">', ['2024-02-05 10:20']],
    ['<meta name="publishdate" content="20240205"><title>甲</title>', ['20240205']],
    ['<meta property="article:published_time" content="2024-02-05T10:20">', ['2024-02-05T10:20']],
    ['<meta name="lastmodifiedtime" content="2024-02-05">', []],
    ['<meta name="PubDate">', []],
    ['<p>甲</p>', []],
  ])('of %j is %j', async (page, published) => {
    expect((await read(page)).published).toEqual(published);
  });

  it('is not looked for in the text', async () => {
    const page = '<p>甲</p><div><meta name="PubDate" content="2024-02-05"></div>';
    expect((await read(page)).published).toEqual([]);
  });
});

describe('what is shown but not read', () => {
  it.each([
    ['<p>表如下：<img src="/a/t3.png"></p>', ['表如下：', '[picture /a/t3.png]']],
    ['<img alt="申请情况表" src="a.png" width="600">', ['[picture 申请情况表]']],
    ['<img src="data:image/png;base64,AAAA">', ['[picture null]']],
    [
      '<img width=16 src="a.png"><img src="b.png" style="height:12px"><img src="/x/icon_doc.gif">',
      [],
    ],
    ['<header><img src="top.png"></header><nav><img src="n.png"></nav>', []],
    ['<iframe src="/view?id=3" height="0"></iframe>', ['[frame /view?id=3]']],
    ['<iframe src="t.html" width="0" height="0"></iframe><iframe src="about:blank"></iframe>', []],
    ['<embed src="年报.pdf">', ['[attachment 年报.pdf]']],
    ['<object data="x.swf"><p>旧</p></object>', ['[frame x.swf]']],
    ['<p><a href="/f/1.XLS?v=2">附件1</a></p>', ['附件1', '[attachment 附件1]']],
    ['<a href="/down?id=7">统计表.docx</a>', ['统计表.docx', '[attachment 统计表.docx]']],
    ['<a href="a.pdf"></a><a href="index.html">首页</a>', ['首页', '[attachment a.pdf]']],
    ['<frameset><frame src="left.html"></frameset>', ['[frame left.html]']],
  ])('in %j', async (page, expected) => {
    expect(await blocksOf(page)).toEqual(expected);
  });

  it('in a cell comes after the grid, with the place of the cell', async () => {
    const { blocks } = await read('<table><tr><td>甲<td>乙<img src="b.png"><tr><td>1<td>2</table>');
    expect(blocks.map(shortOf)).toEqual(['甲|乙 / 1|2', '[picture b.png]']);
    expect(blocks[1]?.at).toEqual({ kind: 'cell', table: 1, row: 1, column: 2 });
  });
});

describe('the line of a place', () => {
  const page = `<title>年报</title>\r
<p>
  甲</p><table>
<tr><td colspan=2>
<p>乙</p></td></tr>
<tr><td></td></tr>
</table>
<img src="c.png">`;
  it.each<[At, number | null]>([
    [{ kind: 'paragraph', paragraph: 1 }, 3],
    [{ kind: 'paragraph', paragraph: 2 }, 8],
    [{ kind: 'paragraph', paragraph: 3 }, null],
    [{ kind: 'cell', table: 1, row: 1, column: 1 }, 5],
    [{ kind: 'cell', table: 1, row: 2, column: 1 }, 6],
    [{ kind: 'cell', table: 1, row: 2, column: 2 }, 6],
    [{ kind: 'cell', table: 2, row: 1, column: 1 }, null],
    [{ kind: 'sheet', sheet: 'a', cell: 'A1' }, null],
  ])('%j is %j', async (at, line) => {
    const document = await read(page);
    expect(document.lineOf?.(at)).toBe(line);
    expect(document.lineOf?.(at)).toBe(line);
  });
});

describe('the only text of a cell', () => {
  it.each([
    ['\n<p>\n<span>12</span><span><o:p></o:p></span></p>\n', '12'],
    ['<p><o:p>&nbsp;</o:p></p>\n', ''],
    ['<p hidden>3</p><p>4</p>', '4'],
    ['<p>1</p>\n<p>2</p>', '1\n2'],
    ['<span>一</span>、<b>甲</b>', '一、甲'],
    ['<p>&nbsp;7&nbsp;</p>', '7'],
  ])('is read whatever wraps it and whatever blanks stand beside it: %s', async (cell, text) => {
    expect(await blocksOf(`<table><tr><td>${cell}</td><td>x</table>`)).toEqual([`${text}|x`]);
  });
});
