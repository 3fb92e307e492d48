import { parentPort } from 'node:worker_threads';
import { readPdf, withPdfData } from '../readers/pdf.ts';
import type { PdfRequest } from './isolate.ts';
import { pdfFiles } from './pdfData.ts';

withPdfData(pdfFiles);

parentPort?.on('message', async ({ bytes, options }: PdfRequest) => {
  parentPort?.postMessage(await readPdf(bytes, options));
});
