import { noRuns, withRun } from '../../engine/summary.ts';
import type { FileReading } from '../../host/files.ts';
import { placedProblem } from '../../messages/problems.ts';
import type { Run, Summary } from '../../model/run.ts';
import { repaired } from '../../pipeline.ts';
import { expand } from '../expand.ts';
import { openOutputs, type Wanted } from '../outputs.ts';
import { previousOf } from '../previous.ts';
import { contextFor, type ReadingFlags, readingOf, runNamed } from '../reading.ts';
import { type BaselineFlags, gateFor } from '../settings/baseline.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell } from '../shell.ts';

export interface CheckFlags extends ReadingFlags, SettingsFlags, BaselineFlags {
  readonly format: readonly Wanted[];
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly previous?: string;
  readonly fix?: boolean;
  readonly force?: boolean;
}

async function* runAll(
  names: readonly (string | Run)[],
  reading: FileReading,
): AsyncGenerator<Run> {
  for (const name of names) {
    if (typeof name !== 'string') yield name;
    else yield* runNamed(name, reading);
  }
}

function exitCodeOf(summary: Summary, maxWarnings = Number.POSITIVE_INFINITY): ExitCode {
  if (summary.notAssessable > 0 || summary.reports === 0) return ExitCode.undone;
  return summary.fail > 0 || summary.warnings > maxWarnings ? ExitCode.fail : ExitCode.pass;
}

function tellWarnings({ warnings }: Summary, most: number | undefined, shell: Shell): void {
  if (warnings <= (most ?? Number.POSITIVE_INFINITY)) return;
  const { tooManyWarnings } = shell.texts;
  shell.tell(
    `giar: ${tooManyWarnings.replace('{n}', String(warnings)).replace('{max}', String(most))}`,
  );
}

/** `giar check`: every report of every file, each written as soon as it is done. */
export async function check(
  names: readonly string[],
  given: CheckFlags,
  outer: Shell,
): Promise<ExitCode> {
  const { policy, flags, shell } = await settledFor(given, outer);
  const gate = await gateFor(policy, flags, shell);
  const detail = flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal';
  const context = { ...contextFor(shell), detail } as const;
  const files = await expand(names);
  const reading = { ...readingOf(flags), previous: await previousOf(flags.previous, flags, shell) };
  const outputs = await openOutputs(flags.format, files, context, shell);
  let summary = noRuns;
  const fixable: Run[] = [];
  try {
    await outputs.open();
    for await (const read of runAll(files, reading)) {
      const run = repaired(gate.pass(read), reading.previous);
      if (run.report === null || flags.quiet) {
        for (const each of run.problems) shell.tell(placedProblem(each, shell.lang));
      }
      await outputs.report(run, summary.reports);
      summary = withRun(summary, run);
      if (flags.fix === true) fixable.push(run);
    }
    await outputs.close(summary);
  } finally {
    await outputs.release();
  }
  await gate.close();
  tellWarnings(summary, flags.maxWarnings, shell);
  if (fixable.length > 0) {
    const { fix } = await import('./fix.ts');
    await fix(fixable, { reading, force: flags.force === true }, shell);
  }
  return exitCodeOf(summary, flags.maxWarnings);
}
