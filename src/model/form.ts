import type {
  Block,
  Column,
  ColumnNode,
  Edition,
  Figure,
  Label,
  Line,
  LineGroup,
  LineNode,
  Table,
} from './edition.ts';
import type { Equation } from './equation.ts';
import { onceFor } from './onceFor.ts';

/**
 * A line of the form with its place in the tree of headings. `optional` lines are headings that may
 * carry a subtotal; `parts` are the indices of the lines below such a heading.
 */
export interface FormLine {
  readonly index: number;
  readonly table: Table;
  readonly block: Block;
  readonly path: string;
  readonly label: Label;
  readonly headings: readonly Label[];
  readonly columns: readonly Column[];
  readonly firstCell: number;
  readonly optional: boolean;
  readonly mayStandAlone: boolean;
  readonly parts: readonly number[];
}

export interface FormCell {
  readonly index: number;
  /** Table, line path and column joined by dots. */
  readonly name: string;
  readonly line: FormLine;
  readonly column: Column;
  readonly figure: Figure;
}

/** An edition laid out flat: every line and cell in the order of the form, found by index. */
export interface Form {
  readonly edition: Edition;
  readonly lines: readonly FormLine[];
  readonly cells: readonly FormCell[];
  /** The optional lines: headings that may carry a subtotal. */
  readonly headings: readonly FormLine[];
  /** By cell: 1 for the cells of optional lines. */
  readonly optional: Uint8Array;
  /** By cell: 1 where the form counts in tens of thousands (万元). */
  readonly inTenThousands: Uint8Array;
  /** By cell: 1 where only whole numbers may stand. */
  readonly whole: Uint8Array;
  /** By cell: 0, to copy from. */
  readonly zeros: readonly number[];
  /** By cell: the index of its table in the edition. */
  readonly tables: Uint8Array;
}

export function isColumnGroup(node: ColumnNode): node is Exclude<ColumnNode, Column> {
  return 'columns' in node;
}

export function isLineGroup(node: LineNode): node is LineGroup {
  return 'lines' in node;
}

/** The columns of figures below a header, from left to right. */
export function flatColumns(nodes: readonly ColumnNode[]): Column[] {
  return nodes.flatMap((node) => (isColumnGroup(node) ? flatColumns(node.columns) : [node]));
}

interface Draft {
  readonly node: Line | LineGroup;
  readonly table: Table;
  readonly block: Block;
  readonly path: string;
  readonly headings: readonly Label[];
}

function draftLines(
  nodes: readonly LineNode[],
  at: Omit<Draft, 'node' | 'path'>,
  prefix: string,
): Draft[] {
  return nodes.flatMap((node) => {
    const path = prefix + node.id;
    const own: Draft = { ...at, node, path };
    if (!isLineGroup(node)) return [own];
    const below = draftLines(node.lines, { ...at, headings: [...at.headings, node] }, `${path}.`);
    return node.subtotal ? [own, ...below] : below;
  });
}

function layOut(edition: Edition): Form {
  const drafts = edition.tables.flatMap((table) =>
    table.blocks.flatMap((block) => draftLines(block.lines, { table, block, headings: [] }, '')),
  );
  const lines: FormLine[] = [];
  const cells: FormCell[] = [];
  const units: (string | null)[] = [];
  for (const [index, draft] of drafts.entries()) {
    const columns = flatColumns(draft.block.columns);
    const below = `${draft.path}.`;
    const line: FormLine = {
      index,
      table: draft.table,
      block: draft.block,
      path: draft.path,
      label: draft.node,
      headings: draft.headings,
      columns,
      firstCell: cells.length,
      optional: isLineGroup(draft.node),
      mayStandAlone: isLineGroup(draft.node) && draft.node.mayStandAlone === true,
      parts: isLineGroup(draft.node)
        ? drafts.flatMap((d, i) => (d.table === draft.table && d.path.startsWith(below) ? [i] : []))
        : [],
    };
    lines.push(line);
    const { figure, unit } = isLineGroup(draft.node) ? {} : draft.node;
    for (const column of columns) {
      units.push(unit ?? column.unit);
      cells.push({
        index: cells.length,
        name: `${draft.table.id}.${draft.path}.${column.id}`,
        line,
        column,
        figure: figure ?? column.figure,
      });
    }
  }
  return {
    edition,
    lines,
    cells,
    headings: lines.filter((line) => line.optional),
    optional: Uint8Array.from(cells, ({ line }) => (line.optional ? 1 : 0)),
    inTenThousands: Uint8Array.from(units, (unit) => (unit === '万元' ? 1 : 0)),
    whole: Uint8Array.from(cells, ({ figure }) => (figure === 'amount' ? 0 : 1)),
    zeros: cells.map(() => 0),
    tables: Uint8Array.from(cells, ({ line }) => edition.tables.indexOf(line.table)),
  };
}

/** The line of a table with this path. @throws if the edition has none: an edition file is wrong. */
export function lineAt(form: Form, table: string, path: string): FormLine {
  const line = form.lines.find((l) => l.table.id === table && l.path === path);
  if (line === undefined) throw new Error(`${form.edition.id}: no line ${table}.${path}`);
  return line;
}

/** The line and the column of the form that an equation stands in, so far as it stands in one. */
export function standing(
  form: Form,
  { table, row, column, left }: Equation,
): { line: FormLine | undefined; column: Column | undefined } {
  return {
    line: form.lines.find((line) => line.table.id === table && line.path === row),
    column: column === null ? undefined : form.cells[left[0]?.cell ?? -1]?.column,
  };
}

/** The form of an edition, laid out once. */
export const formOf: (edition: Edition) => Form = onceFor(layOut);
