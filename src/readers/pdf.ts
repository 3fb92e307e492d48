import type { Document } from '../model/document.ts';
import { type Problem, problem } from '../model/problem.ts';
import { loadPdfjs, type Missing, type Pdfjs, quietly } from './pdf/engine.ts';
import { marksOf } from './pdf/interpret.ts';
import { runningKeys } from './pdf/margins.ts';
import type { Budget } from './pdf/marks.ts';
import { type Box, matrixOf } from './pdf/matrix.ts';
import { blocksOf, type PageParts, partsOf } from './pdf/page.ts';
import type { Drawing } from './pdf/pen.ts';
import { unit } from './pdf/state.ts';
import type { Room } from './pdf/tables.ts';
import type { Reader, ReadOptions } from './reader.ts';

export { type PdfFiles, withPdfData } from './pdf/engine.ts';

type Loaded = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;

/** Glyphs, operators and corners of paths that a document may have. */
const mostMarks = 2_000_000;

const tooMuch = {
  marks: { zh: 'PDF 中的文字和线条', en: 'letters and lines of the PDF' },
  lines: { zh: '一页中的线条', en: 'lines of a page' },
  slots: { zh: '表格的单元格', en: 'cells of the tables' },
  columns: { zh: '表格的列', en: 'columns of a table' },
  pages: { zh: '页数', en: 'pages' },
} as const;

interface Read {
  readonly parts: PageParts[];
  hasText: boolean;
  hasDrawing: boolean;
}

interface Reading {
  readonly pdfjs: Pdfjs;
  readonly loaded: Loaded;
  readonly options: ReadOptions;
  readonly budget: Budget;
  readonly room: Room;
}

function excess(what: keyof typeof tooMuch, { source, limits }: ReadOptions): Problem {
  const most = {
    marks: mostMarks,
    lines: mostMarks,
    slots: limits.slots,
    columns: limits.columns,
    pages: limits.pages,
  }[what];
  return problem('document-too-large', { what: tooMuch[what], limit: String(most) }, source);
}

type Groups = Awaited<ReturnType<Loaded['getOptionalContentConfig']>>;

async function drawingOf(number: number, { loaded, pdfjs }: Reading, groups: Groups) {
  const page = await loaded.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: pdfjs.AnnotationMode.DISABLE,
  });
  const operators: readonly number[] = fnArray;
  const args: readonly unknown[] = argsArray;
  const drawing: Drawing = {
    operators,
    args,
    names: pdfjs.OPS,
    font: (name) => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null),
    isShown: (group) => group === null || groups.isVisible(group) !== false,
    matrix: matrixOf(view.transform) ?? unit,
    page: [0, 0, view.width, view.height],
  };
  return { page, drawing };
}

async function readPages(reading: Reading): Promise<Read | Problem> {
  const { loaded, options, budget, room } = reading;
  const read: Read = { parts: [], hasText: false, hasDrawing: false };
  const groups = await loaded.getOptionalContentConfig();
  for (let number = 1; number <= loaded.numPages; number++) {
    const { page, drawing } = await drawingOf(number, reading, groups);
    const marks = marksOf(drawing, budget);
    page.cleanup();
    if (marks === null) return excess('marks', options);
    const size: Box = drawing.page;
    const parts = partsOf(marks, number, size, room);
    if (typeof parts === 'string') return excess(parts, options);
    read.parts.push(parts);
    read.hasText ||= marks.glyphs.some(({ text }) => text !== ' ');
    read.hasDrawing ||= marks.painted || marks.pictures.length > 0;
  }
  return read;
}

async function titleOf(loaded: Loaded): Promise<string | null> {
  const { info } = await loaded.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : null;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

function broken(reason: string, source: string): Problem {
  return problem('document-broken', { format: 'PDF', reason }, source);
}

async function read(pdfjs: Pdfjs, loaded: Loaded, missing: Missing, options: ReadOptions) {
  const { source, limits } = options;
  if (loaded.numPages < 1) return broken('no pages', source);
  if (loaded.numPages > limits.pages) return excess('pages', options);
  const result = await readPages({
    pdfjs,
    loaded,
    options,
    budget: { left: mostMarks },
    room: { slots: limits.slots, columns: limits.columns },
  });
  if ('code' in result) return result;
  const [name] = missing.names;
  if (name !== undefined) return broken(`character map ${name} is missing`, source);
  if (!result.hasText && result.hasDrawing) return problem('text-layer-missing', {}, source);
  const running = runningKeys(result.parts.map(({ edges }) => edges));
  const blocks = result.parts.flatMap((parts) => blocksOf(parts, running));
  const document: Document = {
    source,
    format: 'pdf',
    title: await titleOf(loaded),
    blocks,
    notes: [],
  };
  return document;
}

function refusal(error: unknown, source: string): Problem {
  if (error instanceof Error && error.name === 'PasswordException') {
    return problem('document-encrypted', {}, source);
  }
  return broken(error instanceof Error ? error.message : String(error), source);
}

/**
 * Reads a PDF: glyphs and lines where they are drawn, the lines as walls of cells, the rest of the
 * text as paragraphs. `withPdfData` has to say before where the character maps are.
 */
export const readPdf: Reader = async (bytes, options) => {
  const missing: Missing = { names: [] };
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument(quietly(bytes, missing));
  try {
    return await read(pdfjs, await task.promise, missing, options);
  } catch (error) {
    return refusal(error, options.source);
  } finally {
    await task.destroy().catch(() => {});
  }
};
