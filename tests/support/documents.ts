import { readFileSync } from 'node:fs';
import { type DocumentFormat, type Host, readReport } from '../../src/documents.ts';
import { convertWithOffice } from '../../src/host/office.ts';
import { pdfFiles } from '../../src/host/pdfData.ts';
import { CellKind } from '../../src/model/cell.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import type { Run } from '../../src/model/run.ts';
import { equationsOf, runOf } from '../../src/pipeline.ts';
import { withPdfData } from '../../src/readers/pdf/engine.ts';
import { readPdf } from '../../src/readers/pdf.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

withPdfData(pdfFiles);

/** Reads PDF in this thread, so that a test sees what the reader does. */
export const ownHost: Host = { readPdf, convert: convertWithOffice };

/** A document of the checkout bound to its form. */
export async function bound(
  path: string,
  format: DocumentFormat | null = null,
): Promise<Report | Problem> {
  return boundBytes(new Uint8Array(readFileSync(path)), path, format);
}

export async function boundBytes(
  bytes: Uint8Array,
  source: string,
  format: DocumentFormat | null = null,
): Promise<Report | Problem> {
  return readReport(bytes, format, { source, limits: defaultLimits }, ownHost, equationsOf);
}

export async function ranDocument(path: string): Promise<Run> {
  return runOf(await bound(path), path);
}

/** What the cells of a report answer, by name: numbers, `blank`, `/`, or what keeps a cell from being a number. */
export function answers({ form, kinds, values }: Report): Record<string, number | string> {
  const entries = form.cells.flatMap(({ name, index, line }): [string, number | string][] => {
    const kind = kinds[index];
    if (kind === CellKind.absent && line.optional) return [];
    const words: Record<number, number | string> = {
      [CellKind.absent]: 'absent',
      [CellKind.number]: values[index] ?? Number.NaN,
      [CellKind.blank]: 'blank',
      [CellKind.notApplicable]: '/',
      [CellKind.unreadable]: 'unreadable',
      [CellKind.uncertain]: `${values[index]}?`,
    };
    return [[name, words[kind ?? 0] ?? 'absent']];
  });
  return Object.fromEntries(entries);
}
