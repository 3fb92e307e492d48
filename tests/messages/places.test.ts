import { describe, expect, it } from 'vitest';
import { placesText } from '../../src/messages/places.ts';
import { type At, type Place, sourceOf } from '../../src/model/document.ts';

const place = (at: At | null, source = '年报.docx', line: number | null = null): Place => ({
  source,
  at,
  line,
});
const cell = (table: number, row: number, column: number): At => ({
  kind: 'cell',
  table,
  row,
  column,
});
const text = (line: number, column: number): At => ({ kind: 'text', line, column });
const sheet = (name: string): At => ({ kind: 'sheet', sheet: '表三', cell: name });
const onPage = (page: number, left: number, top: number): At => ({
  kind: 'page',
  page,
  box: [left, top, left + 30, top + 14],
});
const both = (places: readonly Place[]) => [placesText(places, 'zh'), placesText(places, 'en')];

describe('where figures stand', () => {
  it('is nothing where there is no place', () => {
    expect(both([])).toEqual(['', '']);
  });

  it('is the file alone where nothing more is known', () => {
    expect(both([place(null)])).toEqual(['年报.docx', '年报.docx']);
  });

  it('is the line of the file where its format has lines', () => {
    const at = place(cell(3, 5, 2), 'page.html', 120);
    expect(both([at])).toEqual([
      'page.html:120 第 3 个表第 5 行第 2 列',
      'page.html:120 table 3, row 5, column 2',
    ]);
  });

  it('is the first of several lines', () => {
    const places = [place(cell(1, 9, 1), 'page.html', 30), place(cell(1, 2, 1), 'page.html', 12)];
    expect(placesText(places, 'zh')).toBe('page.html:12 第 1 个表第 2, 9 行第 1 列');
  });

  it('is told together for the cells of a row', () => {
    const places = [2, 3, 4, 8].map((column) => place(cell(3, 5, column)));
    expect(both(places)).toEqual([
      '年报.docx 第 3 个表第 5 行第 2–4, 8 列',
      '年报.docx table 3, row 5, column 2–4, 8',
    ]);
  });

  it('is told together for the cells of a column, in their order and each once', () => {
    const places = [9, 2, 1, 2].map((row) => place(cell(3, row, 7)));
    expect(placesText(places, 'zh')).toBe('年报.docx 第 3 个表第 1–2, 9 行第 7 列');
  });

  it('is told cell by cell where they lie in several tables, rows and columns', () => {
    const places = [place(cell(1, 1, 1)), place(cell(2, 1, 1))];
    expect(placesText(places, 'zh')).toBe(
      '年报.docx 第 1 个表第 1 行第 1 列；第 2 个表第 1 行第 1 列',
    );
    const across = [place(cell(1, 1, 2)), place(cell(1, 2, 1))];
    expect(placesText(across, 'en')).toBe(
      '年报.docx table 1, row 1, column 2; table 1, row 2, column 1',
    );
  });

  it('is a link of editors and terminals in a text, the others in short', () => {
    const places = [text(7, 26), text(8, 41), text(7, 26)].map((at) => place(at, 'report.json'));
    expect(both(places)).toEqual(['report.json:7:26, 8:41', 'report.json:7:26, 8:41']);
  });

  it('is cut short where there are many places', () => {
    const many = [1, 2, 3, 4, 5, 6].map((line) => place(text(line, 1), 'a.txt'));
    expect(both(many)).toEqual(['a.txt:1:1, 2:1, 3:1, 4:1 等', 'a.txt:1:1, 2:1, 3:1, 4:1, …']);
    const apart = ['B1', 'B3', 'B5', 'B7', 'B9'].map((name) => place(sheet(name), 'a.xlsx'));
    expect(both(apart)).toEqual(['a.xlsx 表三!B1:B9', 'a.xlsx 表三!B1:B9']);
    const scattered = ['B1', 'C3', 'B5', 'B7', 'B9'].map((name) => place(sheet(name), 'a.xlsx'));
    expect(both(scattered)).toEqual([
      'a.xlsx 表三!B1；表三!C3；表三!B5；表三!B7等',
      'a.xlsx 表三!B1; 表三!C3; 表三!B5; 表三!B7, …',
    ]);
  });

  it.each([
    [['H7', 'B7', 'C7', 'D7', 'E7', 'F7', 'G7'], 'B7:H7'],
    [['B2', 'B3', 'B4', 'B9'], 'B2:B4, B9'],
    [['Y1', 'Z1', 'AA1', 'AB1'], 'Y1:AB1'],
    [['B7', 'B7'], 'B7'],
    [['B7'], 'B7'],
  ])('is a range of a sheet: %j', (names, range) => {
    const places = names.map((name) => place(sheet(name), 'a.xlsx'));
    expect(both(places)).toEqual([`a.xlsx 表三!${range}`, `a.xlsx 表三!${range}`]);
  });

  it('is no range over two sheets', () => {
    const other: At = { kind: 'sheet', sheet: '表四', cell: 'C1' };
    expect(both([place(sheet('B1'), 'a.xlsx'), place(other, 'a.xlsx')])).toEqual([
      'a.xlsx 表三!B1；表四!C1',
      'a.xlsx 表三!B1; 表四!C1',
    ]);
  });

  it('is a paragraph of a document', () => {
    const at = place({ kind: 'paragraph', paragraph: 4 });
    expect(both([at])).toEqual(['年报.docx 第 4 段', '年报.docx paragraph 4']);
  });

  it('is measured on a page as with a ruler', () => {
    expect(both([place(onPage(4, 72, 144), 'a.pdf')])).toEqual([
      'a.pdf 第 4 页（距左边 25 毫米、上边 51 毫米）',
      'a.pdf page 4 (25 mm from the left, 51 mm from the top)',
    ]);
  });

  it('is harmless in a terminal whatever a file or sheet is called', () => {
    const at: At = { kind: 'sheet', sheet: 'a\u001b[31m\nb', cell: 'A1' };
    const shown = placesText([place(at, 'x\u001b]0;y\u0007.xlsx')], 'en');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(shown).not.toMatch(/[\u0000-\u001f]/u);
  });
});

describe('a place in the notation of results', () => {
  it.each([
    [place(text(7, 26), 'report.json'), 'report.json:7:26'],
    [place(cell(3, 5, 2), 'page.html', 120), 'page.html:120#table=3&row=5&column=2'],
    [place(sheet('B7'), '年报.xlsx'), '年报.xlsx#表三!B7'],
    [place(onPage(4, 72, 96), 'a.pdf'), 'a.pdf#page=4&viewrect=72,96,30,14'],
    [place({ kind: 'paragraph', paragraph: 4 }), '年报.docx#paragraph=4'],
    [place(null), '年报.docx'],
  ])('%# is %s', (at, expected) => {
    expect(sourceOf(at)).toBe(expected);
  });
});
