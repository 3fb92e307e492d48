import { noRuns, withRun } from '../../engine/summary.ts';
import type { FileReading } from '../../host/files.ts';
import { placedProblem } from '../../messages/problems.ts';
import type { Report } from '../../model/report.ts';
import type { Run, Summary } from '../../model/run.ts';
import { repaired, sentences } from '../../pipeline.ts';
import { type ReporterName, reporterFor } from '../../reporters/index.ts';
import type { ReporterContext } from '../../reporters/reporter.ts';
import { version } from '../../version.ts';
import { expand } from '../expand.ts';
import { onlyRun, type ReadingFlags, readingOf, runNamed } from '../reading.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

export interface CheckFlags extends ReadingFlags {
  readonly format: ReporterName;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly previous?: string;
  readonly fix?: boolean;
  readonly force?: boolean;
}

async function* runAll(names: readonly string[], reading: FileReading): AsyncGenerator<Run> {
  for (const name of await expand(names)) {
    if (typeof name !== 'string') yield name;
    else yield* runNamed(name, reading);
  }
}

function exitCodeOf(summary: Summary, maxWarnings = Number.POSITIVE_INFINITY): ExitCode {
  if (summary.notAssessable > 0 || summary.reports === 0) return ExitCode.undone;
  return summary.fail > 0 || summary.warnings > maxWarnings ? ExitCode.fail : ExitCode.pass;
}

/** Last year's report, by which rates of growth are checked. @throws UsageError where it cannot be read */
async function previousOf(
  { previous, ...flags }: CheckFlags,
  shell: Shell,
): Promise<Report | null> {
  if (previous === undefined) return null;
  const { report, problems } = await onlyRun(previous, readingOf(flags), shell);
  if (report !== null) return report;
  const [first] = problems;
  throw new UsageError(first === undefined ? previous : placedProblem(first, shell.lang));
}

/** `giar check`: every report of every file, each written as soon as it is done. */
export async function check(
  names: readonly string[],
  flags: CheckFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { lang, width, isColored } = shell;
  const detail = flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal';
  const context: ReporterContext = { lang, width, isColored, sentences, version, detail };
  const reporter = await reporterFor(flags.format);
  let summary = noRuns;
  const fixable: Run[] = [];
  await shell.write(reporter.open(context));
  const reading = { ...readingOf(flags), previous: await previousOf(flags, shell) };
  for await (const checked of runAll(names, reading)) {
    const run = repaired(checked, reading.previous);
    if (run.report === null || flags.quiet) {
      for (const each of run.problems) shell.tell(placedProblem(each, lang));
    }
    await shell.write(await reporter.report(run, context, summary.reports));
    summary = withRun(summary, run);
    if (flags.fix === true) fixable.push(run);
  }
  await shell.write(await reporter.close(summary, context));
  const code = exitCodeOf(summary, flags.maxWarnings);
  if (summary.warnings > (flags.maxWarnings ?? Number.POSITIVE_INFINITY)) {
    const { tooManyWarnings } = shell.texts;
    const [n, max] = [String(summary.warnings), String(flags.maxWarnings)];
    shell.tell(`giar: ${tooManyWarnings.replace('{n}', n).replace('{max}', max)}`);
  }
  if (fixable.length > 0) {
    const { fix } = await import('./fix.ts');
    await fix(fixable, { reading, force: flags.force === true }, shell);
  }
  return code;
}
