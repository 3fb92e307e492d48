import { describe, expect, it } from 'vitest';
import { decodeAs, decodeText, utf16Of } from '../../src/readers/text.ts';

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

describe('an encoding by its label', () => {
  it('is used strictly', () => {
    expect(decodeAs('gbk', Uint8Array.of(0xb9, 0xe6))).toBe('规');
    expect(decodeAs('gbk', Uint8Array.of(0xb9))).toBeNull();
    expect(decodeAs('no such', Uint8Array.of(0x41))).toBeNull();
  });
});
