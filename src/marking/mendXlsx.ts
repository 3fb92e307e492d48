import type { At } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { addressOf } from '../readers/xlsx/address.ts';
import { type CellText, readStrings } from '../readers/xlsx/strings.ts';
import { escaped } from '../writers/markup.ts';
import { type Copy, openCopy } from './copy.ts';
import { around, type Edit, edited, insert, withAttribute } from './edits.ts';
import { type Correction, type Mended, type Obstacle, replacementIn } from './mend.ts';
import { allOf, attributeOf, childOf, prefixOf, type Span, type Tree } from './spans.ts';
import { type Cells, cellAt, cellsOf, makeCells, styleAt } from './xlsx/cells.ts';
import { type SheetOf, sheetsOf } from './xlsx/sheets.ts';

/** The sheets of a workbook with their cells, and the strings that they share. */
interface Book {
  readonly sheets: ReadonlyMap<string, { readonly part: string; readonly cells: Cells }>;
  readonly strings: readonly CellText[];
}

function stringsOf({ pack }: Copy): CellText[] | Problem {
  const link = pack.relationships.find(
    ({ type, external }) => type === 'sharedStrings' && !external,
  );
  if (link === undefined || !pack.archive.has(link.target)) return [];
  const bytes = pack.archive.read(link.target);
  return 'code' in bytes ? bytes : readStrings(bytes, pack.part(link.target));
}

function bookOf(copy: Copy, sheets: readonly SheetOf[]): Book | Problem {
  const strings = stringsOf(copy);
  if ('code' in strings) return strings;
  const found = new Map<string, { part: string; cells: Cells }>();
  for (const { name, part } of sheets) {
    const tree = copy.tree(part);
    if ('code' in tree) return tree;
    found.set(name, { part, cells: cellsOf(tree) });
  }
  return { sheets: found, strings };
}

function spanAt({ sheets }: Book, at: At): Span | null {
  const cells = at.kind === 'sheet' ? sheets.get(at.sheet)?.cells : undefined;
  const address = at.kind === 'sheet' ? addressOf(at.cell) : null;
  return cells === undefined || address === null ? null : cellAt(cells, address);
}

function isFormula(cell: Span | null): boolean {
  return cell !== null && childOf(cell, 'f') !== undefined;
}

/** A text with its figure replaced, as a text of the cell's own: others may share the old one. */
function asText(tree: Tree, cell: Span, text: string, correction: Correction): Edit[] | Obstacle {
  const found = replacementIn(text, correction);
  if (found === null) return 'text';
  const whole = text.slice(0, found.start) + found.text + text.slice(found.end);
  const p = prefixOf(cell);
  const xml = `<${p}is><${p}t xml:space="preserve">${escaped(whole)}</${p}t></${p}is>`;
  return [
    withAttribute(tree, cell, 't', 'inlineStr'),
    { from: cell.inner, to: cell.innerEnd, text: xml },
  ];
}

function inPlace(book: Book, tree: Tree, cell: Span, correction: Correction): Edit[] | Obstacle {
  const value = childOf(cell, 'v');
  const text = value === undefined ? '' : tree.text.slice(value.inner, value.innerEnd).trim();
  const type = attributeOf(cell, 't') ?? 'n';
  if (correction.from === null) {
    if (text !== '' || cell.children.length > 0) return 'text';
    const p = prefixOf(cell);
    const filled = around(cell, '', `<${p}v>${correction.to}</${p}v>`);
    return type === 'n' ? filled : [withAttribute(tree, cell, 't', 'n'), ...filled];
  }
  if (type === 'n' && value !== undefined) {
    const own = { from: value.inner, to: value.innerEnd, text: String(correction.to) };
    return text !== '' && Number(text) === correction.from ? [own] : 'text';
  }
  if (type !== 's') return type === 'inlineStr' ? asInline(tree, cell, correction) : 'text';
  const shared = book.strings[Number(text)];
  return typeof shared === 'string' ? asText(tree, cell, shared, correction) : 'shared';
}

/** A text that stands in the cell itself, unless it is set in several fonts. */
function asInline(tree: Tree, cell: Span, correction: Correction): Edit[] | Obstacle {
  const texts = allOf(cell, 't');
  const [only] = texts;
  if (only === undefined || texts.length > 1) return 'shared';
  const text = tree.text.slice(only.inner, only.innerEnd);
  return text.includes('&') ? 'text' : asText(tree, cell, text, correction);
}

interface Done {
  readonly sheet: string;
  readonly edits: readonly Edit[];
}

function mended(book: Book, correction: Correction): Done | Obstacle {
  const { at, beside } = correction;
  if (at?.kind !== 'sheet') return 'place';
  const sheet = book.sheets.get(at.sheet);
  const address = addressOf(at.cell);
  if (sheet === undefined || address === null) return 'place';
  const { cells } = sheet;
  const cell = cellAt(cells, address);
  if (isFormula(cell)) return 'formula';
  if (beside.some((each) => isFormula(spanAt(book, each)))) return 'formula-beside';
  if (cell === null) {
    if (correction.from !== null) return 'place';
    const p = prefixOf(cells.tree.root);
    const attributes = ` s="${styleAt(cells, address)}"`;
    const content = `<${p}v>${correction.to}</${p}v>`;
    return { sheet: at.sheet, edits: makeCells(cells, [{ address, attributes, content }]) };
  }
  const edits = inPlace(book, cells.tree, cell, correction);
  return typeof edits === 'string' ? edits : { sheet: at.sheet, edits };
}

const behindCalculation = new Set(
  'oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  ),
);

/** Has formulas elsewhere, such as those that check the tables, reckoned anew when the copy is opened. */
function reckonAnew(copy: Copy, main: Tree): void {
  const own = childOf(main.root, 'calcPr');
  const name = `${prefixOf(main.root)}calcPr`;
  const next = main.root.children.find(({ local }) => behindCalculation.has(local));
  const edit =
    own === undefined
      ? insert(next?.start ?? main.root.innerEnd, `<${name} fullCalcOnLoad="1"/>`)
      : withAttribute(main, own, 'fullCalcOnLoad', '1');
  copy.put(copy.pack.main, edited(main.text, [edit]));
}

/** A copy of a workbook with other figures; what stands there as a text stays a text. */
export function mendXlsx(
  bytes: Uint8Array,
  corrections: readonly Correction[],
  options: ReadOptions,
): Mended | Problem {
  const copy = openCopy(bytes, options, 'XLSX', 'xl/workbook.xml');
  if ('code' in copy) return copy;
  const workbook = sheetsOf(copy);
  if ('code' in workbook) return workbook;
  const book = bookOf(copy, workbook.sheets);
  if ('code' in book) return book;
  const tried = corrections.map((each) => mended(book, each));
  for (const [name, { part, cells }] of book.sheets) {
    const edits = tried.flatMap((each) =>
      typeof each === 'object' && each.sheet === name ? each.edits : [],
    );
    if (edits.length > 0) copy.put(part, edited(cells.tree.text, edits));
  }
  const hasFormulas = [...book.sheets.values()].some(
    ({ cells }) => allOf(cells.tree.root, 'f').length > 0,
  );
  if (hasFormulas) reckonAnew(copy, workbook.main);
  const written = copy.bytes();
  const left = tried.map((each) => (typeof each === 'string' ? each : null));
  return 'code' in written ? written : { bytes: written, left };
}
