import { selfTest } from '../../engine/selftest.ts';
import { placedProblem } from '../../messages/problems.ts';
import { checkedAgain, repaired } from '../../pipeline.ts';
import { selfTestJson } from '../../reporters/selftest/json.ts';
import { selfTestTerminal } from '../../reporters/selftest/terminal.ts';
import { contextFor, onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import { ExitCode, type Shell } from '../shell.ts';

export interface SelftestFlags extends ReadingFlags {
  readonly format: 'terminal' | 'json';
}

/** `giar selftest`: slips put into copies of a report, and what share of them is caught and mended. */
export async function selftest(
  name: string,
  flags: SelftestFlags,
  shell: Shell,
): Promise<ExitCode> {
  const run = await onlyRun(name, readingOf(flags), shell);
  const { report, verdict, problems } = run;
  for (const each of problems) shell.tell(placedProblem(each, shell.lang));
  if (report === null) return ExitCode.undone;
  if (verdict === 'not-assessable') {
    shell.tell(`giar: ${shell.texts.selftestOpen}`);
    return ExitCode.undone;
  }
  const tested = selfTest(repaired(run), report, (copy) => checkedAgain(copy, null));
  const write = flags.format === 'json' ? selfTestJson : selfTestTerminal;
  await shell.write(write(tested, contextFor(shell)));
  return ExitCode.pass;
}
