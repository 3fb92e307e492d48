import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.ts';
import type { Program } from './programs.ts';
import { compareFindings } from './verify.ts';
import type { TruthLine } from './write.ts';

/** How often each rule has to be found. */
export function countTruth(path: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text === '') continue;
    const { rule }: TruthLine = JSON.parse(text);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

function provedByCounts(out: string, program: Program, truth: ReadonlyMap<string, number>): string {
  const { failed }: { failed: Readonly<Record<string, number>> } = JSON.parse(out);
  const wrong = program.finds.filter((rule) => (failed[rule] ?? 0) !== (truth.get(rule) ?? 0));
  const found = program.finds.reduce((sum, rule) => sum + (failed[rule] ?? 0), 0);
  return wrong.length === 0 ? `all ${found}` : `WRONG: ${wrong.join(', ')}`;
}

function provedBySummary(
  out: string,
  program: Program,
  truth: ReadonlyMap<string, number>,
): string {
  const wanted = program.finds.reduce((sum, rule) => sum + (truth.get(rule) ?? 0), 0);
  const told = / (\d+) errors?, (\d+) warnings?\s*$/u.exec(out);
  const [errors, warnings] = [Number(told?.[1]), Number(told?.[2])];
  if (errors === wanted && warnings === 0) return `all ${errors}`;
  return `WRONG: ${errors} errors and ${warnings} warnings, not ${wanted} errors`;
}

async function provedByFindings(
  program: Program,
  paths: readonly string[],
  truth: string,
  folder: string,
) {
  const out = mkdtempSync(join(folder, 'out-'));
  runChild([...program.command, '--out', out, ...paths], folder);
  const { expected, missed, invented, misplaced } = await compareFindings(
    join(out, 'findings.ndjson'),
    truth,
  );
  rmSync(out, { recursive: true });
  if (missed.length + invented.length + misplaced.length === 0) return `all ${expected}`;
  return `WRONG: ${missed.length} missed, ${invented.length} invented, ${misplaced.length} misplaced`;
}

/** Whether a program finds just what was seeded, of the rules that it knows. */
export async function prove(
  program: Program,
  paths: readonly string[],
  truth: string,
  folder: string,
): Promise<string> {
  if (program.told === 'findings') return provedByFindings(program, paths, truth, folder);
  const { out } = runChild([...program.command, ...paths], folder);
  if (program.finds.length === 0) return '–';
  const counts = countTruth(truth);
  return program.told === 'counts'
    ? provedByCounts(out, program, counts)
    : provedBySummary(out, program, counts);
}
