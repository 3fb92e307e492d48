import type { Form, FormLine } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';

/** A later year is a slip of the pen. */
export const lastYear = 2100;

/** Key under which a heading's own figures stand beside the lines below it. */
export const subtotalKey = 'subtotal';

/** A place in `report.json` below `tables`: a line of cells, a heading over lines, or both. */
export interface ShapeNode {
  readonly line: FormLine | null;
  readonly columns: ReadonlyMap<string, number>;
  readonly children: ReadonlyMap<string, ShapeNode>;
}

interface Draft {
  line: FormLine | null;
  columns: Map<string, number>;
  children: Map<string, Draft>;
}

const empty = (): Draft => ({ line: null, columns: new Map(), children: new Map() });

function childOf(node: Draft, key: string): Draft {
  const known = node.children.get(key);
  if (known !== undefined) return known;
  const made = empty();
  node.children.set(key, made);
  return made;
}

/** The tree of keys that `report.json` has below `tables` for a form. */
export function shapeOf(form: Form): ShapeNode {
  const root = empty();
  for (const line of form.lines) {
    const node = line.path.split('.').reduce(childOf, childOf(root, line.table.id));
    node.line = line;
    node.columns = new Map(line.columns.map((column, i) => [column.id, i]));
  }
  return root;
}

/** `shapeOf`, made once for each form. */
export const knownShape: (form: Form) => ShapeNode = onceFor(shapeOf);

/** An object below a heading is its line if its first key names a column, else it holds the lines below. */
export function isColumnObject(node: ShapeNode, firstKey: string | undefined): boolean {
  return node.line !== null && firstKey !== undefined && node.columns.has(firstKey);
}

/** The columns that `headers` may name: by the cell of the first line below their header, with its index. */
export const headerKeys: (form: Form) => ReadonlyMap<string, number> = onceFor((form) => {
  const firsts = form.lines.filter(
    (line) => form.lines.find((each) => each.block === line.block && !each.optional) === line,
  );
  const cells = firsts.flatMap((line) => line.columns.map((_, i) => line.firstCell + i));
  return new Map(cells.map((cell) => [form.cells[cell]?.name ?? '', cell]));
});
