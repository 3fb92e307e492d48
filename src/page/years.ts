import type { ShownOrgan } from './shape.ts';

/** More years than this from the first to the last are not all shown, only those that occur. */
const longestSpan = 40;

/** The columns of the list: the years, and null at the end if a report has none. */
export function yearsOf(organs: readonly ShownOrgan[]): (number | null)[] {
  const known = new Set<number>();
  let isUnknown = false;
  for (const { reports } of organs) {
    for (const { year } of reports) {
      if (year === null) isUnknown = true;
      else known.add(year);
    }
  }
  const sorted = [...known].sort((a, b) => a - b);
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? -1];
  const years =
    last - first >= longestSpan
      ? sorted
      : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return isUnknown ? [...years, null] : years;
}
