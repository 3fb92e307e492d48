import { describe, expect, it } from 'vitest';
import { markDocx } from '../../src/marking/docx.ts';
import type { Mark } from '../../src/marking/mark.ts';
import { allOf, attributeOf, childOf } from '../../src/marking/spans.ts';
import type { At } from '../../src/model/document.ts';
import { readDocx } from '../../src/readers/docx.ts';
import { archiveOf, cell, docxOf, paragraph, table } from '../support/archive.ts';
import { answers, boundBytes } from '../support/documents.ts';
import {
  differing,
  fixture,
  options,
  partOf,
  spansOf,
  textIn,
  withTexts,
} from '../support/parts.ts';
import { converted, hasOffice } from '../writers/office.ts';

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

function document(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return docxOf(body, { '[Content_Types].xml': types, ...parts });
}

function mark(at: At | null, lines: readonly string[] = ['错'], more: Partial<Mark> = {}): Mark {
  return { at, tone: 'error', isMain: true, quote: null, lines, ...more };
}

function marked(
  bytes: Uint8Array,
  marks: readonly Mark[],
): { bytes: Uint8Array; displaced: number } {
  const copy = markDocx(bytes, marks, options);
  if ('code' in copy) throw new Error(copy.code);
  return copy;
}

const main = 'word/document.xml';

/** Texts of the cells or runs that have a colour, with the colour. */
function coloured(bytes: Uint8Array, of: 'tc' | 'r'): string[] {
  const tree = spansOf(bytes, main);
  return allOf(tree.root, of).flatMap((span) => {
    const shading = childOf(childOf(span, of === 'tc' ? 'tcPr' : 'rPr'), 'shd');
    return shading === undefined ? [] : [`${textIn(tree, span)} ${attributeOf(shading, 'fill')}`];
  });
}

function comments(bytes: Uint8Array): string[] {
  const tree = spansOf(bytes, 'word/comments.xml');
  return allOf(tree.root, 'comment').map((span) =>
    [attributeOf(span, 'id'), ...allOf(span, 'p').map((each) => textIn(tree, each))].join('|'),
  );
}

/** Text between the beginning and the end of each comment, by its id. */
function commented(bytes: Uint8Array): string[] {
  const { text, root } = spansOf(bytes, main);
  return allOf(root, 'commentRangeStart').map((start) => {
    const id = attributeOf(start, 'id');
    const end = allOf(root, 'commentRangeEnd').find((each) => attributeOf(each, 'id') === id);
    return `${id}:${text.slice(start.end, end?.start).replace(/<[^>]*>/gu, '')}`;
  });
}

const merged = (text: string, how: string) => cell(text, `<w:vMerge w:val="${how}"/>`);

/** Tables as they occur: spans, merges, what is wrapped, what was changed, tables in tables. */
const uncommon = document(
  [
    paragraph('甲'),
    table(
      [cell('一', '<w:gridSpan w:val="2"/>'), cell('二')],
      [merged('三', 'restart'), cell('四'), cell('五')],
      [
        merged('', 'continue'),
        `<w:sdt><w:sdtContent>${cell('六')}</w:sdtContent></w:sdt>`,
        cell('七'),
      ],
    ),
    table([
      `<w:tc><w:p/>${table([cell('八'), cell('九')], [cell('十'), cell('十一')])}<w:p/></w:tc>`,
    ]),
    `<w:tbl><w:ins w:id="1"><w:tr>${cell('十二')}${cell('十三', '<w:cellDel/>')}</w:tr></w:ins><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('十四')}</w:tr></w:tbl>`,
    `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('没')}${cell('没')}</w:tr><w:tr>${cell('十五')}${cell('十六')}</w:tr></w:tbl>`,
  ].join(''),
);

