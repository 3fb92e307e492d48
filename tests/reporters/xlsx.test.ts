import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/messages/visible.ts';
import type { Document, Grid } from '../../src/model/document.ts';
import type { Run } from '../../src/model/run.ts';
import type { Language } from '../../src/model/words.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { readXlsx } from '../../src/readers/xlsx.ts';
import { xlsxReporter } from '../../src/reporters/xlsx/index.ts';
import { failing, passing, undecided } from '../cli/records.ts';
import { attacks, hostileRuns, hostileText } from '../support/hostileReport.ts';
import { reportedRuns } from '../support/reportedRuns.ts';
import { runRecord } from '../support/runs.ts';
import { converted, everySheet, hasOffice } from '../writers/office.ts';

async function workbookOf(runs: readonly Run[], lang: Language = 'zh'): Promise<Uint8Array> {
  const { text, end } = await reportedRuns(xlsxReporter(), runs, lang);
  if (typeof end === 'string' || text !== '') throw new Error('a workbook is made of bytes');
  return end;
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(bytes));
  return Object.fromEntries(files.map(([name, content]) => [name, strFromU8(content)]));
}

function readBack(bytes: Uint8Array): Document {
  const document = readXlsx(bytes, { source: 'result.xlsx', limits: defaultLimits });
  if ('code' in document) throw new Error(document.code);
  return document;
}

/** The texts of each sheet, by its name; a merged cell once, where it begins. */
function sheetsOf(bytes: Uint8Array): Map<string, string[][]> {
  const sheets = new Map<string, string[][]>();
  let name = '';
  for (const block of readBack(bytes).blocks) {
    if (block.kind === 'paragraph') name = block.text;
    if (block.kind === 'grid') sheets.set(name, textsOf(block));
  }
  return sheets;
}

function textsOf({ rows }: Grid): string[][] {
  return rows.map((row, r) =>
    row.map((cell, c) => (cell.row === r && cell.column === c ? cell.text : '')),
  );
}

/** A text as a workbook holds it: what no file can hold is shown as U+FFFD. */
const stored = (text: string): string => visible(text).replace(/[\uffff\ufffe]/gu, '\ufffd');

describe('the workbook of a check', () => {
  it('has one row for each report, and one for each finding', async () => {
    const runs = [failing, passing, undecided].map(runRecord);
    const sheets = sheetsOf(await workbookOf(runs));
    expect([...sheets.keys()]).toEqual([
      '结论',
      '问题',
      '未能核对',
      '1 上海市静安区人民政府 2020',
      '2 测试市人民政府 2025',
      '3 测试市人民政府 2025',
    ]);
    const verdicts = sheets.get('结论')?.map((row) => [row[2], row[5], row[6], row[7], row[10]]);
    expect(verdicts).toEqual([
      ['机关', '结论', '错误', '提示', '读到格数'],
      ['上海市静安区人民政府', '不通过', '3', '0', '198'],
      ['测试市人民政府', '通过', '0', '0', '200'],
      ['测试市人民政府', '无法评定', '0', '0', '200'],
    ]);
    expect(sheets.get('问题')?.[1]).toEqual([
      '1',
      'record.json',
      '上海市静安区人民政府',
      '2020',
      '1',
      '错误',
      'column-balance',
      '“自然人”列，第一项加第二项不等于第三项加第四项：2109 + 149 = 2258 ≠ 2164 + 95 = 2259，差 −1',
      '三、收到和处理政府信息公开申请情况',
      '',
      '自然人',
      [
        'requests.newlyReceived.naturalPerson',
        'requests.carriedOver.naturalPerson',
        'requests.handled.total.naturalPerson',
        'requests.carriedForward.naturalPerson',
      ].join('\n'),
      '2109\n149\n2164\n95',
      'record.json:1:671, 1:710, 1:1421, 1:1463',
      '',
      '',
    ]);
    expect(sheets.get('问题')).toHaveLength(4);
  });

  it('shows the tables as the form prints them, with a note on each cell that may be wrong', async () => {
    const bytes = await workbookOf([runRecord(failing)]);
    const rows = sheetsOf(bytes).get('1 上海市静安区人民政府 2020') ?? [];
    const received = rows.find((row) => row[0] === '一、本年新收政府信息公开申请数量') ?? [];
    expect(received.filter((text) => text !== '').slice(1)).toEqual([
      '2109',
      '28',
      '0',
      '12',
      '8',
      '65',
      '2222',
    ]);
    const notes = partsOf(bytes)['xl/comments3.xml'] ?? '';
    expect(notes.match(/<comment /gu)).toHaveLength(12);
    expect(notes).toContain('✗1 [column-balance] “自然人”列');
    expect(partsOf(bytes)['xl/drawings/vmlDrawing3.vml']?.match(/<v:shape /gu)).toHaveLength(12);
  });

  it('lists all reports, and shows the tables of the first twenty', async () => {
    const run = runRecord(passing);
    const sheets = sheetsOf(
      await workbookOf(
        Array.from({ length: 23 }, () => run),
        'en',
      ),
    );
    expect(sheets.get('Summary')).toHaveLength(25);
    expect(sheets.get('Summary')?.at(-1)?.[0]).toBe('Tables of the first 20 reports only, of 23.');
    expect([...sheets.keys()].filter((name) => /^\d+ /u.test(name))).toHaveLength(20);
  });

  it('is the same bytes each time', async () => {
    const runs = hostileRuns();
    expect(await workbookOf(runs)).toEqual(await workbookOf(runs));
  });
});

