import type { FormLine } from '../model/form.ts';
import type { Match } from './alignRows.ts';
import type { OwnHeader } from './blockHeaders.ts';
import { isUnit } from './gridRows.ts';
import type { LabelBook } from './labelBook.ts';

function isNamed({ row }: Match, book: LabelBook): boolean {
  return row.label === '' || book.isExact(row.label) || book.isPiece(row.label);
}

function isSameShape({ row, line }: Match): boolean {
  const own = row.figures.filter((cell) => !cell.isPadding && !isUnit(cell.text));
  return own.length === line.columns.length;
}

/** As many columns as no list of other things has beside a label. */
const manyColumns = 5;

/** What being laid out as the form is weighs; being named so weighs 1. */
const fullWeight = 2;

/** For each line the rows that are laid out as the form is, and named so: others only share words with it. */
export function fullOnes(
  matches: readonly Match[],
  ownHeader: OwnHeader,
  book: LabelBook,
): Match[] {
  const isFull = (match: Match): boolean => {
    const count = match.line.columns.length;
    return ownHeader(match) !== null || (count >= manyColumns && match.row.figures.length >= count);
  };
  const weights = matches.map(
    (match) => (isFull(match) ? fullWeight : 0) + (isNamed(match, book) ? 1 : 0),
  );
  const best = new Map<FormLine, number>();
  for (const [i, { line }] of matches.entries()) {
    best.set(line, Math.max(best.get(line) ?? 0, weights[i] ?? 0));
  }
  return matches.filter((match, i) => {
    const weight = weights[i] ?? 0;
    // Beside words like those of a line that stands beside others, figures are hardly its own.
    if (weight === 0 && match.line.block.layout === 'across') return false;
    return weight === best.get(match.line) || (weight >= fullWeight && isSameShape(match));
  });
}
