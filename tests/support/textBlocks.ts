import type { Block, Document, Format, Grid } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';
import { defaultLimits, type Reader } from '../../src/readers/reader.ts';

const options = { source: 'report', limits: defaultLimits };
const encoder = new TextEncoder();

/** The document of a text or of bytes; throws where it is refused. */
export async function documentOf(read: Reader, text: string | Uint8Array): Promise<Document> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const document = await read(bytes, options);
  if ('code' in document) throw new Error(JSON.stringify(document));
  return document;
}

/** Code of the problem for which a text is refused, or null. */
export async function refusalOf(read: Reader, text: string | Uint8Array): Promise<string | null> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const document = await read(bytes, options);
  return 'code' in document ? document.code : null;
}

export function grids(document: Document): Grid[] {
  return document.blocks.filter((block) => block.kind === 'grid');
}

/** Texts of a grid, row by row. */
export function texts(grid: Grid): string[][] {
  return grid.rows.map((row) => row.map((cell) => cell.text));
}

/** Blocks in short: the texts of a grid, the text of a paragraph. */
export function brief(blocks: readonly Block[]): (string | null | string[][])[] {
  return blocks.map((block) => {
    if (block.kind === 'grid') return texts(block);
    return block.kind === 'paragraph' ? block.text : block.name;
  });
}

/** What of the contract of a document is broken; empty where nothing is. */
export function brokenIn(document: Document | Problem, format: Format): string[] {
  if ('code' in document) return document.source === 'report' ? [] : ['source'];
  const broken = document.format === format ? [] : ['format'];
  let slots = 0;
  for (const { rows } of grids(document)) {
    const width = rows[0]?.length ?? 0;
    slots += width * rows.length;
    if (rows.some((row) => row.length !== width)) broken.push('rows of different length');
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const covers =
          cell.row <= r &&
          r < cell.row + cell.rowSpan &&
          cell.column <= c &&
          c < cell.column + cell.columnSpan;
        if (!covers) broken.push(`the cell at ${r}, ${c} does not cover it`);
      });
    });
  }
  return slots > defaultLimits.slots ? [...broken, 'too many slots'] : broken;
}
