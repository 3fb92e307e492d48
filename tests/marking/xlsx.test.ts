import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/marking/mark.ts';
import { allOf, attributeOf, childOf } from '../../src/marking/spans.ts';
import { markXlsx } from '../../src/marking/xlsx.ts';
import { readXlsx } from '../../src/readers/xlsx.ts';
import { relationships, xlsxOf } from '../support/archive.ts';
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
const styles =
  '<styleSheet><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><cellXfs count="3"><xf fillId="0"/><xf fontId="0" fillId="0" applyFill="0"><alignment wrapText="1"/></xf><xf numFmtId="9"/></cellXfs></styleSheet>';

function workbook(
  sheets: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  return xlsxOf(sheets, { '[Content_Types].xml': types, 'xl/styles.xml': styles, ...parts });
}

function mark(cell: string, more: Partial<Mark> = {}, sheet = '表'): Mark {
  const at = { kind: 'sheet', sheet, cell } as const;
  return { at, tone: 'error', isMain: true, quote: null, lines: [cell], ...more };
}

function marked(
  bytes: Uint8Array,
  marks: readonly Mark[],
): { bytes: Uint8Array; displaced: number } {
  const copy = markXlsx(bytes, marks, options);
  if ('code' in copy) throw new Error(copy.code);
  return copy;
}

const sheet = 'xl/worksheets/sheet1.xml';

/** The cells of a sheet in their order, with the colour of those that have one. */
function cells(bytes: Uint8Array, part = sheet): string[] {
  const book = spansOf(bytes, 'xl/styles.xml').root;
  const xfs = childOf(book, 'cellXfs')?.children ?? [];
  const fills = childOf(book, 'fills')?.children ?? [];
  return allOf(spansOf(bytes, part).root, 'c').map((cell) => {
    const fill =
      fills[Number(attributeOf(xfs[Number(attributeOf(cell, 's') ?? 0)], 'fillId') ?? 0)];
    const colour = fill === undefined ? undefined : allOf(fill, 'fgColor')[0];
    return [attributeOf(cell, 'r'), attributeOf(colour, 'rgb')].filter(Boolean).join(' ');
  });
}

function comments(bytes: Uint8Array, part = 'xl/comments.xml'): string[] {
  const tree = spansOf(bytes, part);
  const authors = allOf(tree.root, 'author').map((each) =>
    tree.text.slice(each.inner, each.innerEnd),
  );
  return allOf(tree.root, 'comment').map((each) =>
    [
      attributeOf(each, 'ref'),
      authors[Number(attributeOf(each, 'authorId'))],
      textIn(tree, each),
    ].join('|'),
  );
}

describe('cells of a sheet', () => {
  const rows =
    '<cols><col min="5" max="5" style="2"/></cols><sheetData><row r="2"><c r="B2" s="1"><v>1</v></c><c r="D2" s="1"><v>2</v></c></row><row r="5"/><row><c><v>3</v></c></row></sheetData>';

  it('are coloured, and made in their order where the sheet has none', () => {
    const places = ['E2', 'C2', 'D2', 'A3', 'A5', 'A6', 'B9', 'A9'];
    const copy = marked(
      workbook({ 表: rows }),
      places.map((cell) => mark(cell)),
    );
    const found = cells(copy.bytes).map((each) => each.replace(/^ | ?FFFF9999$/u, ''));
    expect(found).toEqual(['B2', 'C2', 'D2', 'E2', 'A3', 'A5', '', 'A9', 'B9']);
    expect(cells(copy.bytes).filter((each) => each.endsWith('FFFF9999'))).toHaveLength(8);
    const numbers = allOf(spansOf(copy.bytes, sheet).root, 'row').map((each) =>
      attributeOf(each, 'r'),
    );
    expect(numbers).toEqual(['2', '3', '5', undefined, '9']);
  });

  it('keep what else their style says, and share a new one only where it is the same', () => {
    const copy = marked(workbook({ 表: rows }), [
      mark('B2'),
      mark('D2', { lines: [] }),
      mark('E2', { tone: 'warning', isMain: false }),
      mark('A6', { tone: 'waived' }),
    ]);
    const tree = spansOf(copy.bytes, 'xl/styles.xml');
    const xfs = childOf(tree.root, 'cellXfs');
    expect(tree.text.slice(xfs?.start, xfs?.end)).toBe(
      '<cellXfs count="6"><xf fillId="0"/><xf fontId="0" fillId="0" applyFill="0"><alignment wrapText="1"/></xf><xf numFmtId="9"/><xf fontId="0" fillId="1" applyFill="1"><alignment wrapText="1"/></xf><xf applyFill="1" fillId="2" numFmtId="9"/><xf applyFill="1" fillId="3"/></cellXfs>'.replace(
        '<xf applyFill="1" fillId="2" numFmtId="9"/><xf applyFill="1" fillId="3"/>',
        '<xf fillId="2" applyFill="1" numFmtId="9"/><xf applyFill="1" fillId="3"/>',
      ),
    );
    expect(cells(copy.bytes)).toEqual([
      'B2 FFFF9999',
      'D2 FFFF9999',
      'E2 FFFFF6CC',
      ' FFBFBFBF'.trim(),
    ]);
  });

  it('have the highest colour of several findings, and a comment that says all of them', () => {
    const copy = marked(workbook({ 表: rows }), [
      mark('B2', { tone: 'warning', lines: ['一', '改'] }),
      mark('B2', { lines: ['二', '改'] }),
      mark('B2', { isMain: false, lines: [] }),
    ]);
    expect(cells(copy.bytes)[0]).toBe('B2 FFFF9999');
    expect(comments(copy.bytes)).toEqual(['B2|giar|一\n\n二\n改']);
  });

  it('on several sheets have comments of their own; what has no place is told in the first cell', () => {
    const bytes = workbook({ 甲: rows, 乙: rows });
    const copy = marked(bytes, [
      mark('B2', {}, '乙'),
      mark('B2', {}, '甲'),
      mark('B2', { lines: ['无处'] }, '丙'),
    ]);
    expect(comments(copy.bytes)).toEqual(['B2|giar|B2', 'A1|giar|无处']);
    expect(comments(copy.bytes, 'xl/comments2.xml')).toEqual(['B2|giar|B2']);
    expect(copy.displaced).toBe(1);
    expect(cells(copy.bytes)).toEqual(['B2 FFFF9999', 'D2', '']);
    expect(cells(copy.bytes, 'xl/worksheets/sheet2.xml')).toEqual(['B2 FFFF9999', 'D2', '']);
  });
});

