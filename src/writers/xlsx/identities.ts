import { programOf } from '../../engine/compile.ts';
import type { Equation, Term } from '../../model/equation.ts';
import type { Form, FormCell, FormLine } from '../../model/form.ts';
import { type Area, columnName } from './reference.ts';

/** Where a cell of the form stands: the number of its sheet, and the area that it covers there. */
export interface Standing {
  readonly sheet: number;
  readonly area: Area;
}

export type Standings = ReadonlyMap<number, Standing>;

/** The heading that stands in place of a line that is not written; null if there is none. */
function headingOf(form: Form, line: FormLine, standings: Standings): FormLine | null {
  return (
    form.headings.find(
      (heading) => standings.has(heading.firstCell) && heading.parts.includes(line.index),
    ) ?? null
  );
}

/** The cell that stands for a term, which may be the one of a heading; null if none is written. */
function writtenCell(form: Form, { cell }: Term, standings: Standings): number | null {
  if (standings.has(cell)) return cell;
  const line = form.cells[cell]?.line;
  if (line === undefined) return null;
  const heading = headingOf(form, line, standings);
  return heading === null ? null : heading.firstCell + (cell - line.firstCell);
}

function asWritten(form: Form, terms: readonly Term[], standings: Standings): Term[] | null {
  const cells = terms.map((term) => writtenCell(form, term, standings));
  if (cells.includes(null)) return null;
  return terms.flatMap((term, i) => {
    const cell = cells[i];
    const isSame = cells.indexOf(cell ?? null) !== i;
    return cell === null || cell === undefined || isSame ? [] : [{ ...term, cell }];
  });
}

/** The equations whose cells are all written; a heading that stands alone takes the place of its lines. */
export function writtenEquations(form: Form, standings: Standings): Equation[] {
  return programOf(form).equations.flatMap((equation) => {
    const left = asWritten(form, equation.left, standings);
    const right = asWritten(form, equation.right, standings);
    if (left === null || right === null) return [];
    const isNothing = right.some(({ cell }) => left.some((term) => term.cell === cell));
    return isNothing ? [] : [{ ...equation, left, right }];
  });
}

/**
 * Where an equation stands on its sheet, and the name of that line or column in quotes: the same
 * words as on the form, but nothing that could be taken for a line of it.
 */
export function placeOf(form: Form, equation: Equation, standings: Standings): string {
  const cell: FormCell | undefined = form.cells[equation.left[0]?.cell ?? -1];
  const area = standings.get(cell?.index ?? -1)?.area;
  if (cell === undefined || area === undefined) return '';
  if (equation.column !== null) return `${columnName(area.column)} 列“${cell.column.zh}”`;
  const { headings, label } = cell.line;
  const name = [...headings.slice(-1), label].map(({ zh }) => zh).join(' ');
  return `第 ${area.row + 1} 行“${name}”`;
}
