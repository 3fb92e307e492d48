import type { Host } from '../documents.ts';

/** What Node can do for the readers, each part loaded when it is first needed. */
export const host: Host = {
  async readPdf(bytes, options) {
    const { readPdfIsolated } = await import('./isolate.ts');
    return readPdfIsolated(bytes, options);
  },
  async convert(bytes, format, options) {
    const { convertWithOffice } = await import('./office.ts');
    return convertWithOffice(bytes, format, options);
  },
};
