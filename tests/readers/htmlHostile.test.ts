import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readHtml } from '../../src/readers/html.ts';
import { defaultLimits, type Limits } from '../../src/readers/reader.ts';

async function read(page: string, limits: Partial<Limits> = {}): Promise<Document | Problem> {
  const bytes = new TextEncoder().encode(page);
  return readHtml(bytes, { source: 'x.html', limits: { ...defaultLimits, ...limits } });
}

/** The code of a problem with its limit, or the sizes of the grids. */
async function told(page: string, limits: Partial<Limits> = {}): Promise<string> {
  const start = performance.now();
  const result = await read(page, limits);
  expect(performance.now() - start).toBeLessThan(5000);
  if ('code' in result) return `${result.code} ${String(result.args.limit)}`;
  const grids = result.blocks.filter((block) => block.kind === 'grid');
  return grids.map(({ rows }) => `${rows.length}×${rows[0]?.length}`).join(' ');
}

const times = (n: number, of: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => of(i)).join('');
const row = (n: number): string => `<tr>${'<td>1'.repeat(n)}`;

describe('spans beyond all reason', () => {
  it.each([
    ['a title over all columns', `<tr><td colspan=1000000>a${row(4)}${row(4)}`, '3×4'],
    ['a label that leaves room for a figure', `<tr><td colspan=99999>a<td>1${row(4)}`, '2×4'],
    ['nothing else', '<tr><td colspan=1000000>a', '1×1'],
    ['wide spans in many rows', times(300, () => '<tr><td colspan=900>a') + row(3), '301×3'],
    ['a span that a browser takes', `<tr><td colspan=20>a${row(4)}`, '2×20'],
    ['long spans in many rows', times(200, () => '<tr><td rowspan=1000000>a'), '200×200'],
    [
      'digits without end',
      `<tr><td colspan=${'9'.repeat(5000)} rowspan=${'9'.repeat(5000)}>a`,
      '1×1',
    ],
    ['both', times(200, () => '<tr><td colspan=1000000 rowspan=1000000>a<td>b'), '200×400'],
  ])('are cut to what the other rows need: %s', async (_, rows, size) => {
    expect(await told(`<table>${rows}</table>`)).toBe(size);
  });
});

describe('a table that is too large', () => {
  it.each([
    ['wide', row(10_000), 'document-too-large 1000'],
    ['wide in each of many rows', times(50, () => row(2000)), 'document-too-large 1000'],
    ['full of cells', times(1000, () => row(300)), 'document-too-large 200000'],
    [
      'long with overlapping spans',
      times(1500, (i) => `<tr><td rowspan=${1500 - i}><td colspan=3>`),
      'document-too-large 200000',
    ],
    ['long', `${row(100)}${'<tr>'.repeat(50_000)}`, 'document-too-large 200000'],
  ])('is refused: %s', async (_, rows, problem) => {
    expect(await told(`<table>${rows}</table>`)).toBe(problem);
  });
  it('is refused where several are so together', async () => {
    const table = `<table>${row(10)}${row(10)}</table>`;
    expect(await told(table.repeat(3), { slots: 60 })).toBe('2×10 2×10 2×10');
    expect(await told(table.repeat(3), { slots: 59 })).toBe('document-too-large 59');
  });
});

describe('nesting', () => {
  it.each([
    '<div>',
    '<table><tr><td>',
    '<table>x',
    '<b>',
    '<b><p>',
    '<span>',
    '<ul><li>',
    '<svg><g>',
    '<a><div>',
    '<object>',
    '<caption><table>',
    '<template>',
  ])('of %s is refused early, or harmless', async (tag) => {
    expect(await told(tag.repeat(100_000))).toMatch(/^(?:document-too-large 512|)$/u);
  });
  it('within the limit is read, and one level more is not', async () => {
    const deep = (n: number): string => `${'<div>'.repeat(n)}甲${'</div>'.repeat(n)}`;
    expect(await read(deep(510))).toMatchObject({ blocks: [{ text: '甲' }] });
    expect(await told(deep(511))).toBe('document-too-large 512');
  });
  it('is walked without recursion where the limit is out of the way', async () => {
    const deep = await read(`${'<div>'.repeat(100_000)}甲`, { depth: 1e6 });
    expect(deep).toMatchObject({ blocks: [{ text: '甲' }] });
    expect(await told(`${'<table><tr><td>'.repeat(30_000)}甲`, { depth: 1e6 })).toBe('1×1');
  });
  it('is not seen in tags that are closed in the wrong order', async () => {
    const tangled = '<b><i>甲</b></i><p><font>乙<div></p></font></div>';
    expect(await told(`${tangled.repeat(2000)}<table><tr><td>1</table>`)).toBe('1×1');
  });
});

describe('a page made to be slow', () => {
  it('by formatting that each paragraph repeats is refused', async () => {
    const fonts = times(400, (i) => `<font size=${i}>`);
    expect(await told(`<p>${fonts}</p>${'<p>x</p>'.repeat(20_000)}`)).toBe(
      'document-too-large 500000',
    );
  });
  it.each([
    [
      'attributes of megabytes',
      `<p title="${'x'.repeat(5e6)}" style="${' ;'.repeat(1e6)}">甲<img src="${'y'.repeat(2e6)}">`,
    ],
    ['many attributes', `<p ${times(100_000, (i) => `a${i}=1 `)}>甲`],
    ['zeros', `<p>${'\0'.repeat(1e6)}甲`],
    ['white space', `<p>${' \n'.repeat(1e6)}甲${'&nbsp; '.repeat(2e5)}`],
    ['line breaks', `<p>甲${'<br>'.repeat(1e5)}`],
    ['angle brackets', `<p>甲<p>${'<'.repeat(1e6)}`],
    ['open comments', `<p>甲${'<!--'.repeat(5e5)}`],
    ['meta without end', `${'<meta '.repeat(2e5)}><p>甲`],
    ['links', `<p>甲${'<a href=x>'.repeat(5e4)}`],
    ['rows of text outside cells', `<p>甲<table>${'<tr>x'.repeat(5e4)}`],
  ])('by %s is read', async (_, page) => {
    const start = performance.now();
    const result = await read(page);
    expect(performance.now() - start).toBeLessThan(5000);
    if ('code' in result) throw new Error(result.code);
    expect(result.blocks[0]).toMatchObject({ kind: 'paragraph' });
    expect(JSON.stringify(result.blocks).length).toBeLessThan(3e6);
    expect(result.blocks.some((b) => b.kind === 'paragraph' && b.text.includes('甲'))).toBe(true);
  });
});
