import { describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../../src/readers/reader.ts';
import { readXlsx } from '../../src/readers/xlsx.ts';
import { archiveOf, type Parts, xlsxOf } from '../support/archive.ts';
import { damagedXml } from '../support/damage.ts';
import { expectWhole, gridsOf, outcome, textsOf } from '../support/grids.ts';
import { mutate } from '../support/mutate.ts';

function readWith(bytes: Uint8Array, limits: Partial<Limits> = {}) {
  return readXlsx(bytes, { source: 'x.xlsx', limits: { ...defaultLimits, ...limits } });
}

function sheet(content: string, parts: Parts = {}, limits: Partial<Limits> = {}) {
  return readWith(xlsxOf({ 表: content }, parts), limits);
}

const value = (address: string, text = '1') => `<c r="${address}"><v>${text}</v></c>`;
const sheetData = (...all: string[]) =>
  `<sheetData>${all.map((content) => `<row>${content}</row>`).join('')}</sheetData>`;

const content =
  `<dimension ref="A1:C3"/><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>12</v></c></row>` +
  `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>0.5</v></c><c r="C2"><f>C1</f><v/></c></row><row r="3" hidden="1"><c r="B3" t="inlineStr"><is><t>x</t></is></c></row></sheetData>` +
  `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>`;
const parts = {
  'xl/sharedStrings.xml':
    '<sst><si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>no</t></rPh></si></sst>',
  'xl/styles.xml':
    '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>',
};

describe('a hostile workbook', () => {
  it('costs nothing for the dimension that it claims, or a merged cell as large as the sheet', () => {
    const claims = `<dimension ref="A1:XFD1048576"/>${sheetData(value('A1', '1') + value('B1', '2'))}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    expect(textsOf(sheet(claims))).toEqual([['1', '1']]);
  });

  it('costs nothing for a cell in the last corner', () => {
    const corners = `<sheetData><row r="1">${value('A1', '1')}</row><row r="1048576">${value('XFD1048576', '2')}</row></sheetData>`;
    expect(textsOf(sheet(corners))).toEqual([
      ['1', '', ''],
      ['', '', ''],
      ['', '', '2'],
    ]);
  });

  it('is refused for cells scattered so that the grid would be too large', () => {
    const scattered = Array.from(
      { length: 300 },
      (_, i) => `<row r="${2 * i + 1}">${value(`${columnName(2 * i + 1)}${2 * i + 1}`)}</row>`,
    );
    expect(outcome(sheet(`<sheetData>${scattered.join('')}</sheetData>`))).toBe(
      'document-too-large',
    );
    const wide = Array.from({ length: 1001 }, (_, i) => value(`${columnName(i + 1)}1`));
    expect(outcome(sheet(sheetData(wide.join(''))))).toBe('document-too-large');
    expect(outcome(sheet(sheetData(value('A1') + value('B1')), {}, { slots: 1 }))).toBe(
      'document-too-large',
    );
  });

  it('is refused for merged cells that take too long to tell apart', () => {
    const rows = Array.from(
      { length: 100 },
      (_, r) => `<row r="${r + 1}">${value(`A${r + 1}`)}${value(`B${r + 1}`)}</row>`,
    );
    const merges = `<mergeCells><mergeCell ref="A100:B100"/>${'<mergeCell ref="A1:B100"/>'.repeat(1000)}</mergeCells>`;
    const both = `<sheetData>${rows.join('')}</sheetData>${merges}`;
    expect(outcome(sheet(both, {}, { slots: 300 }))).toBe('document-too-large');
    expect(outcome(sheet(both))).toBe('read');
  });

  it('is refused for addresses that no sheet has, and for a cell that is there twice', () => {
    for (const address of ['A0', 'XFE1', 'A1048577', 'ZZZZ99999999', '1', 'A', '']) {
      expect(outcome(sheet(sheetData(value(address))))).toBe('document-broken');
    }
    expect(outcome(sheet('<sheetData><row r="1048577"/></sheetData>'))).toBe('document-broken');
    expect(outcome(sheet(sheetData(value('A1') + value('A1', '2'))))).toBe('document-broken');
    expect(outcome(sheet(sheetData('<c t="s"><v>5</v></c>')))).toBe('document-broken');
  });

  it('is refused for entities, nesting and too many sheets', () => {
    const document = '<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>';
    expect(outcome(sheet('', { 'xl/sharedStrings.xml': document }))).toBe('document-broken');
    expect(outcome(sheet('<a>'.repeat(100_000)))).toBe('document-too-large');
    const workbook = `<workbook><sheets>${'<sheet name="a" r:id="s1"/>'.repeat(1001)}</sheets></workbook>`;
    expect(outcome(sheet('', { 'xl/workbook.xml': workbook }))).toBe('document-too-large');
    expect(outcome(readWith(archiveOf({ 'a.txt': 'x' })))).toBe('archive-broken');
  });

  it('notes no more formulas than can be read', () => {
    const formulas = Array.from(
      { length: 500 },
      (_, i) => `<c r="${columnName(i + 1)}1"><f>1</f></c>`,
    );
    const result = sheet(sheetData(`${formulas.join('')}`));
    expect('code' in result ? [] : result.notes.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 20 }, () => 'formula-unvalued'),
      'more-problems',
    ]);
  });

  it('never throws, and its grids are whole, whatever happened to its archive', () => {
    const whole = xlsxOf({ 表: content }, parts);
    for (let seed = 0; seed < 1000; seed++) {
      const result = readWith(mutate(whole, seed));
      if (!('code' in result)) for (const grid of gridsOf(result)) expectWhole(grid);
    }
  });

  it('never throws, and its grids are whole, whatever happened to its parts', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed++) {
      const worksheet = `<worksheet>${content}</worksheet>`;
      const names = ['xl/sharedStrings.xml', 'xl/styles.xml'] as const;
      const name = names[seed % 8];
      const changed: Parts =
        name === undefined
          ? { 'xl/worksheets/sheet1.xml': damagedXml(worksheet, seed) }
          : { [name]: damagedXml(parts[name], seed) };
      const result = sheet(content, { ...parts, ...changed });
      seen.set(outcome(result), (seen.get(outcome(result)) ?? 0) + 1);
      if (!('code' in result)) for (const grid of gridsOf(result)) expectWhole(grid);
    }
    expect(seen.get('read')).toBeGreaterThan(200);
    expect(seen.get('document-broken')).toBeGreaterThan(200);
  });
});

function columnName(column: number): string {
  const letters = [column].flatMap((n) => [Math.floor((n - 1) / 26), ((n - 1) % 26) + 1]);
  return letters.map((n) => (n === 0 ? '' : columnLetters(n))).join('');
}

function columnLetters(n: number): string {
  return n <= 26 ? String.fromCharCode(64 + n) : columnName(n);
}
