import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { folderWith, passing, pretty } from './records.ts';
import { refusals, refused } from './refused.ts';

const text = pretty(passing);
const isRoot = process.getuid?.() === 0;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a file that cannot be read', () => {
  it('is missing', () => {
    expect(refused('none.json')).toEqual({
      zh: ['none.json: 找不到文件。请核对文件名和所在文件夹'],
      en: ['none.json: there is no such file; check its name and folder'],
    });
  });
  it('is a folder', () => {
    expect(refused('../')).toEqual({
      zh: [
        '../: 这是文件夹，不是文件。要检查其中的报告，请写成 "a/../*"；连同下级文件夹，请写成 "a/../**"',
      ],
      en: [
        '../: this is a folder, not a file; to check the reports in it write "a/../*", or "a/../**" with the folders below',
      ],
    });
  });
  it.each(['good.json/report.json', ''])('is named “%s”', (name) => {
    const cwd = folderWith({ 'good.json': text });
    const ran = giar(['check', name, '--lang', 'en'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/: there is no such file; check its name and folder\n$/u);
  });
  it.skipIf(isRoot)('is not permitted to be read', () => {
    const cwd = folderWith({ 'closed.json': text });
    chmodSync(join(cwd, 'closed.json'), 0);
    const said = (lang: string) => giar(['check', 'closed.json', '--lang', lang], { cwd });
    expect(said('zh')).toMatchObject({
      code: 2,
      err: 'closed.json: 文件无法读取（EACCES）。请检查权限，或先关闭占用它的程序\n',
    });
    expect(said('en').err).toContain('closed.json: the file cannot be read (EACCES)');
  });
});

describe('a file with nothing in it', () => {
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ['is empty', ''],
    ['has blanks and newlines only', ' \n\t\r\n  '],
    ['has a byte-order mark only', bytes(0xef, 0xbb, 0xbf)],
    ['has the byte-order mark of UTF-16 only', bytes(0xff, 0xfe)],
  ];
  const told = refusals(
    'empty.json',
    cases.map(([, content]) => content),
  );
  it.each(cases)('%s', (_, content) => {
    expect(told(content)).toEqual({
      zh: ['empty.json: 文件是空的，没有可检查的内容'],
      en: ['empty.json: the file is empty; there is nothing to check'],
    });
  });
});

describe('a file in another format', () => {
  const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const cases: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['an archive of nothing known', 'unread', bytes(0x50, 0x4b, 3, 4, 0, 0)],
    ['a broken PDF', 'broken', '%PDF-1.7\n'],
    ['a picture', 'unread', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['an unknown compound file', 'unread', bytes(...old)],
    ['a page without tables', 'no tables', '<!DOCTYPE html>\n<html></html>'],
    ['a page with a byte-order mark', 'no tables', '\ufeff<html><p>年报</html>'],
    ['a page after blank lines', 'no tables', '\n  <html></html>'],
  ];
  const sentences: Readonly<Record<string, RegExp>> = {
    broken: /^年报\.json: (?:这份 PDF )?文件已损坏/u,
    unread: /^年报\.json: 这是 (?:PNG|OLE2|ZIP) 文件，无法读取/u,
    'no tables': /^年报\.json: 没有找到年度报告的法定表格/u,
  };
  const told = refusals(
    '年报.json',
    cases.map(([, , content]) => content),
  );
  it.each(cases)('is known by its bytes, whatever its name: %s', (_, kind, content) => {
    const { zh, en } = told(content);
    expect(zh).toEqual([expect.stringMatching(sentences[kind] ?? /^$/u)]);
    expect(en).toHaveLength(1);
  });
});

describe('an encoding', () => {
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  // 测 试 市 人 民 政 府, as GB18030 has them.
  const name = bytes(
    0xb2,
    0xe2,
    0xca,
    0xd4,
    0xca,
    0xd0,
    0xc8,
    0xcb,
    0xc3,
    0xf1,
    0xd5,
    0xfe,
    0xb8,
    0xae,
  );
  const [before = '', after = ''] = text.split('测试市人民政府');
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', Buffer.concat([bytes(0xff, 0xfe), utf16])],
    ['UTF-16BE', Buffer.concat([bytes(0xfe, 0xff), swapped])],
    ['UTF-16LE without a mark', utf16],
    ['UTF-16BE without a mark', swapped],
    ['GB18030', Buffer.concat([Buffer.from(before), name, Buffer.from(after)])],
  ])('%s is read', (_, content) => {
    const cwd = folderWith({ 'report.json': content });
    const ran = giar(['check', 'report.json', '--lang', 'en'], { cwd });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^测试市人民政府 · 2025 · 2021 form · report\.json\n/u);
  });
  it('that fits no text is told', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => 0xff - ((i * 7919) % 0x60));
    expect(refused('noise.json', noise)).toEqual({
      zh: ['noise.json: 不是文本文件，或者文字编码无法识别。是文本的，请另存为 UTF-8 后再试'],
      en: [
        'noise.json: this is no text, or its encoding is not recognised; if it is a text, save it as UTF-8 and try again',
      ],
    });
  });
  it.each<[string, Uint8Array]>([
    ['zeros', new Uint8Array(100)],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)],
    ['UTF-32', Buffer.from(`\ufeff\u0000{\u0000`, 'utf16le')],
  ])('is not asked of %s, which is refused all the same in one line', (_, content) => {
    const { zh, en } = refused('binary.json', content);
    expect([zh.length, en.length]).toEqual([1, 1]);
    expect(en[0]).toMatch(/^binary\.json/u);
  });
});
