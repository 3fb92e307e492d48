import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/readers/html.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { textsOf } from '../support/grids.ts';

const page = '<html><body><table><tr><td>规章<td>=3<td>12</table></body></html>';
const utf8 = new TextEncoder().encode(page);

const base64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/.{40}/gu, '$&\r\n');
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte > 126 || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/<td>/u, '<t=\r\nd>');

const top = (type: string) => `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
const related = top('multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--a=b"');
const part = (type: string, encoding: string, body: string) =>
  `----a=b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
const end = '----a=b--\r\n';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readHtml(bytes, { source: 'x.mht', limits: defaultLimits });

describe('a page saved as a single file', () => {
  it.each([
    [
      'quoted-printable',
      related + part('text/html; charset="utf-8"', 'quoted-printable', quoted(utf8)) + end,
    ],
    [
      'base64',
      related +
        part('image/png', 'base64', 'AAAA') +
        part('text/html', 'base64', base64(utf8)) +
        end,
    ],
    ['8bit', related + part('TEXT/HTML', '8bit', page) + end],
    ['no encoding and no parts', top('text/html; charset=utf-8') + page],
  ])('is read from %s', async (_, message) => {
    const document = await read(bytesOf(message));
    expect(textsOf(document)).toEqual([['规章', '=3', '12']]);
    expect(document).toMatchObject({ format: 'html' });
    expect('lineOf' in document).toBe(false);
  });

  it('is read in an older encoding', async () => {
    const gbk =
      '<html><head><meta charset=gb2312></head><table><tr><td>\xb9\xe6\xd5\xc2<td>1</table>';
    const bytes = Uint8Array.from(gbk, (c) => c.charCodeAt(0));
    const document = await read(
      bytesOf(related + part('text/html', 'base64', base64(bytes)) + end),
    );
    expect(textsOf(document)).toEqual([['规章', '1']]);
  });

  it.each([
    ['without a page', related + part('image/png', 'base64', 'AAAA') + end],
    ['that ends within its page', related + part('text/html', '8bit', page)],
    ['whose encoding is broken', related + part('text/html', 'base64', '*') + end],
    ['whose encoding is not known', related + part('text/html', 'x-own', page) + end],
    ['without a boundary', top('multipart/related')],
    ['that is only text', top('text/plain') + page],
  ])('is a problem %s', async (_, message) => {
    expect(await read(bytesOf(message))).toMatchObject({ code: 'message-unread' });
  });

  const other = '<table><tr><td>别的</table>';
  const named = (id: string, body: string) =>
    part('text/html', '8bit', body).replace('\r\n\r\n', `\r\nContent-ID: <${id}>\r\n\r\n`);
  const started = related.replace('\r\n\tboundary', '\r\n\tstart="<b>"; boundary');

  it.each([
    ['the first of several', related + named('a', page) + named('b', other) + end],
    ['the one named as its start', started + named('a', other) + named('b', page) + end],
    ['the first where none bears that name', started + named('x', page) + named('a', other) + end],
    [
      'what a part of several parts shows',
      top('multipart/mixed; boundary=--a') +
        `----a\r\n${related.split('\r\n').slice(2).join('\r\n')}` +
        part('text/html', '8bit', page) +
        end +
        `----a \r\nContent-Type: text/html\r\n\r\n${other}\r\n----a--`,
    ],
  ])('shows %s, the others are kept beside it', async (_, message) => {
    const document = await read(bytesOf(message));
    expect(textsOf(document)).toEqual([['规章', '=3', '12']]);
    expect('others' in document && document.others?.map((each) => textsOf(each))).toEqual([
      [['别的']],
    ]);
  });

  it('is parted by whole lines only', async () => {
    const body = page.replace('<body>', '<body>\r\n----a=bc\r\n----a=b--no\r\n');
    const document = await read(bytesOf(related + part('text/html', '8bit', body) + end));
    expect(textsOf(document)).toEqual([['规章', '=3', '12']]);
  });

  it('is a problem where it holds more pages than any', async () => {
    const many = related + part('text/html', '8bit', page).repeat(101) + end;
    expect(await read(bytesOf(many))).toMatchObject({ code: 'document-too-large' });
  });

  it('ends in bounded time however often its boundary comes', async () => {
    const many = related + '\n----a=b\n'.repeat(200_000) + end;
    expect(await read(bytesOf(many))).toMatchObject({ code: 'message-unread' });
  });
});
