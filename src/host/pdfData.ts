import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PdfFiles } from '../readers/pdf/engine.ts';

/** In the build beside the bundles; in the checkout where the package manager put them. */
const folders = ['../pdf-data/', './pdf-data/', '../../node_modules/pdfjs-dist/cmaps/'];

function folder(): URL | undefined {
  return folders.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url));
}

/** Reads the character maps of pdfjs from the disk. */
export const pdfFiles: PdfFiles = async (kind, name) => {
  const place = folder();
  if (place === undefined || kind !== 'cmap' || !/^[\w-]+\.bcmap$/u.test(name)) {
    throw new Error(`no such file: ${name}`);
  }
  return new Uint8Array(await readFile(new URL(name, place)));
};
