import { describe, expect, it } from 'vitest';
import { pdfFile, pdfOf, put, read, stream } from '../support/pdf.ts';

async function codeOf(file: string | Uint8Array, limits = {}): Promise<string> {
  const result = await read(file, limits);
  return 'code' in result ? result.code : `${result.blocks.length} blocks`;
}

const page = pdfOf([put(50, 500, 'text')]);
const pages = (kids: string, more: string[] = []) =>
  pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', kids, ...more]);

describe('a PDF that cannot be read', () => {
  it.each([
    ['nothing', ''],
    ['something else', 'no PDF at all'],
    ['only a header', '%PDF-1.7\n'],
    ['no pages', pages('<< /Type /Pages /Kids [] /Count 0 >>')],
    ['pages that contain themselves', pages('<< /Type /Pages /Kids [2 0 R] /Count 1 >>')],
    [
      'a cross-reference table that points to itself',
      page
        .replace(
          /trailer\n<</u,
          (text) => `${text} /Prev ${page.lastIndexOf('xref\n0')} /XRefStm 9`,
        )
        .replace(/obj/gu, 'obx'),
    ],
    ['arrays in arrays', pages(`<< /Type /Pages /Kids ${'['.repeat(50_000)}`)],
  ])('is broken: %s', async (_, file) => {
    const result = await read(file);
    expect(result).toMatchObject({
      code: 'document-broken',
      args: { format: 'PDF' },
      source: 'report.pdf',
    });
  });

  it('is too large where it has more pages than it may', async () => {
    expect(await codeOf(pdfOf([page, page, page]), { pages: 2 })).toBe('document-too-large');
    const lying = pages('<< /Type /Pages /Kids [3 0 R] /Count 99999999 >>');
    expect(await codeOf(lying)).toBe('document-broken');
  });

  it('is too large where its tables have more slots or columns than they may', async () => {
    const grid = Array.from({ length: 30 }, (_, i) => 20 + 12 * i);
    const lines = grid.map((i) => `20 ${i} m 368 ${i} l S ${i} 20 m ${i} 368 l S\n`).join('');
    const file = pdfOf([lines + put(22, 22, 'x')]);
    expect(await codeOf(file)).toBe('1 blocks');
    expect(await codeOf(file, { slots: 500 })).toBe('document-too-large');
    expect(await codeOf(file, { columns: 20 })).toBe('document-too-large');
  });

  it('is too large where it draws more than any report does', async () => {
    const form = (inner: string) =>
      stream(
        inner,
        '/Type /XObject /Subtype /Form /BBox [0 0 420 595] /Resources << /XObject << /B 9 0 R >> >>',
      );
    // A few thousand bytes that draw millions of lines.
    const more = [form('/B Do '.repeat(40)), form(`0 0 m ${'9 9 l '.repeat(1000)} S`)];
    expect(await codeOf(pdfOf(['/A Do '.repeat(60)], { more, xobjects: '/A 8 0 R' }))).toBe(
      'document-too-large',
    );
  });

  it('has no text where a scan has only a picture', async () => {
    const image = stream(
      'x',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    );
    const file = pdfOf(['q 420 0 0 595 0 0 cm /I Do Q'], { more: [image], xobjects: '/I 8 0 R' });
    expect(await codeOf(file)).toBe('text-layer-missing');
  });
});

describe('a PDF with something odd in it', () => {
  it.each([
    [
      'a piece of script that would run on opening',
      page.replace(
        '/Type /Catalog',
        '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
      ),
    ],
    ['no end', page.slice(0, page.indexOf('startxref'))],
    [
      'a form that shows itself',
      pdfOf([`/X Do ${put(50, 500, 'text')}`], {
        more: [
          stream(
            '/X Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 8 0 R >> >>',
          ),
        ],
        xobjects: '/X 8 0 R',
      }),
    ],
    ['more states restored than saved', pdfOf([`Q Q Q ${put(50, 500, 'text')} Q`])],
    ['operators without their numbers', pdfOf([`cm Td Tf re m l S f ${put(50, 500, 'text')}`])],
    [
      'numbers beyond all measure',
      pdfOf([
        `${'9'.repeat(38)} 0 m ${'9'.repeat(38)} ${'9'.repeat(38)} l S q ${'9'.repeat(30)} 0 0 ${'9'.repeat(30)} 0 0 cm ${put(5, 5, 'far')} Q ${put(50, 500, 'text')}`,
      ]),
    ],
  ])('is read all the same: %s', async (_, file) => {
    expect(await codeOf(file)).toBe('1 blocks');
  });
});
