import type { Equation, Term } from '../../model/equation.ts';
import type { Form } from '../../model/form.ts';
import { verdicts } from '../words.ts';
import type { Standings } from './identities.ts';
import { type Area, areaName, joined } from './reference.ts';

/** How formulas name areas: on their own sheet, or with the name of the table's sheet before them. */
export type Naming = (area: Area) => string;

/** The areas of terms, neighbours joined. */
export function areasOf(terms: readonly Term[], standings: Standings): Area[] {
  return joined(
    terms.flatMap(({ cell }) => {
      const standing = standings.get(cell);
      return standing === undefined ? [] : [standing.area];
    }),
  );
}

/** Formulas about an equation; a blank and `/` count as 0, with any other text nothing can be told. */
export interface Formulas {
  readonly left: string;
  readonly right: string;
  /** The verdict, where the difference of the sides stands in the place `gap`. */
  verdict(gap: string): string;
  /** TRUE while the verdict is that the identity is broken. */
  readonly isBroken: string;
}

function sideOf(areas: (terms: readonly Term[]) => string[], terms: readonly Term[]): string {
  const factors = [...new Set(terms.map(({ coefficient }) => coefficient))];
  const sums = factors.map((factor) => {
    const sum = `SUM(${areas(terms.filter((term) => term.coefficient === factor)).join(',')})`;
    return factor === 1 ? sum : `${factor}*${sum}`;
  });
  return sums.length === 0 ? '0' : sums.join('+');
}

/** The terms whose blanks may still make the left side larger against the right one, or smaller. */
function openTerms(form: Form, { left, right }: Equation): { more: Term[]; less: Term[] } {
  const isChange = ({ cell }: Term): boolean => form.cells[cell]?.figure === 'change';
  const isPlus = ({ coefficient }: Term): boolean => coefficient > 0;
  return {
    more: [
      ...left.filter((term) => isPlus(term) || isChange(term)),
      ...right.filter((term) => !isPlus(term) || isChange(term)),
    ],
    less: [
      ...left.filter((term) => !isPlus(term) || isChange(term)),
      ...right.filter((term) => isPlus(term) || isChange(term)),
    ],
  };
}

/** Some cell holds a sum of money: decimals, which doubles do not add exactly. */
function hasAmounts(form: Form, terms: readonly Term[]): boolean {
  return terms.some(({ cell }) => form.cells[cell]?.figure === 'amount');
}

/** Wildcards find numbers too in some spreadsheets: texts are what is there and is no number. */
function textCount(areas: readonly string[]): string {
  const marks = areas.map((area) => `-COUNTIF(${area},"/")`).join('');
  return `COUNTA(${areas.join(',')})-COUNT(${areas.join(',')})${marks}`;
}

/** The formulas of an equation. */
export function formulasOf(
  form: Form,
  equation: Equation,
  standings: Standings,
  name: Naming,
): Formulas {
  const { relation, status } = equation;
  const all = [...equation.left, ...equation.right];
  const areas = (terms: readonly Term[]): string[] => areasOf(terms, standings).map(name);
  const isFull = (terms: readonly Term[]): string =>
    terms.length === 0 ? 'TRUE' : `COUNTA(${areas(terms).join(',')})=${terms.length}`;
  const { more, less } = openTerms(form, equation);
  const broken = (one: string, other: string): string => {
    const tooSmall = `AND(${one}<${other},${isFull(more)})`;
    const tooLarge = `AND(${one}>${other},${isFull(less)})`;
    if (relation === '<=') return tooLarge;
    return relation === '>=' ? tooSmall : `OR(${tooSmall},${tooLarge})`;
  };
  const left = sideOf(areas, equation.left);
  const right = sideOf(areas, equation.right);
  const texts = textCount(areas(all));
  const bad = status === 'heuristic' ? verdicts.query : verdicts.fail;
  return {
    left,
    right,
    verdict: (gap) =>
      `IF(COUNTA(${areas(all).join(',')})=0,"${verdicts.blank}",IF(${texts}>0,"${verdicts.text}",` +
      `IF(${gap}${relation}0,"${verdicts.pass}",IF(${broken(gap, '0')},"${bad}","${verdicts.open}"))))`,
    isBroken: hasAmounts(form, all)
      ? `AND(${texts}=0,${broken(`ROUND(${left}-(${right}),6)`, '0')})`
      : `AND(${texts}=0,${broken(left, right)})`,
  };
}

/** Areas as the formulas of their own sheet name them. */
export const onOwnSheet: Naming = (area) => areaName(area, '$');
