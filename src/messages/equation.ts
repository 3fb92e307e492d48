import { CellKind, isUnknown } from '../model/cell.ts';
import type { Equation, Outcome, Relation, Term } from '../model/equation.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { cellText, signed } from './names.ts';

/** How a relation is written when it holds, when it does not, and when nobody can tell. */
export const relationSigns: Readonly<Record<Relation, Readonly<Record<Outcome, string>>>> = {
  '=': { pass: '=', fail: '≠', inconclusive: '≟' },
  '<=': { pass: '≤', fail: '>', inconclusive: '≤?' },
  '>=': { pass: '≥', fail: '<', inconclusive: '≥?' },
};

/** Sums of more terms than this leave out the zeros. */
const longSum = 4;

/** The value a term adds, a blank or a mark adding 0; null for a cell that could not be read. */
function addend(report: Report, term: Term): number | null {
  if (isUnknown(kindOf(report, term.cell))) return null;
  return (report.values[term.cell] ?? 0) * term.coefficient;
}

/** Σ of one side with blanks as 0; null where a cell could not be read or the sum is not exact. */
export function sideValue(report: Report, terms: readonly Term[]): number | null {
  let sum = 0;
  let size = 0;
  for (const term of terms) {
    const value = addend(report, term);
    if (value === null) return null;
    sum += value;
    size += Math.abs(value);
  }
  return size > Number.MAX_SAFE_INTEGER ? null : sum;
}

/** Zeros and marks are left out of a long sum, and blanks where they changed nothing. */
function isShown(report: Report, { cell }: Term, outcome: Outcome): boolean {
  const kind = kindOf(report, cell);
  if (kind === CellKind.number) return report.values[cell] !== 0;
  return isUnknown(kind) || (outcome !== 'pass' && kind !== CellKind.notApplicable);
}

function isClosed(report: Report, terms: readonly Term[]): boolean {
  return terms.every(({ cell }) => {
    const kind = kindOf(report, cell);
    return kind === CellKind.number || kind === CellKind.notApplicable;
  });
}

function termText(report: Report, term: Term, isFirst: boolean, lang: Language): string {
  const kind = kindOf(report, term.cell);
  const value = report.values[term.cell] ?? 0;
  if (kind !== CellKind.number) {
    const text = cellText(report, term.cell, lang);
    return `${isFirst ? '' : ' + '}${isUnknown(kind) ? `“${text}”` : text}`;
  }
  const isMinus = value * term.coefficient < 0;
  if (isFirst) return isMinus ? `−${Math.abs(value)}` : String(Math.abs(value));
  return `${isMinus ? ' − ' : ' + '}${Math.abs(value)}`;
}

function sideText(
  report: Report,
  terms: readonly Term[],
  outcome: Outcome,
  lang: Language,
): string {
  const shown =
    terms.length > longSum ? terms.filter((term) => isShown(report, term, outcome)) : terms;
  if (shown.length === 0) return '0';
  const text = shown.map((term, i) => termText(report, term, i === 0, lang)).join('');
  const sum = sideValue(report, terms);
  if (shown.length < 2 || sum === null) return text;
  if (outcome === 'pass' || isClosed(report, terms)) return `${text} = ${signed(sum)}`;
  // Whatever the blanks hold, they can only add to it.
  return outcome === 'fail' ? `${text} ≥ ${signed(sum)}` : text;
}

/** `2109 + 149 = 2258 ≠ 2164 + 95 = 2259，差 −1` */
export function equationText(
  report: Report,
  equation: Equation,
  outcome: Outcome,
  lang: Language,
): string {
  const left = sideText(report, equation.left, outcome, lang);
  const right = sideText(report, equation.right, outcome, lang);
  const text = `${left} ${relationSigns[equation.relation][outcome]} ${right}`;
  const [l, r] = [sideValue(report, equation.left), sideValue(report, equation.right)];
  const isExact = isClosed(report, [...equation.left, ...equation.right]);
  if (outcome !== 'fail' || equation.relation !== '=' || !isExact) return text;
  if (l === null || r === null) return text;
  return `${text}${lang === 'zh' ? '，差 ' : ', difference '}${signed(l - r)}`;
}
