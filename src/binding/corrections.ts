import type { At } from '../model/document.ts';
import { hasDigit, isDigits } from './characters.ts';
import type { Draft } from './draft.ts';
import type { Row } from './gridRows.ts';

/** A row of figures that correct those above it. */
const correction =
  /^\s*[（(]?(?:应为|应是|实为|实际(?:为|数)?\s*[:：]?\s*(?:\d|$)|更正|订正|改为|正确数?(?:为|[:：]|\s*$))/u;

/** A remark behind a figure that says that it is another one. */
const remark =
  /^\s*[+-]?[\d０-９].*(?:应为|应是|实为|实际(?:为|数|[:：]?\s*\d)|更正|订正|修正[:：]|改为|勘误|正确|误填|填错|有误|错误|[（(]误[)）]|[（(]原\s*\d)/su;

/** The places of the nearest figures of the form above a row. */
function placesAbove(rows: readonly Row[], i: number, bound: ReadonlySet<At>): At[] {
  for (let above = i - 1; above >= 0 && rows[above]?.grid === rows[i]?.grid; above--) {
    const places = rows[above]?.cells.flatMap(({ at }) => (bound.has(at) ? at : [])) ?? [];
    if (places.length > 0) return places;
  }
  return [];
}

/** The row names no line, and has figures that correct others. */
function isCorrection({ lines, cells }: Row): boolean {
  return (
    lines.length === 0 &&
    // Most such rows are titles and headers, without figures.
    cells.some(({ text }) => hasDigit(text)) &&
    cells.some(({ text }) => correction.test(text))
  );
}

function correctedBy(rows: readonly Row[], { cells }: Draft): Set<At> {
  const corrected = new Set<At>();
  let bound: ReadonlySet<At> | undefined;
  for (const [i, row] of rows.entries()) {
    if (!isCorrection(row)) continue;
    bound ??= new Set(cells.flatMap((cell) => cell?.at ?? []));
    for (const at of placesAbove(rows, i, bound)) corrected.add(at);
  }
  return corrected;
}

/** Figures that the document itself calls wrong, beside or below them, are uncertain: which one counts is not for us to say. */
export function doubtCorrected(rows: readonly Row[], draft: Draft): void {
  const { cells } = draft;
  const corrected = correctedBy(rows, draft);
  for (const [i, cell] of cells.entries()) {
    // Nearly all cells are digits alone, which remark nothing.
    if (cell === undefined || (corrected.size === 0 && isDigits(cell.text))) continue;
    if (corrected.has(cell.at) || remark.test(cell.text)) cells[i] = { ...cell, isCertain: false };
  }
}
