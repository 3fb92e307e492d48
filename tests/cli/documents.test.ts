import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { converted, hasOffice } from '../writers/office.ts';
import { expectRun, giar } from './giar.ts';
import { failing, folderWith, pretty } from './records.ts';

const own = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`fixtures/reports/yunchuan-2023/${name}`));

/** A text with the total of what was handled one too high. */
function mistaken(text: string, before: string, after: string): Uint8Array {
  const whole = `${before}378${after}`;
  if (!text.includes(whole)) throw new Error(whole);
  return strToU8(text.replaceAll(whole, `${before}379${after}`));
}

function mistakenPart(archive: Uint8Array, name: string, before: string, after: string) {
  const parts = unzipSync(archive);
  const text = strFromU8(parts[name] ?? new Uint8Array(0));
  return zipSync({ ...parts, [name]: mistaken(text, before, after) });
}

/** A compound file with the stream that an encrypted document stands in. */
function encrypted(): Uint8Array {
  const file = new Uint8Array(2048);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(
    [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  return file;
}

const html = new TextDecoder().decode(own('report.html'));
const wrongDocx = mistakenPart(own('report.docx'), 'word/document.xml', '<w:t>', '</w:t>');
const formats = ['docx', 'html', 'xlsx', 'pdf', 'txt', 'md', 'csv', 'doc'] as const;

const cwd = folderWith({
  ...Object.fromEntries(formats.map((format) => [`pass.${format}`, own(`report.${format}`)])),
  'fail.docx': wrongDocx,
  'fail.html': mistaken(html, '<p>', '</p>'),
  'fail.xlsx': mistakenPart(own('report.xlsx'), 'xl/worksheets/sheet1.xml', '<v>', '</v>'),
  'fail.txt': mistaken(new TextDecoder().decode(own('report.txt')), '\t', '\n'),
  'fail.json': pretty(failing),
  'page.txt': own('report.html'),
  'broken.docx': own('report.docx').slice(0, 4000),
  'locked.docx': encrypted(),
  'prose.txt': '一、总体情况\n本机关全年收到政府信息公开申请 3 件。\n',
});
const check = (...args: string[]) => giar(['check', ...args], { cwd });

/** The lines that say where something stands, put together where they were broken. */
function placesIn(out: string): string[] {
  const lines = out.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('位置：') || line.startsWith('at '));
}

describe('checking a document', () => {
  it.each(formats)('exits 0 for a report in which every check holds, in %s', (format) => {
    expectRun(check(`pass.${format}`, '-q', '--lang', 'en'), 0, [`✓ pass.${format}: pass`], []);
  });

  it.each([
    ['docx', 3],
    // The prose still says the figure that the table said.
    ['html', 4],
    ['xlsx', 4],
    ['txt', 4],
  ])('exits 1 for a report with errors, in %s', (format, errors) => {
    const out = [`✗ fail.${format}: fail: ${errors} errors`];
    expectRun(check(`fail.${format}`, '-q', '--lang', 'en'), 1, out, []);
  });

  it('exits 2 for prose without tables, and says so', () => {
    const ran = check('prose.txt', '--lang', 'en');
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('? prose.txt: not assessable, which is not a pass');
    expect(ran.err).toMatch(/^prose\.txt: /u);
  });

  it.each([
    ['fail.docx', 'zh', '位置：fail.docx 第 2 个表第 27 行第 4–10 列'],
    ['fail.docx', 'en', 'at fail.docx table 2, row 27, column 4–10'],
    ['fail.html', 'zh', '位置：fail.html:58 第 2 个表第 27 行第 4–10 列'],
    ['fail.html', 'en', 'at fail.html:58 table 2, row 27, column 4–10'],
    ['fail.xlsx', 'zh', '位置：fail.xlsx Sheet1!I47:Y47'],
    ['fail.xlsx', 'en', 'at fail.xlsx Sheet1!I47:Y47'],
  ])('says where the figures of a finding stand, in %s in %s', (file, lang, place) => {
    expect(placesIn(check(file, '--lang', lang).out)).toContain(place);
  });

  it.skipIf(!hasOffice)('says where on its page a figure stands, in a PDF', () => {
    const pdf = converted({ 'fail.docx': wrongDocx }, 'pdf').get('fail.pdf');
    const folder = folderWith({ 'fail.pdf': pdf ?? '' });
    const place = (lang: string) =>
      placesIn(giar(['check', 'fail.pdf', '--lang', lang], { cwd: folder }).out).at(-1);
    expect(place('zh')).toMatch(
      /^位置：fail\.pdf 第 \d 页（距左边 [\d–]+ 毫米、上边 [\d–]+ 毫米）/u,
    );
    expect(place('en')).toMatch(
      /^at fail\.pdf page \d \([\d–]+ mm from the left, [\d–]+ mm from the/u,
    );
  });
});

describe('the kind of a file', () => {
  it('is told by its content, not by its name', () => {
    expectRun(check('page.txt', '-q', '--lang', 'en'), 0, ['✓ page.txt: pass'], []);
  });

  it('may be given', () => {
    expect(check('page.txt', '--as', 'html', '-q').code).toBe(0);
    expect(check('pass.txt', '--as', 'docx', '-q').code).toBe(2);
  });

  it('that is given and unknown is refused', () => {
    const ran = check('page.txt', '--as', 'ofd', '--lang', 'en');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('html, docx, xlsx, pdf');
  });
});

describe('a document at standard input', () => {
  it.each(['docx', 'xlsx', 'pdf', 'html'])('is read as the %s that it is', (format) => {
    const ran = giar(['check', '-', '-q', '--lang', 'en'], { input: own(`report.${format}`) });
    expectRun(ran, 0, ['✓ -: pass'], []);
  });
});

describe('several documents', () => {
  it('are all checked though one of them is broken', () => {
    const files = ['fail.docx', 'broken.docx', 'pass.html', 'fail.json', 'pass.pdf', 'pass.csv'];
    const ran = check(...files, '-q', '--lang', 'en');
    expect(ran.code).toBe(2);
    expect(ran.out.split('\n').slice(0, 6)).toEqual([
      '✗ fail.docx: fail: 3 errors',
      '? broken.docx: not assessable, which is not a pass',
      '✓ pass.html: pass',
      '✗ fail.json: fail: 3 errors',
      '✓ pass.pdf: pass',
      '✓ pass.csv: pass',
    ]);
    expect(ran.err).toMatch(/^broken\.docx: .*\n$/u);
  });

  it('are those that a pattern matches', () => {
    const ran = check('pass.{docx,html}', '-q', '--lang', 'en');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('✓ pass.docx: pass\n✓ pass.html: pass\n');
  });
});

describe('an encrypted document', () => {
  it.each([
    ['zh', '? locked.docx: 无法评定，不能视为通过'],
    ['en', '? locked.docx: not assessable, which is not a pass'],
  ])('is told apart from a broken one, in %s', (lang, verdict) => {
    const ran = check('locked.docx', '--lang', lang);
    expect([ran.code, ran.out]).toEqual([2, `${verdict}\n`]);
    expect(ran.err).toMatch(lang === 'zh' ? /密码|加密/u : /password|encrypted/u);
  });
});
