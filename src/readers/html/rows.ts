import type { Mark } from '../marks.ts';
import type { Spanning, SpanningRow } from './spans.ts';
import { isPlain, isRemoved, isVeiled, markOf } from './style.ts';
import { type Element, isElement } from './tree.ts';

export interface TableCell extends Spanning {
  readonly element: Element;
  /** It has its place, but nothing in it is seen. */
  readonly isVeiled: boolean;
  /** How the cell itself marks its text. */
  readonly mark: Mark | null;
}

export interface TableRow extends SpanningRow<TableCell> {
  readonly element: Element;
}

export interface TableParts {
  readonly captions: readonly Element[];
  readonly rows: readonly TableRow[];
}

const digits = /^[ \t\n\f\r]*\+?(\d+)/u;

/** The number that the value of an attribute begins with; 1 where it does not begin with one. */
function spanOf(value: string): number {
  const found = digits.exec(value.slice(0, 100));
  return found === null ? 1 : Number(found[1]);
}

function cellOf(element: Element, isRowVeiled: boolean, isBare: boolean): TableCell {
  let [columnSpan, rowSpan] = [1, 1];
  for (const { name, value } of element.attrs) {
    if (name === 'colspan') columnSpan = Math.max(1, spanOf(value));
    else if (name === 'rowspan') rowSpan = spanOf(value) || Number.POSITIVE_INFINITY;
  }
  return {
    element,
    columnSpan,
    rowSpan,
    isVeiled: isRowVeiled || (!isBare && isVeiled(element)),
    mark: isBare ? null : markOf(element),
  };
}

const groups = ['thead', 'tbody', 'tfoot'];

function shown(parent: Element, names: readonly string[]): Element[] {
  const found: Element[] = [];
  for (const child of parent.childNodes) {
    if (isElement(child) && names.includes(child.tagName) && !isRemoved(child)) found.push(child);
  }
  return found;
}

function cellsOf(row: Element, isRowVeiled: boolean): TableCell[] {
  const found: TableCell[] = [];
  for (const child of row.childNodes) {
    const isCell = isElement(child) && (child.tagName === 'td' || child.tagName === 'th');
    if (!isCell) continue;
    const isBare = isPlain(child);
    if (isBare || !isRemoved(child)) found.push(cellOf(child, isRowVeiled, isBare));
  }
  return found;
}

/** Row groups in the order in which a browser shows them: the first head on top, the first foot at the end. */
function groupsOf(table: Element): Element[] {
  const found = shown(table, groups);
  const head = found.find(({ tagName }) => tagName === 'thead');
  const foot = found.find(({ tagName }) => tagName === 'tfoot');
  const rest = found.filter((group) => group !== head && group !== foot);
  return [head, ...rest, foot].filter((group) => group !== undefined);
}

/** The captions, rows and cells of a table that are shown, without those of tables inside it. */
export function partsOf(table: Element): TableParts {
  const rows: TableRow[] = [];
  for (const group of groupsOf(table)) {
    const elements = shown(group, ['tr']);
    const groupEnd = rows.length + elements.length;
    const isGroupVeiled = isVeiled(group);
    for (const element of elements) {
      const cells = cellsOf(element, isGroupVeiled || isVeiled(element));
      rows.push({ element, groupEnd, cells });
    }
  }
  return { captions: shown(table, ['caption']).filter((each) => !isVeiled(each)), rows };
}
