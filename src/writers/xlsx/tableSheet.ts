import { type FormGrid, headRows, type Slot } from '../grid.ts';
import { headingOf } from '../words.ts';
import { type FilledForm, textOf } from '../writer.ts';
import type { Area } from './reference.ts';
import type { Condition, Sheet, SheetCell, SheetRow } from './sheet.ts';
import type { StyleName } from './styles.ts';

/** Rows above a table: the title of the report, the title of the table. */
const rowsAbove = 2;

/** Height of a line of text in points, and what a row has above and below it. */
const lineHeight = 15;
const rowPadding = 5;

/** The area of a slot on its sheet, on which so many rows stand above the table. */
export function areaOf({ row, column, rowSpan, columnSpan }: Slot, above = rowsAbove): Area {
  const top = row + above;
  return { row: top, column, lastRow: top + rowSpan - 1, lastColumn: column + columnSpan - 1 };
}

/**
 * A figure that a spreadsheet shows as it is printed is a number, anything else a text. It keeps 15
 * digits and shows 11 of them unless a format asks for more.
 */
export function figureCell(text: string | null): Pick<SheetCell, 'style' | 'value'> {
  if (text === null) return { style: 'figure' };
  const parts = /^-?(\d+)(?:\.(\d{1,6}))?$/u.exec(text);
  const digits = text.replace(/\D/gu, '').length;
  if (parts === null || digits > 15 || String(Number(text)) !== text) {
    return { style: 'figure', value: { text } };
  }
  const decimals = parts[2]?.length ?? 0;
  const long: StyleName[] = [
    'integer',
    'decimal1',
    'decimal2',
    'decimal3',
    'decimal4',
    'decimal5',
    'decimal6',
  ];
  const style = text.length > 10 ? (long[decimals] ?? 'figure') : 'figure';
  return { style, value: { number: text } };
}

function slotCell(filled: FilledForm, { content }: Slot): Pick<SheetCell, 'style' | 'value'> {
  if (content.kind === 'figure') return figureCell(textOf(filled, content.cell));
  if (content.kind === 'empty') return { style: 'figure' };
  if (content.kind === 'unit') return { style: 'figure', value: { text: content.text } };
  const indent = content.kind === 'label' ? '\u3000'.repeat(content.indent) : '';
  return { style: content.kind, value: { text: indent + content.text } };
}

/** How a slot looks, where that is not how such slots look as a rule. */
export type Look = (slot: Slot, usual: StyleName) => StyleName;

const usualLook: Look = (_, usual) => usual;

/** Width of a text in Chinese characters; Latin ones are half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + (c < '\u0100' ? 0.5 : 1), 0);
}

function slotWidth(filled: FilledForm, { content }: Slot): number {
  if (content.kind === 'figure') return textWidth(textOf(filled, content.cell) ?? '');
  if (content.kind === 'empty') return 0;
  return textWidth(content.text) + (content.kind === 'label' ? content.indent : 0);
}

/** Spreadsheets do not make room for the text of merged cells: lines are reckoned from the widths. */
function heightOf(filled: FilledForm, slots: readonly Slot[], widths: readonly number[]): number {
  const lines = slots.map((slot) => {
    const across = widths.slice(slot.column, slot.column + slot.columnSpan);
    const room = Math.max(1, across.reduce((sum, width) => sum + width, 0) - 0.5);
    return Math.ceil(slotWidth(filled, slot) / room / slot.rowSpan);
  });
  return Math.max(1, ...lines) * lineHeight + rowPadding;
}

/** The rows of a table. Every place of a merged cell has the style, so that its frame is whole. */
export function rowsOf(filled: FilledForm, grid: FormGrid, look = usualLook): SheetRow[] {
  const cells: SheetCell[][] = grid.rows.map(() => []);
  for (const slot of grid.rows.flatMap((row) => row.slots)) {
    const { style: usual, value } = slotCell(filled, slot);
    const style = look(slot, usual);
    for (let row = slot.row; row < slot.row + slot.rowSpan; row++) {
      for (let column = slot.column; column < slot.column + slot.columnSpan; column++) {
        const isFirst = row === slot.row && column === slot.column;
        const shown = isFirst && value !== undefined ? { value } : {};
        cells[row]?.push({ column, style, ...shown });
      }
    }
  }
  return grid.rows.map(({ slots }, row) => ({
    height: heightOf(filled, slots, grid.widths),
    cells: (cells[row] ?? []).sort((a, b) => a.column - b.column),
  }));
}

/** A table on a sheet of its own, below the titles of report and table. */
export function tableSheet(
  filled: FilledForm,
  grid: FormGrid,
  name: string,
  conditions: readonly Condition[],
): Sheet {
  const last = grid.widths.length - 1;
  const across = (row: number): Area => ({ row, column: 0, lastRow: row, lastColumn: last });
  const title = (text: string, style: StyleName, height: number): SheetRow => ({
    height,
    cells: [{ column: 0, style, value: { text } }],
  });
  const slots = grid.rows.flatMap((row) => row.slots).map((slot) => areaOf(slot));
  return {
    name,
    // A Chinese character is two Latin ones wide.
    widths: grid.widths.map((width) => width * 2 + 0.7),
    rows: [
      title(headingOf(filled), 'title', 36),
      title(grid.table.zh, 'heading', 27),
      ...rowsOf(filled, grid),
    ],
    merged: [0, 1]
      .map(across)
      .concat(slots)
      .filter((area) => area.lastRow > area.row || area.lastColumn > area.column),
    conditions,
    repeated: [rowsAbove, rowsAbove + Math.max(1, headRows(grid)) - 1],
  };
}
