import type { Mark } from '../marks.ts';
import type { Spanning, SpanningRow } from './spans.ts';
import { isPlain, isRemoved, isSuspect, isVeiled, markOf } from './style.ts';
import { type Element, isElement } from './tree.ts';

export interface TableCell extends Spanning {
  readonly element: Element;
  /** It has its place, but nothing in it is seen. */
  readonly isVeiled: boolean;
  /** Its text may not be seen. */
  readonly isSuspect: boolean;
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

/** What is known of a row and its group. */
interface Sight {
  readonly isVeiled: boolean;
  readonly isSuspect: boolean;
}

function sightOf(element: Element, within: Sight): Sight {
  if (isPlain(element)) return within;
  return {
    isVeiled: within.isVeiled || isVeiled(element),
    isSuspect: within.isSuspect || isSuspect(element),
  };
}

function cellOf(element: Element, row: Sight, isBare: boolean): TableCell {
  let [columnSpan, rowSpan] = [1, 1];
  for (const { name, value } of element.attrs) {
    if (name === 'colspan') columnSpan = Math.max(1, spanOf(value));
    else if (name === 'rowspan') rowSpan = spanOf(value) || Number.POSITIVE_INFINITY;
  }
  const sight = isBare ? row : sightOf(element, row);
  return {
    element,
    columnSpan,
    rowSpan,
    isVeiled: sight.isVeiled,
    isSuspect: sight.isSuspect,
    mark: isBare ? null : markOf(element),
  };
}

const inSight: Sight = { isVeiled: false, isSuspect: false };
const groups = ['thead', 'tbody', 'tfoot'];

function shown(parent: Element, names: readonly string[]): Element[] {
  const found: Element[] = [];
  for (const child of parent.childNodes) {
    if (isElement(child) && names.includes(child.tagName) && !isRemoved(child)) found.push(child);
  }
  return found;
}

function cellsOf(row: Element, sight: Sight): TableCell[] {
  const found: TableCell[] = [];
  for (const child of row.childNodes) {
    const isCell = isElement(child) && (child.tagName === 'td' || child.tagName === 'th');
    if (!isCell) continue;
    const isBare = isPlain(child);
    if (isBare || !isRemoved(child)) found.push(cellOf(child, sight, isBare));
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
    const sight = sightOf(group, inSight);
    for (const element of elements) {
      const cells = cellsOf(element, sightOf(element, sight));
      rows.push({ element, groupEnd, cells });
    }
  }
  return { captions: shown(table, ['caption']).filter((each) => !isVeiled(each)), rows };
}