describe('the places of a Word document', () => {
  it('lead to the cells that the reader read there', () => {
    const read = readDocx(uncommon, options);
    if ('code' in read) throw new Error(read.code);
    const grids = read.blocks.filter((block) => block.kind === 'grid');
    const cells = [...new Set(grids.flatMap(({ rows }) => rows.flat()))].filter(
      ({ text }) => text !== '',
    );
    expect(cells.map(({ text }) => text)).toEqual(
      '一 二 三 四 五 六 七 八 九 十 十一 十二 十四 十五 十六'.split(' '),
    );
    for (const { text, at } of cells) {
      expect(coloured(marked(uncommon, [mark(at)]).bytes, 'tc')).toEqual([`${text} FF9999`]);
    }
  });

  it('lead to paragraphs, those in text boxes by the paragraph around them', () => {
    const box = `<w:p><w:r><w:t>外</w:t><w:pict><w:txbxContent>${paragraph('内')}</w:txbxContent></w:pict></w:r></w:p>`;
    const bytes = document(paragraph('甲') + box + paragraph('乙'));
    const copy = marked(
      bytes,
      [1, 2, 3, 4].map((n) => mark({ kind: 'paragraph', paragraph: n }, [`${n}`])),
    );
    expect(comments(copy.bytes)).toEqual(['0|1', '1|2||3', '2|4']);
    expect(commented(copy.bytes)).toEqual(['0:甲', '1:外内', '2:乙']);
    expect(copy.displaced).toBe(0);
  });

  it('are found behind a mebibyte of text, line ends and characters of two halves in it', () => {
    const long = paragraph('😀\r\n文'.repeat(200_000));
    const bytes = document(long + table([cell('一'), cell('二')], [cell('三'), cell('四')]));
    const copy = marked(bytes, [mark({ kind: 'cell', table: 1, row: 2, column: 1 })]);
    expect(coloured(copy.bytes, 'tc')).toEqual(['三 FF9999']);
  });

  it('that are nowhere are told at the beginning', () => {
    const copy = marked(document(paragraph('甲') + paragraph('乙')), [
      mark({ kind: 'cell', table: 9, row: 1, column: 1 }, ['一']),
      mark(null, ['二']),
    ]);
    expect([comments(copy.bytes), commented(copy.bytes), copy.displaced]).toEqual([
      ['0|一||二'],
      ['0:甲'],
      1,
    ]);
  });
});

describe('a figure in a paragraph', () => {
  const quote = (sentence: string, words: string) => {
    const start = sentence.indexOf(words);
    return { sentence, start, end: start + words.length };
  };
  const at: At = { kind: 'paragraph', paragraph: 1 };

  it('is cut out of its run, which keeps its looks', () => {
    const run =
      '<w:r w:rsidR="1"><w:rPr><w:b/><w:highlight w:val="red"/><w:lang w:val="x"/></w:rPr><w:t>新收 &amp; 12</w:t><w:tab/><w:t>3 件。完</w:t></w:r>';
    const bytes = document(`<w:p>${run}</w:p>`);
    const copy = marked(bytes, [mark(at, ['错'], { quote: quote('新收&123件。', '123件') })]);
    expect(coloured(copy.bytes, 'r')).toEqual(['123 件 FF9999']);
    expect(commented(copy.bytes)).toEqual(['0:123 件']);
    expect(partOf(copy.bytes, main)).toContain(
      '<w:r w:rsidR="1"><w:rPr><w:b/><w:shd w:val="clear" w:color="auto" w:fill="FF9999"/><w:lang w:val="x"/></w:rPr><w:t xml:space="preserve">12</w:t><w:tab/><w:t xml:space="preserve">3 件</w:t></w:r>',
    );
    expect(readDocx(copy.bytes, options)).toEqual(readDocx(bytes, options));
  });

  it('is found over several runs, and apart from its twin', () => {
    const body = `<w:p><w:r><w:t>共5件。又</w:t></w:r><w:hyperlink><w:r><w:t>1</w:t></w:r></w:hyperlink><w:r><w:t>5件。</w:t></w:r></w:p>`;
    const marks = [
      mark(at, ['一'], { quote: quote('又15件。', '15') }),
      mark(at, ['二'], { quote: quote('共5件。', '5'), tone: 'warning' }),
    ];
    const copy = marked(document(body), marks);
    expect(coloured(copy.bytes, 'r')).toEqual(['5 FFE066', '1 FF9999', '5 FF9999']);
    expect(commented(copy.bytes)).toEqual(['0:5', '1:15']);
    expect(comments(copy.bytes)).toEqual(['0|二', '1|一']);
  });

  it('that is not found has its comment at the paragraph', () => {
    const copy = marked(document(paragraph('另一句')), [
      mark(at, ['错'], { quote: quote('又15件。', '15') }),
    ]);
    expect([coloured(copy.bytes, 'r'), commented(copy.bytes)]).toEqual([[], ['0:另一句']]);
  });
});

