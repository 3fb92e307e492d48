import type { Writer } from './writer.ts';

export type WriterName = 'json' | 'xlsx' | 'docx' | 'html' | 'csv';

/** The formats in which a form can be written, each loaded when it is first used. */
export const writers: Readonly<Record<WriterName, Writer>> = {
  json: { write: async (filled) => (await import('./json.ts')).writeJson(filled) },
  xlsx: { write: async (filled) => (await import('./xlsx.ts')).writeXlsx(filled) },
  docx: { write: async (filled) => (await import('./docx.ts')).writeDocx(filled) },
  html: { write: async (filled) => (await import('./html.ts')).writeHtml(filled) },
  csv: { write: async (filled) => (await import('./csv.ts')).writeCsv(filled) },
};
