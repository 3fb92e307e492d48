import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../../src/readers/reader.ts';
import { attribute, readXml, type XmlPart } from '../../src/readers/xml.ts';

function partWith(limits: Partial<Limits> = {}): XmlPart {
  const source = 'x.docx';
  return { source, limits: { ...defaultLimits, ...limits }, part: 'a.xml', format: 'DOCX' };
}

/** What is heard of a part: `<name`, texts and `>`, or the code of the problem. */
function heard(bytes: Uint8Array, limits: Partial<Limits> = {}): string {
  let all = '';
  const refused = readXml(bytes, partWith(limits), {
    open(name, attributes) {
      all += `<${name} ${attribute(attributes, 'val') ?? ''}`;
      return null;
    },
    close(name) {
      all += `${name}>`;
    },
    text(text) {
      all += text;
    },
  });
  return refused === null ? all : refused.code;
}

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !big);
  return bytes;
}

describe('a part in XML', () => {
  const whole = '<a:r x:val="1"><b val="2">甲&amp;𠮷</b><![CDATA[<c>]]></a:r>';

  it('is heard by local names, whatever the prefix', () => {
    expect(heard(strToU8(whole))).toBe('<r 1<b 2甲&𠮷b><c>r>');
  });

  it('may be UTF-8 or UTF-16, with or without a mark', () => {
    const expected = heard(strToU8(whole));
    for (const text of [whole, `\ufeff${whole}`]) {
      expect(heard(strToU8(text))).toBe(expected);
      expect(heard(utf16(text, false))).toBe(expected);
      expect(heard(utf16(text, true))).toBe(expected);
    }
  });

  it('is the same in pieces', () => {
    const long = `<a>${'字𠮷&lt;'.repeat(400_000)}</a>`;
    expect(heard(strToU8(long))).toBe(`<a ${'字𠮷<'.repeat(400_000)}a>`);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=c/>',
    '<a>&nbsp;</a>',
    '<a>&lol;</a>',
    '<a>\u0001</a>',
  ])('is broken: %j', (text) => {
    expect(heard(strToU8(text))).toBe('document-broken');
  });

  it('is broken where its bytes are no text', () => {
    expect(heard(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toBe(
      'document-broken',
    );
  });

  it('may declare no entities, neither many nor outside ones', () => {
    const laughs = Array.from(
      { length: 10 },
      (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}]><a>&l10;</a>`;
    const outside = '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><a>&f;</a>';
    expect(heard(strToU8(bomb))).toBe('document-broken');
    expect(heard(strToU8(outside))).toBe('document-broken');
    expect(heard(strToU8('<!DOCTYPE a SYSTEM "http://localhost/a.dtd"><a/>'))).toBe(
      'document-broken',
    );
  });

  it('is nested up to the limit', () => {
    const nested = (levels: number) => strToU8('<a>'.repeat(levels) + '</a>'.repeat(levels));
    expect(heard(nested(5), { depth: 5 })).toContain('<a');
    expect(heard(nested(6), { depth: 5 })).toBe('document-too-large');
    expect(heard(nested(100_000))).toBe('document-too-large');
  });

  it('has elements up to the limit', () => {
    expect(heard(strToU8(`<a>${'<b/>'.repeat(600)}</a>`), { slots: 10 })).toBe(
      'document-too-large',
    );
  });
});