describe('a workbook with comments', () => {
  const own =
    '<comments><authors><author>我</author></authors><commentList><comment ref="B2" authorId="0"><text><t>旧</t></text></comment></commentList></comments>';
  const drawing =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s2050"><br></v:shape></xml>';
  const bytes = workbook(
    {
      表: '<sheetData><row r="2"><c r="B2"/><c r="C2"/></row></sheetData><legacyDrawing r:id="d"/><extLst/>',
    },
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        ['c', 'comments', '../c.xml'],
        ['d', 'vmlDrawing', '../d.vml'],
      ),
      'xl/c.xml': own,
      'xl/d.vml': drawing,
    },
  );

  it('keeps them and says more in them', () => {
    const copy = marked(bytes, [mark('B2'), mark('C2')]);
    expect(comments(copy.bytes, 'xl/c.xml')).toEqual(['B2|我|旧\nB2', 'C2|giar|C2']);
    expect(differing(bytes, copy.bytes)).toEqual(['xl/c.xml', 'xl/d.vml', 'xl/styles.xml', sheet]);
    const shapes = [...partOf(copy.bytes, 'xl/d.vml').matchAll(/<v:shape id="(\w+)"/gu)];
    expect(shapes.map(([, id]) => id)).toEqual(['_x0000_s2050', '_x0000_s2051']);
  });
});

describe('a marked workbook', () => {
  const wrong = withTexts(fixture('yunchuan-2023/report.xlsx'), sheet, [
    '<c r="L24" s="3" t="n"><v>53</v></c>',
    '<c r="L24" s="3" t="n"><v>35</v></c>',
  ]);
  const marks = [mark('L24', {}, 'Sheet1'), mark('Y24', { isMain: false, lines: [] }, 'Sheet1')];

  it('reads as before, and only the parts concerned differ', async () => {
    const copy = marked(wrong, marks);
    expect(differing(wrong, copy.bytes)).toEqual([
      '[Content_Types].xml',
      'xl/comments.xml',
      'xl/drawings/vmlDrawing.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      sheet,
    ]);
    const [before, after] = await Promise.all([
      boundBytes(wrong, 'x'),
      boundBytes(copy.bytes, 'x'),
    ]);
    if ('code' in before || 'code' in after) throw new Error('not read');
    expect(answers(after)).toEqual(answers(before));
    expect(readXlsx(copy.bytes, options)).toEqual(readXlsx(wrong, options));
  });

  it('shows the drawing of its comments before what must follow it', () => {
    const body = '<sheetData/><pageMargins/><tableParts/><extLst/>';
    const copy = marked(workbook({ 表: body }), [mark('A1')]);
    const names = spansOf(copy.bytes, sheet).root.children.map(({ local }) => local);
    expect(names).toEqual(['sheetData', 'pageMargins', 'legacyDrawing', 'tableParts', 'extLst']);
  });

  it('cannot be broken by what is said in it', () => {
    const copy = marked(workbook({ 表: '<sheetData/>' }), [
      mark('A1', { lines: [']]></t><c x="\'"> & \u0000 _x0041_'] }),
    ]);
    expect(comments(copy.bytes)).toEqual(['A1|giar|]]></t><c x="\'"> & \ufffd _x005F_x0041_']);
  });

  it('has styles where it had none', () => {
    const plain = xlsxOf(
      { 表: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
      {
        '[Content_Types].xml': types,
      },
    );
    expect(cells(marked(plain, [mark('A1')]).bytes)).toEqual(['A1 FFFF9999']);
  });

  it.skipIf(!hasOffice)(
    'is read by LibreOffice, comments and all',
    () => {
      const copy = marked(wrong, [mark('L24', { lines: ['甲乙丙'] }, 'Sheet1')]);
      const sheets = converted({ 'a.xlsx': copy.bytes }, 'fods');
      const text = Buffer.from(sheets.get('a.fods') ?? []).toString();
      const [note] = /<office:annotation[\s\S]*?<\/office:annotation>/u.exec(text) ?? [''];
      expect([note.includes('甲乙丙'), /#ff9999/iu.test(text)]).toEqual([true, true]);
    },
    120_000,
  );
});
