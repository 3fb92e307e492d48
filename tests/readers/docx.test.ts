import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/readers/docx.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import {
  archiveOf,
  cell,
  docxOf,
  type Parts,
  paragraph,
  relationships,
  table,
} from '../support/archive.ts';
import { gridsOf, proseOf, read, textsOf } from '../support/grids.ts';

const options = { source: 'x.docx', limits: defaultLimits };

function docx(body: string, parts: Parts = {}) {
  return readDocx(docxOf(body, parts), options);
}

/** Texts of the paragraphs of a body. */
function prose(body: string, parts: Parts = {}): string[] {
  return proseOf(docx(body, parts));
}

function codes(body: string): string[] {
  return read(docx(body)).notes.map(({ code }) => code);
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string) => `<w:p>${content}</w:p>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

describe('the text of a Word document', () => {
  it('is given in order, each paragraph and cell with its place', () => {
    const { blocks } = read(
      docx(`${paragraph('一')}<w:p/>${table([cell('a'), cell('b')])}${paragraph('二')}`),
    );
    expect(blocks.map(({ kind, at }) => [kind, at])).toEqual([
      ['paragraph', { kind: 'paragraph', paragraph: 1 }],
      ['grid', { kind: 'cell', table: 1, row: 1, column: 1 }],
      ['paragraph', { kind: 'paragraph', paragraph: 3 }],
    ]);
  });

  it('is found by the relationships of the archive, or by its usual name', () => {
    const body = '<document><body><p><r><t>甲</t></r></p></body></document>';
    const elsewhere = archiveOf({
      '_rels/.rels': relationships(['r', 'officeDocument', '/other/doc2.xml']),
      'other/doc2.xml': body,
    });
    expect(proseOf(readDocx(elsewhere, options))).toEqual(['甲']);
    expect(proseOf(readDocx(archiveOf({ 'word/document.xml': body }), options))).toEqual(['甲']);
  });

  it('may be in UTF-16 and have any prefix', () => {
    const text =
      '\ufeff<x:document><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>';
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++)
      new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), true);
    expect(prose('', { 'word/document.xml': bytes })).toEqual(['甲']);
  });

  it('has the title of its properties', () => {
    const core =
      '<cp:coreProperties><dc:title> 年报 </dc:title><dc:creator>x</dc:creator></cp:coreProperties>';
    expect(
      read(docx('', { 'docProps/core.xml': core, 'word/document.xml': '<d><body><p/></body></d>' }))
        .title,
    ).toBe('年报');
    expect(read(docx(paragraph('x'))).title).toBe(null);
  });

  it('has breaks, tabs, hyphens and symbols', () => {
    const odd =
      '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:noBreakHyphen/>' +
      '<w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:sym w:font="宋体" w:char="F031"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>';
    expect(prose(p(odd))).toEqual(['a\nb\nc\td-ef1\uf0fc']);
  });

  it('leaves out what is hidden, unless the switch is off', () => {
    const body = run('1') + run('2', '<w:vanish/>') + run('3', '<w:vanish w:val="0"/>');
    expect(prose(p(body))).toEqual(['13']);
  });

  it('goes through links, tags, content controls and the base of ruby', () => {
    const body =
      `<w:hyperlink r:id="x">${run('1')}</w:hyperlink><w:smartTag>${run('2')}</w:smartTag>` +
      `<w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple><w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>${run('4')}</w:sdtContent></w:sdt>` +
      `<w:r><w:ruby><w:rt>${run('no')}</w:rt><w:rubyBase>${run('5')}</w:rubyBase></w:ruby></w:r>`;
    expect(prose(p(body))).toEqual(['12345']);
    expect(prose(`<w:sdt><w:sdtContent>${paragraph('6')}</w:sdtContent></w:sdt>`)).toEqual(['6']);
  });

  it('has the results of fields and not their instructions', () => {
    const inner = `${field('begin')}<w:r><w:instrText>IF</w:instrText></w:r>${run('no')}${field('end')}`;
    const body = `${run('1')}${field('begin')}${inner}${run('no')}${field('separate')}${run('2')}${field('end')}${run('3')}`;
    expect(prose(p(body))).toEqual(['123']);
  });

  it('is that of all changes accepted, with a note', () => {
    const deleted = '<w:del><w:r><w:delText>9</w:delText></w:r></w:del>';
    const moved = `<w:moveFrom>${run('8')}</w:moveFrom><w:moveTo>${run('3')}</w:moveTo>`;
    const body = p(`${run('1')}<w:ins>${run('2')}</w:ins>${deleted}${moved}`);
    expect(prose(body)).toEqual(['123']);
    expect(codes(body)).toEqual(['changes-tracked']);
    expect(codes(paragraph('1'))).toEqual([]);
  });

  it('joins a paragraph whose end was deleted to the next one', () => {
    const cut = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('1')}</w:p>`;
    expect(prose(cut + paragraph('2') + cut)).toEqual(['12', '1']);
  });

  it('takes one branch of an alternative', () => {
    const alternate = (choice: string, fallback: string) =>
      `<mc:AlternateContent><mc:Choice>${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
    const box = (tag: string, text: string) =>
      `<w:drawing><${tag}><w:txbxContent>${paragraph(text)}${table([cell('7')])}</w:txbxContent></${tag}></w:drawing>`;
    const body = p(`${run('1')}<w:r>${alternate(box('txbx', '2'), box('textbox', '2'))}</w:r>`);
    expect(read(docx(body)).blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'grid',
    ]);
    expect(prose(p(`<w:r>${alternate('<w:new/>', '<w:t>old</w:t>')}</w:r>`))).toEqual(['old']);
  });

  it('ends with the notes that it refers to', () => {
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${run(text)}`)}</w:footnote>`;
    const parts = {
      'word/_rels/document.xml.rels': relationships(
        ['f', 'footnotes', 'footnotes.xml'],
        ['e', 'endnotes', 'endnotes.xml'],
      ),
      'word/footnotes.xml': `<w:footnotes>${note(-1, 'line')}${note(1, 'one')}${note(2, 'two')}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes>${note(1, 'end').replaceAll('footnote ', 'endnote ').replaceAll('footnote>', 'endnote>')}</w:endnotes>`,
    };
    const mark = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = p(`${run('27')}${mark('endnote', 1)}${mark('footnote', 2)}`) + paragraph('last');
    expect(prose(body, parts)).toEqual(['27', 'last', 'two', 'end']);
  });

  it('shows pictures and files, one for each', () => {
    const picture =
      '<w:r><w:drawing><wp:docPr id="1" name="x" descr="图表"/><a:blip r:embed="p"/></w:drawing></w:r>';
    const plainPicture = '<w:r><w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict></w:r>';
    const file =
      '<w:r><w:object><v:shape><v:imagedata r:id="p"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const links = relationships(['p', 'image', 'media/image1.png'], ['c', 'aFChunk', 'part.html']);
    const { blocks } = read(
      docx(`${p(picture + plainPicture)}${p(file)}<w:altChunk r:id="c"/>`, {
        'word/_rels/document.xml.rels': links,
      }),
    );
    expect(
      blocks.map((block) => (block.kind === 'opaque' ? [block.what, block.name] : block.kind)),
    ).toEqual([
      ['picture', '图表'],
      ['picture', 'image1.png'],
      ['attachment', 'Excel.Sheet.12'],
      ['attachment', 'word/part.html'],
    ]);
  });
});

describe('what Word draws by itself in a cell', () => {
  const kindsOf = (content: string): string[] =>
    read(
      docx(`<w:tbl><w:tr>${cell('a')}<w:tc><w:p>${content}</w:p></w:tc></w:tr></w:tbl>`),
    ).blocks.map(({ kind }) => kind);

  it.each([
    ['a fraction', '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>'],
    ['a power', `<m:oMath><m:sSup><m:e><m:r><m:t>1</m:t></m:r></m:e></m:sSup></m:oMath>`],
    ['a field without a result', field('begin') + field('end')],
  ])('is told like a picture: %s', (_, content) => {
    expect(kindsOf(content)).toEqual(['grid', 'opaque']);
  });

  it.each([
    ['a formula in one line', '<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>'],
    ['a field with its result', field('begin') + field('separate') + run('12') + field('end')],
  ])('is not %s', (_, content) => {
    expect(kindsOf(content)).toEqual(['grid']);
  });
});

describe('the tables of a Word document', () => {
  const merged = (text: string, how: string, span = 1) =>
    cell(text, `<w:gridSpan w:val="${span}"/><w:vMerge${how}/>`);
  const restart = ' w:val="restart"';

  it('have merged cells in all their slots', () => {
    const body = table(
      [merged('A', restart, 2), cell('b')],
      [merged('hidden', '', 2), cell('c')],
      [cell('d'), cell('e'), cell('f')],
    );
    expect(textsOf(docx(body))).toEqual([
      ['A', 'A', 'b'],
      ['A', 'A', 'c'],
      ['d', 'e', 'f'],
    ]);
    expect(gridsOf(docx(body))[0]?.rows[0]?.[0]).toMatchObject({ rowSpan: 2, columnSpan: 2 });
  });

  it('have a cell of its own where a merged one has none above it to go on from', () => {
    const body = table(
      [cell('a'), merged('b', restart, 2)],
      [merged('c', ''), merged('d', ''), cell('e')],
      [merged('', ''), cell('f'), cell('g')],
    );
    expect(textsOf(docx(body))).toEqual([
      ['a', 'b', 'b'],
      ['c', 'd', 'e'],
      ['c', 'f', 'g'],
    ]);
  });

  it('may merge to the right in the old way, and down at once', () => {
    const old = (text: string, h: string, v: string) =>
      cell(text, `<w:hMerge w:val="${h}"/><w:vMerge w:val="${v}"/>`);
    const body = table(
      [old('A', 'restart', 'restart'), old('', 'continue', 'restart'), cell('b')],
      [old('', 'restart', 'continue'), old('', 'continue', 'continue'), cell('c')],
    );
    expect(textsOf(docx(body))).toEqual([
      ['A', 'A', 'b'],
      ['A', 'A', 'c'],
    ]);
  });

  it('have blank slots where a row begins late or ends early', () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('x')}</w:tr>`;
    const body = `<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>${late}<w:tr>${cell('a')}${cell('b')}${cell('c')}</w:tr></w:tbl>`;
    expect(textsOf(docx(body))).toEqual([
      ['', 'x', ''],
      ['a', 'b', 'c'],
    ]);
    expect(gridsOf(docx(body))[0]?.rows[0]?.[1]?.at).toEqual({
      kind: 'cell',
      table: 1,
      row: 1,
      column: 2,
    });
  });

  it('have rows and cells in content controls, and none that are deleted', () => {
    const row = `<w:sdt><w:sdtContent><w:tr>${cell('a')}<w:sdt><w:sdtContent>${cell('b')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>`;
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('x')}${cell('y')}</w:tr>`;
    const come = `<w:tr><w:trPr><w:ins/></w:trPr>${cell('c')}${cell('no', '<w:cellDel/>')}${cell('d')}</w:tr>`;
    const body = `<w:tbl>${row}${gone}${come}</w:tbl>`;
    expect(textsOf(docx(body))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(codes(body)).toEqual(['changes-tracked']);
  });

  it('join the paragraphs of a cell, and give pictures after the grid', () => {
    const two = `<w:tc>${paragraph('商业')}<w:p/>${paragraph('企业')}${p('<w:r><w:drawing><a:blip/></w:drawing></w:r>')}</w:tc>`;
    const { blocks } = read(docx(table([two, cell('x')])));
    expect(textsOf(docx(table([two, cell('x')])))).toEqual([['商业\n企业', 'x']]);
    expect(blocks[1]).toEqual({
      kind: 'opaque',
      what: 'picture',
      name: null,
      at: { kind: 'cell', table: 1, row: 1, column: 1 },
    });
  });

  const figures = table(...Array.from({ length: 3 }, () => [cell('1'), cell('2'), cell('3')]));

  it('are given one by one where another table only arranges them', () => {
    const body = table([
      cell('left'),
      `<w:tc>${paragraph('title')}${figures}${paragraph('end')}</w:tc>`,
    ]);
    const { blocks } = read(docx(body));
    expect(blocks.map(({ kind, at }) => [kind, at.kind === 'cell' ? at.table : 0])).toEqual([
      ['paragraph', 1],
      ['paragraph', 1],
      ['grid', 2],
      ['paragraph', 1],
    ]);
  });

  it('keep the text of a little table that stands in a cell', () => {
    const row = [cell('a'), cell('b'), cell('c'), cell('d')];
    const little = `<w:tc>${table([cell('1'), cell('2')])}</w:tc>`;
    const grids = gridsOf(docx(table(row, row, [...row.slice(1), little])));
    expect(grids.map(({ rows }) => rows[2]?.map(({ text }) => text))).toEqual([
      ['b', 'c', 'd', '1\t2'],
    ]);
  });

  it('are a part of the text where they are a box around paragraphs', () => {
    const box = table([`<w:tc>${paragraph('一')}${paragraph('二')}</w:tc>`]);
    expect(prose(box)).toEqual(['一', '二']);
  });
});

describe('automatic numbers', () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering>
    <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const styles = `<w:styles><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="H"/></w:style></w:styles>`;
  const parts = {
    'word/_rels/document.xml.rels': relationships(
      ['n', 'numbering', 'numbering.xml'],
      ['s', 'styles', 'styles.xml'],
    ),
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
  };
  const numbered = (text: string, list: number, index = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  const styled = (text: string, style: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

  it('stand before the text, level by level', () => {
    const body =
      numbered('甲', 1) +
      numbered('乙', 1, 1) +
      numbered('丙', 1, 1) +
      numbered('丁', 1) +
      numbered('戊', 1, 1);
    expect(prose(body, parts)).toEqual(['一、甲', '一.1.乙', '一.2.丙', '二、丁', '二.1.戊']);
  });

  it('stand in cells too', () => {
    const body = table(
      [`<w:tc>${numbered('属于国家秘密', 2)}</w:tc>`, cell('6')],
      [`<w:tc>${numbered('其他', 2)}</w:tc>`, cell('0')],
    );
    expect(textsOf(docx(body, parts))).toEqual([
      ['1.属于国家秘密', '6'],
      ['2.其他', '0'],
    ]);
  });

  it('may begin anew, be bullets, or be none', () => {
    const body =
      numbered('a', 2) +
      numbered('b', 3) +
      numbered('c', 3) +
      numbered('d', 4) +
      numbered('e', 0) +
      numbered('f', 99);
    expect(prose(body, parts)).toEqual(['1.a', '5.b', '6.c', 'd', 'e', 'f']);
  });

  it('may come from the style of the paragraph, or the one that it goes on from', () => {
    expect(prose(styled('甲', 'H') + styled('乙', 'K') + styled('丙', 'none'), parts)).toEqual([
      '一、甲',
      '二、乙',
      '丙',
    ]);
  });
});
