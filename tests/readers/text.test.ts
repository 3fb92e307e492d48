import { describe, expect, it } from 'vitest';
import { unreadFormat } from '../../src/readers/format.ts';
import { decodeText, utf16Of } from '../../src/readers/text.ts';

const text = '{"organ":"上海市静安区"}';
const utf16 = (isLittle: boolean, hasMark: boolean): Uint8Array => {
  const units = [...(hasMark ? '\ufeff' : ''), ...text].map((c) => c.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((u) => (isLittle ? [u & 0xff, u >> 8] : [u >> 8, u & 0xff])),
  );
};

describe('bytes become text', () => {
  it('from UTF-8, with or without a byte-order mark', () => {
    expect(decodeText(new TextEncoder().encode(text))).toBe(text);
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
  });
  it('from UTF-16 of both byte orders, with or without a mark', () => {
    for (const isLittle of [true, false]) {
      for (const hasMark of [true, false]) expect(decodeText(utf16(isLittle, hasMark))).toBe(text);
    }
  });
  it('from GB18030, four-byte characters too', () => {
    const bytes = [0x7b, 0x22, 0xb9, 0xe6, 0xd5, 0xc2, 0x81, 0x39, 0xef, 0x30, 0x22, 0x7d];
    expect(decodeText(Uint8Array.from(bytes))).toBe('{"规章㐁"}');
  });
  it('not where no encoding fits', () => {
    expect(decodeText(Uint8Array.from([0x7b, 0xff, 0xff]))).toBeNull();
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x7b]))).toBeNull();
  });
});

describe('UTF-16', () => {
  it('is not seen in ASCII, in nothing or in zeros', () => {
    expect(utf16Of(new TextEncoder().encode('{"a":1}'))).toBeNull();
    expect(utf16Of(new Uint8Array())).toBeNull();
    expect(utf16Of(Uint8Array.from([0x7b]))).toBeNull();
    expect(utf16Of(Uint8Array.from([0, 0]))).toBeNull();
  });
});

describe('a format that is not read', () => {
  it.each([
    ['DOCX/XLSX (ZIP)', 'PK\u0003\u0004…'],
    ['PDF', '%PDF-1.7'],
    ['RTF', '{\\rtf1'],
    ['HTML', '<!DOCTYPE html>'],
    ['HTML', '\ufeff<html>'],
  ])('is named: %s', (format, start) => {
    expect(unreadFormat(new TextEncoder().encode(start))).toBe(format);
  });
  it('is named from the bytes of old Office files', () => {
    expect(unreadFormat(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('DOC/XLS/WPS');
  });
  it.each(['{"year": 1}', '[]', ' {', '', 'text', '{\\x'])('is not seen in %j', (start) => {
    expect(unreadFormat(new TextEncoder().encode(start))).toBeNull();
  });
});
