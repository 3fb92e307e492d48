import { placedProblem } from '../../messages/problems.ts';
import { proseSections } from '../../model/edition.ts';
import type { Report } from '../../model/report.ts';
import { writers } from '../../writers/index.ts';
import { formOfReport, type Prose } from '../../writers/writer.ts';
import { onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import { ExitCode, type Shell } from '../shell.ts';
import { formatOf, type OutputFlags, writeOutput } from './output.ts';

export interface ExtractFlags extends OutputFlags, ReadingFlags {}

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

/** `giar extract`: the report of one file in a format of ours. What could not be read is told, and exit 2. */
export async function extract(name: string, flags: ExtractFlags, shell: Shell): Promise<ExitCode> {
  const format = formatOf(flags, shell);
  const run = await onlyRun(name, readingOf(flags), shell);
  for (const each of [...run.problems, ...run.notes]) shell.tell(placedProblem(each, shell.lang));
  if (run.report === null) return ExitCode.undone;
  const form = formOfReport(run.report, proseOf(run.report));
  await writeOutput(await writers[format].write(form), flags, shell);
  return run.problems.length === 0 ? ExitCode.pass : ExitCode.undone;
}
