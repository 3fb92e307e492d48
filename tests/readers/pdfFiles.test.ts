import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/model/document.ts';
import { blocksOf, isWhole, read, shown, textsOf } from '../support/pdf.ts';

function bytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

const table = [
  ['（本列数据的勾稽关系）', '<', '申请人情况', '<', '总计'],
  ['^', '^', '自然人', '商业企业', '^'],
  ['三、本年度办理结果', '（一）予以公开', '50', '3', '53'],
  ['^', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '9', '0', '9'],
  ['^', '1.属于国家秘密', '0', '1', '1'],
  ['^', '2.其他㙍𠮷', '1187', '20260', '21447'],
  ['^', '（七）总计', '1246', '20264', '21510'],
];
const prose =
  '全年收到申请若干件，均依法按期答复，没有因信息公开被申请行政复议或者提起行政诉讼的情形，各项工作平稳有序推进，没有其他需要报告的事项。';

describe('a PDF printed by a program', () => {
  it.each(['chromium-dashed', 'libreoffice-dashed', 'libreoffice-double'])(
    '%s is read whole',
    async (name) => {
      const result = await read(bytes(`fixtures/pdf/${name}.pdf`));
      expect(result).toMatchObject({ format: 'pdf', title: '晴川县水务局年度报告', notes: [] });
      const [heading, paragraph, grid, ...rest] = await shown(bytes(`fixtures/pdf/${name}.pdf`));
      expect([heading, paragraph, rest]).toEqual(['晴川县水务局年度报告', prose, []]);
      const lines = typeof grid === 'object' ? grid : [];
      expect(lines.map((row) => row.map((text) => text.replaceAll('\n', '')))).toEqual(table);
    },
  );

  it('with a password is refused', async () => {
    expect(await read(bytes('fixtures/pdf/encrypted.pdf'))).toMatchObject({
      code: 'document-encrypted',
    });
  });

  it('that is cut off is broken or read in part, and throws nothing', async () => {
    const whole = bytes('fixtures/pdf/libreoffice-double.pdf');
    for (let length = 0; length < whole.length; length += 1500) {
      const result = await read(whole.slice(0, length));
      expect('code' in result ? result.code : 'read').toMatch(/^(read|document-broken)$/u);
    }
  });
});

const corpus = '../shared/corpus';

/** The rows of figures of a truth file, in the printed order. */
function figuresOf(value: unknown): number[][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: unknown[] = Object.values(value);
  const numbers = entries.filter((entry) => typeof entry === 'number');
  return numbers.length > 0 ? [numbers] : entries.flatMap(figuresOf);
}

function isFigures(texts: readonly string[]): boolean {
  return texts.every((text) => /^\d+$/u.test(text));
}

/** Cells of each row, those that go on left out. */
function rowsOf(grids: readonly Grid[]): string[][] {
  return grids.flatMap((grid) => textsOf(grid).map((row) => row.filter((text) => text !== '<')));
}

describe.skipIf(!existsSync(corpus))('a real report', () => {
  it.each(['hongze-2024', 'huaian-2024'])('%s has every figure in its place', async (name) => {
    const truth: { table3: unknown; table4: unknown } = JSON.parse(
      readFileSync(`${corpus}/truth/${name}.json`, 'utf8'),
    );
    const blocks = await blocksOf(bytes(`${corpus}/raw/${name}.pdf`));
    const grids = blocks.filter((block) => block.kind === 'grid');
    expect(grids.every(isWhole)).toBe(true);
    const rows = rowsOf(grids);
    const seven = rows
      .map((row) => row.slice(-7))
      .filter((row) => row.length === 7 && isFigures(row));
    const fifteen = rows.filter((row) => row.length === 15 && isFigures(row));
    const wanted = figuresOf(truth.table3);
    expect(seven.slice(0, wanted.length).map((row) => row.map(Number))).toEqual(wanted);
    expect(fifteen.map((row) => row.map(Number))).toEqual([figuresOf(truth.table4).flat()]);
  });
});
