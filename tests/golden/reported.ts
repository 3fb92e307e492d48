import { runDocument } from '../../src/check.ts';
import { noRuns, withRun } from '../../src/engine/summary.ts';
import { severityOf } from '../../src/example.ts';
import type { Run } from '../../src/model/run.ts';
import { repaired, sentences } from '../../src/pipeline.ts';
import type { Reporter, ReporterContext } from '../../src/reporters/reporter.ts';
import { rules } from '../../src/rules/index.ts';
import { type JsonObject, pretty } from '../cli/records.ts';

type How = Pick<ReporterContext, 'lang' | 'width' | 'detail'>;

/** Records checked, each a file of its own. */
export function runsOf(records: Readonly<Record<string, JsonObject>>): Run[] {
  return Object.entries(records).flatMap(([name, record]) =>
    runDocument(pretty(record), name).map((run) => repaired(run)),
  );
}

/** What a reporter may know besides the runs. */
export function contextFor(how: How): ReporterContext {
  return { ...how, sentences, rules, severityOf, version: '1.2.3', isColored: false };
}

/** What a reporter makes of runs. */
export async function laidOut(
  reporter: Reporter,
  runs: readonly Run[],
  lang: How['lang'] = 'en',
): Promise<string> {
  return written(reporter, runs, { lang, width: 80, detail: 'normal' });
}

async function written(reporter: Reporter, runs: readonly Run[], how: How): Promise<string> {
  const context = contextFor(how);
  const parts: string[] = [reporter.open(context)];
  for (const [i, run] of runs.entries()) parts.push(await reporter.report(run, context, i));
  const end = await reporter.close(runs.reduce(withRun, noRuns), context);
  return [...parts, typeof end === 'string' ? end : new TextDecoder().decode(end)].join('');
}

/** What a reporter makes of records, each a file of its own. */
export async function reported(
  reporter: Reporter,
  records: Readonly<Record<string, JsonObject>>,
  how: How,
): Promise<string> {
  return written(reporter, runsOf(records), how);
}
