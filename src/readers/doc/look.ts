import { u16, u32 } from './compound.ts';
import type { Property, Run } from './properties.ts';

/** Where the cells of a row stand, as its definition says. */
export interface RowShape {
  /** The left edge of each cell and the right one of the last, in twentieths of a point. */
  readonly edges: readonly number[];
  /** For each cell, whether it continues the cell before it or the cell above it. */
  readonly merged: readonly ('before' | 'above' | null)[];
}

export type End = 'paragraph' | 'cell' | 'row';

export const isDeleted = 0x0800;
export const isInserted = 0x0801;
export const isHidden = 0x083c;
const isInTable = 0x2416;
const isRowEnd = 0x2417;
const isInnerCell = 0x244b;
const isInnerRowEnd = 0x244c;
const tableDepth = 0x6649;
const tableDefinition = 0xd608;
const cellSize = 20;

function operandOf(run: Run | undefined, code: number): Uint8Array | undefined {
  let found: Property | undefined;
  for (const property of run?.properties ?? []) if (property.code === code) found = property;
  return found?.operand;
}

/** Whether a property is switched on; 0x81 says: not as in the style, which has none of those read here. */
export function isOn(run: Run | undefined, code: number): boolean {
  const operand = operandOf(run, code)?.[0];
  return operand === 1 || operand === 0x81;
}

/** Finds the run at a byte; asked in rising order it need not search. */
export function finder(runs: readonly Run[]): (at: number) => Run | undefined {
  let known: Run | undefined;
  return (at) => {
    if (known !== undefined && known.from <= at && at < known.to) return known;
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.from ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    known = run !== undefined && at < run.to ? run : undefined;
    return known;
  };
}

/** The shape of the row that a run ends. */
export function shapeOf(run: Run | undefined): RowShape | null {
  const definition = operandOf(run, tableDefinition);
  if (definition === undefined) return null;
  const count = definition[0] ?? 0;
  const cells = 1 + (count + 1) * 2;
  if (definition.length < cells) return null;
  const edges = Array.from(
    { length: count + 1 },
    (_, i) => (u16(definition, 1 + i * 2) << 16) >> 16,
  );
  const merged = Array.from({ length: count }, (_, i) => {
    const flags = u16(definition, cells + i * cellSize);
    if ((flags & 0x02) !== 0) return 'before';
    return (flags & 0x60) === 0x20 ? 'above' : null;
  });
  return { edges, merged };
}

/** How many tables a paragraph stands in. */
export function depthOf(run: Run | undefined, cellMark: boolean): number {
  if (!isOn(run, isInTable)) return cellMark ? 1 : 0;
  const depth = operandOf(run, tableDepth);
  return Math.max(1, depth === undefined ? 1 : u32(depth, 0));
}

/** What the mark behind a paragraph ends. */
export function endOf(run: Run | undefined, depth: number, cellMark: boolean): End {
  if (cellMark) return isOn(run, isRowEnd) ? 'row' : 'cell';
  if (depth > 1 && isOn(run, isInnerRowEnd)) return 'row';
  return depth > 1 && isOn(run, isInnerCell) ? 'cell' : 'paragraph';
}
