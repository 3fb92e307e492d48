import { edition2014 } from '../../src/editions/2014.ts';
import { edition2019 } from '../../src/editions/2019.ts';
import { edition2021 } from '../../src/editions/2021.ts';
import type {
  Block,
  Document,
  Grid,
  GridCell,
  Opaque,
  Paragraph,
} from '../../src/model/document.ts';
import { formOf } from '../../src/model/form.ts';

export const form2014 = formOf(edition2014);
export const form2019 = formOf(edition2019);
export const form2021 = formOf(edition2021);

/** A table of texts; `<` goes on with the cell at its left, `^` with the one above. */
export function grid(...rows: readonly (readonly string[])[]): Grid {
  const slots: GridCell[][] = [];
  for (const [r, texts] of rows.entries()) {
    const row: GridCell[] = [];
    for (const [c, text] of texts.entries()) {
      const before = text === '<' ? row[c - 1] : text === '^' ? slots[r - 1]?.[c] : undefined;
      row.push(before ?? cellAt(rows, r, c, text));
    }
    slots.push(row);
  }
  return { kind: 'grid', rows: slots, at: { kind: 'cell', table: 1, row: 1, column: 1 } };
}

function cellAt(
  rows: readonly (readonly string[])[],
  row: number,
  column: number,
  text: string,
): GridCell {
  let columnSpan = 1;
  while (rows[row]?.[column + columnSpan] === '<') columnSpan++;
  let rowSpan = 1;
  while (rows[row + rowSpan]?.[column] === '^') rowSpan++;
  const at = { kind: 'cell', table: 1, row: row + 1, column: column + 1 } as const;
  return { text, at, row, column, rowSpan, columnSpan };
}

export function prose(text: string, line = 1): Paragraph {
  return { kind: 'paragraph', text, at: { kind: 'text', line, column: 1 } };
}

export function picture(name: string | null = null): Opaque {
  return { kind: 'opaque', what: 'picture', name, at: { kind: 'paragraph', paragraph: 1 } };
}

export function page(...blocks: readonly Block[]): Document {
  return { source: 'page', format: 'html', title: null, blocks, notes: [] };
}
