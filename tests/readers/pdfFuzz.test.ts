import { describe, expect, it } from 'vitest';
import { mutate } from '../support/mutate.ts';
import { bytesOf, isWhole, pdfOf, put, read } from '../support/pdf.ts';

const rows = [500, 470, 440, 410];
const base = bytesOf(
  pdfOf([
    rows.map((y) => `50 ${y} m 350 ${y} l S\n`).join('') +
      [50, 150, 250, 350].map((x) => `${x} 410 m ${x} 500 l S\n`).join('') +
      rows
        .slice(1)
        .map((y) => put(60, y + 10, '12') + put(160, y + 10, '345'))
        .join('') +
      'BT /F2 12 Tf 50 550 Td <C4EAB6C8> Tj ET\n',
  ]),
);

describe('a damaged PDF', () => {
  it('gives a document or a problem, and whole grids', async () => {
    const seen = { documents: 0, problems: 0, grids: 0 };
    for (let seed = 0; seed < 1000; seed++) {
      const result = await read(mutate(base, seed));
      if ('code' in result) {
        seen.problems += 1;
        continue;
      }
      seen.documents += 1;
      for (const block of result.blocks) {
        if (block.kind !== 'grid') continue;
        seen.grids += 1;
        expect(isWhole(block), `seed ${seed}`).toBe(true);
      }
    }
    expect(seen.documents).toBeGreaterThan(300);
    expect(seen.problems).toBeGreaterThan(50);
    expect(seen.grids).toBeGreaterThan(200);
  });
});
