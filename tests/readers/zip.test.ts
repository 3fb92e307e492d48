import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isEncryptedOffice, officeKind } from '../../src/readers/office/kind.ts';
import { defaultLimits, type Limits } from '../../src/readers/reader.ts';
import { type Archive, openArchive } from '../../src/readers/zip.ts';
import { archiveOf } from '../support/archive.ts';
import { mutate } from '../support/mutate.ts';

function open(bytes: Uint8Array, limits: Partial<Limits> = {}) {
  return openArchive(bytes, { source: 'x.docx', limits: { ...defaultLimits, ...limits } });
}

function opened(bytes: Uint8Array, limits: Partial<Limits> = {}): Archive {
  const archive = open(bytes, limits);
  if ('code' in archive) throw new Error(JSON.stringify(archive));
  return archive;
}

/** The code of the problem in opening the archive or reading the part, or the length of the part. */
function outcome(bytes: Uint8Array, name: string, limits: Partial<Limits> = {}): string | number {
  const archive = open(bytes, limits);
  const content = 'code' in archive ? archive : archive.read(name);
  return 'code' in content ? content.code : content.length;
}

const text = 'abcdefgh'.repeat(100);
const plain = archiveOf({ 'a.xml': text, 'b/c.xml': 'two' });

/** Where a record with this signature begins, the `nth` of them. */
function recordAt(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0, left = nth; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature && left-- === 0) return at;
  }
  throw new Error('no such record');
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;

/** A copy with 16 or 32 bits of a record changed. */
function patched(bytes: Uint8Array, signature: number, field: number, value: number, bits = 32) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = recordAt(copy, signature) + field;
  if (bits === 16) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

/** The size of the first entry set in both places, so that they agree. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  return patched(patched(bytes, local, 22, size), central, 24, size);
}

/** Local headers and data one after the other, then a directory of these entries, which may repeat. */
function repeated(times: number): Uint8Array {
  const one = archiveOf({ a: 'x' });
  const from = recordAt(one, central);
  const directory = one.subarray(from, recordAt(one, end));
  const whole = new Uint8Array(from + directory.length * times + 22);
  whole.set(one.subarray(0, from));
  for (let i = 0; i < times; i++) whole.set(directory, from + i * directory.length);
  const ending = whole.subarray(whole.length - 22);
  ending.set(one.subarray(recordAt(one, end)));
  const view = new DataView(ending.buffer, ending.byteOffset, 22);
  view.setUint16(8, times & 0xffff, true);
  view.setUint16(10, times & 0xffff, true);
  view.setUint32(12, directory.length * times, true);
  return whole;
}

describe('an archive', () => {
  it('gives its entries, whatever the case of their names', () => {
    const archive = opened(plain);
    expect(archive.names).toEqual(['a.xml', 'b/c.xml']);
    expect(archive.has('B/C.XML')).toBe(true);
    expect(archive.read('B/C.xml')).toEqual(strToU8('two'));
  });

  it('gives entries that are stored and not compressed', () => {
    const stored = zipSync({ a: [strToU8('plain'), { level: 0 }] });
    expect(outcome(stored, 'a')).toBe(5);
  });

  it('says that a part is missing', () => {
    expect(outcome(plain, 'none')).toBe('archive-broken');
  });

  it('is unpacked in steps where it is large, and whole', () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 400_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    });
    expect(opened(archiveOf({ noise })).read('noise')).toEqual(noise);
  });

  it('does not know names that point elsewhere', () => {
    const names = ['../a', '/a', 'a\\b', 'x/../b', './c', 'fine'];
    const archive = opened(archiveOf(Object.fromEntries(names.map((name) => [name, 'x']))));
    expect(archive.names).toEqual(['fine']);
  });
});

