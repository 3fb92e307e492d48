import type { LineNode } from '../model/edition.ts';
import { type FormLine, isLineGroup } from '../model/form.ts';
import { type LooseRow, type LooseSlot, slot } from './grid.ts';
import type { FindLine } from './header.ts';

/** Where the parts of a row stand: labels in the first `stub` columns, a unit after them if there is one. */
export interface Places {
  readonly stub: number;
  readonly hasUnits: boolean;
  /** Where each column of figures begins, and where the last one ends. */
  readonly starts: readonly number[];
}

function body(slots: readonly LooseSlot[]): LooseRow {
  return { isHeader: false, slots };
}

/** Slots of the columns of figures, each with what `content` gives for it. */
function overColumns(
  { starts }: Places,
  content: (column: number) => LooseSlot['content'],
): LooseSlot[] {
  return starts.slice(0, -1).map((start, i) => {
    const end = starts[i + 1] ?? start + 1;
    return slot(start, end - start, content(i));
  });
}

/** The slots of the figures of a line. */
export function figures(line: FormLine, places: Places): LooseSlot[] {
  return overColumns(places, (i) => ({ kind: 'figure', cell: line.firstCell + i }));
}

/** Lines under merged headings: a heading stands to the left of all its lines. */
export function treeRows(
  nodes: readonly LineNode[],
  find: FindLine,
  places: Places,
  depth = 0,
  prefix = '',
): LooseRow[] {
  return nodes.flatMap((node) => {
    const path = prefix + node.id;
    const line = find(path);
    const label = { kind: 'label', text: node.zh, indent: 0 } as const;
    const own =
      line === null
        ? []
        : [body([slot(depth, places.stub - depth, label), ...figures(line, places)])];
    if (!isLineGroup(node)) return own;
    const [first, ...rest] = treeRows(node.lines, find, places, depth + 1, `${path}.`);
    if (first === undefined) return own;
    const heading = slot(depth, 1, label, rest.length + 1);
    return [...own, body([heading, ...first.slots]), ...rest];
  });
}

/** Lines one below the other, each with its unit; a heading is a row of its own without figures. */
export function listRows(
  nodes: readonly LineNode[],
  find: FindLine,
  places: Places,
  depth = 0,
  prefix = '',
): LooseRow[] {
  const row = (text: string, indent: number, line: FormLine | null, unit: string): LooseRow =>
    body([
      slot(0, places.stub, { kind: 'label', text, indent }),
      slot(places.stub, 1, unit === '' ? { kind: 'empty' } : { kind: 'unit', text: unit }),
      ...(line === null ? overColumns(places, () => ({ kind: 'empty' })) : figures(line, places)),
    ]);
  return nodes.flatMap((node) => {
    const path = prefix + node.id;
    const line = find(path);
    if (!isLineGroup(node)) {
      const unit = node.unit ?? line?.columns[0]?.unit ?? '';
      return line === null ? [] : [row(node.zh, depth, line, unit)];
    }
    // A heading with a figure is a heading whose first line has the same label: it is printed once.
    const [first, ...others] = node.lines;
    const isTwice = first?.zh === node.zh && find(`${path}.${first.id}`) !== null;
    const below = isTwice
      ? [
          ...listRows([first], find, places, depth, `${path}.`),
          ...listRows(others, find, places, depth + 1, `${path}.`),
        ]
      : listRows(node.lines, find, places, depth + 1, `${path}.`);
    if (isTwice || (below.length === 0 && line === null)) return below;
    return [row(node.zh, depth, line, ''), ...below];
  });
}
