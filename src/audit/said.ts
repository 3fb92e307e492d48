import { organKey } from '../model/organ.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Said } from './records.ts';

/** One name may leave out the place that the other begins with. */
function isSameOrgan(a: string, b: string): boolean {
  const [x, y] = [organKey(a), organKey(b)];
  return x.endsWith(y) || y.endsWith(x);
}

/** What an index says otherwise than the report: it is the report that is believed. */
export function saidOtherwise({ organ, year, source }: Report, said: Said): Problem[] {
  const told: Problem[] = [];
  const differs = (what: { zh: string; en: string }, ours: string, theirs: string) =>
    told.push(
      problem('index-differs', { what, found: ours, said: theirs, place: said.place }, source),
    );
  if (organ !== null && said.organ !== null && !isSameOrgan(organ, said.organ))
    differs({ zh: '机关', en: 'organ' }, organ, said.organ);
  if (year !== null && said.year !== null && year !== said.year)
    differs({ zh: '年度', en: 'year' }, String(year), String(said.year));
  return told;
}
