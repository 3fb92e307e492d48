import type { Sheet, SheetCell, SheetRow } from '../../writers/xlsx/sheet.ts';
import type { StyleName } from '../../writers/xlsx/styles.ts';
import { textWidth } from '../../writers/xlsx/tableSheet.ts';

/** What stands in a cell of a list; null where there is nothing to say. */
export type Field = string | number | { readonly text: string; readonly style: StyleName } | null;

/** A list with a header, to be filtered and sorted. `widths` in characters of Latin text. */
export interface List {
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Field[])[];
  /** A remark below the list; null where there is none. */
  readonly remark: string | null;
}

/** Heights in points: of a line of text, and of the most that a row of a sheet may have. */
const [lineHeight, mostHeight] = [15, 400];

function cellOf(field: Field, column: number): SheetCell {
  if (field === null) return { column, style: 'text' };
  if (typeof field === 'number')
    return { column, style: 'number', value: { number: String(field) } };
  if (typeof field === 'string') return { column, style: 'text', value: { text: field } };
  return { column, style: field.style, value: { text: field.text } };
}

function linesOf(field: Field, width: number): number {
  if (field === null || typeof field === 'number') return 1;
  const text = typeof field === 'string' ? field : field.text;
  const each = text.split('\n').map((line) => Math.ceil((textWidth(line) * 2) / (width - 1)) || 1);
  return each.reduce((sum, lines) => sum + lines, 0);
}

function rowOf(fields: readonly Field[], widths: readonly number[]): SheetRow {
  const lines = fields.map((field, column) => linesOf(field, widths[column] ?? 10));
  const height = Math.min(mostHeight, Math.max(1, ...lines) * lineHeight + 4);
  return { height, cells: fields.map(cellOf) };
}

/** A list as a sheet, its header in sight wherever it is scrolled to. */
export function listSheet(name: string, { columns, widths, rows, remark }: List): Sheet {
  const header = columns.map((text) => ({ text, style: 'header' as const }));
  const below: SheetRow[] =
    remark === null
      ? []
      : [{ height: 20, cells: [{ column: 0, style: 'plain', value: { text: remark } }] }];
  const last = columns.length - 1;
  const end = rows.length + 1;
  return {
    name,
    widths,
    rows: [rowOf(header, widths), ...rows.map((row) => rowOf(row, widths)), ...below],
    merged: remark === null ? [] : [{ row: end, column: 0, lastRow: end, lastColumn: last }],
    conditions: [],
    repeated: [0, 0],
    frozen: 1,
    filtered: { row: 0, column: 0, lastRow: rows.length, lastColumn: last },
    isLandscape: true,
  };
}
