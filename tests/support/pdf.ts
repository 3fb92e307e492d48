import { pdfFiles } from '../../src/host/pdfData.ts';
import type { Block, Document, Grid } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readPdf, withPdfData } from '../../src/readers/pdf.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

withPdfData(pdfFiles);

/** A file of numbered objects; the first is the catalog. Each may be a dictionary, or one with a stream. */
export function pdfFile(objects: readonly string[], trailer = ''): string {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
}

export function stream(content: string, dictionary = ''): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Helvetica as F1, a Chinese font that is not embedded as F2 (GBK) and F3 (GBK, vertical). */
const fonts = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-V /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
  '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>',
];

/** A document of pages, A5 upright (420 × 595) unless `page` says otherwise, each drawn by one content stream. */
export function pdfOf(
  contents: readonly string[],
  { page = '', more = [] as string[], xobjects = '' } = {},
): string {
  const first = 3 + fonts.length + more.length;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const resources = `<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << ${xobjects} >> >>`;
  const size = page.includes('/MediaBox') ? '' : '/MediaBox [0 0 420 595]';
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    ...fonts,
    ...more,
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R ${size} ${page} /Resources ${resources} /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(content),
    ]),
  ]);
}

/** Shows Latin text at a place. */
export function put(x: number, y: number, text: string, size = 10): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function read(bytes: Uint8Array | string, limits = {}) {
  return readPdf(typeof bytes === 'string' ? bytesOf(bytes) : bytes, {
    source: 'report.pdf',
    limits: { ...defaultLimits, ...limits },
  });
}

/** The blocks of a document. @throws for a problem. */
export async function blocksOf(bytes: Uint8Array | string): Promise<readonly Block[]> {
  const result: Document | Problem = await read(bytes);
  if ('code' in result) throw new Error(`${result.code} ${JSON.stringify(result.args)}`);
  return result.blocks;
}

/** A grid as its texts, each where its cell begins; `<` and `^` where it goes on. */
export function textsOf(grid: Grid): string[][] {
  return grid.rows.map((row, r) =>
    row.map((cell, c) => (cell.row !== r ? '^' : cell.column !== c ? '<' : cell.text)),
  );
}

/** The blocks of a document as texts: a paragraph is a string, a grid rows of strings. */
export async function shown(bytes: Uint8Array | string): Promise<(string | string[][])[]> {
  return (await blocksOf(bytes)).map((block) =>
    block.kind === 'grid'
      ? textsOf(block)
      : block.kind === 'paragraph'
        ? block.text
        : `[${block.what}]`,
  );
}

/** Whether every slot's cell covers it, and all rows are equally long. */
export function isWhole({ rows }: Grid): boolean {
  return rows.every(
    (row, r) =>
      row.length === rows[0]?.length &&
      row.every(
        (cell, c) =>
          cell.row <= r &&
          r < cell.row + cell.rowSpan &&
          cell.column <= c &&
          c < cell.column + cell.columnSpan &&
          rows[cell.row]?.[cell.column] === cell,
      ),
  );
}
