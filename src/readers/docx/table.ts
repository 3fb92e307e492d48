import type { Block, Grid } from '../../model/document.ts';
import { child, valueIn, type XmlNode } from '../xml/tree.ts';
import { shownBranch } from './alternate.ts';
import { type Draft, gridOf } from './grid.ts';
import { endFlow } from './paragraph.ts';
import { type Flow, refuse, type Story, type Walk } from './story.ts';

const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo']);

/** Rows of a table or cells of a row, out of whatever they are wrapped in. */
function unwrapped(nodes: readonly XmlNode[], name: string, found: XmlNode[] = []): XmlNode[] {
  for (const node of nodes) {
    if (node.name === name) found.push(node);
    else if (wrappers.has(node.name)) unwrapped(node.children, name, found);
    else if (node.name === 'AlternateContent') unwrapped(shownBranch(node), name, found);
  }
  return found;
}

function whole(text: string | undefined, least: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return value >= least ? value : least;
}

/** Whether a row or cell is there once all changes are accepted. */
function isKept(story: Story, node: XmlNode, properties: string, deleted: string): boolean {
  const found = child(node, properties);
  const gone = child(found, deleted) !== undefined;
  if (gone || child(found, 'ins') !== undefined || child(found, 'cellIns') !== undefined) {
    story.changed = true;
  }
  return !gone;
}

/** `restart`, `continue`, or null for a cell that is not merged; the word may be left out of a continuation. */
function mergeOf(properties: XmlNode | undefined, name: string): string | null {
  if (child(properties, name) === undefined) return null;
  return valueIn(properties, name) === 'restart' ? 'restart' : 'continue';
}

interface Row {
  readonly table: number;
  readonly row: number;
  /** Drafts by their first slot. */
  readonly drafts: Map<number, Draft>;
  slot: number;
}

interface Cell {
  readonly node: XmlNode;
  readonly merge: string | null;
  span: number;
}

/** The cells of a row; one that only goes on from its neighbour (`hMerge`) widens it. */
function cellsOf(story: Story, row: XmlNode): Cell[] {
  const cells: Cell[] = [];
  for (const node of unwrapped(row.children, 'tc')) {
    if (!isKept(story, node, 'tcPr', 'cellDel')) continue;
    const properties = child(node, 'tcPr');
    const span = whole(valueIn(properties, 'gridSpan'), 1);
    const left = cells.at(-1);
    if (left !== undefined && mergeOf(properties, 'hMerge') === 'continue') left.span += span;
    else cells.push({ node, merge: mergeOf(properties, 'vMerge'), span });
  }
  return cells;
}

/** Places a cell; gives its draft, unless it goes on from the cell above it. */
function placed({ merge, span }: Cell, row: Row, above: Row | null): Draft | null {
  const { slot } = row;
  row.slot += span;
  const origin = merge === 'continue' ? above?.drafts.get(slot) : undefined;
  if (origin?.merged && origin.span === span) {
    origin.rowSpan++;
    row.drafts.set(slot, origin);
    return null;
  }
  const at = { kind: 'cell', table: row.table, row: row.row + 1, column: slot + 1 } as const;
  const flow: Flow = { blocks: [], aside: [], at, carried: '' };
  const draft = { row: row.row, slot, span, rowSpan: 1, merged: merge !== null, flow };
  row.drafts.set(slot, draft);
  return draft;
}

/** Reads the cells of a row. */
function readRow(
  story: Story,
  node: XmlNode,
  [row, above]: readonly [Row, Row | null],
  walk: Walk,
  drafts: Draft[],
): void {
  for (const cell of cellsOf(story, node)) {
    const draft = placed(cell, row, above);
    if (row.slot > story.limits.columns) {
      refuse(story, '表格的列数', 'columns of a table', story.limits.columns);
    }
    if (story.refused !== null) return;
    if (draft === null) continue;
    if (draft.flow.at !== null) story.trace?.(draft.flow.at, cell.node);
    walk(story, cell.node.children, draft.flow);
    endFlow(story, draft.flow);
    drafts.push(draft);
  }
}

/** All cells of a table, each once. */
function readRows(story: Story, rows: readonly XmlNode[], table: number, walk: Walk): Draft[] {
  const drafts: Draft[] = [];
  let above: Row | null = null;
  let index = 0;
  for (const node of rows) {
    if (story.refused !== null) break;
    if (!isKept(story, node, 'trPr', 'del')) continue;
    const slot = whole(valueIn(child(node, 'trPr'), 'gridBefore'), 0);
    const row: Row = { table, row: index++, drafts: new Map(), slot };
    readRow(story, node, [row, above], walk, drafts);
    above = row;
  }
  return drafts;
}

/** An inner table with more cells than this, in rows and columns, is a grid of its own. */
const mostMinorCells = 6;
/** A table of figures has at least this many times the cells of the little tables in it. */
const ownToInner = 4;

function cellsIn({ rows }: Grid): number {
  return new Set(rows.flat()).size;
}

/**
 * Whether a table only arranges others: what stands in its cells as tables has rows and columns of
 * its own, or is most of it, or the table has none. So is one column of paragraphs: a box in the text.
 */
function isLayout(drafts: readonly Draft[]): boolean {
  const width = drafts.reduce((most, { slot }) => Math.max(most, slot), 0) + 1;
  const inner = drafts.flatMap(({ flow }) => flow.blocks.filter((block) => block.kind === 'grid'));
  if (inner.length === 0) {
    return width === 1 && drafts.some(({ flow }) => flow.blocks.length > 1);
  }
  const small = inner.map(cellsIn).filter((cells) => cells > 1);
  const isGrid = ({ rows }: Grid) => rows.length > 1 && (rows[0]?.length ?? 0) > 1;
  return (
    width === 1 ||
    drafts.every(({ row }) => row === 0) ||
    inner.some((grid) => isGrid(grid) && cellsIn(grid) > mostMinorCells) ||
    drafts.length < ownToInner * small.reduce((sum, cells) => sum + cells, 0)
  );
}

function give(flow: Flow, blocks: readonly Block[]): void {
  for (const block of blocks) flow.blocks.push(block);
}

/** Reads a table: a grid, or the blocks of its cells in order where it only lays out other tables. */
export function readTable(story: Story, node: XmlNode, flow: Flow, walk: Walk): void {
  const table = ++story.tables;
  const drafts = readRows(story, unwrapped(node.children, 'tr'), table, walk);
  if (story.refused !== null || drafts.length === 0) return;
  if (isLayout(drafts)) {
    for (const draft of drafts) {
      give(flow, draft.flow.blocks);
      for (const block of draft.flow.aside) flow.aside.push(block);
    }
    return;
  }
  const grid = gridOf(story, drafts, table);
  if (grid === null) return;
  flow.blocks.push(grid);
  for (const draft of drafts) for (const block of draft.flow.aside) flow.aside.push(block);
}
