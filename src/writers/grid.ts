import type { Table } from '../model/edition.ts';

/** What stands in a slot of a printed table: a text of the form, or the place of one of its cells. */
export type Content =
  | { readonly kind: 'header'; readonly text: string; readonly of: 'block' | 'labels' | 'columns' }
  | { readonly kind: 'label'; readonly text: string; readonly indent: number }
  | { readonly kind: 'unit'; readonly text: string }
  | { readonly kind: 'figure'; readonly cell: number }
  | { readonly kind: 'empty' };

/** A content with the slots that it covers, beside and below its own; rows and columns count from 0. */
export interface Slot {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: Content;
}

/** A row of a printed table: the slots that begin in it, from left to right. */
export interface FormRow {
  readonly isHeader: boolean;
  readonly slots: readonly Slot[];
}

/** A table of the form as it is printed, every slot covered once. */
export interface FormGrid {
  readonly table: Table;
  /** By column: its width in characters; a page has `pageWidth` of them. */
  readonly widths: readonly number[];
  readonly rows: readonly FormRow[];
}

/** Characters that fit beside each other on a page. */
export const pageWidth = 46;

/** A slot whose row is not yet known. */
export type LooseSlot = Omit<Slot, 'row'>;

export interface LooseRow {
  readonly isHeader: boolean;
  readonly slots: readonly LooseSlot[];
}

/** A slot of one row, unless `rowSpan` says otherwise. */
export function slot(column: number, columnSpan: number, content: Content, rowSpan = 1): LooseSlot {
  return { column, columnSpan, rowSpan, content };
}

/** Rows in their places: each slot gets the number of its row, and each row is sorted. */
export function settle(rows: readonly LooseRow[]): FormRow[] {
  return rows.map(({ isHeader, slots }, row) => ({
    isHeader,
    slots: slots.map((loose) => ({ row, ...loose })).sort((a, b) => a.column - b.column),
  }));
}

/** Rows at the top that are nothing but headers. */
export function headRows({ rows }: FormGrid): number {
  const body = rows.findIndex((row) => !row.isHeader);
  return body === -1 ? rows.length : body;
}
