import { placedProblem } from '../../messages/problems.ts';
import { proseSections } from '../../model/edition.ts';
import type { Report } from '../../model/report.ts';
import { type WriterName, writers } from '../../writers/index.ts';
import { formOfReport, type Prose } from '../../writers/writer.ts';
import { onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell } from '../shell.ts';
import { formatOf, type OutputFlags, writeOutput } from './output.ts';

export interface ExtractFlags extends OutputFlags, ReadingFlags, SettingsFlags {}

/** The prose of the sections that have no table. */
function proseOf({ passages }: Report): Prose {
  const text = (section: string): string =>
    passages
      .filter((passage) => passage.section === section)
      .map((passage) => passage.text)
      .join('\n');
  const sections = proseSections.map((id): [string, string] => [id, text(id)]);
  return Object.fromEntries(sections.filter(([, words]) => words !== ''));
}

/** Formats that hold tables and nothing else. */
const tablesOnly: readonly WriterName[] = ['xlsx', 'csv'];

/** What of the prose is not written, so that checking what is written does not tell of it; null where all of it is. */
function leftOut({ passages, prose }: Report, format: WriterName, { texts }: Shell): string | null {
  if (tablesOnly.includes(format)) {
    return passages.length === 0 ? null : texts.proseLeft.replace('{format}', format);
  }
  const isKept = (section: string | null): boolean => proseSections.some((id) => id === section);
  const outside = new Set(prose?.claims.map(({ figure }) => figure));
  for (const figure of outside) if (isKept(figure.sentence.section)) outside.delete(figure);
  return outside.size === 0 ? null : texts.proseOutside.replace('{n}', String(outside.size));
}

/** `giar extract`: the report of one file in a format of ours. What could not be read is told, and exit 2. */
export async function extract(name: string, given: ExtractFlags, outer: Shell): Promise<ExitCode> {
  const { flags, shell } = await settledFor(given, outer);
  const format = formatOf(flags, shell);
  const run = await onlyRun(name, readingOf(flags), shell);
  for (const each of [...run.problems, ...run.notes]) shell.tell(placedProblem(each, shell.lang));
  if (run.report === null) return ExitCode.undone;
  const left = leftOut(run.report, format, shell);
  if (left !== null) shell.tell(`giar: ${left}`);
  const form = formOfReport(run.report, proseOf(run.report));
  await writeOutput(await writers[format].write(form), flags, shell);
  return run.problems.length === 0 ? ExitCode.pass : ExitCode.undone;
}
