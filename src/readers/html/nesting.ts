import { roleOf } from './elements.ts';
import { isHidden } from './style.ts';
import { type Element, type Parent, type Text, walk } from './tree.ts';

/** What is known of a table whose cells are being walked over. */
interface Frame {
  readonly table: Element;
  rows: number;
  cells: number;
  cellsInRow: number;
  widest: number;
  /** Cells in the tables inside, those of a single cell left out. */
  innerCells: number;
  /** Characters in the cells, without those of the tables inside. */
  characters: number;
  /** Cells in the largest table inside. */
  mostInnerCells: number;
  /** Whether a table inside is one that has rows and columns, or passages of text. */
  hasIndependent: boolean;
}

function frameOf(table: Element): Frame {
  return {
    table,
    rows: 0,
    cells: 0,
    cellsInRow: 0,
    widest: 0,
    innerCells: 0,
    characters: 0,
    mostInnerCells: 0,
    hasIndependent: false,
  };
}

/** An inner table with more cells than this, in rows and columns, is a grid of its own. */
const mostMinorCells = 6;
/** A table of data has at least this many times the cells of what is set in its cells as tables. */
const ownToInner = 4;

/** No label or figure is as long as this on an average. */
const leastPassage = 200;

function standsAlone(inner: Frame): boolean {
  const { rows, widest, cells, characters, hasIndependent } = inner;
  if (hasIndependent || characters > cells * leastPassage) return true;
  return rows > 1 && widest > 1 && cells > mostMinorCells;
}

/**
 * A table that has tables in it is one of data where it has rows and columns itself and what stands
 * in its cells are figures or headers set as little tables; else it only arranges the page.
 */
function isLayout(outer: Frame): boolean {
  const { rows, widest, cells, innerCells, mostInnerCells, hasIndependent } = outer;
  if (hasIndependent || rows < 2 || widest < 2) return true;
  return mostInnerCells > widest || cells < ownToInner * innerCells;
}

function fold(outer: Frame, inner: Frame): void {
  outer.innerCells += inner.innerCells + (inner.cells > 1 ? inner.cells : 0);
  outer.mostInnerCells = Math.max(outer.mostInnerCells, inner.mostInnerCells, inner.cells);
  outer.hasIndependent ||= standsAlone(inner);
}

function count(frame: Frame, tagName: string): void {
  if (tagName === 'tr') {
    frame.rows++;
    frame.cellsInRow = 0;
  } else if (tagName === 'td' || tagName === 'th') {
    frame.cells++;
    frame.widest = Math.max(frame.widest, ++frame.cellsInRow);
  }
}

/** The tables of a page that hold other tables and only arrange them. */
export function layoutTables(root: Parent): Set<Element> {
  const layouts = new Set<Element>();
  const holders = new Set<Element>();
  const frames: Frame[] = [];
  const enter = (element: Element): boolean => {
    if (roleOf(element) === 'unread' || isHidden(element)) return false;
    const frame = frames.at(-1);
    if (element.tagName === 'table') {
      if (frame !== undefined) holders.add(frame.table);
      frames.push(frameOf(element));
    } else if (frame !== undefined) count(frame, element.tagName);
    return true;
  };
  const leave = (element: Element): void => {
    if (element.tagName !== 'table') return;
    const inner = frames.pop();
    const outer = frames.at(-1);
    if (inner === undefined) return;
    if (holders.has(inner.table) && isLayout(inner)) layouts.add(inner.table);
    if (outer !== undefined) fold(outer, inner);
  };
  const text = ({ value }: Text): void => {
    const frame = frames.at(-1);
    if (frame !== undefined) frame.characters += value.trim().length;
  };
  walk(root, { text, enter, leave });
  return layouts;
}
