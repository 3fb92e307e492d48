import { bindDocument } from './binding/bindDocument.ts';
import { editions } from './editions/index.ts';
import type { Document, Format } from './model/document.ts';
import type { Equation } from './model/equation.ts';
import type { Form } from './model/form.ts';
import { type Problem, problem } from './model/problem.ts';
import type { Report } from './model/report.ts';
import { type Kind, kindOf, type OfficeFormat } from './readers/format.ts';
import type { Reader, ReadOptions } from './readers/reader.ts';

/** A document made by another program from one that is not read here. */
export interface Converted {
  readonly bytes: Uint8Array;
  readonly format: 'docx' | 'xlsx';
}

/** What only the system that runs the program can do; without it the formats concerned are refused. */
export interface Host {
  readonly readPdf: Reader;
  convert(
    bytes: Uint8Array,
    format: OfficeFormat,
    options: ReadOptions,
  ): Promise<Converted | Problem>;
}

/** Formats that `--as` may name: all that are read but JSON, which has no document. */
export type DocumentFormat = Exclude<Format, 'json'>;

/** Each reader is loaded when it is first needed. */
async function readerOf(format: DocumentFormat, host: Host): Promise<Reader> {
  switch (format) {
    case 'html':
      return (await import('./readers/html.ts')).readHtml;
    case 'docx':
      return (await import('./readers/docx.ts')).readDocx;
    case 'xlsx':
      return (await import('./readers/xlsx.ts')).readXlsx;
    case 'doc':
      return (await import('./readers/doc.ts')).readDoc;
    case 'csv':
      return (await import('./readers/csv.ts')).readCsv;
    case 'markdown':
      return (await import('./readers/markdown.ts')).readMarkdown;
    case 'text':
      return (await import('./readers/plain.ts')).readPlain;
    case 'pdf':
      return host.readPdf;
  }
}

/** Old Word files of kinds that the reader does not know are given to LibreOffice, where there is one. */
async function readOldWord(
  bytes: Uint8Array,
  options: ReadOptions,
  host: Host,
): Promise<Document | Problem> {
  const reader = await readerOf('doc', host);
  const read = await reader(bytes, options);
  if (!('code' in read) || read.code !== 'document-broken') return read;
  const made = await host.convert(bytes, 'doc', options);
  if ('code' in made) return made.code === 'reader-missing' ? read : made;
  return readKind(made.bytes, { is: 'read', format: made.format }, options, host);
}

async function readKind(
  bytes: Uint8Array,
  kind: Kind,
  options: ReadOptions,
  host: Host,
): Promise<Document | Problem> {
  const { source } = options;
  switch (kind.is) {
    case 'encrypted':
      return problem('document-encrypted', {}, source);
    case 'unread':
      return problem('format-unsupported', { format: kind.name }, source);
    case 'converted': {
      const made = await host.convert(bytes, kind.format, options);
      if ('code' in made) return made;
      return readKind(made.bytes, { is: 'read', format: made.format }, options, host);
    }
    case 'read': {
      if (kind.format === 'doc') return readOldWord(bytes, options, host);
      if (kind.format === 'json') return problem('format-unsupported', { format: 'JSON' }, source);
      const reader = await readerOf(kind.format, host);
      return reader(bytes, options);
    }
  }
}

/** Bytes → document: the kind is told by the content unless it is given. */
export async function readDocument(
  bytes: Uint8Array,
  format: DocumentFormat | null,
  options: ReadOptions,
  host: Host,
): Promise<Document | Problem> {
  const kind: Kind = format === null ? kindOf(bytes) : { is: 'read', format };
  return readKind(bytes, kind, options, host);
}

/** That nothing was found is told otherwise where a part of the document is hidden. */
function orHidden(refused: Problem, { notes }: Document): Problem {
  const isHidden = notes.some(({ code }) => code === 'sheet-hidden' || code === 'rows-unread');
  if (refused.code !== 'tables-not-found' || !isHidden) return refused;
  return problem('tables-hidden', {}, refused.source);
}

/** Bytes → document → report, or why there is none. */
export async function readReport(
  bytes: Uint8Array,
  format: DocumentFormat | null,
  options: ReadOptions,
  host: Host,
  equationsOf: (form: Form) => readonly Equation[],
): Promise<Report | Problem> {
  const document = await readDocument(bytes, format, options, host);
  if ('code' in document) return document;
  const bound = bindDocument(document, editions, equationsOf);
  return 'code' in bound ? orHidden(bound, document) : bound;
}
