import { markDocx } from '../../marking/docx.ts';
import { marksOf } from '../../marking/findings.ts';
import type { Marked } from '../../marking/mark.ts';
import { markXlsx } from '../../marking/xlsx.ts';
import { placedProblem } from '../../messages/problems.ts';
import type { Policy } from '../../model/policy.ts';
import type { Problem } from '../../model/problem.ts';
import type { Run } from '../../model/run.ts';
import { repaired, sentences, settled } from '../../pipeline.ts';
import { resultOf } from '../../reporters/result.ts';
import { rules } from '../../rules/index.ts';
import {
  bytesOf,
  type CopyFormat,
  copyFormatOf,
  keepApart,
  nameOfCopy,
  runsOf,
} from '../copying.ts';
import { previousOf } from '../previous.ts';
import { type ReadingFlags, readingOf } from '../reading.ts';
import type { SettingsFlags } from '../settings/find.ts';
import { settledFor } from '../settings/settled.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';
import { writeOutput } from './output.ts';

export interface AnnotateFlags extends ReadingFlags, SettingsFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly previous?: string;
}

/** A file's bytes, what they are a document of, and its run. */
interface Source {
  readonly run: Run;
  readonly bytes: Uint8Array;
  readonly format: CopyFormat;
}

/** @throws UsageError for what no copy can be made of; a run alone where the file could not be read */
async function sourceOf(
  name: string,
  flags: AnnotateFlags,
  policy: Policy,
  shell: Shell,
): Promise<Source | Run> {
  const { previous: before, ...reading } = flags;
  if (name === '-') throw new UsageError(shell.texts.annotateInput);
  const bytes = await bytesOf(name, readingOf(reading));
  const format = bytes === null ? null : copyFormatOf(bytes);
  const previous = await previousOf(before, reading, shell);
  const runs = await runsOf(bytes, name, { ...readingOf(reading), previous });
  const [first] = runs;
  if (first === undefined || runs.length > 1) throw new UsageError(shell.texts.oneReport);
  const run = repaired(settled(first, policy), previous);
  if (bytes === null || (format === null && run.report === null)) return run;
  if (format !== null) return { run, bytes, format };
  throw new UsageError(shell.texts.annotateKinds.replace('{file}', () => name));
}

function titleIn({ lang }: Shell): (rule: string) => string {
  return (id) => rules.find((rule) => rule.id === id)?.page.title[lang] ?? id;
}

function marked(
  { run, bytes, format }: Source,
  flags: AnnotateFlags,
  shell: Shell,
): Marked | Problem {
  const { lang } = shell;
  const { findings: results } = resultOf(run, sentences, lang);
  const marks = marksOf(run, { lang, results, titleOf: titleIn(shell) });
  const options = { source: run.source, limits: readingOf(flags).limits };
  return format === 'docx' ? markDocx(bytes, marks, options) : markXlsx(bytes, marks, options);
}

/** @throws UsageError for a name by which other programs would take the copy for something else */
function expectEnding(output: string, format: CopyFormat, { texts }: Shell): void {
  const [, ending = ''] = /\.([^./\\]+)$/u.exec(output) ?? [];
  if (new RegExp(`^${format.slice(0, -1)}[xm]$`, 'iu').test(ending)) return;
  throw new UsageError(
    texts.annotateEnding.replace('{file}', () => output).replace('{ending}', `.${format}`),
  );
}

/** `giar annotate`: a copy of a document with its findings marked. What could not be read is told, and exit 2. */
export async function annotate(
  name: string,
  given: AnnotateFlags,
  outer: Shell,
): Promise<ExitCode> {
  const { policy, flags, shell } = await settledFor(given, outer);
  const { texts, lang } = shell;
  const source = await sourceOf(name, flags, policy, shell);
  const run = 'run' in source ? source.run : source;
  for (const each of [...run.problems, ...run.notes]) shell.tell(placedProblem(each, lang));
  if (!('run' in source) || run.report === null) return ExitCode.undone;
  const open = run.coverage.checks.inconclusive + run.coverage.series.inconclusive;
  const code = run.problems.length === 0 && open === 0 ? ExitCode.pass : ExitCode.undone;
  if (run.findings.length === 0) {
    const nothing = open === 0 ? texts.annotateNothing : texts.annotateOpen;
    shell.tell(`giar: ${nothing.replace('{n}', String(open))}`);
    return code;
  }
  const output = flags.output ?? nameOfCopy(name, 'annotated', source.format);
  expectEnding(output, source.format, shell);
  await keepApart(name, output, shell);
  const copy = marked(source, flags, shell);
  if ('code' in copy) {
    shell.tell(placedProblem(copy, lang));
    return ExitCode.undone;
  }
  await writeOutput(copy.bytes, { ...flags, output, format: source.format }, shell);
  const tell = (text: string, n: number): void =>
    shell.tell(`giar: ${text.replace('{n}', String(n))}`);
  tell(texts.annotateDone, run.findings.length);
  if (copy.displaced > 0) tell(texts.annotateDisplaced, copy.displaced);
  return code;
}
