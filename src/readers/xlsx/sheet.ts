import { type Problem, problem } from '../../model/problem.ts';
import { unmarked } from '../marks.ts';
import { type Attributes, attribute, brokenPart, readXml, type XmlPart } from '../xml.ts';
import { type Address, addressOf, addressText, isOnSheet, lastColumn } from './address.ts';
import { type Doubtful, numberText } from './numbers.ts';
import {
  type CellText,
  plainText,
  shownText,
  type TextCollector,
  textCollector,
} from './strings.ts';
import { type CellStyle, plainStyle } from './styles.ts';

export interface Range {
  readonly from: Address;
  readonly to: Address;
}

/** What stands in a sheet; cells without text are not kept. */
export interface Sheet {
  /** Texts by row, then by column. */
  readonly rows: Map<number, Map<number, string>>;
  readonly merges: Range[];
  /** Hidden rows that hold a text. */
  readonly hiddenRows: Set<number>;
  /** For each column how many hidden ranges begin there, less those that ended at the one before. */
  readonly hidingColumns: Map<number, number>;
  readonly unvalued: string[];
  /** Cells whose format shows something else than the text kept for them. */
  readonly doubtful: string[];
  /** Cells that show a picture instead of a text. */
  readonly pictures: string[];
  readonly embedded: Map<string, string | null>;
  drawing: string | null;
  /** The lowest row that has a cell, be it blank. */
  lowest: number;
}

/** What cells refer to. */
export interface Shared {
  readonly strings: readonly CellText[];
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
}

/** A cell as it is being read. */
interface Open extends Address {
  readonly type: string;
  readonly style: number;
  value: string;
  /** A text that stands in the cell itself instead of a value. */
  inline: CellText | null;
  formula: boolean;
}

