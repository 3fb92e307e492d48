import { describe, expect, it } from 'vitest';
import { type Correction, replacementIn } from '../../src/marking/mend.ts';
import { mendDocx } from '../../src/marking/mendDocx.ts';
import { mendJson } from '../../src/marking/mendJson.ts';
import { mendXlsx } from '../../src/marking/mendXlsx.ts';
import type { At } from '../../src/model/document.ts';
import { cell, docxOf, table, xlsxOf } from '../support/archive.ts';
import { options, partOf } from '../support/parts.ts';

function correction(
  at: At | null,
  from: number | null,
  to: number,
  more: Partial<Correction> = {},
) {
  return { at, printed: from === null ? '' : String(from), from, to, beside: [], ...more };
}

describe('a number in a text', () => {
  const replaced = (text: string, from: number, to: number): string | null => {
    const found = replacementIn(text, { from, to });
    return found === null ? null : text.slice(0, found.start) + found.text + text.slice(found.end);
  };

  it.each([
    ['27', 27, 72, '72'],
    ['27（截至2020年12月31日）', 27, 72, '72（截至2020年12月31日）'],
    ['1,234件', 1234, 12034, '12,034件'],
    ['１２３', 123, 132, '１３２'],
    ['共 -5', -5, 5, '共 5'],
    ['3、3', 3, 4, null],
    ['约三', 3, 4, null],
    ['123', 23, 24, null],
  ])('%s: %d → %d', (text, from, to, result) => {
    expect(replaced(text, from, to)).toBe(result);
  });
});

describe('figures of a report.json', () => {
  const text = '\ufeff{\r\n  "a": [1, 2,  null],\r\n\t"b": "27（截至2020年）" , "c": 2.50 }\r\n';
  const at = (line: number, column: number): At => ({ kind: 'text', line, column });

  it('are replaced, and nothing else', () => {
    const corrections = [
      correction(at(2, 12), 2, 30),
      correction(at(2, 16), null, 4),
      correction(at(3, 7), 27, 72),
      correction(at(2, 9), 7, 8),
      correction(at(2, 8), 1, 8),
      correction(at(99, 1), 1, 8),
      correction(null, 1, 8),
    ];
    const mended = mendJson(new TextEncoder().encode(text), corrections);
    expect(Buffer.from(mended.bytes).toString()).toBe(
      '\ufeff{\r\n  "a": [1, 30,  4],\r\n\t"b": "72（截至2020年）" , "c": 2.50 }\r\n',
    );
    expect(mended.left).toEqual([null, null, null, 'place', 'place', 'place', 'place']);
  });
  it('are replaced in every line of NDJSON, whatever the other lines are', () => {
    const lines = '{"a": [1]}\r\n{"b": "\n\n{"a": [ 1 ], "n": "1,000件"}\n';
    const corrections = [
      correction(at(1, 8), 1, 3),
      correction(at(4, 9), 1, 30),
      correction(at(4, 19), 1000, 2000),
      // The middle of a number and of a text are no values.
      correction(at(4, 22), 0, 8),
      correction(at(1, 3), 1, 8),
    ];
    const mended = mendJson(new TextEncoder().encode(lines), corrections);
    expect(Buffer.from(mended.bytes).toString()).toBe(
      '{"a": [3]}\r\n{"b": "\n\n{"a": [ 30 ], "n": "2,000件"}\n',
    );
    expect(mended.left).toEqual([null, null, null, 'place', 'place']);
  });
});

