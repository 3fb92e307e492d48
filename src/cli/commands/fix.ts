import { existsSync } from 'node:fs';
import type { FileReading } from '../../host/files.ts';
import type { Mended, Obstacle } from '../../marking/mend.ts';
import { mendDocx } from '../../marking/mendDocx.ts';
import { mendJson } from '../../marking/mendJson.ts';
import { mendXlsx } from '../../marking/mendXlsx.ts';
import { cellText, lineName, signed } from '../../messages/names.ts';
import { placedProblem } from '../../messages/problems.ts';
import { visible } from '../../messages/visible.ts';
import type { Problem } from '../../model/problem.ts';
import type { Run } from '../../model/run.ts';
import {
  bytesOf,
  type CopyFormat,
  copyFormatOf,
  keepApart,
  nameOfCopy,
  runsOf,
} from '../copying.ts';
import { type Fix, fixesOf } from '../fixing.ts';
import { type Shell, UsageError } from '../shell.ts';
import { writeOutput } from './output.ts';

export interface FixOptions {
  readonly reading: FileReading;
  /** Replace a copy that is there. */
  readonly force: boolean;
}

type Format = CopyFormat | 'json';

/** Puts texts in a sentence, by their names. */
function said(pattern: string, texts: Readonly<Record<string, string>>): string {
  return `giar: ${pattern.replace(/\{(\w+)\}/gu, (_, name: string) => texts[name] ?? '')}`;
}

function cellName({ report, change }: Fix, { lang }: Shell): string {
  const cell = report.form.cells[change.cell];
  if (cell === undefined) return '';
  const line = lineName(cell.line, lang);
  return lang === 'zh' ? `“${line}”${cell.column.zh}` : `"${line}", ${cell.column.en}`;
}

function tellFixes({ obstacles }: Outcome, shell: Shell): void {
  const { texts, lang } = shell;
  for (const [fix, obstacle] of obstacles) {
    const { report, change } = fix;
    const why = obstacle === null ? '' : texts.fixObstacles[obstacle];
    const from = cellText(report, change.cell, lang);
    const file = visible(report.source);
    const words = { file, cell: cellName(fix, shell), from, to: signed(change.to), why };
    shell.tell(said(obstacle === null ? texts.fixChanged : texts.fixLeft, words));
  }
}

type Options = { readonly source: string; readonly limits: FileReading['limits'] };

function mend(
  bytes: Uint8Array,
  format: Format,
  fixes: readonly Fix[],
  options: Options,
): Mended | Problem {
  const corrections = fixes.map(({ correction }) => correction);
  if (format === 'json') return mendJson(bytes, corrections);
  return format === 'docx'
    ? mendDocx(bytes, corrections, options)
    : mendXlsx(bytes, corrections, options);
}

/** A copy, and why what was not written was not. */
interface Outcome {
  readonly bytes: Uint8Array;
  readonly obstacles: ReadonlyMap<Fix, Obstacle | 'together' | null>;
}

/** Writes whole repairs only: what belongs to a change that cannot be written is left too. */
function mendWhole(
  bytes: Uint8Array,
  format: Format,
  fixes: readonly Fix[],
  options: Options,
): Outcome | Problem {
  const first = mend(bytes, format, fixes, options);
  if ('code' in first) return first;
  const blocked = new Set(fixes.filter((_, i) => first.left[i] !== null).map(({ group }) => group));
  const obstacles = fixes.map((each, i) => {
    return [each, first.left[i] ?? (blocked.has(each.group) ? 'together' : null)] as const;
  });
  const whole = fixes.filter(({ group }) => !blocked.has(group));
  const second = blocked.size === 0 ? first : mend(bytes, format, whole, options);
  return 'code' in second ? second : { bytes: second.bytes, obstacles: new Map(obstacles) };
}

/** Checks a copy again, as its original was, and tells the verdicts. */
async function tellVerdicts(
  copy: string,
  bytes: Uint8Array,
  reading: FileReading,
  shell: Shell,
): Promise<void> {
  const { fixVerdict, fixVerdicts } = shell.texts;
  for (const { verdict, source } of await runsOf(bytes, copy, reading)) {
    shell.tell(said(fixVerdict, { file: visible(source), verdict: fixVerdicts[verdict] }));
  }
}

/** What is to be written of one file, whose bytes are read again. */
interface Task {
  readonly name: string;
  readonly fixes: readonly Fix[];
}

async function fixFile({ name, fixes }: Task, { reading, force }: FixOptions, shell: Shell) {
  const { texts } = shell;
  const file = visible(name);
  const bytes = await bytesOf(name, reading);
  const isJson = fixes.every(({ report }) => report.format === 'json');
  const format = bytes === null ? null : isJson ? 'json' : copyFormatOf(bytes);
  if (bytes === null || format === null) {
    shell.tell(said(texts.fixFormat, { file }));
    return;
  }
  const mended = mendWhole(bytes, format, fixes, { source: name, limits: reading.limits });
  if ('code' in mended) {
    shell.tell(placedProblem(mended, shell.lang));
    return;
  }
  const isAny = [...mended.obstacles.values()].includes(null);
  const output = nameOfCopy(name, 'fixed', format);
  if (isAny) await keepApart(name, output, shell);
  if (isAny && !force && existsSync(output))
    throw new UsageError(texts.fixExists.replace('{file}', () => output));
  if (isAny) await writeOutput(mended.bytes, { output, force, format }, shell);
  tellFixes(mended, shell);
  if (isAny) await tellVerdicts(output, mended.bytes, reading, shell);
  else shell.tell(said(texts.fixNothing, { file }));
}

/** The file that a run was made of: a line of NDJSON is told by its number too. */
function fileOf({ source, report }: Run): string {
  return report?.place(0).source ?? source;
}

/** `giar check --fix`: copies with what is certain to be a slip mended. The files themselves stay as they are. */
export async function fix(runs: readonly Run[], options: FixOptions, shell: Shell): Promise<void> {
  for (const name of new Set(runs.map(fileOf))) {
    const found = runs.filter((run) => fileOf(run) === name).map(fixesOf);
    const fixes = found.flatMap((each) => each.fixes);
    const unsure = found.reduce((sum, each) => sum + each.unsure, 0);
    const isRight = runs.every((run) => fileOf(run) !== name || run.verdict === 'pass');
    const nothing = isRight ? shell.texts.fixRight : shell.texts.fixNothing;
    if (fixes.length > 0) await fixFile({ name, fixes }, options, shell);
    else shell.tell(said(nothing, { file: visible(name) }));
    const words = { file: visible(name), n: String(unsure) };
    if (fixes.length > 0 && unsure > 0) shell.tell(said(shell.texts.fixUnsure, words));
  }
}
