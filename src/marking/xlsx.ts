import type { Problem } from '../model/problem.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { addressOf, addressText } from '../readers/xlsx/address.ts';
import { type Copy, openCopy } from './copy.ts';
import { type Edit, edited, withAttribute } from './edits.ts';
import { treeNow } from './links.ts';
import { colourOf, type Mark, type Marked, together } from './mark.ts';
import { cellAt, cellsOf, makeCells, type NewCell, styleAt } from './xlsx/cells.ts';
import { addComments, type CellComment } from './xlsx/comments.ts';
import { type SheetOf, sheetsOf } from './xlsx/sheets.ts';
import { type Palette, paletteOf } from './xlsx/styles.ts';

/** Marks by the cells of a sheet. */
type ByCell = Map<string, Mark[]>;

function add(cells: ByCell, cell: string, mark: Mark): void {
  const own = cells.get(cell);
  if (own === undefined) cells.set(cell, [mark]);
  else own.push(mark);
}

interface Sorted {
  readonly bySheet: ReadonlyMap<SheetOf, ByCell>;
  readonly displaced: number;
}

/** Where what has no place of its own is said. */
const corner = 'A1';

function sorted(sheets: readonly SheetOf[], marks: readonly Mark[]): Sorted {
  const bySheet = new Map(sheets.map((sheet) => [sheet, new Map<string, Mark[]>()]));
  const first = bySheet.get(sheets[0] ?? { name: '', part: '', number: 0 });
  let displaced = 0;
  for (const mark of marks) {
    const { at } = mark;
    const sheet = at?.kind === 'sheet' ? sheets.find(({ name }) => name === at.sheet) : undefined;
    const cells = sheet === undefined ? undefined : bySheet.get(sheet);
    const address = at?.kind === 'sheet' ? addressOf(at.cell) : null;
    if (cells !== undefined && address !== null) {
      add(cells, addressText(address.row, address.column), mark);
    } else if (mark.lines.length > 0 && first !== undefined) {
      if (at !== null) displaced++;
      add(first, corner, { ...mark, at: null });
    }
  }
  return { bySheet, displaced };
}

/** Colours and comments of one sheet. */
function markSheet(copy: Copy, sheet: SheetOf, byCell: ByCell, palette: Palette): Problem | null {
  const tree = copy.tree(sheet.part);
  if ('code' in tree) return tree;
  const cells = cellsOf(tree);
  const edits: Edit[] = [];
  const made: NewCell[] = [];
  const comments: CellComment[] = [];
  for (const [text, marks] of byCell) {
    const address = addressOf(text);
    const mark = together(marks);
    if (address === null || mark === null) continue;
    if (mark.lines.length > 0) comments.push({ address, lines: mark.lines });
    const placed = together(marks.filter(({ at }) => at !== null));
    if (placed === null) continue;
    const style = palette.styled(styleAt(cells, address), colourOf(placed));
    const own = cellAt(cells, address);
    if (own === null) made.push({ address, attributes: ` s="${style}"`, content: '' });
    else edits.push(withAttribute(tree, own, 's', String(style)));
  }
  const shown = addComments(copy, { ...sheet, tree }, comments);
  if (shown !== null && 'code' in shown) return shown;
  if (shown !== null) edits.push(shown);
  edits.push(...makeCells(cells, made));
  if (edits.length > 0) copy.put(sheet.part, edited(tree.text, edits));
  return null;
}

/** A copy of a workbook with colours and comments at the places of the marks; all else stays as it is. */
export function markXlsx(
  bytes: Uint8Array,
  marks: readonly Mark[],
  options: ReadOptions,
): Marked | Problem {
  const copy = openCopy(bytes, options, 'XLSX', 'xl/workbook.xml');
  if ('code' in copy) return copy;
  const workbook = sheetsOf(copy);
  if ('code' in workbook) return workbook;
  const palette = paletteOf(copy, workbook.main, (part) => treeNow(copy, part));
  if ('code' in palette) return palette;
  const { bySheet, displaced } = sorted(workbook.sheets, marks);
  for (const [sheet, cells] of bySheet) {
    const refused = cells.size === 0 ? null : markSheet(copy, sheet, cells, palette);
    if (refused !== null) return refused;
  }
  palette.write();
  const marked = copy.bytes();
  return 'code' in marked ? marked : { bytes: marked, displaced };
}
