import type { At } from '../model/document.ts';
import type { Draft } from './draft.ts';
import type { Row } from './gridRows.ts';

/** A row of figures that correct those above it. */
const correction =
  /^\s*[（(]?(?:应为|应是|实为|实际(?:为|数)?\s*[:：]?\s*(?:\d|$)|更正|订正|改为|正确数?(?:为|[:：]|\s*$))/u;

/** A remark behind a figure that says that it is another one. */
const remark = /^\s*[+-]?[\d０-９].*(?:应为|应是|实为|实际为|更正|订正|误填|填错|有误)/su;

/** The places of the nearest figures of the form above a row. */
function placesAbove(rows: readonly Row[], i: number, bound: ReadonlySet<At>): At[] {
  for (let above = i - 1; above >= 0 && rows[above]?.grid === rows[i]?.grid; above--) {
    const places = rows[above]?.cells.flatMap(({ at }) => (bound.has(at) ? at : [])) ?? [];
    if (places.length > 0) return places;
  }
  return [];
}

/** Figures that the document itself calls wrong, beside or below them, are uncertain: which one counts is not for us to say. */
export function doubtCorrected(rows: readonly Row[], { cells }: Draft): void {
  const bound = new Set(cells.flatMap((cell) => cell?.at ?? []));
  const doubted = new Set<At>();
  for (const [i, row] of rows.entries()) {
    if (row.lines.length > 0 || !row.cells.some(({ text }) => correction.test(text))) continue;
    if (!row.cells.some(({ text }) => /\d/u.test(text))) continue;
    for (const at of placesAbove(rows, i, bound)) doubted.add(at);
  }
  for (const [i, cell] of cells.entries()) {
    if (cell !== undefined && (doubted.has(cell.at) || remark.test(cell.text))) {
      cells[i] = { ...cell, isCertain: false };
    }
  }
}
