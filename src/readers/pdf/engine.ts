import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js';

/** Gives a file of pdfjs by its name, e.g. `GBK-EUC-H.bcmap`: what fonts that are not embedded are read with. */
export type PdfFiles = (kind: 'cmap' | 'font', name: string) => Promise<Uint8Array>;

let files: PdfFiles | null = null;

/** Says where the character maps come from. Without them a PDF that needs one is refused. */
export function withPdfData(load: PdfFiles): void {
  files = load;
}

/** Stands in for classes of the browser that pdfjs asks for and that text does not need. */
class Unused {
  readonly loaded = Promise.resolve();
  scaleSelf() {
    return this;
  }
  translateSelf() {
    return this;
  }
}

function pretendBrowser(): void {
  const missing = ['DOMMatrix', 'Path2D', 'ImageData', 'FontFace'].filter(
    (name) => !(name in globalThis),
  );
  for (const name of missing) {
    Object.defineProperty(globalThis, name, { value: Unused, configurable: true, writable: true });
  }
}

/** pdfjs, its worker part loaded into this thread: it would otherwise look for a file of its own. */
export async function loadPdfjs() {
  pretendBrowser();
  // @ts-expect-error it has no types; it only has to be there
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

export type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;

function nothing(): void {}

/** A document that takes fonts and draws nothing, so that pdfjs does not trace the shape of every glyph. */
const stage = { fonts: { add: nothing, delete: nothing, clear: nothing } };

/** Tells of a character map that could not be had; pdfjs itself goes on without the text. */
export interface Missing {
  names: string[];
}

/** How pdfjs is to read: no code, no network, no pictures decoded, no fonts drawn. */
export function quietly(bytes: Uint8Array, missing: Missing): DocumentInitParameters {
  class Files {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error('not provided');
      try {
        if (files === null) throw new Error('not provided');
        return await files('cmap', filename);
      } catch (error) {
        missing.names.push(filename);
        throw error;
      }
    }
  }
  const parameters: DocumentInitParameters = {
    // A copy: pdfjs takes the bytes away from who gave them.
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: Files,
    disableFontFace: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    // Every picture is left out undecoded; where it would have stood is seen from the transformation.
    maxImageSize: 0,
  };
  return Object.assign(parameters, { ownerDocument: stage });
}
