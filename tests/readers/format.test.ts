import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Kind, kindOf } from '../../src/readers/format.ts';
import { looksLikeJson } from '../../src/readers/looksLikeJson.ts';
import { archiveOf, relationships } from '../support/archive.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const told = (kind: Kind): string =>
  'format' in kind
    ? `${kind.is} ${kind.format}`
    : 'name' in kind
      ? `${kind.is} ${kind.name}`
      : kind.is;
const archive = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

/** A compound file with a stream of this name, as far as telling its kind goes. */
function compound(name: string): Uint8Array {
  const file = new Uint8Array(2048);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(
    [...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  return file;
}

describe('the kind of a document', () => {
  it.each([
    ['read pdf', bytes('%PDF-1.7\n')],
    ['read pdf', bytes('\n\n%PDF-1.4\n')],
    ['read docx', archive('[Content_Types].xml', 'word/document.xml')],
    ['read xlsx', archive('[Content_Types].xml', 'xl/workbook.xml')],
    ['unread OFD', archive('OFD.xml')],
    ['unread ZIP', archive('年报.txt')],
    ['read doc', compound('WordDocument')],
    ['converted xls', compound('Workbook')],
    ['encrypted', compound('EncryptedPackage')],
    ['unread OLE2', compound('Something')],
    ['converted rtf', bytes('{\\rtf1\\ansi')],
    ['unread PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['read html', bytes('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['read html', bytes('From: <Saved>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n\r\n')],
    ['read text', bytes('单位: 件\n规章 1')],
    ['read html', bytes('<!DOCTYPE html><p>年报')],
    ['read html', bytes('\ufeff  <html lang="zh">')],
    ['read html', bytes('<table><tr><td>1</table>')],
    ['read html', bytes('年报\n<table border="1"><tr><td>1</td></tr></table>')],
    ['read markdown', bytes('# 年报\n\n| 规章 | 1 |\n|---|---|\n| 规范性文件 | 2 |\n')],
    ['read csv', bytes('指标,单位,数\n规章,件,1\n规范性文件,件,2\n行政许可,件,3\n')],
    ['read text', bytes('规章\t0\t0\t0\n')],
    ['read text', bytes('一、总体情况\n本机关收到申请 3 件。')],
    ['read text', bytes('')],
  ])('is told by its content: %s', (expected, content) => {
    expect(told(kindOf(content))).toBe(expected);
  });
});

describe('an archive with the parts of two documents', () => {
  const both = (...links: (readonly string[])[]) =>
    archiveOf({
      'word/document.xml': 'x',
      'xl/workbook.xml': 'x',
      ...(links.length === 0 ? {} : { '_rels/.rels': relationships(...links) }),
    });
  it.each([
    ['read docx', both(['r1', 'officeDocument', 'word/document.xml'])],
    ['read xlsx', both(['r1', 'officeDocument', '/xl/workbook.xml'])],
    ['unread ZIP', both()],
    ['unread ZIP', both(['r1', 'officeDocument', 'http://x/word/document.xml', 'External'])],
    [
      'unread ZIP',
      both(
        ['r1', 'officeDocument', 'word/document.xml'],
        ['r2', 'officeDocument', 'xl/workbook.xml'],
      ),
    ],
  ])('is the one that it names as its main part: %s', (expected, content) => {
    expect(told(kindOf(content))).toBe(expected);
  });

  it('is a Word document where the workbook is only embedded', () => {
    const embedded = archive('word/document.xml', 'word/embeddings/book.xlsx', 'xl/styles.xml');
    expect(told(kindOf(embedded))).toBe('read docx');
  });
});

describe('the mark of a PDF', () => {
  it.each([
    ['read html', '<!-- %PDF-1.4 --><html><table><tr><td>1</table>'],
    ['read html', '\ufeff \n<!--\n%PDF-1.4\n--><!DOCTYPE html><p>年报'],
    ['read html', '年报<table><tr><td>%PDF-1.4</td></tr></table>'],
    ['read pdf', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n'],
    ['read pdf', '\u0000\u0001%PDF-1.4\n<html>'],
  ])('tells a PDF unless a page has begun before it: %s %j', (expected, text) => {
    expect(told(kindOf(bytes(text)))).toBe(expected);
  });

  it('tells nothing inside an archive', () => {
    const holder = zipSync({ '%PDF-1.4': strToU8('x'), 'word/document.xml': strToU8('x') });
    expect(told(kindOf(holder))).toBe('read docx');
  });
});

describe('JSON', () => {
  it.each(['{"year": 1}', '\ufeff {', '[]', '[{', '[ [', '[1', ' [\n'])(
    'is seen in %j whatever the file is called',
    (text) => expect(looksLikeJson(bytes(text), '-')).toBe(true),
  );

  it.each(['<html>', '[略]收到', '[…]', 'text', '', '{\\rtf1', '%PDF-1.7', 'PK\u0003\u0004'])(
    'is not seen in %j',
    (text) => expect(looksLikeJson(bytes(text), '-')).toBe(false),
  );

  it('is expected of a text with such a name, so that its slips are told', () => {
    expect(looksLikeJson(bytes('year: 2020'), 'report.json')).toBe(true);
    expect(looksLikeJson(bytes('<html>'), 'report.json')).toBe(false);
    expect(looksLikeJson(archive('word/document.xml'), 'report.json')).toBe(false);
  });

  it('is seen in UTF-16', () => {
    const text = '\ufeff{"year": 2020}';
    const units = Uint16Array.from(text, (c) => c.charCodeAt(0));
    expect(looksLikeJson(new Uint8Array(units.buffer), '-')).toBe(true);
  });
});