interface Reading {
  readonly inline: TextCollector;
  readonly sheet: Sheet;
  readonly shared: Shared;
  readonly part: XmlPart;
  section: string;
  row: number;
  rowHidden: boolean;
  column: number;
  cell: Open | null;
  inText: boolean;
  inInline: boolean;
  cells: number;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** What a cell shows; null where it points to no string. */
function textOf(
  { type, value, inline }: Open,
  { number }: CellStyle,
  { strings, since1904 }: Shared,
): CellText | Doubtful | null {
  if (value === '' && inline !== null) return inline;
  switch (type) {
    case 's':
      return value.trim() === '' ? '' : (strings[Number(value)] ?? null);
    case 'b':
      return value.trim() === '' ? '' : isTrue(value.trim()) ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(value.trim(), number, since1904);
    default:
      return plainText(value);
  }
}

/** `textOf` with the marks of its fonts. */
function shown(cell: Open, shared: Shared, doubt: () => void): string | null {
  const style = shared.styles[cell.style] ?? plainStyle;
  const found = textOf(cell, style, shared);
  const isDoubtful = found !== null && typeof found === 'object' && 'doubtful' in found;
  if (isDoubtful || (style.number.hidesText && cell.type !== 'n')) doubt();
  const text = isDoubtful ? found.doubtful : found;
  if (typeof text === 'string' && style.mark === null) return text;
  return text === null ? null : shownText(text, style.mark ?? unmarked);
}

function openRow(reading: Reading, attributes: Attributes): Problem | null {
  const stated = attributes.r;
  reading.row = stated === undefined ? reading.row + 1 : Number(stated);
  reading.column = 0;
  reading.rowHidden = isTrue(attributes.hidden) || Number(attributes.ht ?? 1) === 0;
  const exists = Number.isInteger(reading.row) && isOnSheet({ row: reading.row, column: 1 });
  return exists ? null : brokenPart(reading.part, '的行号不对', 'has a wrong row number');
}

function openCell(reading: Reading, attributes: Attributes): Problem | null {
  const stated = attributes.r;
  const next = { row: reading.row, column: reading.column + 1 };
  const address = stated === undefined ? next : addressOf(stated);
  if (address === null || !isOnSheet(address)) {
    return brokenPart(reading.part, '的单元格地址不对', 'has a wrong cell address');
  }
  reading.column = address.column;
  const type = attributes.t ?? 'n';
  const style = Number(attributes.s ?? 0);
  const { row, column } = address;
  if (row > reading.sheet.lowest) reading.sheet.lowest = row;
  reading.cell = { row, column, type, style, value: '', inline: null, formula: false };
  return null;
}

/** Keeps a cell's text. Two texts for one cell would leave it open which is read. */
function keep(reading: Reading, { row, column }: Address, text: string): Problem | null {
  const { sheet, part } = reading;
  const { limits, source } = part;
  if (++reading.cells > limits.slots) {
    const what = { zh: '单元格数', en: 'cells' };
    return problem('document-too-large', { what, limit: String(limits.slots) }, source);
  }
  const cells = sheet.rows.get(row) ?? new Map<number, string>();
  if (cells.has(column)) {
    const address = addressText(row, column);
    return brokenPart(part, `的单元格 ${address} 出现两次`, `has the cell ${address} twice`);
  }
  sheet.rows.set(row, cells.set(column, text));
  if (reading.rowHidden) sheet.hiddenRows.add(row);
  return null;
}

/** WPS shows a picture in a cell by a function whose value is the function itself. */
const cellPicture = '=DISPIMG(';

function closeCell(reading: Reading): Problem | null {
  const { cell, sheet, shared } = reading;
  reading.cell = null;
  // Forms have many cells that are there for their borders alone.
  if (cell === null || (cell.value === '' && cell.inline === null && !cell.formula)) return null;
  const doubt = (): void => {
    sheet.doubtful.push(addressText(cell.row, cell.column));
  };
  const text = shown(cell, shared, doubt);
  if (text !== null && text !== '' && !text.startsWith(cellPicture))
    return keep(reading, cell, text);
  const address = addressText(cell.row, cell.column);
  if (text === null) {
    return brokenPart(reading.part, `的单元格 ${address} 没有文字`, `has no text for ${address}`);
  }
  if (text !== '') sheet.pictures.push(address);
  else if (cell.formula && cell.type !== 'str' && cell.value === '') sheet.unvalued.push(address);
  return null;
}

function closeInline(reading: Reading): void {
  const text = reading.inline.take();
  if (reading.cell !== null) reading.cell.inline = text;
  reading.inInline = false;
}

function openMerge({ sheet }: Reading, attributes: Attributes): void {
  const ref = attributes.ref ?? '';
  // Cut by hand: forms have hundreds of merged cells, and to split each takes several times as long.
  const first = ref.indexOf(':');
  const second = ref.indexOf(':', first + 1);
  const from = first < 0 ? null : addressOf(ref.slice(0, first));
  const to = addressOf(ref.slice(first + 1, second > first ? second : undefined));
  if (from && to && from.row <= to.row && from.column <= to.column) sheet.merges.push({ from, to });
}

function openColumns({ sheet }: Reading, attributes: Attributes): void {
  const hidden = isTrue(attributes.hidden) || Number(attributes.width ?? 1) === 0;
  const first = Number(attributes.min);
  const last = Math.min(Number(attributes.max), lastColumn);
  if (!hidden || !(first >= 1 && first <= last)) return;
  for (const [column, change] of [
    [first, 1],
    [last + 1, -1],
  ] as const) {
    sheet.hidingColumns.set(column, (sheet.hidingColumns.get(column) ?? 0) + change);
  }
}

const sections = new Set(['sheetData', 'cols', 'mergeCells', 'oleObjects']);

/** Elements by the section they stand in: names such as `row` and `col` have other meanings elsewhere. */
function openInside(reading: Reading, name: string, attributes: Attributes): Problem | null {
  const { section, sheet } = reading;
  if (section === 'sheetData') {
    if (name === 'row') return openRow(reading, attributes);
    if (name === 'c') return openCell(reading, attributes);
    if (name === 'f' && reading.cell !== null) reading.cell.formula = true;
    if (name === 'v' && reading.cell !== null && reading.cell.value !== '') {
      return brokenPart(reading.part, '的一个单元格有两个值', 'has a cell with two values');
    }
    if (reading.inInline) reading.inline.open(name, attributes);
    if (name === 'is') reading.inInline = true;
    reading.inText = name === 'v' && !reading.inInline;
  } else if (section === 'cols' && name === 'col') openColumns(reading, attributes);
  else if (section === 'mergeCells' && name === 'mergeCell') openMerge(reading, attributes);
  else if (section === 'oleObjects' && name === 'oleObject') {
    const key = attributes.shapeId ?? String(sheet.embedded.size);
    sheet.embedded.set(key, attributes.progId ?? null);
  } else if (name === 'drawing') sheet.drawing = attribute(attributes, 'id') ?? null;
  else if (sections.has(name)) reading.section = name;
  return null;
}

/** Reads the part of a sheet, whose attributes bear no prefix; the dimension that it claims is not looked at. */
export function readSheet(bytes: Uint8Array, part: XmlPart, shared: Shared): Sheet | Problem {
  const sheet: Sheet = {
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hidingColumns: new Map(),
    unvalued: [],
    doubtful: [],
    pictures: [],
    embedded: new Map(),
    drawing: null,
    lowest: 0,
  };
  const reading: Reading = {
    inline: textCollector(),
    sheet,
    shared,
    part,
    section: '',
    row: 0,
    rowHidden: false,
    column: 0,
    cell: null,
    inText: false,
    inInline: false,
    cells: 0,
  };
  let refused: Problem | null = null;
  const failed = readXml(bytes, part, {
    open: (name, attributes) => refused ?? openInside(reading, name, attributes),
    close(name) {
      reading.inText = false;
      if (reading.inInline) reading.inline.close(name);
      if (name === 'is') closeInline(reading);
      else if (name === 'c') refused ??= closeCell(reading);
      else if (name === reading.section) reading.section = '';
    },
    text(text) {
      if (reading.inText && reading.cell !== null) reading.cell.value += text;
      else if (reading.inInline) reading.inline.text(text);
    },
  });
  return refused ?? failed ?? sheet;
}
