import { noRuns, withRun } from '../../src/engine/summary.ts';
import type { Run } from '../../src/model/run.ts';
import type { Language } from '../../src/model/words.ts';
import type { Reporter } from '../../src/reporters/reporter.ts';
import { contextFor } from '../golden/reported.ts';

/** What a reporter makes of runs: the text that it writes, and what it ends with. */
export async function reportedRuns(
  reporter: Reporter,
  runs: readonly Run[],
  lang: Language,
): Promise<{ text: string; end: string | Uint8Array }> {
  const context = contextFor({ lang, width: 80, detail: 'normal' });
  const parts = [reporter.open(context)];
  for (const [i, run] of runs.entries()) parts.push(await reporter.report(run, context, i));
  const end = await reporter.close(runs.reduce(withRun, noRuns), context);
  return { text: parts.join(''), end };
}
