import type { At, Block, Opaque } from '../../model/document.ts';
import { marked } from '../marks.ts';
import type { Limits } from '../reader.ts';
import { onlyText } from './cell.ts';
import { type Flow, type Run, readFlow } from './flow.ts';
import { cellAt, gridOf } from './grid.ts';
import { layoutTables } from './nesting.ts';
import { partsOf, type TableCell, type TableRow } from './rows.ts';
import { type Excess, layOut } from './spans.ts';
import { isHidden } from './style.ts';
import { attribute, type Child, type Element, isElement, type Tree, walk } from './tree.ts';
import { plain } from './whitespace.ts';

/** Hears where in the tree the places are: of paragraphs, cells, rows (column 0) and tables (row 0). */
export type Trace = (at: At, node: Child) => void;

/** What is found on a page as it is read. */
export interface Page {
  readonly blocks: Block[];
  /** The first heading of the first level. */
  heading: string | null;
  hasDeletions: boolean;
  /** What there is too much of; the rest means nothing then. */
  excess: Excess | null;
}

interface Reading extends Page {
  readonly limits: Limits;
  readonly layouts: ReadonlySet<Element>;
  readonly trace: Trace;
  paragraphs: number;
  tables: number;
  slots: number;
}

function addRun(reading: Reading, { text, opaques, node, isTopHeading }: Run): void {
  const at: At = { kind: 'paragraph', paragraph: ++reading.paragraphs };
  reading.trace(at, node);
  if (text !== '') reading.blocks.push({ kind: 'paragraph', text, at });
  if (text !== '' && isTopHeading) reading.heading ??= text;
  for (const opaque of opaques) reading.blocks.push({ kind: 'opaque', ...opaque, at });
}

/** Elements that show something without being text. */
const pictures = new Set('img svg canvas picture object select video meter progress'.split(' '));

/** A cell without text shows a picture all the same; one of a point or two only takes up room. */
function showsPicture(cell: Element): boolean {
  let found = false;
  walk(cell, {
    enter: (element) => {
      const side = attribute(element, 'width') ?? attribute(element, 'height') ?? '';
      if (pictures.has(element.tagName) && !/^[0-2](?:px)?$/u.test(side)) found = true;
      return !found && !isHidden(element);
    },
    leave: () => {},
  });
  return found;
}

/** What is found in the cells of a table beside their texts. */
interface Beside {
  readonly opaques: Opaque[];
  /** Places of texts that may not be seen. */
  readonly suspects: Set<At>;
}

/** The text of a cell, with that of tables inside it: what they hold is part of the cell. */
function textIn(reading: Reading, element: Element, at: At, { opaques, suspects }: Beside): string {
  const only = onlyText(element);
  if (only !== 'more') {
    const text = only === null ? '' : plain(only.value);
    reading.trace(at, only === null || text === '' ? element : only);
    return text;
  }
  const lines: string[] = [];
  let place: Child = element;
  readFlow(element, {
    run: ({ text, node, opaques: found }) => {
      if (text !== '' && lines.push(text) === 1) place = node;
      for (const opaque of found) opaques.push({ kind: 'opaque', ...opaque, at });
    },
    table: () => {
      reading.tables++;
      return true;
    },
    deletion: () => {
      reading.hasDeletions = true;
    },
    suspicion: () => suspects.add(at),
  });
  reading.trace(at, place);
  if (lines.length === 0 && showsPicture(element)) {
    opaques.push({ kind: 'opaque', what: 'picture', name: null, at });
  }
  return lines.join('\n');
}

/** The text of a cell as the cell itself shows it. */
function cellText(reading: Reading, cell: TableCell, at: At, beside: Beside): string {
  const { element, isVeiled, isSuspect, mark } = cell;
  if (isVeiled) {
    reading.trace(at, element);
    return '';
  }
  if (isSuspect) beside.suspects.add(at);
  const text = textIn(reading, element, at, beside);
  return mark === null ? text : marked(text, mark);
}

/** A sentence ends in it: the only cell of a table is then a frame around prose. */
function hasSentence(element: Element | undefined): boolean {
  let found = false;
  if (element !== undefined) {
    walk(element, {
      text: ({ value }) => {
        found ||= value.includes('。');
      },
      enter: () => !found,
      leave: () => {},
    });
  }
  return found;
}

/** Whether the only column of a table is written in paragraphs: a box around a part of the text. */
function isBox(rows: readonly TableRow[]): boolean {
  const isParagraph = (node: Child): boolean =>
    isElement(node) && (node.tagName === 'p' || node.tagName === 'div');
  const [only] = rows;
  if (rows.length === 1 && only?.cells.length === 1 && hasSentence(only.cells[0]?.element)) {
    return true;
  }
  return (
    rows.every(({ cells }) => cells.length < 2) &&
    rows.some(({ cells: [cell] }) => (cell?.element.childNodes.filter(isParagraph).length ?? 0) > 1)
  );
}

function addGrid(reading: Reading, table: number, rows: readonly TableRow[]): void {
  const { limits, blocks, trace } = reading;
  const slots = limits.slots - reading.slots;
  const layout = layOut(rows, { columns: limits.columns, slots });
  if (typeof layout === 'string') {
    reading.excess ??= layout;
    return;
  }
  reading.slots += rows.length * layout.columns;
  for (const [row, { element }] of rows.entries()) trace(cellAt(table, row + 1, 0), element);
  const beside: Beside = { opaques: [], suspects: new Set() };
  const textOf = (cell: TableCell, at: At): string => cellText(reading, cell, at, beside);
  if (layout.columns > 0) {
    blocks.push(gridOf(table, rows.length, layout, textOf, beside.suspects));
  }
  for (const opaque of beside.opaques) blocks.push(opaque);
}

/** Makes a grid of a table, or says that it only arranges what stands in it. */
function readTable(reading: Reading, element: Element, flow: Flow): boolean {
  const table = ++reading.tables;
  if (reading.layouts.has(element)) return true;
  const { captions, rows } = partsOf(element);
  if (isBox(rows)) return true;
  reading.trace(cellAt(table, 0, 0), element);
  for (const caption of captions) readFlow(caption, { ...flow, table: () => true });
  addGrid(reading, table, rows);
  return false;
}

/** Reads the blocks of a page in their order. */
export function readPage({ root, hasNestedTables }: Tree, limits: Limits, trace: Trace): Page {
  const reading: Reading = {
    limits,
    layouts: hasNestedTables ? layoutTables(root) : new Set(),
    trace,
    blocks: [],
    heading: null,
    hasDeletions: false,
    excess: null,
    paragraphs: 0,
    tables: 0,
    slots: 0,
  };
  const flow: Flow = {
    run: (run) => addRun(reading, run),
    table: (element) => readTable(reading, element, flow),
    deletion: () => {
      reading.hasDeletions = true;
    },
  };
  readFlow(root, flow);
  return reading;
}
