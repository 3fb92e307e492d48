import type { At, Block, Document } from '../model/document.ts';
import { listed, type Problem, problem } from '../model/problem.ts';
import { openPackage, type Package, relationshipsOf } from './office/package.ts';
import type { ReadOptions } from './reader.ts';
import { readDrawing } from './xlsx/drawing.ts';
import { gridOf } from './xlsx/grid.ts';
import { withoutUnseen } from './xlsx/hidden.ts';
import { readSheet, type Shared, type Sheet } from './xlsx/sheet.ts';
import { readStrings } from './xlsx/strings.ts';
import { readStyles } from './xlsx/styles.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './xlsx/workbook.ts';
import type { XmlPart } from './xml.ts';

const mostSheets = 1_000;

function isProblem(value: object): value is Problem {
  return 'code' in value;
}

/** A part that the workbook points to by its type, read; `otherwise` where there is none. */
function shared<T extends object>(
  pack: Package,
  type: string,
  read: (bytes: Uint8Array, part: XmlPart) => T | Problem,
  otherwise: T,
): T | Problem {
  const name = pack.relationships.find((each) => each.type === type && !each.external)?.target;
  if (name === undefined || !pack.archive.has(name)) return otherwise;
  const bytes = pack.archive.read(name);
  return isProblem(bytes) ? bytes : read(bytes, pack.part(name));
}

/** Notes on a sheet, from which what nobody sees is taken out. */
function notesOf(sheet: Sheet, name: string, source: string): Problem[] {
  const unvalued = listed(sheet.unvalued, source, (address) => [
    problem('formula-unvalued', { cell: `${name}!${address}` }, source),
  ]);
  return [...withoutUnseen(sheet, name, source), ...unvalued];
}

/** What lies over the cells of a sheet. */
function overlays(pack: Package, part: string, sheet: Sheet, name: string): Block[] | Problem {
  const place = (cell: string) => ({ kind: 'sheet', sheet: name, cell }) as const;
  const blocks: Block[] = [
    ...sheet.pictures.map((cell): Block => {
      return { kind: 'opaque', what: 'picture', name: null, at: place(cell) };
    }),
    ...[...sheet.embedded.values()].map((program): Block => {
      return { kind: 'opaque', what: 'attachment', name: program, at: place('A1') };
    }),
  ];
  if (sheet.drawing === null) return blocks;
  const links = relationshipsOf(pack.archive, pack.part, part);
  if (isProblem(links)) return links;
  const drawing = links.find(({ id }) => id === sheet.drawing)?.target;
  if (drawing === undefined || !pack.archive.has(drawing)) return blocks;
  const bytes = pack.archive.read(drawing);
  const targets = relationshipsOf(pack.archive, pack.part, drawing);
  if (isProblem(bytes)) return bytes;
  if (isProblem(targets)) return targets;
  const drawn = readDrawing(bytes, pack.part(drawing), name, targets);
  return isProblem(drawn) ? drawn : [...blocks, ...drawn];
}

interface Reading {
  readonly pack: Package;
  readonly shared: Shared;
  readonly options: ReadOptions;
  readonly blocks: Block[];
  readonly notes: Problem[];
  readonly doubtful: At[];
  slots: number;
}

/** Adds a sheet's name, grid and overlays; a sheet with nothing on it adds nothing. */
function addSheet(reading: Reading, { name, id }: SheetEntry): Problem | null {
  const { pack, options, blocks } = reading;
  const link = pack.relationships.find((each) => each.id === id);
  const title: Block = {
    kind: 'paragraph',
    text: name,
    at: { kind: 'sheet', sheet: name, cell: 'A1' },
  };
  if (link?.type === 'chartsheet') {
    blocks.push(title, { kind: 'opaque', what: 'picture', name: null, at: title.at });
    return null;
  }
  if (link?.type !== 'worksheet') return null;
  const bytes = pack.archive.read(link.target);
  if (isProblem(bytes)) return bytes;
  const sheet = readSheet(bytes, pack.part(link.target), reading.shared);
  if (isProblem(sheet)) return sheet;
  reading.notes.push(...notesOf(sheet, name, options.source));
  for (const cell of sheet.doubtful) reading.doubtful.push({ kind: 'sheet', sheet: name, cell });
  const grid = gridOf(sheet, name, reading.slots, options);
  if (grid !== null && isProblem(grid)) return grid;
  const over = overlays(pack, link.target, sheet, name);
  if (isProblem(over)) return over;
  if (grid === null && over.length === 0) return null;
  reading.slots += grid === null ? 0 : grid.rows.length * (grid.rows[0]?.length ?? 0);
  blocks.push(title);
  if (grid !== null) blocks.push(grid);
  for (const block of over) blocks.push(block);
  return null;
}

function readSheets(reading: Reading, { sheets }: Workbook): Problem | null {
  const { source } = reading.options;
  if (sheets.length > mostSheets) {
    const what = { zh: '工作表数', en: 'sheets' };
    return problem('document-too-large', { what, limit: String(mostSheets) }, source);
  }
  for (const sheet of sheets) {
    if (sheet.hidden) reading.notes.push(problem('sheet-hidden', { sheet: sheet.name }, source));
    const refused = sheet.hidden ? null : addSheet(reading, sheet);
    if (refused !== null) return refused;
  }
  return null;
}

/** Reads an Excel workbook (.xlsx, .xlsm), cached values for formulas, macros and embedded files left alone. */
export function readXlsx(bytes: Uint8Array, options: ReadOptions): Document | Problem {
  const { source } = options;
  const pack = openPackage(bytes, options, 'XLSX', 'xl/workbook.xml');
  if (isProblem(pack)) return pack;
  if (
    pack.main.endsWith('.bin') ||
    (!pack.archive.has(pack.main) && pack.archive.has('xl/workbook.bin'))
  ) {
    return problem('format-unsupported', { format: 'XLSB' }, source);
  }
  const main = pack.archive.read(pack.main);
  const workbook = isProblem(main) ? main : readWorkbook(main, pack.part(pack.main));
  if (isProblem(workbook)) return workbook;
  const strings = shared(pack, 'sharedStrings', readStrings, []);
  if (isProblem(strings)) return strings;
  const styles = shared(pack, 'styles', readStyles, []);
  if (isProblem(styles)) return styles;
  const { since1904 } = workbook;
  const blocks: Block[] = [];
  const notes: Problem[] = [];
  const doubtful: At[] = [];
  const reading = {
    pack,
    shared: { strings, styles, since1904 },
    options,
    blocks,
    notes,
    doubtful,
    slots: 0,
  };
  const refused = readSheets(reading, workbook);
  return refused ?? { source, format: 'xlsx', title: pack.title, blocks, notes, doubtful };
}
