import type { At, Block, Grid, GridCell } from '../../model/document.ts';
import { type Flow, refuse, type Story } from './story.ts';

/** A cell as it is being read. */
export interface Draft {
  readonly row: number;
  readonly slot: number;
  readonly flow: Flow;
  /** Whether cells below may continue it. */
  readonly merged: boolean;
  span: number;
  rowSpan: number;
}

/** Text of what stands in a cell, a table in it with its cells parted by tabs. */
function textOf(blocks: readonly Block[]): string {
  const texts = blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    if (block.kind === 'opaque') return '';
    const lines = block.rows.map((row) => [...new Set(row)].map(({ text }) => text).join('\t'));
    return lines.join('\n');
  });
  return texts.join('\n').trim();
}

function place(rows: GridCell[][], cell: GridCell): void {
  for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
    for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
      const row = rows[r];
      if (row !== undefined) row[c] = cell;
    }
  }
}

/** Slots that no cell covers, before, after or below the cells there are. */
function blank(table: number, row: number, column: number): GridCell {
  const at: At = { kind: 'cell', table, row: row + 1, column: column + 1 };
  return { text: '', at, row, column, rowSpan: 1, columnSpan: 1, isPadding: true };
}

/** The grid of a table's cells; null, and the document refused, where it would have too many slots. */
export function gridOf(story: Story, drafts: readonly Draft[], table: number): Grid | null {
  let width = 0;
  let height = 0;
  for (const { row, rowSpan, slot, span } of drafts) {
    width = Math.max(width, slot + span);
    height = Math.max(height, row + rowSpan);
  }
  story.slots += width * height;
  if (story.slots > story.limits.slots) {
    refuse(story, '表格的格数', 'slots of tables', story.limits.slots);
    return null;
  }
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => blank(table, r, c)),
  );
  for (const { row, slot, flow, rowSpan, span } of drafts) {
    const at = flow.at ?? { kind: 'cell', table, row: row + 1, column: slot + 1 };
    const text = textOf(flow.blocks);
    place(rows, { text, at, row, column: slot, rowSpan, columnSpan: span });
  }
  return { kind: 'grid', rows, at: { kind: 'cell', table, row: 1, column: 1 } };
}
