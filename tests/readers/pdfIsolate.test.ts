import { describe, expect, it } from 'vitest';
import { readPdfIsolated } from '../../src/host/isolate.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { bytesOf, pdfOf, put, read, stream } from '../support/pdf.ts';

const options = { source: 'report.pdf', limits: defaultLimits };

describe('a PDF read in a thread of its own', () => {
  it('gives what the reader gives, one after another', async () => {
    for (const text of ['one', 'two']) {
      const file = bytesOf(pdfOf([put(50, 500, text)]));
      expect(await readPdfIsolated(file, options)).toEqual(await read(file));
    }
  });

  it('leaves the bytes to who gave them', async () => {
    const file = bytesOf(pdfOf([put(50, 500, 'text')]));
    await readPdfIsolated(file, options);
    expect(file.length).toBeGreaterThan(0);
  });

  it('is stopped when its time is over', async () => {
    const limits = { ...defaultLimits, seconds: 0.001 };
    const file = bytesOf(pdfOf([put(50, 500, 'text')]));
    expect(await readPdfIsolated(file, { ...options, limits })).toMatchObject({
      code: 'reader-timeout',
      args: { seconds: '0.001' },
    });
    expect(await readPdfIsolated(file, options)).toHaveProperty('blocks');
  });

  it('is stopped where forms that show forms draw without end', async () => {
    const form = (inner: string) =>
      stream(
        inner.repeat(40),
        '/Type /XObject /Subtype /Form /BBox [0 0 420 595] /Resources << /XObject << /B 9 0 R /C 10 0 R /D 11 0 R >> >>',
      );
    const more = [form('/B Do '), form('/C Do '), form('/D Do '), form('0 0 m 9 9 l S ')];
    const file = bytesOf(pdfOf(['/A Do '.repeat(40)], { more, xobjects: '/A 8 0 R' }));
    const limits = { ...defaultLimits, seconds: 5 };
    const result = await readPdfIsolated(file, { ...options, limits });
    expect('code' in result ? result.code : 'read').toMatch(/^(reader-timeout|document-broken)$/u);
  });
});
