import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../src/readers/html/charset.ts';
import { readHtml } from '../../src/readers/html.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

/** An encoder for the two-byte characters of an encoding, made by decoding all of them. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, [number, number]>();
  for (let lead = 0xfe; lead >= 0xa1; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1) codes.set(character, [lead, trail]);
    }
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))),
    );
}

const gbk = encoderOf('gbk');
const big5 = encoderOf('big5');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const simplified = '收到和处理政府信息公开申请情况：本年新收二十六件，沭阳县共计办结。';
const traditional = '收到和處理政府資訊公開申請情況：本年新收二十六件，臺北縣共計辦結。';
const page = (text: string, charset: string | null): string =>
  `<html><head>${charset === null ? '' : `<meta charset="${charset}">`}<title>x</title><p>${text}</p>`;
const textIn = (bytes: Uint8Array): string | null =>
  /<p>(.*)<\/p>/su.exec(decodeHtml(bytes)?.text ?? '')?.[1] ?? null;
const cut = (bytes: Uint8Array, tail: string): Uint8Array =>
  Uint8Array.from([...bytes, ...utf8(tail)]);

describe('the encoding of a page', () => {
  it.each([
    'utf-8',
    'gb2312',
    'gbk',
    'gb18030',
    'big5',
    'iso-8859-1',
    'shift_jis',
    'nonsense',
    null,
  ])('is seen in its bytes where it says %s', (charset) => {
    expect(textIn(utf8(page(simplified, charset)))).toBe(simplified);
    expect(textIn(gbk(page(simplified, charset)))).toBe(simplified);
    expect(textIn(big5(page(traditional, charset)))).toBe(traditional);
    expect(textIn(utf8(page(traditional, charset)))).toBe(traditional);
  });

  it('is that of a byte-order mark', () => {
    expect(decodeHtml(utf8(`\ufeff${page(simplified, 'gbk')}`))).toEqual({
      text: page(simplified, 'gbk'),
      isDamaged: false,
    });
  });

  it('is UTF-16 with a mark, or without one where there is ASCII in it', () => {
    const units = (text: string): Uint8Array =>
      Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]));
    expect(textIn(units(`\ufeff${page(simplified, null)}`))).toBe(simplified);
    expect(textIn(units(page(simplified, null)))).toBe(simplified);
    const odd = '<\0p>a page in which a zero stands where UTF-16 has one';
    expect(decodeHtml(utf8(odd))?.text).toBe(odd);
  });

  it('is GB18030 for GB2312 and GBK, four-byte characters too', () => {
    const rare = [0x81, 0x39, 0xef, 0x30];
    const head = [...gbk(page(simplified, 'gb2312'))];
    expect(decodeHtml(Uint8Array.from([...head, ...rare]))?.text.at(-1)).toBe('\u3401');
  });

  it('is what the page says where the bytes would fit two', () => {
    const text = '路';
    expect(textIn(gbk(page(text, 'gb2312')))).toBe('路');
    expect(textIn(utf8(page('·', 'utf-8')))).toBe('·');
    expect(textIn(utf8(page('·', null)))).toBe('·');
  });

  it('is read from the attribute that old pages name it in', () => {
    const old = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><p>路</p>';
    expect(textIn(gbk(old))).toBe('路');
    const hidden = '<!-- <meta charset="gb2312"> --><p>·</p>';
    expect(textIn(utf8(hidden))).toBe('·');
  });

  it('is none of the West, in which any bytes would be a text', () => {
    const bytes = Uint8Array.from([...utf8('<meta charset=windows-1252><p>'), 0x93, 0x41, 0x94]);
    expect(decodeHtml(bytes)).toBeNull();
  });

  it('is none for UTF-8 that breaks off, though GB18030 would take it', () => {
    const bytes = utf8('<p>统计表');
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes.slice(0, -1))).toBeTruthy();
    expect(decodeHtml(bytes.slice(0, -1))).toBeNull();
  });

  it('is none for bytes at random', () => {
    expect(decodeHtml(Uint8Array.from({ length: 999 }, (_, i) => (i * i * 7) & 0xff))).toBeNull();
  });
});

describe('a wrong byte', () => {
  const long = simplified.repeat(20);
  const told = async (bytes: Uint8Array): Promise<string> => {
    const result = await readHtml(bytes, { source: 'x.html', limits: defaultLimits });
    if ('code' in result) return result.code;
    const notes = result.notes.map(({ code, args }) => `, ${code} ${args.count}`).join('');
    return `${result.blocks.length} block${notes}`;
  };

  it.each([
    ['UTF-8', utf8],
    ['GBK', gbk],
  ])('in an attribute loses nothing of %s', async (_, encode) => {
    const start = cut(encode(page(long, 'gbk')), '<meta name="description" content="');
    const broken = cut(Uint8Array.from([...start, 0xe6]), '">');
    expect(decodeHtml(broken)?.isDamaged).toBe(true);
    expect(await told(broken)).toBe('1 block');
  });

  it.each([
    ['UTF-8', utf8],
    ['GBK', gbk],
  ])('in the text of %s is told', async (_, encode) => {
    const broken = cut(Uint8Array.from([...encode(page(long, 'utf-8')), 0xe6]), '<p>');
    expect(await told(broken)).toBe('2 block, characters-lost 1');
  });
});
