import { type Address, addressOf, addressText } from '../../readers/xlsx/address.ts';
import { type Edit, insert } from '../edits.ts';
import { attributeOf, childOf, isEmptyTag, prefixOf, type Span, type Tree } from '../spans.ts';

interface Row {
  readonly number: number;
  readonly span: Span;
  /** Cells by their columns. */
  readonly cells: ReadonlyMap<number, Span>;
}

/** The cells of a sheet by their addresses, counted as the reader does where they do not say them. */
export interface Cells {
  readonly tree: Tree;
  readonly rows: ReadonlyMap<number, Row>;
}

export function cellsOf(tree: Tree): Cells {
  const rows = new Map<number, Row>();
  let last = 0;
  for (const span of childOf(tree.root, 'sheetData')?.children ?? []) {
    if (span.local !== 'row') continue;
    last = Number(attributeOf(span, 'r') ?? last + 1);
    const cells = new Map<number, Span>();
    let column = 0;
    for (const cell of span.children) {
      if (cell.local !== 'c') continue;
      const stated = attributeOf(cell, 'r');
      column = (stated === undefined ? null : addressOf(stated))?.column ?? column + 1;
      cells.set(column, cell);
    }
    rows.set(last, { number: last, span, cells });
  }
  return { tree, rows };
}

export function cellAt({ rows }: Cells, { row, column }: Address): Span | null {
  return rows.get(row)?.cells.get(column) ?? null;
}

/** The style that a cell has, or would have if it were there. */
export function styleAt(cells: Cells, { row, column }: Address): number {
  const own = cellAt(cells, { row, column });
  if (own !== null) return Number(attributeOf(own, 's') ?? 0);
  const line = cells.rows.get(row)?.span;
  if (line !== undefined && ['1', 'true'].includes(attributeOf(line, 'customFormat') ?? '')) {
    return Number(attributeOf(line, 's') ?? 0);
  }
  const columns = childOf(cells.tree.root, 'cols')?.children ?? [];
  const found = columns.find(
    (each) =>
      Number(attributeOf(each, 'min')) <= column && column <= Number(attributeOf(each, 'max')),
  );
  return Number(attributeOf(found, 'style') ?? 0);
}

/** A cell that is still to be made: its attributes besides its address, and what stands in it. */
export interface NewCell {
  readonly address: Address;
  readonly attributes: string;
  readonly content: string;
}

function cellXml(prefix: string, { address, attributes, content }: NewCell): string {
  const open = `<${prefix}c r="${addressText(address.row, address.column)}"${attributes}`;
  return content === '' ? `${open}/>` : `${open}>${content}</${prefix}c>`;
}

/** An element filled for the first time, or with more at its end. */
function appended(span: Span, content: string): Edit {
  if (!isEmptyTag(span)) return insert(span.innerEnd, content);
  return { from: span.inner - 2, to: span.inner, text: `>${content}</${span.name}>` };
}

function inRow({ span, cells }: Row, made: readonly NewCell[], prefix: string): Edit[] {
  const later = [...cells].sort(([a], [b]) => a - b);
  const edits: Edit[] = [];
  let tail = '';
  for (const each of made) {
    const next = later.find(([column]) => column > each.address.column)?.[1];
    const xml = cellXml(prefix, each);
    if (next === undefined) tail += xml;
    else edits.push(insert(next.start, xml));
  }
  return tail === '' ? edits : [...edits, appended(span, tail)];
}

/** Makes cells that the sheet does not have, in the order of rows and columns. */
export function makeCells({ tree, rows }: Cells, made: readonly NewCell[]): Edit[] {
  const prefix = prefixOf(tree.root);
  const sorted = [...made].sort(
    (a, b) => a.address.row - b.address.row || a.address.column - b.address.column,
  );
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const edits: Edit[] = [];
  let tail = '';
  for (const number of new Set(sorted.map(({ address }) => address.row))) {
    const own = sorted.filter(({ address }) => address.row === number);
    const row = rows.get(number);
    if (row !== undefined) {
      edits.push(...inRow(row, own, prefix));
      continue;
    }
    const cells = own.map((each) => cellXml(prefix, each)).join('');
    const xml = `<${prefix}row r="${number}">${cells}</${prefix}row>`;
    const next = rows.get(numbers.find((each) => each > number) ?? 0);
    if (next === undefined) tail += xml;
    else edits.push(insert(next.span.start, xml));
  }
  const all = childOf(tree.root, 'sheetData');
  return tail === '' || all === undefined ? edits : [...edits, appended(all, tail)];
}
