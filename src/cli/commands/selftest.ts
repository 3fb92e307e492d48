import { selfTest } from '../../engine/selftest.ts';
import { placedProblem } from '../../messages/problems.ts';
import { checkedAgain, repaired, settled } from '../../pipeline.ts';
import { selfTestJson } from '../../reporters/selftest/json.ts';
import { selfTestTerminal } from '../../reporters/selftest/terminal.ts';
import { contextFor, onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell } from '../shell.ts';

export interface SelftestFlags extends ReadingFlags, SettingsFlags {
  readonly format: 'terminal' | 'json';
}

/** `giar selftest`: slips put into copies of a report, and what share of them is caught and mended. */
export async function selftest(
  name: string,
  given: SelftestFlags,
  outer: Shell,
): Promise<ExitCode> {
  const { policy, flags, shell } = await settledFor(given, outer);
  const run = settled(await onlyRun(name, readingOf(flags), shell), policy);
  const { report, verdict, problems } = run;
  for (const each of problems) shell.tell(placedProblem(each, shell.lang));
  if (report === null) return ExitCode.undone;
  if (verdict === 'not-assessable') {
    shell.tell(`giar: ${shell.texts.selftestOpen}`);
    return ExitCode.undone;
  }
  const tested = selfTest(repaired(run), report, (copy) =>
    settled(checkedAgain(copy, null), policy),
  );
  const write = flags.format === 'json' ? selfTestJson : selfTestTerminal;
  await shell.write(write(tested, contextFor(shell)));
  return ExitCode.pass;
}
