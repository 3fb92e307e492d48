import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/readers/reader.ts';
import { readXlsx } from '../../src/readers/xlsx.ts';
import { type Parts, relationships, xlsxOf } from '../support/archive.ts';
import { gridsOf, proseOf, read, textsOf } from '../support/grids.ts';

const options = { source: 'x.xlsx', limits: defaultLimits };

function xlsx(sheets: Readonly<Record<string, string>>, parts: Parts = {}) {
  return readXlsx(xlsxOf(sheets, parts), options);
}

const cells = (...all: string[]) => `<sheetData><row r="1">${all.join('')}</row></sheetData>`;
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const inline = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Texts of one row of cells. */
function rowOf(content: string, parts: Parts = {}): string[] | undefined {
  return textsOf(xlsx({ 表: cells(content) }, parts))?.[0];
}

describe('the cells of a workbook', () => {
  it('are strings, shared or not, with all their runs and without their reading', () => {
    const sharedStrings =
      '<sst><si><t>一</t></si><si><r><t>二</t></r><r><t xml:space="preserve"> 三</t></r><rPh><t>no</t></rPh></si></sst>';
    const content =
      '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="str"><v>四</v></c><c t="inlineStr"><is><r><t>五</t></r><rPh><t>no</t></rPh></is></c>';
    expect(rowOf(content, { 'xl/sharedStrings.xml': sharedStrings })).toEqual([
      '二 三',
      '一',
      '四',
      '五',
    ]);
  });

  it('are truth values, errors, and text that looks like a number', () => {
    const content =
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c t="str"><v>007</v></c>';
    expect(rowOf(content)).toEqual(['TRUE', 'FALSE', '#REF!', '007']);
  });

  it('keep their lines, and characters that XML cannot hold', () => {
    expect(rowOf('<c t="str"><v>本年新_x000D_\n制作\n数量_x005F_</v></c>')).toEqual([
      '本年新\n制作\n数量_',
    ]);
  });

  it('are numbers as they are read, without noise and exponents', () => {
    const values = [
      '2109',
      '0.30000000000000004',
      '1.1876306961900001E9',
      '1E-7',
      '1.5E+22',
      '9007199254740991',
      '-41',
      '0',
    ];
    expect(rowOf(values.map((value) => number(value)).join(''))).toEqual([
      '2109',
      '0.3',
      '1187630696.19',
      '0.0000001',
      '15000000000000000000000',
      '9007199254740991',
      '-41',
      '0',
    ]);
  });

  it('are shares and dates where their format says so', () => {
    const codes = [
      '0.0%',
      'yyyy"年"m"月"d"日"',
      '+0;-0;0',
      '0"%"',
      '[Red]0"件"',
      'h:mm:ss',
      'General',
    ];
    const styles = `<styleSheet><numFmts>${codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="14"/>${codes.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`;
    const content = [
      number('12', 0),
      number('0.356', 1),
      number('0.356', 2),
      number('44197', 3),
      number('0.35649999999999998', 4),
      number('44286.5', 5),
      number('82', 6),
      number('35', 7),
      number('27', 8),
      number('0.75', 9),
      number('8', 10),
      number('60', 3),
      number('1', 3),
    ];
    expect(rowOf(content.join(''), { 'xl/styles.xml': styles })).toEqual([
      '12',
      '36%',
      '35.60%',
      '2021-01-01',
      '35.6%',
      '2021-03-31 12:00:00',
      '+82',
      '35%',
      '27件',
      '18:00:00',
      '8',
      '1900-02-28',
      '1900-01-01',
    ]);
  });

  /** The text of a cell with this number in this format; `?` behind it where something else is shown. */
  function shownAs(value: string, code: string, type = 'n'): string | undefined {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`;
    const content = `<c t="str"><v>甲</v></c><c s="1" t="${type}"><v>${value}</v></c><c t="str"><v>乙</v></c>`;
    const document = xlsx({ 表: cells(content) }, { 'xl/styles.xml': styles });
    const text = textsOf(document)?.[0]?.[1];
    return `${text}${'doubtful' in document && document.doubtful?.length === 1 ? '?' : ''}`;
  }

  it.each([
    ['1234', 'General', '1234'],
    ['1234', 'G/通用格式', '1234'],
    ['1234', '#,##0', '1234'],
    ['12.5', '0.00', '12.5'],
    ['12.345', '0.00', '12.35'],
    ['1.005', '0.00', '1.01'],
    ['-12.345', '0.0_ ', '-12.3'],
    ['9.99', '0.0', '10'],
    ['27', '0"件"', '27件'],
    ['12.5', '0.00"万元"', '12.5万元'],
    ['5', '"第"0"件"', '第5件'],
    ['5', '[DBNum1][$-804]General', '5'],
    ['5', '[$¥-804]#,##0.00', '¥5'],
    ['-5', '0;-0', '-5'],
    ['5', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '5'],
    ['0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
    ['0', '0;-0;;@', ''],
    ['0', '#,###', ''],
    ['0', '#,##0', '0'],
    ['5', ';;;', '5?'],
    ['0', ';;;', ''],
    ['5', '"999"', '5?'],
    ['5', '"无"', '5?'],
    ['2.6', '0', '2.6?'],
    ['2.0', '0', '2'],
    ['-5', '0;0', '-5?'],
    ['-5', '#,##0;(#,##0)', '-5?'],
    ['1234567', '0,', '1234567?'],
    ['1234567', '0.0,,"百万"', '1234567?'],
    ['12', '0"万"', '12?'],
    ['12', '"1"0', '12?'],
    ['12', '0"0"', '12?'],
    ['12', '0-00', '12?'],
    ['1.5', '# ?/?', '1.5?'],
    ['1234', '0.00E+00', '1234?'],
    ['12', '[>9]"多";0', '12?'],
    ['-3', 'yyyy-mm-dd', '-3?'],
    ['45000', 'd', '2023-03-15'],
  ])('show %s by the format %s as %s', (value, code, text) => {
    expect(shownAs(value, code)).toBe(text);
  });

  it.each([
    ['0;0;0;', '5?'],
    [';;;', '5?'],
    ['0;0;0;@', '5'],
    ['0;0;0', '5'],
    ['@', '5'],
  ])('that are texts are hidden by the format %s: %s', (code, text) => {
    expect(shownAs('5', code, 'str')).toBe(text);
  });

  it('are struck through or raised as their fonts are, whole or in runs', () => {
    const styles = `<styleSheet><fonts><font/><font><strike/></font><font><vertAlign val="superscript"/></font><font><strike val="0"/></font></fonts>
      <cellXfs>${[0, 1, 2, 3].map((font) => `<xf numFmtId="0" fontId="${font}"/>`).join('')}</cellXfs>
      <dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`;
    const runs =
      '<r><t>1</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><rPr><strike/></rPr><t>3</t></r><r><rPr><sz val="9"/></rPr><t>4</t></r>';
    const only = '<r><rPr><strike/></rPr><t>7</t></r>';
    const content = [
      ...[0, 1, 2, 3].map((style) => number('12', style)),
      ...[0, 1].map((style) => `<c t="s" s="${style}"><v>0</v></c>`),
      `<c t="inlineStr"><is>${runs}</is></c>`,
      `<c t="inlineStr"><is>${only}</is></c>`,
      '<c t="inlineStr"><is><t>8</t></is></c>',
    ];
    const parts = {
      'xl/styles.xml': styles,
      'xl/sharedStrings.xml': `<sst><si>${runs}</si></sst>`,
    };
    expect(rowOf(content.join(''), parts)).toEqual([
      '12',
      '1\u03362\u0336',
      '（12）',
      '12',
      '1（2）3\u03364',
      '1\u0336（2）3\u03364',
      '1（2）3\u03364',
      '7\u0336',
      '8',
    ]);
  });

  it('have the values of formulas, and a note where one has none', () => {
    const content =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v/></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>3</v></c>';
    const document = read(xlsx({ 表三: cells(content) }));
    expect(textsOf(document)).toEqual([['2', '', '3']]);
    expect(document.notes.map(({ code, args }) => [code, args])).toEqual([
      ['formula-unvalued', { cell: '表三!B1' }],
    ]);
  });
});

describe('the sheets of a workbook', () => {
  it('are named before their grids, in their order; empty ones are left out', () => {
    const document = read(
      xlsx({ 表二: cells(number('1')), Sheet2: '<sheetData/>', 表三: cells(number('2')) }),
    );
    expect(proseOf(document)).toEqual(['表二', '表三']);
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'grid',
      'paragraph',
      'grid',
    ]);
    expect(gridsOf(document)[1]?.at).toEqual({ kind: 'sheet', sheet: '表三', cell: 'A1' });
  });

  it('are left out where they are hidden, with a note', () => {
    const workbook =
      '<workbook><sheets><sheet name="a" r:id="s1" state="hidden"/><sheet name="b" r:id="s2" state="veryHidden"/><sheet name="c" r:id="s3"/></sheets></workbook>';
    const all = { a: cells(number('1')), b: cells(number('2')), c: cells(number('3')) };
    const document = read(xlsx(all, { 'xl/workbook.xml': workbook }));
    expect(proseOf(document)).toEqual(['c']);
    expect(document.notes.map(({ code, args }) => [code, args])).toEqual([
      ['sheet-hidden', { sheet: 'a' }],
      ['sheet-hidden', { sheet: 'b' }],
    ]);
  });

  it('are read with their hidden rows and columns, counted where they hold a text', () => {
    const content = `<cols><col min="2" max="9" hidden="1"/></cols><sheetData><row r="1">${inline('A1', 'a')}${inline('B1', 'b')}</row><row r="2" hidden="1">${inline('A2', 'c')}</row><row r="3" hidden="1"/><row r="4" ht="0">${inline('A4', 'd')}</row></sheetData>`;
    const document = read(xlsx({ 表: content }));
    expect(textsOf(document)?.map(([first]) => first)).toEqual(['a', 'c', '', 'd']);
    expect(document.notes.map(({ code, args }) => [code, args])).toEqual([
      ['rows-hidden', { sheet: '表', count: '3' }],
    ]);
  });

  it('are read without tables that stand in hidden rows as a whole, which is told', () => {
    const row = (n: number, texts: string[], hidden: boolean) =>
      `<row r="${n}"${hidden ? ' hidden="1"' : ''}>${texts.map((text, i) => inline(`${'AB'[i]}${n}`, text)).join('')}</row>`;
    const all = [
      row(1, ['甲', '1'], false),
      row(2, ['乙', '2'], true),
      row(3, ['丙', '3'], false),
      row(4, ['旧表'], true),
      row(5, ['甲', '7'], true),
      row(6, ['乙', '8'], true),
      row(8, ['甲', '9'], true),
      row(9, ['乙', '10'], true),
      row(10, ['丙', '11'], false),
    ];
    const document = read(xlsx({ 表: `<sheetData>${all.join('')}</sheetData>` }));
    expect(textsOf(document)).toEqual([
      ['甲', '1'],
      ['乙', '2'],
      ['丙', '3'],
      ['', ''],
      ['甲', '9'],
      ['乙', '10'],
      ['丙', '11'],
    ]);
    expect(document.notes.map(({ code, args }) => [code, args])).toEqual([
      ['rows-unread', { sheet: '表', count: '3' }],
      ['rows-hidden', { sheet: '表', count: '3' }],
    ]);
  });

  it.each([
    `<sheetData><row r="1" hidden="1">${inline('A1', '甲')}${inline('B1', '1')}</row></sheetData>`,
    `<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1">${inline('A1', '甲')}${inline('B1', '1')}</row></sheetData>`,
  ])('are not read where nothing of them is shown: %s', (content) => {
    const document = read(xlsx({ 表: content, 另表: cells(number('2')) }));
    expect(proseOf(document)).toEqual(['另表']);
    expect(document.notes.map(({ code, args }) => [code, args])).toEqual([
      ['rows-unread', { sheet: '表', count: '1' }],
    ]);
  });

  it('have their merged cells in all slots, each with its place', () => {
    const content = `<sheetData><row r="3">${inline('B3', '甲')}${inline('D3', '乙')}</row><row r="4">${inline('D4', '丙')}</row></sheetData><mergeCells><mergeCell ref="B3:C4"/><mergeCell ref="C4:D4"/><mergeCell ref="D3:D3"/></mergeCells>`;
    const [grid] = gridsOf(xlsx({ 表: content }));
    expect(grid?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['甲', '甲', '乙'],
      ['甲', '甲', '丙'],
    ]);
    expect(grid?.rows[1]?.[2]?.at).toEqual({ kind: 'sheet', sheet: '表', cell: 'D4' });
    expect(grid?.rows[1]?.[0]).toMatchObject({ at: { cell: 'B3' }, rowSpan: 2, columnSpan: 2 });
  });

  it('are trimmed, and their gaps cut down to one row or column', () => {
    const content = `<sheetData><row r="5">${inline('C5', 'a')}${inline('G5', 'b')}<c r="Z5" s="1"/></row><row r="900">${inline('C900', 'c')}</row><row r="901"/></sheetData>`;
    const [grid] = gridsOf(xlsx({ 表: content }));
    expect(grid?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['a', '', 'b'],
      ['', '', ''],
      ['c', '', ''],
    ]);
    expect(grid?.rows[2]?.[2]?.at).toEqual({ kind: 'sheet', sheet: '表', cell: 'G900' });
  });

  it('may leave out the addresses of rows and cells', () => {
    const content = `<sheetData><row>${number('1')}<c r="C1"><v>3</v></c>${number('4')}</row><row>${number('5')}</row></sheetData>`;
    expect(textsOf(xlsx({ 表: content }))).toEqual([
      ['1', '', '3', '4'],
      ['5', '', '', ''],
    ]);
  });

  it('show the pictures, charts, text boxes and files that lie over them', () => {
    const anchor = (row: number, shape: string) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${shape}</xdr:twoCellAnchor>`;
    const drawing = `<xdr:wsDr>${anchor(0, '<xdr:pic><xdr:cNvPr name="图片 1"/><a:blip r:embed="p"/></xdr:pic>')}${anchor(4, '<xdr:sp><xdr:txBody><a:p><a:r><a:t>说明</a:t></a:r></a:p><a:p><a:r><a:t>二</a:t></a:r></a:p></xdr:txBody></xdr:sp>')}${anchor(6, '<xdr:graphicFrame><xdr:cNvPr name="图表 2" descr="趋势"/></xdr:graphicFrame>')}</xdr:wsDr>`;
    const sheet = `<sheetData/><drawing r:id="d"/><oleObjects><oleObject progId="Word.Document" shapeId="7"/><oleObject progId="Word.Document" shapeId="7"/></oleObjects>`;
    const { blocks } = read(
      xlsx(
        { 表: sheet },
        {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([
            'd',
            'drawing',
            '../drawings/drawing1.xml',
          ]),
          'xl/drawings/drawing1.xml': drawing,
          'xl/drawings/_rels/drawing1.xml.rels': relationships([
            'p',
            'image',
            '../media/image1.png',
          ]),
        },
      ),
    );
    expect(
      blocks.map((block) => [
        block.kind,
        'name' in block ? block.name : 'text' in block ? block.text : '',
        'cell' in block.at ? block.at.cell : '',
      ]),
    ).toEqual([
      ['paragraph', '表', 'A1'],
      ['opaque', 'Word.Document', 'A1'],
      ['opaque', 'image1.png', 'B1'],
      ['paragraph', '说明\n二', 'B5'],
      ['opaque', '趋势', 'B7'],
    ]);
  });
});

describe('a binary workbook', () => {
  it('is one that is not read', () => {
    const binary = xlsxOf(
      {},
      {
        'xl/workbook.bin': 'x',
        '_rels/.rels': relationships(['r1', 'officeDocument', 'xl/workbook.bin']),
      },
    );
    expect(readXlsx(binary, options)).toMatchObject({
      code: 'format-unsupported',
      args: { format: 'XLSB' },
    });
  });
});
