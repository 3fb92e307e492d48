import type { Column } from '../model/edition.ts';
import type { Relation } from '../model/equation.ts';
import type { Form, FormLine } from '../model/form.ts';
import type { Culprit, Discrepancy, Slip, Sum } from '../model/levels.ts';
import { totalsIn } from './compile.ts';

/** So many lines of one column that differ are about the column. */
const linesOfColumn = 3;

const signs: readonly (readonly [Slip, 1 | -1])[] = [
  ['left-out', -1],
  ['twice', 1],
];

/** A single one; two that would do as well tell nothing. */
function only<T>(all: readonly T[]): T | null {
  const [first, ...more] = all;
  return first === undefined || more.length > 0 ? null : first;
}

/** The member whose figures are the difference in each of these cells, in those without a difference 0. */
function culpritOf(sums: readonly Sum[]): Culprit | null {
  if (sums.some(({ isWrong, gap }) => isWrong && gap === null)) return null;
  const members = [...(sums[0]?.shares.keys() ?? [])];
  const fits = (member: number, sign: 1 | -1): boolean =>
    sums.every(({ gap, shares }) => {
      const share = shares[member]?.value ?? null;
      return gap === null || (share !== null && gap === share * sign);
    });
  const found = signs.flatMap(([slip, sign]) =>
    members.filter((member) => fits(member, sign)).map((member) => ({ member, slip })),
  );
  return only(found);
}

/** Two neighbouring digits changed places: 12 and 21, 1305 and 1035. */
function isTransposed(a: number, b: number): boolean {
  const [one, other] = [String(a), String(b)];
  if (one.length !== other.length || a === b) return false;
  const at = [...one].findIndex((digit, i) => digit !== other[i]);
  const swapped = one.slice(0, at) + (one[at + 1] ?? '') + one[at] + one.slice(at + 2);
  return swapped === other;
}

/** The member whose figure, with two digits the other way round, would make the sum come out. */
function miswritten(sum: Sum): Culprit | null {
  const { gap, shares } = sum;
  if (gap === null) return null;
  const members = [...shares.keys()].filter((member) => {
    const share = shares[member]?.value ?? null;
    return share !== null && share >= 10 && isTransposed(share, share + gap);
  });
  const member = only(members);
  return member === null ? null : { member, slip: 'digits' };
}

/** The cell of a sum, and those that it stands for where it is of a heading. */
function cellsOf(form: Form, { line, column }: Sum): number[] {
  const at = line.columns.indexOf(column);
  const lines = [line, ...line.parts.map((part) => form.lines[part])];
  return lines.flatMap((each) => (each === undefined ? [] : [each.firstCell + at]));
}

/** Wrong cells that are not merely totals of other wrong ones. */
function rootsOf(form: Form, sums: readonly Sum[]): Sum[] {
  const totals = totalsIn(form);
  const byCell = new Map(sums.flatMap((sum) => cellsOf(form, sum).map((cell) => [cell, sum])));
  const follows = ({ equation, gap }: Sum): boolean => {
    const definitions = totals.get(equation.left[0]?.cell ?? -1) ?? [];
    return definitions.some(({ right }) => {
      const parts = distinct(right.map(({ cell }) => byCell.get(cell)));
      if (!parts.some((part) => part?.isWrong)) return false;
      const difference = parts.reduce<number | null>(
        (all, part) =>
          all === null || part === undefined || part.gap === null ? null : all + part.gap,
        0,
      );
      return difference !== null && difference === gap;
    });
  };
  return sums.filter((sum) => sum.isWrong && !follows(sum));
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

function ofLine(line: FormLine, sums: readonly Sum[], roots: readonly Sum[]): Discrepancy {
  const own = sums.filter((sum) => sum.line === line);
  const root = only(roots.filter((sum) => sum.line === line));
  const culprit = culpritOf(own) ?? (root === null ? null : miswritten(root));
  const wrong = own.filter(({ isWrong }) => isWrong);
  return { table: line.table, line, column: null, sums: wrong, culprit };
}

function ofColumn(column: Column, sums: readonly Sum[]): Discrepancy[] {
  const own = sums.filter((sum) => sum.column === column);
  const wrong = own.filter(({ isWrong }) => isWrong);
  const table = wrong[0]?.line.table;
  if (table === undefined) return [];
  return [{ table, line: null, column, sums: wrong, culprit: culpritOf(own) }];
}

/** The wrong cells of one table, grouped by what they likely come from. */
function ofTable(form: Form, sums: readonly Sum[], relation: Relation): Discrepancy[] {
  const wrong = sums.filter(({ isWrong }) => isWrong);
  const [first] = wrong;
  if (first === undefined) return [];
  const lines = distinct(wrong.map(({ line }) => line));
  const withoutCulprit = (each: Discrepancy): Discrepancy =>
    relation === '=' ? each : { ...each, culprit: null };
  const culprit = relation === '=' && lines.length > 1 ? culpritOf(sums) : null;
  if (culprit !== null) {
    return [{ table: first.line.table, line: null, column: null, sums: wrong, culprit }];
  }
  const roots = rootsOf(form, sums);
  const column = only(distinct(roots.map((root) => root.column)));
  const isOfColumn = column !== null && roots.length >= linesOfColumn && hasOthers(roots);
  const found = isOfColumn
    ? ofColumn(column, sums)
    : distinct(roots.map(({ line }) => line)).map((line) => ofLine(line, sums, roots));
  return found.map(withoutCulprit);
}

/** A table of one column has only lines. */
function hasOthers(sums: readonly Sum[]): boolean {
  return sums.every(({ line }) => line.columns.length > 1);
}

/** All wrong cells, few for one slip: what a total merely passes on is not told again. */
export function discrepanciesOf(
  form: Form,
  sums: readonly Sum[],
  relation: Relation,
): Discrepancy[] {
  return form.edition.tables.flatMap((table) =>
    ofTable(
      form,
      sums.filter(({ line }) => line.table === table),
      relation,
    ),
  );
}
