import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { loadPdfjs, quietly } from '../../src/readers/pdf/engine.ts';

/** The least that reading a format takes: its parser alone, on the bytes that the reader reads. */
export type Floor = (bytes: Uint8Array) => () => void | Promise<void>;

/** What the parsers gave is counted, so that none of it can be left out. */
const met = { nodes: 0 };

function count(): void {
  met.nodes++;
}

const html: Floor = (bytes) => () => {
  met.nodes += parse(new TextDecoder().decode(bytes)).childNodes.length;
};

/** Parts that the readers of office documents read; styles count in Word only where lists are numbered. */
const wordParts =
  /^(?:_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/document\.xml\.rels|document\.xml|numbering\.xml))$/u;
const excelParts =
  /^(?:_rels\/\.rels|docProps\/core\.xml|xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/.*|drawings\/.*))$/u;

function office(parts: RegExp): Floor {
  return (bytes) => () => {
    const entries = unzipSync(bytes, { filter: ({ name, size }) => size > 0 && parts.test(name) });
    for (const content of Object.values(entries)) {
      const parser = new SaxesParser({ xmlns: false, position: false });
      parser.on('opentag', count);
      parser.on('closetag', count);
      parser.on('text', count);
      parser.write(strFromU8(content)).close();
    }
  };
}

const pdf: Floor = (bytes) => async () => {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument(quietly(bytes, { names: [] }));
  const loaded = await task.promise;
  for (let number = 1; number <= loaded.numPages; number++) {
    const page = await loaded.getPage(number);
    met.nodes += (await page.getTextContent()).items.length;
    page.cleanup();
  }
  await task.destroy();
};

export const floors = { html, docx: office(wordParts), xlsx: office(excelParts), pdf } as const;