describe('the workbook of a check of a hostile report', () => {
  it('has no formula and no link, and every part of it is well-formed', async () => {
    const parts = partsOf(await workbookOf(hostileRuns()));
    for (const [name, xml] of Object.entries(parts)) {
      const parser = new SaxesParser();
      const elements = new Set<string>();
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.on('opentag', (tag) => elements.add(tag.name));
      parser.write(xml).close();
      const foreign = ['f', 'hyperlink', 'script', 'img', 'failure', 'formula'];
      expect([name, foreign.filter((element) => elements.has(element))]).toEqual([name, []]);
      expect(name.endsWith('.rels') && xml.includes('TargetMode')).toBe(false);
    }
  });

  it('holds what the report says as texts, with what is not seen written out', async () => {
    const bytes = await workbookOf(hostileRuns());
    const texts = [...sheetsOf(bytes).values()].flat(2);
    expect(texts).toContain(stored(attacks.formula));
    expect(texts).toContain(stored(attacks.cdata));
    expect(texts.some((text) => text.startsWith(stored(hostileText)))).toBe(true);
    expect(texts.join('')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it('has sheets with names that a spreadsheet accepts, each once', async () => {
    const xml = partsOf(await workbookOf([...hostileRuns(), ...hostileRuns()], 'en'))[
      'xl/workbook.xml'
    ];
    const names = [...(xml ?? '').matchAll(/<sheet name="([^"]*)"/gu)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(names.length);
    const plain = names.map((name) => name?.replace(/&(?:#39|lt|gt|amp|quot);/gu, '_') ?? '');
    for (const name of plain) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
  });

  it.skipIf(!hasOffice)(
    'is opened by LibreOffice, which sees the same texts and runs none of them',
    async () => {
      const bytes = await workbookOf(hostileRuns());
      const sheets = converted({ 'result.xlsx': bytes }, everySheet);
      const findings = [...sheets].find(([name]) => name.includes('问题'))?.[1];
      const rows = Papa.parse<string[]>(strFromU8(findings ?? new Uint8Array()).trim()).data;
      const own = sheetsOf(bytes).get('问题') ?? [];
      expect(rows.map((row) => row.slice(0, 11))).toEqual(own.map((row) => row.slice(0, 11)));
      const tables = [...sheets].find(([name]) => /-1 /u.test(name))?.[1];
      expect(strFromU8(tables ?? new Uint8Array())).toContain("=cmd|' /C calc'!A0");
    },
    120_000,
  );
});