describe('a marked Word document', () => {
  const wrong = withTexts(fixture('yunchuan-2023/report.docx'), main, [
    '<w:t>46</w:t>',
    '<w:t>64</w:t>',
  ]);
  const at: At = { kind: 'cell', table: 2, row: 9, column: 4 };
  const own = (n: number) =>
    `<w:comment w:id="${n}" w:author="我"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment>`;

  it('reads as before, and only the parts concerned differ', async () => {
    const copy = marked(wrong, [mark(at)]);
    expect(differing(wrong, copy.bytes)).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ]);
    const [before, after] = await Promise.all([
      boundBytes(wrong, 'x'),
      boundBytes(copy.bytes, 'x'),
    ]);
    if ('code' in before || 'code' in after) throw new Error('not read');
    expect(answers(after)).toEqual(answers(before));
  });

  it('keeps the comments it has', () => {
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bytes = document(table([cell('一'), cell('二')], [cell('三'), cell('四')]), {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" Type="x/comments" Target="c.xml"/></Relationships>',
      'word/c.xml': `<w:comments ${names}>${own(7)}</w:comments>`,
    });
    const copy = marked(bytes, [mark({ kind: 'cell', table: 1, row: 1, column: 1 }, ['新'])]);
    expect(differing(bytes, copy.bytes)).toEqual(['word/c.xml', 'word/document.xml']);
    const tree = spansOf(copy.bytes, 'word/c.xml');
    const found = allOf(tree.root, 'comment').map(
      (each) => `${attributeOf(each, 'id')} ${textIn(tree, each)}`,
    );
    expect(found).toEqual(['7 旧', '8 新']);
  });

  it('cannot be broken by what is said in it', () => {
    const hostile = ']]></w:t><w:p w:x="\'"> & \u0000\u202e\ud800 &amp;';
    const copy = marked(wrong, [mark(at, [hostile])]);
    expect(comments(copy.bytes)).toEqual([
      '0|]]></w:t><w:p w:x="\'"> & \ufffd&#x202e;\ufffd &amp;',
    ]);
  });

  it('refuses parts in UTF-16, and archives that are none', () => {
    const body = Buffer.from(
      `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="w"><w:body>${paragraph('甲')}</w:body></w:document>`,
      'utf16le',
    );
    const bytes = archiveOf({ 'word/document.xml': new Uint8Array(body) });
    expect(markDocx(bytes, [mark(null)], options)).toMatchObject({
      code: 'document-broken',
      args: { reason: { en: 'word/document.xml is not in UTF-8' } },
    });
    expect(markDocx(new Uint8Array(40), [mark(null)], options)).toHaveProperty('code');
  });

  it.skipIf(!hasOffice)(
    'is read by LibreOffice, comments and all',
    () => {
      const copy = marked(wrong, [mark(at, ['甲乙丙'])]);
      const pages = converted({ 'a.docx': copy.bytes }, 'fodt');
      const text = Buffer.from(pages.get('a.fodt') ?? []).toString();
      expect([text.includes('甲乙丙'), /#ff9999/iu.test(text)]).toEqual([true, true]);
    },
    120_000,
  );
});
