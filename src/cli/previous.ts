import { placedProblem } from '../messages/problems.ts';
import type { Report } from '../model/report.ts';
import { onlyRun, type ReadingFlags, readingOf } from './reading.ts';
import { type Shell, UsageError } from './shell.ts';

/** Last year's report, by which rates of growth are checked. @throws UsageError where it cannot be read */
export async function previousOf(
  previous: string | undefined,
  flags: ReadingFlags,
  shell: Shell,
): Promise<Report | null> {
  if (previous === undefined) return null;
  const { report, problems } = await onlyRun(previous, readingOf(flags), shell);
  if (report !== null) return report;
  const [first] = problems;
  throw new UsageError(first === undefined ? previous : placedProblem(first, shell.lang));
}
