import { describe, expect, it } from 'vitest';
import type { At, Document, Grid } from '../../src/model/document.ts';
import { readHtml } from '../../src/readers/html.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { mutate } from '../support/mutate.ts';

const cells = (n: number): string =>
  Array.from({ length: n }, (_, i) => `<td width="40">${i}</td>`).join('');

/** Pages of which a few bytes more or less make other tables; in ASCII, so that damage leaves text. */
const pages = [
  `<html><head><meta charset="utf-8"><title>&#24180;&#25253;</title></head><body><h1>A</h1>
   <p>Received 12 &nbsp; cases<br>in all</p><table border=1><caption>T</caption>
   <thead><tr><th rowspan="2" colspan="3">a</th><th colspan="5">b</th></tr><tr>${cells(5)}</tr></thead>
   <tbody><tr><td rowspan="4">c</td><td colspan="2">d</td>${cells(5)}</tr><tr><td rowspan=0>e</td>${cells(6)}
   </tr><tr>${cells(6)}</tr></tbody><tfoot><tr><td colspan="8">f</td></tr></tfoot></table></body></html>`,
  `<table><tr><td>menu<td><a href="a.doc">b.doc</a><tr><td colspan=2><table><tr>${cells(4)}<tr>${cells(4)}
   <tr><td><table><tr><td>9</table><td colspan=2>x<img src=p.png><td><p>y<p>z</table><iframe src=f.html></iframe></table>`,
  `<!--[if mso]><xml></xml><![endif]--><p class=MsoNormal><b><i>1</b></i><o:p></o:p></p><div style='display:none'>h
   </div><ul><li>a<li>b</ul><del>2</del><pre>k  l\nm</pre><table><tr>${cells(3)}</table><table><tr>${cells(3)}</table>`,
  '<p>一、本年新收申请二十六件</p><table><tr><td>自然人</td><td>26</td></tr><tr><td>总计</td><td>26</td></tr></table>',
].map((page) => new TextEncoder().encode(page));

function atOf(at: At): number[] {
  if (at.kind === 'paragraph') return [at.paragraph];
  if (at.kind === 'cell') return [at.table, at.row, at.column];
  throw new Error(at.kind);
}

function wrongSlots({ rows }: Grid): string[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const covers =
        cell.row <= r &&
        r < cell.row + cell.rowSpan &&
        cell.column <= c &&
        c < cell.column + cell.columnSpan &&
        cell.row + cell.rowSpan <= rows.length &&
        cell.column + cell.columnSpan <= row.length;
      const isNamed =
        cell.at.kind === 'cell' &&
        cell.at.row === cell.row + 1 &&
        cell.at.column === cell.column + 1;
      return covers && isNamed ? [] : [`${r}:${c}`];
    }),
  );
}

function holds(document: Document): void {
  for (const block of document.blocks) {
    expect(Math.min(...atOf(block.at))).toBeGreaterThanOrEqual(1);
    if (block.kind === 'paragraph') expect(block.text).not.toBe('');
    if (block.kind !== 'grid') continue;
    expect(new Set(block.rows.map((row) => row.length)).size).toBe(1);
    expect(block.rows[0]?.length).toBeGreaterThan(0);
    expect(wrongSlots(block)).toEqual([]);
  }
}

const options = { source: 'x.html', limits: defaultLimits };

describe('a damaged page', () => {
  it('is a document whose grids are whole, or a problem, a thousand times', async () => {
    const start = performance.now();
    let documents = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const page = pages[seed % pages.length];
      if (page === undefined) continue;
      const result = await readHtml(mutate(page, seed), options);
      if ('code' in result) continue;
      documents++;
      holds(result);
    }
    expect(documents).toBeGreaterThan(500);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('has a line for every place in it', async () => {
    for (let seed = 0; seed < 200; seed++) {
      const bytes = mutate(pages[seed % 3] ?? new Uint8Array(), seed);
      const result = await readHtml(bytes, options);
      if ('code' in result) continue;
      const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/u).length;
      for (const { at } of result.blocks) {
        const line = result.lineOf?.(at) ?? 0;
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
    }
  });
});
