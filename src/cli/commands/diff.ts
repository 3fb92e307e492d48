import { diffRuns } from '../../engine/diff/index.ts';
import { placedProblem } from '../../messages/problems.ts';
import type { DiffOutcome } from '../../model/diff.ts';
import { isWarning } from '../../model/problem.ts';
import { settled } from '../../pipeline.ts';
import { diffJson } from '../../reporters/diff/result.ts';
import { diffTerminal } from '../../reporters/diff/terminal.ts';
import { contextFor, onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';

export interface DiffFlags extends ReadingFlags, SettingsFlags {
  readonly format: 'terminal' | 'json';
  readonly onlyTables?: boolean;
}

const codes: Readonly<Record<DiffOutcome, ExitCode>> = {
  same: ExitCode.pass,
  differ: ExitCode.fail,
  unknown: ExitCode.undone,
};

/** `giar diff`: two versions of a report, cell by cell. Why one cannot be read is told on stderr too. */
export async function diff(
  a: string,
  b: string,
  given: DiffFlags,
  outer: Shell,
): Promise<ExitCode> {
  const { policy, flags, shell } = await settledFor(given, outer);
  if (a === '-' && b === '-') throw new UsageError(shell.texts.diffOneStdin);
  const reading = readingOf(flags);
  const first = settled(await onlyRun(a, reading, shell), policy);
  const second = settled(await onlyRun(b, reading, shell), policy);
  for (const { report, problems } of [first, second]) {
    for (const each of report === null ? problems : []) shell.tell(placedProblem(each, shell.lang));
  }
  const stale = [...first.notes, ...second.notes].filter(isWarning);
  const told = new Set(stale.map((each) => placedProblem(each, shell.lang)));
  for (const line of told) shell.tell(line);
  const found = diffRuns(first, second, flags.onlyTables === true);
  const context = contextFor(shell);
  const write = flags.format === 'json' ? diffJson : diffTerminal;
  await shell.write(write(found, context));
  return codes[found.outcome];
}
