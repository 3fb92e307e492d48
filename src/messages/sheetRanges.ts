import type { At } from '../model/document.ts';
import { brief } from './visible.ts';

export type SheetAt = Extract<At, { kind: 'sheet' }>;

export function isSheetAt(at: At | null): at is SheetAt {
  return at?.kind === 'sheet';
}

/** `AB` as 28. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

interface SheetCell {
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

function sheetCell({ cell }: SheetAt): SheetCell | null {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(cell) ?? [];
  if (letters === undefined || row === undefined) return null;
  return { name: cell, row: Number(row), column: columnNumber(letters) };
}

/** Neighbouring cells of a row, or of a column, as one range: `B7:H7`. */
function cellRanges(cells: readonly SheetCell[]): string[] {
  const isRow = new Set(cells.map(({ row }) => row)).size === 1;
  const along = ({ row, column }: SheetCell): number => (isRow ? column : row);
  const parts: [SheetCell, SheetCell][] = [];
  for (const cell of [...cells].sort((a, b) => along(a) - along(b))) {
    const last = parts.at(-1);
    if (last !== undefined && along(cell) - along(last[1]) <= 1) last[1] = cell;
    else parts.push([cell, cell]);
  }
  return parts.map(([from, to]) => (from.name === to.name ? from.name : `${from.name}:${to.name}`));
}

/**
 * Cells of one sheet that lie in a row or in a column, told together; null for any others. More than
 * `most` ranges, which merged cells make, are told from the first to the last.
 */
export function rangeOfCells(ats: readonly SheetAt[], most: number): string | null {
  const [first] = ats;
  const cells = ats.flatMap((at) => sheetCell(at) ?? []);
  if (first === undefined || cells.length < ats.length) return null;
  if (ats.some(({ sheet }) => sheet !== first.sheet)) return null;
  const isLine =
    new Set(cells.map(({ row }) => row)).size === 1 ||
    new Set(cells.map(({ column }) => column)).size === 1;
  if (!isLine) return null;
  const parts = cellRanges(cells);
  const [from, to] = [parts[0]?.split(':')[0], parts.at(-1)?.split(':').at(-1)];
  return brief(`${first.sheet}!${parts.length > most ? `${from}:${to}` : parts.join(', ')}`);
}
