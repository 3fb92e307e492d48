import { expect } from 'vitest';
import type { Document, Grid, GridCell } from '../../src/model/document.ts';
import type { Problem } from '../../src/model/problem.ts';

/** The document that was read. @throws for a problem */
export function read(result: Document | Problem): Document {
  if ('code' in result) throw new Error(JSON.stringify(result));
  return result;
}

/** The code of the problem, or `read`. */
export function outcome(result: Document | Problem): string {
  return 'code' in result ? result.code : 'read';
}

export function gridsOf(result: Document | Problem): Grid[] {
  return read(result).blocks.filter((block) => block.kind === 'grid');
}

/** Texts of the first grid, slot by slot. */
export function textsOf(result: Document | Problem): string[][] | undefined {
  return gridsOf(result)[0]?.rows.map((row) => row.map(({ text }) => text));
}

/** Texts of the paragraphs. */
export function proseOf(result: Document | Problem): string[] {
  return read(result).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

/** Holds a grid to what every grid promises: rows equally long, each cell in all its slots and no other. */
export function expectWhole({ rows }: Grid): void {
  const width = rows[0]?.length ?? 0;
  const met = new Map<GridCell, number>();
  let astray = 0;
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      met.set(cell, (met.get(cell) ?? 0) + 1);
      const inside = r >= cell.row && r < cell.row + cell.rowSpan && c >= cell.column;
      if (!inside || c >= cell.column + cell.columnSpan) astray++;
    }
  }
  for (const [cell, slots] of met) if (slots !== cell.rowSpan * cell.columnSpan) astray++;
  expect(rows.filter((row) => row.length !== width)).toEqual([]);
  expect(astray).toBe(0);
}
