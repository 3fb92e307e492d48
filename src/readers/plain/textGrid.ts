import type { Doubt, Grid, GridCell } from '../../model/document.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { ReadOptions } from '../reader.ts';

/** A text of one line of the file, with its place. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Counts what the blocks of one document cost. */
export interface Purse {
  readonly options: ReadOptions;
  slots: number;
}

function tooMuch({ options: { source } }: Purse, limit: number, zh: string, en: string): Problem {
  return problem('document-too-large', { what: { zh, en }, limit: String(limit) }, source);
}

export function tooManyColumns(purse: Purse): Problem {
  const { columns } = purse.options.limits;
  return tooMuch(purse, columns, '表格一行的格数', 'the cells in one row of a table');
}

export function tooManySlots(purse: Purse): Problem {
  return tooMuch(purse, purse.options.limits.slots, '表格的总格数', 'the cells of all tables');
}

export function tooManyLines(purse: Purse): Problem {
  return tooMuch(purse, purse.options.limits.slots, '行数', 'the number of lines');
}

/**
 * A grid without spans; `undefined` and what a row lacks are empty cells; `doubts` are those of whole rows.
 * A problem if it costs too much.
 */
export function textGrid(
  rows: readonly (readonly (Piece | undefined)[])[],
  purse: Purse,
  doubts: readonly (Doubt | undefined)[] = [],
): Grid | Problem {
  const { limits } = purse.options;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > limits.columns) return tooManyColumns(purse);
  purse.slots += width * rows.length;
  if (purse.slots > limits.slots) return tooManySlots(purse);
  let last: Piece = { text: '', line: 1, column: 1 };
  const cells = rows.map((row, r) => {
    last = row.find((piece) => piece !== undefined) ?? last;
    const doubt = doubts[r];
    return Array.from({ length: width }, (_, c): GridCell => {
      const piece = row[c];
      const { line, column } = piece ?? last;
      last = piece ?? last;
      const at = { kind: 'text', line, column } as const;
      const cell = { at, row: r, column: c, rowSpan: 1, columnSpan: 1, ...(doubt && { doubt }) };
      if (c >= row.length) return { text: '', ...cell, isPadding: true };
      return { text: piece?.text ?? '', ...cell };
    });
  });
  const at = cells[0]?.[0]?.at ?? { kind: 'text', line: 1, column: 1 };
  return { kind: 'grid', rows: cells, at };
}

export function tooDeep(purse: Purse, deepest: number): Problem {
  const limit = Math.min(purse.options.limits.depth, deepest);
  return tooMuch(purse, limit, '表格嵌套的层数', 'the depth of tables in tables');
}
