import type { Block } from '../model/edition.ts';
import type { Form, FormLine } from '../model/form.ts';
import { problem } from '../model/problem.ts';
import { type Bound, boundIn, byOrder, type Captioned } from './acrossFigures.ts';
import { headerRows, isHeaderOf, noSlots, slotsAbove } from './acrossHeader.ts';
import { turnedBlocks } from './bindTurned.ts';
import { isAdrift } from './columns.ts';
import { type Draft, isBound } from './draft.ts';
import { figureText, hasOneLine } from './figureText.ts';
import { isSilent, type Row } from './gridRows.ts';
import { isBeside } from './header.ts';
import { keyOf } from './labelKey.ts';
import { twice } from './printings.ts';

/** The blocks whose lines stand side by side, with their lines. */
export function acrossBlocks({ lines }: Form): Map<Block, FormLine[]> {
  const blocks = new Map<Block, FormLine[]>();
  for (const line of lines) {
    if (line.block.layout !== 'across') continue;
    blocks.set(line.block, [...(blocks.get(line.block) ?? []), line]);
  }
  return blocks;
}

interface Place extends Captioned {
  readonly draft: Draft;
  /** Key of all text outside grids. */
  loose(): string;
  readonly source: string;
}

/** Puts figures to their cells; what another row says otherwise is a problem, not a choice of ours. */
function put(
  bound: Bound,
  lines: readonly FormLine[],
  isCertain: boolean,
  { draft, source }: Place,
): void {
  let isOther = false;
  const cells = bound.map(({ from }) => from);
  const hasOthers = hasOneLine(cells);
  const isPadded =
    cells.some((cell) => cell.isPadding) || isAdrift({ cells, figures: cells }, cells);
  for (const { cell, from } of bound) {
    const known = draft.cells[cell];
    if (known === undefined) {
      const figure = figureText(from.text, draft.isLaidOut, hasOthers ? 'likely one' : 'unknown');
      const isSure = isCertain && !isPadded && figure.isCertain;
      draft.cells[cell] = { text: figure.text, at: from.at, isCertain: isSure };
    } else if (known.text.trim() !== from.text.trim() && !isSilent(from)) {
      draft.cells[cell] = { ...known, isCertain: false };
      isOther = true;
    }
  }
  const [line] = lines;
  if (isOther && line !== undefined) draft.problems.push(twice(line, source));
}

/**
 * A row of nothing but figures, as many as the block has, where the headers were lost: theirs if there is
 * no other such row; for certain if the labels stand in the text around it, in the order of the form.
 */
function bindBare(rows: readonly Row[], lines: readonly FormLine[], place: Place): Row[] {
  const count = lines.length * (lines[0]?.columns.length ?? 1);
  const bare = rows.filter(
    ({ label, figures }) =>
      label === '' && figures.length === count && figures.every(({ text }) => text.trim() !== ''),
  );
  const [row] = bare;
  if (row === undefined || bare.length > 1) return [];
  const word = lines.map((line) => keyOf(line.label.zh));
  let at = 0;
  const isNamed = word.every((each) => {
    const found = place.loose().indexOf(each, at);
    at = found + each.length;
    return found >= 0;
  });
  put(byOrder(row.figures, lines, noSlots).bound, lines, isNamed, place);
  return [row];
}

/** The blank row right below a header of the block, with as many cells as it has, where no other row has its figures. */
function bindBlank(rows: readonly Row[], lines: readonly FormLine[], place: Place): void {
  const count = lines.length * (lines[0]?.columns.length ?? 1);
  const isBlank = ({ cells, figures }: Row): boolean =>
    figures.length === count && cells.every(({ text }) => text.trim() === '');
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    if (above?.grid !== row.grid || !isBlank(row) || !isHeaderOf(above, lines, place.book))
      continue;
    const near = headerRows(rows, i);
    // Of the lines of another table nothing but their blank cells tells that they are no header.
    const last = near.findLastIndex((each) => each.lines.some((line) => !lines.includes(line)));
    const slots = slotsAbove(near.slice(last + 1), lines, place.book);
    const { bound, isCertain } = byOrder(row.figures, lines, slots);
    if (isCertain) put(bound, lines, true, place);
    return;
  }
}

function tellExtra(
  extra: readonly string[],
  [line]: readonly FormLine[],
  { draft, source }: Place,
): void {
  if (line === undefined) return;
  const { zh, en } = line.table;
  for (const label of extra) {
    if (isBeside(label)) continue;
    draft.notes.push(problem('column-extra', { label, table: { zh, en } }, source));
  }
}

/** Whether a row, by its number, is a header of the block: told once for all rows below it. */
function headersOf(
  rows: readonly Row[],
  lines: readonly FormLine[],
  { book }: Place,
): (row: number) => boolean {
  const known: boolean[] = [];
  return (i) => {
    const row = rows[i];
    known[i] ??= row !== undefined && isHeaderOf(row, lines, book);
    return known[i] ?? false;
  };
}

/** Binds the lines that stand side by side in a row; gives the rows it took the figures from. */
export function bindAcross(rows: readonly Row[], place: Place): ReadonlySet<Row> {
  const used = new Set<Row>();
  for (const lines of acrossBlocks(place.draft.form).values()) {
    const below = { ...place, isHeader: headersOf(rows, lines, place) };
    for (const [i, row] of rows.entries()) {
      const { bound, isCertain, extra = [] } = boundIn(rows, i, lines, below);
      if (bound.length === 0) continue;
      used.add(row);
      tellExtra(extra, lines, place);
      put(bound, lines, isCertain, place);
    }
    for (const turned of turnedBlocks(rows, lines, place.book)) {
      for (const row of turned.rows) used.add(row);
      put(turned.bound, lines, true, place);
    }
    if (!lines.some((line) => isBound(place.draft, line))) bindBlank(rows, lines, place);
    const isLabelled = rows.some((row) => row.lines.some((line) => lines.includes(line)));
    if (isLabelled || lines.some((line) => isBound(place.draft, line))) continue;
    for (const row of bindBare(rows, lines, place)) used.add(row);
  }
  return used;
}
