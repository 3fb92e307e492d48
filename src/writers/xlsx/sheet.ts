import { escaped } from '../markup.ts';
import { type Area, areaName } from './reference.ts';
import { type StyleName, styleOf } from './styles.ts';

/** A cell of a sheet: empty, a text, a number in decimal digits, or a formula. */
export interface SheetCell {
  readonly column: number;
  readonly style: StyleName;
  readonly value?:
    | { readonly text: string }
    | { readonly number: string }
    | { readonly formula: string };
}

/** `height` in points. */
export interface SheetRow {
  readonly height: number;
  readonly cells: readonly SheetCell[];
}

/** Cells that take a look while a formula holds. */
export interface Condition {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly signal: number;
}

/** A remark on a cell, shown when somebody points to it. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Sheet {
  readonly name: string;
  /** By column, in characters of Latin text. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Area[];
  readonly conditions: readonly Condition[];
  /** The first and the last of the rows that are repeated on every printed page. */
  readonly repeated: readonly [number, number] | null;
  /** How many rows at the top stay where they are. */
  readonly frozen?: number;
  /** The cells that can be filtered and sorted, header included. */
  readonly filtered?: Area;
  readonly notes?: readonly Note[];
  readonly isLandscape?: boolean;
}

/** A spreadsheet takes no longer text in a cell. */
const mostCharacters = 32_767;

/** A text as an element; in it `_x0041_` would be read as the character of that number. */
export function textXml(text: string): string {
  const cut = text.slice(0, mostCharacters).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
  return `<t xml:space="preserve">${escaped(cut)}</t>`;
}

function cellXml(row: number, { column, style, value }: SheetCell): string {
  const place = areaName({ row, column, lastRow: row, lastColumn: column });
  const start = `<c r="${place}" s="${styleOf(style)}"`;
  if (value === undefined) return `${start}/>`;
  if ('number' in value) return `${start}><v>${value.number}</v></c>`;
  if ('formula' in value) return `${start}><f>${escaped(value.formula)}</f></c>`;
  return `${start} t="inlineStr"><is>${textXml(value.text)}</is></c>`;
}

function conditionXml({ areas, formula, signal }: Condition, index: number): string {
  const places = areas.map((area) => areaName(area)).join(' ');
  return `<conditionalFormatting sqref="${places}"><cfRule type="expression" dxfId="${signal}" priority="${index + 1}"><formula>${escaped(formula)}</formula></cfRule></conditionalFormatting>`;
}

function mergedXml(merged: readonly Area[]): string {
  if (merged.length === 0) return '';
  const each = merged.map((area) => `<mergeCell ref="${areaName(area)}"/>`);
  return `<mergeCells count="${merged.length}">${each.join('')}</mergeCells>`;
}

function viewXml({ frozen = 0 }: Sheet): string {
  const start = '<sheetView showGridLines="0" workbookViewId="0"';
  if (frozen === 0) return `${start}/>`;
  return `${start}><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView>`;
}

/** A worksheet, printed on A4 as wide as the page; the first thing that a sheet with notes points to draws them. */
export function sheetXml(sheet: Sheet): string {
  const { widths, rows, merged, conditions, filtered, notes = [], isLandscape = false } = sheet;
  const columns = widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width.toFixed(2)}" customWidth="1"/>`,
  );
  const lines = rows.map(({ height, cells }, row) => {
    const each = cells.map((cell) => cellXml(row, cell));
    return `<row r="${row + 1}" ht="${height}" customHeight="1">${each.join('')}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${viewXml(sheet)}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${filtered === undefined ? '' : `<autoFilter ref="${areaName(filtered)}"/>`}${mergedXml(merged)}${conditions.map(conditionXml).join('')}<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>${notes.length === 0 ? '' : '<legacyDrawing r:id="rId1"/>'}</worksheet>`;
}
