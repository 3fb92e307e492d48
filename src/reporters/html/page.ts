import type { Report } from '../../model/report.ts';
import type { ResultReport } from '../../model/result.ts';
import type { Finding, Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import type { Mark } from '../marks.ts';

/** A report that is being laid out, and by what name its parts are linked. */
export interface Sheet {
  readonly run: Run;
  readonly report: Report;
  readonly result: ResultReport;
  readonly lang: Language;
  /** Which report of the page it is, from 1. */
  readonly number: number;
  readonly marks: ReadonlyMap<number, Mark>;
}

/** The ids of a report's parts, unique in the page: plain numbers, nothing from the document. */
export const ids = {
  report: (report: number): string => `r${report}`,
  finding: (report: number, finding: number): string => `r${report}-f${finding}`,
  cell: (report: number, cell: number): string => `r${report}-c${cell}`,
  said: (report: number, finding: number): string => `r${report}-p${finding}`,
} as const;

/** The first of a finding's cells that is marked as suspect, else the first that is marked at all. */
export function firstCell({ marks }: Sheet, { cells }: Finding): number | null {
  const marked = cells.filter((cell) => marks.has(cell));
  return marked.find((cell) => marks.get(cell)?.isSuspect === true) ?? marked[0] ?? null;
}