describe('figures of a Word document', () => {
  const body = (...cells: string[]) =>
    docxOf(
      table(
        cells,
        cells.map(() => cell('x')),
      ),
    );
  const main = 'word/document.xml';
  const split =
    '<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> 1</w:t></w:r><w:r><w:t>2</w:t></w:r><w:r><w:t>件</w:t></w:r></w:p></w:tc>';
  const blank = '<w:tc><w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr></w:p></w:tc>';
  const field =
    '<w:tc><w:p><w:fldSimple w:instr="=SUM(LEFT)"><w:r><w:t>12</w:t></w:r></w:fldSimple></w:p></w:tc>';
  const tracked = '<w:tc><w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p></w:tc>';
  const at = (column: number): At => ({ kind: 'cell', table: 1, row: 1, column });

  function mended(bytes: Uint8Array, ...corrections: Correction[]) {
    const copy = mendDocx(bytes, corrections, options);
    if ('code' in copy) throw new Error(copy.code);
    return { text: partOf(copy.bytes, main), left: copy.left };
  }

  it('keep the looks of their first run; a blank is filled in the font of its paragraph', () => {
    const bytes = body(split, blank);
    const before = partOf(bytes, main);
    const { text, left } = mended(
      bytes,
      correction(at(1), 12, 345, { printed: '12件' }),
      correction(at(2), null, 6),
    );
    expect(left).toEqual([null, null]);
    expect(text).toBe(
      before
        .replace('preserve"> 1</w:t>', 'preserve"> 345</w:t>')
        .replace('<w:t>2</w:t>', '<w:t></w:t>')
        .replace('</w:pPr></w:p>', '</w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>6</w:t></w:r></w:p>'),
    );
  });

  it('are left where they are formulas, beside formulas, tracked, or not what was read', () => {
    const bytes = body(split, field, tracked);
    const { text, left } = mended(
      bytes,
      correction(at(2), 12, 21),
      correction(at(1), 12, 21, { printed: '12件', beside: [at(2)] }),
      correction(at(3), 12, 21),
      correction(at(1), 12, 21, { printed: '13件' }),
      correction({ kind: 'paragraph', paragraph: 1 }, 12, 21),
    );
    expect(left).toEqual(['formula', 'formula-beside', 'tracked', 'text', 'place']);
    expect(text).toBe(partOf(bytes, main));
  });
});

describe('figures of a workbook', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const rows = (cells: string, more = '') =>
    `<sheetData><row r="1">${cells}</row></sheetData>${more}`;
  const strings = '<sst><si><t>12件</t></si><si><r><rPr><b/></rPr><t>12</t></r></si></sst>';
  const at = (name: string): At => ({ kind: 'sheet', sheet: '表', cell: name });

  function mended(cells: string, ...corrections: Correction[]) {
    const bytes = xlsxOf({ 表: rows(cells) }, { 'xl/sharedStrings.xml': strings });
    const copy = mendXlsx(bytes, corrections, options);
    if ('code' in copy) throw new Error(copy.code);
    const [, row = ''] = /<row r="1">(.*)<\/row>/u.exec(partOf(copy.bytes, sheet)) ?? [];
    return { row, left: copy.left, book: partOf(copy.bytes, 'xl/workbook.xml') };
  }

  it('stay numbers or texts as they were, and blanks are filled', () => {
    const { row, left, book } = mended(
      '<c r="A1" s="1"><v>12</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="2"/><c r="E1" t="inlineStr"><is><t>12</t></is></c>',
      correction(at('A1'), 12, 21),
      correction(at('B1'), 12, 21),
      correction(at('C1'), null, 5),
      correction(at('D1'), null, 6),
      correction(at('E1'), 12, 7),
    );
    expect(left).toEqual([null, null, null, null, null]);
    expect(row).toBe(
      '<c r="A1" s="1"><v>21</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve">21件</t></is></c><c r="C1" s="2"><v>5</v></c><c r="D1" s="0"><v>6</v></c><c r="E1" t="inlineStr"><is><t xml:space="preserve">7</t></is></c>',
    );
    expect(book).not.toContain('fullCalcOnLoad');
  });

  it('are left where they are formulas, beside formulas, in several fonts, or not what was read', () => {
    const cells =
      '<c r="A1"><v>12</v></c><c r="B1"><f>A1</f><v>12</v></c><c r="C1" t="s"><v>1</v></c><c r="D1"><v>5</v></c>';
    const { row, left } = mended(
      cells,
      correction(at('B1'), 12, 21),
      correction(at('A1'), 12, 21, { beside: [at('B1')] }),
      correction(at('C1'), 12, 21),
      correction(at('D1'), 12, 21),
      correction(at('Z9'), 12, 21),
    );
    expect(left).toEqual(['formula', 'formula-beside', 'shared', 'text', 'place']);
    expect(row).toBe(cells);
  });

  it('have formulas elsewhere reckoned anew when the copy is opened', () => {
    const cells = '<c r="A1"><v>12</v></c><c r="B1"><f>A1</f><v>12</v></c>';
    expect(mended(cells, correction(at('A1'), 12, 21)).book).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    );
  });
});
