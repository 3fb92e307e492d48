import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../src/readers/doc.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { mutate } from '../support/mutate.ts';
import { brief, brokenIn, documentOf, grids, refusalOf } from '../support/textBlocks.ts';

const requests = new Uint8Array(readFileSync('fixtures/doc/requests.doc'));
const marks = new Uint8Array(readFileSync('fixtures/doc/marks-and-merges.doc'));

/** Where the header of the main text begins in a file. */
function headerOf(bytes: Uint8Array): number {
  for (let at = 512; at < bytes.length; at += 512) {
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
  }
  throw new Error('no header');
}

function changed(bytes: Uint8Array, change: (copy: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

describe('a Word 97–2003 document', () => {
  it('has its paragraphs and tables in order, with rows, columns and lines of cells', async () => {
    const { blocks } = await documentOf(readDoc, requests);
    expect(blocks.map(({ kind }) => kind).join(' ')).toBe(
      'paragraph paragraph paragraph grid paragraph grid paragraph',
    );
    expect(brief(blocks)[2]).toBe('本年新收申请5件。');
    expect(brief(blocks)[3]?.slice(3)).toEqual([
      [
        '一、本年新收政府信息公开申请数量',
        '一、本年新收政府信息公开申请数量',
        '32',
        '2',
        '0',
        '',
        '/',
        '0',
        '34',
      ],
      ['三、本年度办理结果', '（一）予以公开\n第二行', '9', '0', '0', '0', '0', '0', '9'],
      ['三、本年度办理结果', '（二）部分公开\n又一段', '1', '0', '0', '0', '0', '0', '1'],
    ]);
  });

  it('keeps the spans of its cells, and their places', async () => {
    const [grid] = grids(await documentOf(readDoc, requests));
    const header = new Set(grid?.rows.slice(0, 3).flat());
    const spans = [...header].map((cell) => [cell.text, cell.columnSpan, cell.rowSpan]);
    expect(spans.slice(0, 5)).toEqual([
      ['（本列数据的勾稽关系为……）', 2, 3],
      ['申请人情况', 7, 1],
      ['自然人', 1, 2],
      ['法人或其他组织', 5, 1],
      ['总计', 1, 2],
    ]);
    expect(grid?.rows[3]?.[4]?.at).toEqual({ kind: 'cell', table: 1, row: 4, column: 5 });
  });

  it('is read as the page shows it: no deleted or hidden text, results of fields, merged cells', async () => {
    const { blocks, notes } = await documentOf(readDoc, marks);
    expect(brief(blocks)).toEqual([
      'Report  link\nnext',
      [['in1', 'in2']],
      [
        ['one', 'after', 'after'],
        ['tall', '1', '2'],
        ['tall', '3', ''],
      ],
      'end',
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['changes-tracked']);
  });

  it('has the text that word-extractor finds', async () => {
    const library: unknown = createRequire(import.meta.url)('word-extractor');
    expect(await extracted(library, requests)).toBe(textOf(await documentOf(readDoc, requests)));
  });
});

/** All text of a document without blanks, each cell once. */
function textOf({ blocks }: Awaited<ReturnType<typeof documentOf>>): string {
  const said = blocks.flatMap((block) => {
    if (block.kind === 'opaque') return [];
    return block.kind === 'paragraph'
      ? block.text
      : [...new Set(block.rows.flat())].map((c) => c.text);
  });
  return said.join('').replaceAll(/\s/gu, '');
}

async function extracted(library: unknown, bytes: Uint8Array): Promise<string> {
  if (typeof library !== 'function') throw new Error('no library');
  const document: { getBody: (options: object) => string } = await Reflect.construct(
    library,
    [],
  ).extract(Buffer.from(bytes));
  return document.getBody({ filterUnicode: false }).replaceAll(/\s/gu, '');
}

describe('a document that cannot be read', () => {
  it('says that it is encrypted', async () => {
    const at = headerOf(requests) + 10;
    const bytes = changed(requests, (copy) =>
      copy.setUint16(at, copy.getUint16(at, true) | 0x100, true),
    );
    expect(await refusalOf(readDoc, bytes)).toBe('document-encrypted');
  });

  it.each([
    ['no compound file', Uint8Array.of(1, 2, 3)],
    ['nothing', new Uint8Array(0)],
    ['only a signature', requests.subarray(0, 8)],
    [
      'another format in the container',
      changed(requests, (copy) => copy.setUint16(headerOf(requests), 0)),
    ],
    ['chains in a circle', changed(requests, circle)],
  ])('is damaged: %s', async (_, bytes) => {
    expect(await refusalOf(readDoc, bytes)).toBe('document-broken');
  });

  it('is refused where its tables cost too much', async () => {
    const refused = (limits: object) =>
      readDoc(requests, { source: 'report', limits: { ...defaultLimits, ...limits } });
    expect(await refused({ columns: 8 })).toMatchObject({ code: 'document-too-large' });
    expect(await refused({ slots: 57 })).toMatchObject({ code: 'document-too-large' });
    expect(await refused({ slots: 58 })).toMatchObject({ format: 'doc' });
  });
});

/** The directory goes on in itself, by way of the sector behind it. */
function circle(copy: DataView): void {
  const table = (copy.getInt32(76, true) + 1) * 512;
  const first = copy.getInt32(48, true);
  copy.setInt32(table + first * 4, first + 1, true);
  copy.setInt32(table + (first + 1) * 4, first, true);
}

describe('hostile documents', () => {
  it.each([
    ['requests', requests],
    ['marks', marks],
  ])('damaged in a thousand ways keep the contract: %s', async (_, bytes) => {
    for (let seed = 0; seed < 1_000; seed++) {
      const options = { source: 'report', limits: defaultLimits };
      expect(brokenIn(await readDoc(mutate(bytes, seed), options), 'doc')).toEqual([]);
    }
  });

  it('of random bytes behind the signature keep it too', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const bytes = requests.slice(0, 4_096);
      let state = seed;
      for (let at = 24; at < bytes.length; at++) {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        if (at > 76 || seed % 2 === 0) bytes[at] = state >> 16;
      }
      const options = { source: 'report', limits: defaultLimits };
      expect(brokenIn(await readDoc(bytes, options), 'doc')).toEqual([]);
    }
  });
});