describe('a hostile archive', () => {
  it('is refused where a size is too small, too large, or not the one in front of the entry', () => {
    expect(outcome(lying(plain, 800), 'a.xml')).toBe(800);
    for (const size of [0, 1, 799, 801, 5000]) {
      expect(outcome(lying(plain, size), 'a.xml')).toBe('archive-broken');
    }
    expect(outcome(patched(plain, local, 22, 5), 'a.xml')).toBe('archive-broken');
  });

  it('is refused where the checksum is another', () => {
    expect(outcome(patched(plain, central, 16, 1), 'a.xml')).toBe('archive-broken');
  });

  it('is refused where the entry has another name than the directory says', () => {
    const copy = plain.slice();
    copy[recordAt(copy, local) + 30] = 0x7a;
    expect(outcome(copy, 'a.xml')).toBe('archive-broken');
  });

  it('is refused where two entries share bytes', () => {
    const copy = plain.slice();
    const second = recordAt(copy, central, 1);
    new DataView(copy.buffer).setUint32(second + 42, 0, true);
    expect(outcome(copy, 'a.xml')).toBe('archive-broken');
  });

  it('is refused where a name is there twice, in any case of its letters', () => {
    expect(outcome(archiveOf({ 'a.xml': '1', 'A.xml': '2' }), 'a.xml')).toBe('archive-broken');
  });

  it('is refused for its password', () => {
    expect(outcome(patched(plain, central, 8, 1, 16), 'a.xml')).toBe('document-encrypted');
  });

  it('is refused for a compression that is not known', () => {
    const odd = patched(patched(plain, central, 10, 12, 16), local, 8, 12, 16);
    expect(outcome(odd, 'a.xml')).toBe('archive-broken');
  });

  it('is refused for more entries than the limit, and for a million of the same', () => {
    expect(outcome(plain, 'a.xml', { entries: 1 })).toBe('document-too-large');
    expect(outcome(repeated(2), 'a')).toBe('archive-broken');
    expect(outcome(repeated(1_000_000), 'a')).toBe('document-too-large');
  });

  it('is unpacked up to the limit, counted over all that is read', () => {
    const archive = opened(archiveOf({ a: text, b: text }), { unpackedBytes: 1000 });
    expect(archive.read('a')).toHaveLength(800);
    expect(archive.read('b')).toMatchObject({ code: 'document-too-large' });
  });

  it('is no bomb: neither zeros, nor zeros that claim to be few', () => {
    const zeros = archiveOf({ bomb: new Uint8Array(10 * 2 ** 20) });
    expect(outcome(zeros, 'bomb')).toBe('document-too-large');
    expect(outcome(lying(zeros, 1000), 'bomb')).toBe('archive-broken');
    const nested = archiveOf({ inner: zeros });
    expect(outcome(nested, 'inner')).toBe(zeros.length);
  });

  it('is refused at whatever place it is cut off', () => {
    for (let part = 0; part < 20; part++) {
      const cut = plain.slice(0, Math.floor((plain.length * part) / 20));
      expect(outcome(cut, 'a.xml')).toBe('archive-broken');
    }
  });

  it('never throws, and gives nothing but the content or a problem', () => {
    const seen = new Set<string | number>();
    for (let seed = 0; seed < 1000; seed++) {
      const bytes = mutate(plain, seed);
      seen.add(outcome(bytes, 'a.xml'));
      expect([null, 'ZIP']).toContain(officeKind(bytes));
    }
    expect([...seen].filter((each) => typeof each === 'number')).toEqual([800]);
    expect(seen.has('archive-broken')).toBe(true);
  });
});

describe('the kind of an archive', () => {
  const kinds: readonly (readonly [string, Parameters<typeof archiveOf>[0]])[] = [
    ['docx', { 'word/document.xml': '' }],
    ['docx', { 'word/document2.xml': '' }],
    ['xlsx', { 'xl/workbook.xml': '' }],
    ['XLSB', { 'xl/workbook.bin': '' }],
    ['PPTX', { 'ppt/presentation.xml': '' }],
    ['OFD', { 'OFD.xml': '' }],
    ['ODT', { mimetype: 'application/vnd.oasis.opendocument.text' }],
    ['ODS', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['EPUB', { mimetype: 'application/epub+zip' }],
    ['ZIP', { 'report.txt': '' }],
  ];

  it.each(kinds)('is %s by its names', (kind, parts) => {
    expect(officeKind(archiveOf(parts))).toBe(kind);
  });

  it('is seen where the end is lost', () => {
    const whole = archiveOf({ 'word/document.xml': text });
    expect(officeKind(whole.subarray(0, 60))).toBe('docx');
  });

  it('is none where the bytes are no archive', () => {
    expect(officeKind(strToU8('PK, says the text'))).toBe(null);
    expect(officeKind(new Uint8Array(0))).toBe(null);
  });
});

describe('an office document behind a password', () => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

  it('is a compound file with an encrypted package', () => {
    expect(isEncryptedOffice(bytes)).toBe(false);
    const locked = bytes.slice();
    for (const [i, letter] of [...'EncryptedPackage'].entries()) {
      locked[1024 + 2 * i] = letter.charCodeAt(0);
    }
    expect(isEncryptedOffice(locked)).toBe(true);
    expect(isEncryptedOffice(locked.subarray(1))).toBe(false);
  });
});
