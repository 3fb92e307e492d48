import { type RolledUp, rollUp } from '../../engine/rollUp.ts';
import { lineName } from '../../messages/names.ts';
import { placedProblem } from '../../messages/problems.ts';
import { visible } from '../../messages/visible.ts';
import { organKey } from '../../model/organ.ts';
import type { Report } from '../../model/report.ts';
import type { Run } from '../../model/run.ts';
import { writers } from '../../writers/index.ts';
import type { FilledForm } from '../../writers/writer.ts';
import { expand } from '../expand.ts';
import { type ReadingFlags, readingOf, runNamed } from '../reading.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';
import { formatOf, type OutputFlags, writeOutput } from './output.ts';

export interface RollupFlags extends OutputFlags, ReadingFlags {
  readonly organ?: string;
  readonly year?: number;
  readonly partial?: boolean;
}

async function runsOf(names: readonly string[], flags: RollupFlags): Promise<Run[]> {
  const runs: Run[] = [];
  const reading = readingOf(flags);
  for (const name of await expand(names)) {
    if (typeof name !== 'string') runs.push(name);
    else for await (const run of runNamed(name, reading)) runs.push(run);
  }
  return runs;
}

/** The reports by what they say of themselves, for a sentence: `2022 (a.json, b.json), 2023 (c.json)`. */
function grouped(reports: readonly Report[], said: (report: Report) => string): string[] {
  const groups = new Map<string, string[]>();
  for (const report of reports) {
    const key = said(report);
    groups.set(key, [...(groups.get(key) ?? []), visible(report.source)]);
  }
  return [...groups].map(([key, sources]) => {
    const more = sources.length > 3 ? ', …' : '';
    return `${key} (${sources.slice(0, 3).join(', ')}${more})`;
  });
}

function refuse(text: string, found: readonly string[]): never {
  throw new UsageError(text.replace('{found}', () => found.join(', ')));
}

/** The year of all reports. @throws UsageError where they differ, or one does not say it and nobody else does */
function yearOf(reports: readonly Report[], { year }: RollupFlags, { texts }: Shell): number {
  const years = [...new Set(reports.flatMap((report) => report.year ?? []))];
  const [only, ...others] = year === undefined ? years : [...new Set([year, ...years])];
  const said = grouped(reports, (report) => String(report.year ?? '?'));
  if (others.length > 0) return refuse(texts.rollupYears, said);
  const isUnsaid = year === undefined && reports.some((report) => report.year === null);
  if (only === undefined || isUnsaid) return refuse(texts.rollupYear, said);
  return only;
}

/** @throws UsageError for reports on several forms, or two of one organ */
function checkMembers(reports: readonly Report[], { texts }: Shell): void {
  const forms = grouped(reports, ({ form }) => form.edition.id);
  if (forms.length > 1) refuse(texts.rollupEditions, forms);
  const named = reports.filter(({ organ }) => organ !== null);
  const keys = named.map(({ organ }) => organKey(organ ?? ''));
  const twice = named.filter(
    (_, i) => keys.indexOf(keys[i] ?? '') !== keys.lastIndexOf(keys[i] ?? ''),
  );
  if (twice.length > 0) {
    refuse(
      texts.rollupTwice,
      grouped(twice, ({ organ }) => visible(organ ?? '')),
    );
  }
}

/** So many cells are told one by one. */
const mostTold = 20;

/** Says which cells of which members are not certain, and what was not added up. */
function tellRolledUp(rolled: RolledUp, reports: readonly Report[], shell: Shell): void {
  const { lang, texts } = shell;
  for (const { member, place } of rolled.doubts.slice(0, mostTold)) {
    const cell = `${lineName(place.line, lang)} / ${place.column[lang]}`;
    const source = visible(reports[member]?.source ?? '');
    shell.tell(`${source}: ${texts.rollupDoubt.replace('{cell}', () => cell)}`);
  }
  const more = rolled.doubts.length - mostTold;
  if (more > 0) shell.tell(`giar: ${texts.rollupMore.replace('{count}', String(more))}`);
  for (const { line, why } of rolled.apart) {
    const text = texts.rollupApart.replace('{line}', () => lineName(line, lang));
    shell.tell(`giar: ${text.replace('{why}', () => why[lang])}`);
  }
  for (const { line } of rolled.unitless) {
    shell.tell(`giar: ${texts.rollupUnitless.replace('{line}', () => lineName(line, lang))}`);
  }
}

function formOfRolledUp(rolled: RolledUp, organ: string | null, year: number): FilledForm {
  const { form, cells } = rolled;
  return {
    form,
    organ,
    year,
    cell: (index) => cells.get(index) ?? null,
    isAbsent: (index) => !cells.has(index),
  };
}

function tellRuns(runs: readonly Run[], { lang, texts, tell }: Shell): void {
  for (const { source, verdict, problems, notes } of runs) {
    for (const each of [...problems, ...notes]) tell(placedProblem(each, lang));
    if (verdict === 'fail') tell(`${visible(source)}: ${texts.rollupWrong}`);
  }
}

/** `giar rollup`: the report of a region, added up from those of its members. What is not certain is told, and nothing is written. */
export async function rollup(
  names: readonly string[],
  flags: RollupFlags,
  shell: Shell,
): Promise<ExitCode> {
  const format = formatOf(flags, shell);
  const runs = await runsOf(names, flags);
  tellRuns(runs, shell);
  const reports = runs.flatMap(({ report }) => report ?? []);
  const [first] = reports;
  if (first === undefined) return ExitCode.undone;
  const year = yearOf(reports, flags, shell);
  checkMembers(reports, shell);
  const rolled = rollUp(first.form, reports, reports.length === runs.length);
  tellRolledUp(rolled, reports, shell);
  const isSure = rolled.doubts.length === 0 && runs.every(({ problems }) => problems.length === 0);
  if (!isSure && !flags.partial) {
    shell.tell(`giar: ${shell.texts.rollupUnsure}`);
    return ExitCode.undone;
  }
  const filled = formOfRolledUp(rolled, flags.organ ?? null, year);
  await writeOutput(await writers[format].write(filled), flags, shell);
  return isSure ? ExitCode.pass : ExitCode.undone;
}
