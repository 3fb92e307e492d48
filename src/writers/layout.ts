import type { Block, LineNode, Table } from '../model/edition.ts';
import { type Form, type FormLine, flatColumns, isLineGroup } from '../model/form.ts';
import { listRows, type Places, treeRows } from './body.ts';
import { type FormGrid, type LooseRow, pageWidth, settle, slot } from './grid.ts';
import {
  columnHeaders,
  depthOf,
  type FindLine,
  type HeaderNode,
  headerRows,
  leavesOf,
  lineHeaders,
  shares,
} from './header.ts';
import { headings } from './words.ts';
import { type FilledForm, isWritten } from './writer.ts';

/** The columns of a table: labels, then a unit where lines have one, then figures up to `total`. */
interface Measure {
  readonly stub: number;
  readonly hasUnits: boolean;
  readonly total: number;
}

function hasUnits(nodes: readonly LineNode[]): boolean {
  return nodes.some((node) => (isLineGroup(node) ? hasUnits(node.lines) : node.unit !== undefined));
}

function labelDepth(nodes: readonly LineNode[]): number {
  return Math.max(1, ...nodes.map((node) => 1 + (isLineGroup(node) ? labelDepth(node.lines) : 0)));
}

function measure(blocks: readonly Block[], find: FindLine): Measure {
  const down = blocks.filter((block) => block.layout === 'down');
  const units = down.some((block) => hasUnits(block.lines));
  const depths = down.map((block) => (units ? 1 : labelDepth(block.lines)));
  const stub = Math.max(0, ...depths);
  const needed = blocks.map((block) =>
    block.layout === 'across'
      ? leavesOf(lineHeaders(block.lines, block.columns, find)).length
      : stub + (units ? 1 : 0) + flatColumns(block.columns).length,
  );
  return { stub, hasUnits: units, total: Math.max(...needed) };
}

function titleRow(text: string, total: number): LooseRow {
  return { isHeader: true, slots: [slot(0, total, { kind: 'header', text, of: 'block' })] };
}

function acrossRows(block: Block, find: FindLine, { total }: Measure): LooseRow[] {
  const nodes = lineHeaders(block.lines, block.columns, find);
  const leaves = leavesOf(nodes);
  const starts = shares(leaves.length, 0, total);
  const cells = leaves.flatMap(({ cell }, i) => {
    const start = starts[i] ?? 0;
    const span = (starts[i + 1] ?? start + 1) - start;
    return cell === null ? [] : [slot(start, span, { kind: 'figure', cell })];
  });
  const headers = headerRows(nodes, starts).map((slots) => ({ isHeader: true, slots }));
  const title = block.zh === '' ? [] : [titleRow(block.zh, total)];
  return [...title, ...headers, { isHeader: false, slots: cells }];
}

/** The header over labels and units stands beside the first row of those over the columns. */
function downHeader(nodes: readonly HeaderNode[], corner: string, places: Places): LooseRow[] {
  const depth = depthOf(nodes);
  const labels = slot(
    0,
    places.stub,
    { kind: 'header', text: corner, of: 'labels' } as const,
    depth,
  );
  const units = slot(
    places.stub,
    1,
    { kind: 'header', text: headings.units, of: 'columns' } as const,
    depth,
  );
  return headerRows(nodes, places.starts).map((slots, row) => {
    const before = row > 0 ? [] : places.hasUnits ? [labels, units] : [labels];
    return { isHeader: true, slots: [...before, ...slots] };
  });
}

function downRows(block: Block, isOnly: boolean, find: FindLine, measured: Measure): LooseRow[] {
  const nodes = columnHeaders(block.columns, null);
  const { stub, hasUnits, total } = measured;
  const starts = shares(leavesOf(nodes).length, stub + (hasUnits ? 1 : 0), total);
  const places: Places = { stub, hasUnits, starts };
  const header = downHeader(nodes, isOnly ? block.zh : headings.labels, places);
  const rows = hasUnits ? listRows(block.lines, find, places) : treeRows(block.lines, find, places);
  return [...(isOnly ? [] : [titleRow(block.zh, total)]), ...header, ...rows];
}

function longestLabel(nodes: readonly LineNode[]): number {
  return Math.max(
    ...nodes.map((node) => (isLineGroup(node) ? longestLabel(node.lines) : node.zh.length)),
  );
}

function widthsOf({ blocks }: Table, { stub, hasUnits, total }: Measure): number[] {
  const longest = Math.max(6, ...blocks.map((block) => longestLabel(block.lines)));
  const label = Math.min(hasUnits ? 28 : 15, longest + 2);
  const labels = stub === 0 ? [] : [...Array.from({ length: stub - 1 }, () => 4), label];
  const before = hasUnits ? [...labels, 5] : labels;
  const rest = pageWidth - before.reduce((sum, width) => sum + width, 0);
  const count = total - before.length;
  return [...before, ...Array.from({ length: count }, () => rest / count)];
}

function gridOf(table: Table, lines: ReadonlyMap<string, FormLine>): FormGrid | null {
  const find: FindLine = (path) => lines.get(`${table.id}.${path}`) ?? null;
  const written = [...lines.values()];
  const blocks = table.blocks.filter((block) => written.some((line) => line.block === block));
  if (blocks.length === 0) return null;
  const measured = measure(blocks, find);
  const rows = blocks.flatMap((block) =>
    block.layout === 'across'
      ? acrossRows(block, find, measured)
      : downRows(block, table.blocks.length === 1, find, measured),
  );
  return { table, widths: widthsOf(table, measured), rows: settle(rows) };
}

/**
 * The tables of a form as they are printed, with the lines for which `isWritten` holds: by default
 * all but the headings that may carry a subtotal. A table without any line is left out.
 */
export function layoutOf(
  form: Form,
  isWritten: (line: FormLine) => boolean = (line) => !line.optional,
): FormGrid[] {
  const lines = new Map(
    form.lines.filter(isWritten).map((line) => [`${line.table.id}.${line.path}`, line]),
  );
  return form.edition.tables.flatMap((table) => gridOf(table, lines) ?? []);
}

/** The tables of a filled form, with the lines that it has. */
export function gridsOf(filled: FilledForm): FormGrid[] {
  return layoutOf(filled.form, (line) => isWritten(filled, line));
}
