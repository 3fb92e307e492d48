import { CellKind } from '../../model/cell.ts';
import type { CellDifference, CellDifferenceKind } from '../../model/diff.ts';
import type { Form } from '../../model/form.ts';
import { onceFor } from '../../model/onceFor.ts';
import { kindOf, type Report } from '../../model/report.ts';

const indicesOf: (form: Form) => ReadonlyMap<string, number> = onceFor(
  ({ cells }) => new Map(cells.map(({ name, index }) => [name, index])),
);

function plain(text: string | null): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/gu, '');
}

/** How two answers to the same question differ; null where they do not. */
function differenceOf(a: Report, i: number, b: Report, j: number): CellDifferenceKind | null {
  const [kind, other] = [kindOf(a, i), kindOf(b, j)];
  if (kind === CellKind.uncertain || other === CellKind.uncertain) return 'uncertain';
  if (kind !== other) {
    if (other === CellKind.absent) return 'only-a';
    return kind === CellKind.absent ? 'only-b' : 'changed';
  }
  if (kind === CellKind.number) return a.values[i] === b.values[j] ? null : 'changed';
  if (kind !== CellKind.unreadable) return null;
  return plain(a.printed(i)) === plain(b.printed(j)) ? null : 'changed';
}

/** Cells of one report that the form of the other does not know; those without an answer are left out. */
function apart(own: Report, other: Report): number[] {
  const known = indicesOf(other.form);
  return own.form.cells.flatMap(({ name, index }) =>
    known.has(name) || kindOf(own, index) === CellKind.absent ? [] : [index],
  );
}

/** All cells that both forms know, by their names; a blank, 0 and a mark are three answers. */
export function compareCells(a: Report, b: Report) {
  const known = indicesOf(b.form);
  const cells: CellDifference[] = [];
  let compared = 0;
  for (const { name, index } of a.form.cells) {
    const other = known.get(name);
    if (other === undefined) continue;
    if (kindOf(a, index) === CellKind.absent && kindOf(b, other) === CellKind.absent) continue;
    compared++;
    const kind = differenceOf(a, index, b, other);
    if (kind !== null) cells.push({ kind, a: index, b: other });
  }
  return { compared, cells, apart: { a: apart(a, b), b: apart(b, a) } };
}
