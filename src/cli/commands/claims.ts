import { placedProblem } from '../../messages/problems.ts';
import type { Report } from '../../model/report.ts';
import { claimsCsv, claimsJson, claimsTable } from '../../reporters/claims.ts';
import { onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell } from '../shell.ts';

export interface ClaimsFlags extends ReadingFlags, SettingsFlags {
  readonly format: 'terminal' | 'json' | 'csv';
}

function textOf(report: Report, format: ClaimsFlags['format'], { lang }: Shell): string {
  if (format === 'json') return claimsJson(report);
  return format === 'csv' ? claimsCsv(report) : claimsTable(report, lang);
}

/** `giar claims`: what each figure of a report's prose was taken for. */
export async function claims(name: string, given: ClaimsFlags, outer: Shell): Promise<ExitCode> {
  const { flags, shell } = await settledFor(given, outer);
  const { report, problems } = await onlyRun(name, readingOf(flags), shell);
  for (const each of problems) shell.tell(placedProblem(each, shell.lang));
  if (report === null) return ExitCode.undone;
  await shell.write(textOf(report, flags.format, shell));
  return ExitCode.pass;
}
