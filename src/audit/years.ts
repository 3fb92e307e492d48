import { type Problem, problem } from '../model/problem.ts';
import type { Words } from '../model/words.ts';

/** Years in a list of members lie between these. */
export const firstYear = 2000;
export const lastYear = 2099;

export const yearWords: Words = {
  zh: '四位年份，如 2019',
  en: 'a year of four digits such as 2019',
};

/** A year from 2000 on as it stands in a list; null for none, a problem for anything else. */
export function yearIn(found: string, source: string): number | null | Problem {
  const text = found.normalize('NFKC').trim().replace(/年$/u, '').trim();
  if (text === '') return null;
  const year = /^20\d\d$/u.test(text) ? Number(text) : 0;
  if (year > 0 && year <= lastYear) return year;
  return problem('value-wrong', { expected: yearWords, found }, source);
}
