import { runDocument } from '../../src/check.ts';
import { noRuns, withRun } from '../../src/engine/summary.ts';
import { repaired, sentences } from '../../src/pipeline.ts';
import type { Reporter, ReporterContext } from '../../src/reporters/reporter.ts';
import { type JsonObject, pretty } from '../cli/records.ts';

/** What a reporter makes of records, each a file of its own. */
export async function reported(
  reporter: Reporter,
  records: Readonly<Record<string, JsonObject>>,
  how: Pick<ReporterContext, 'lang' | 'width' | 'detail'>,
): Promise<string> {
  const context: ReporterContext = { ...how, sentences, version: '1.2.3', isColored: false };
  const runs = Object.entries(records).flatMap(([name, record]) =>
    runDocument(pretty(record), name).map((run) => repaired(run)),
  );
  const parts: string[] = [];
  for (const [i, run] of runs.entries()) parts.push(await reporter.report(run, context, i));
  const summary = runs.reduce(withRun, noRuns);
  return [reporter.open(context), ...parts, await reporter.close(summary, context)].join('');
}
