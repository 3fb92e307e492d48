import { docxOf, paragraph, cell as wordCell, table as wordTable, xlsxOf } from './archive.ts';
import type { Part, Sheet, Slot } from './render.ts';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export function htmlTable(sheet: Sheet): string {
  const cellOf = ({ text, rows = 1, columns = 1 }: Slot): string =>
    `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>${escaped(text).replaceAll('\n', '<br>')}</td>`;
  return `<table>${sheet.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</table>`;
}

export function htmlParts(parts: readonly Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? `<p>${escaped(part)}</p>` : htmlTable(part)))
    .join('\n');
}

interface Placed {
  readonly slot: Slot;
  readonly isTop: boolean;
  readonly isFirst: boolean;
}

/** What stands in each slot of a sheet, spans expanded. */
function placed(sheet: Sheet): Placed[][] {
  const rows: Placed[][] = sheet.map(() => []);
  for (const [r, row] of sheet.entries()) {
    let at = 0;
    for (const slot of row) {
      while (rows[r]?.[at] !== undefined) at++;
      for (let i = 0; i < (slot.rows ?? 1); i++) {
        for (let j = 0; j < (slot.columns ?? 1); j++) {
          const line = rows[r + i];
          if (line !== undefined) line[at + j] = { slot, isTop: i === 0, isFirst: j === 0 };
        }
      }
    }
  }
  return rows;
}

function docxTable(sheet: Sheet): string {
  const cellOf = ({ slot, isTop }: Placed): string => {
    const { text, rows = 1, columns = 1 } = slot;
    const down = isTop ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
    const wide = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
    return wordCell(isTop ? escaped(text) : '', wide + (rows > 1 ? down : ''));
  };
  const rows = placed(sheet).map((slots) => slots.filter(({ isFirst }) => isFirst).map(cellOf));
  return wordTable(...rows);
}

export function docxBody(parts: readonly Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? paragraph(escaped(part)) : docxTable(part)))
    .join('');
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** The content of a worksheet: the parts one below the other, figures as numbers or as texts. */
export function worksheet(parts: readonly Part[], numbers = true, left = 0): string {
  const rows: string[] = [];
  const merges: string[] = [];
  const name = (row: number, column: number): string => `${letters(left + column)}${row + 1}`;
  for (const sheet of parts.map(
    (part): Sheet => (typeof part === 'string' ? [[{ text: part }]] : part),
  )) {
    const base = rows.length;
    for (const [r, slots] of placed(sheet).entries()) {
      const cells = slots.map(
        ({ slot: { text, rows: high = 1, columns: wide = 1 }, isTop, isFirst }, c) => {
          if (!isTop || !isFirst) return '';
          const at = name(base + r, c);
          if (high * wide > 1)
            merges.push(`<mergeCell ref="${at}:${name(base + r + high - 1, c + wide - 1)}"/>`);
          if (text === '') return '';
          if (numbers && /^\d+$/u.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
          return `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
        },
      );
      rows.push(`<row r="${base + r + 1}">${cells.join('')}</row>`);
    }
  }
  return `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
}

export const htmlOf = (content: string, title = ''): Uint8Array =>
  new TextEncoder().encode(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${content}</body></html>`,
  );

export const htmlReport = (parts: readonly Part[]): Uint8Array => htmlOf(htmlParts(parts));
export const docxReport = (parts: readonly Part[]): Uint8Array => docxOf(docxBody(parts));
export const xlsxReport = (parts: readonly Part[]): Uint8Array =>
  xlsxOf({ 年报: worksheet(parts) });
