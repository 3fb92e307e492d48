import { withRepairs } from '../../../src/engine/repairs/index.ts';
import { run } from '../../../src/engine/run.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Draw } from '../../../tests/support/generate.ts';
import { type Injected, inject } from '../../../tests/support/injected.ts';
import type { Base } from './bases.ts';

/** What became of errors of one kind in one table. */
export interface Score {
  errors: number;
  /** Errors that left everything consistent, or changed nothing. */
  leftOut: number;
  /** The first repairs give the right report. */
  right: number;
  /** The right report is among the repairs that are shown. */
  shown: number;
  certain: number;
  wrongCertain: number;
  likely: number;
  wrongLikely: number;
  /** Milliseconds of work in all, so that a busy machine does not count. */
  time: number;
  slowest: number;
}

export function noScore(): Score {
  return {
    errors: 0,
    leftOut: 0,
    right: 0,
    shown: 0,
    certain: 0,
    wrongCertain: 0,
    likely: 0,
    wrongLikely: 0,
    time: 0,
    slowest: 0,
  };
}

/** Puts one error into a report, has it repaired, and notes what came of it. */
export function tryOne(
  { report, before }: Base,
  table: string,
  kind: Injected,
  draw: Draw,
  score: Score,
  onWrong: (told: string) => void,
): void {
  const values = [...report.values];
  const cells = inject(report.form, table, kind, values, draw);
  const wrong = run({ ...report, values }, rules, before);
  if (cells.length === 0 || wrong.findings.every(({ equation }) => equation === null)) {
    score.leftOut++;
    return;
  }
  const start = process.cpuUsage();
  const { repairs } = withRepairs(wrong, rules, before);
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  score.errors++;
  score.time += time;
  score.slowest = Math.max(score.slowest, time);
  const first = repairs.flatMap((group) => group.repairs.slice(0, 1));
  const isRightChange = (change: { cell: number; to: number }): boolean =>
    cells.includes(change.cell) && change.to === report.values[change.cell];
  const changes = first.flatMap((repair) => repair.changes);
  const isRight = changes.length === cells.length && changes.every(isRightChange);
  if (isRight) score.right++;
  const rightOnes = repairs.flatMap(
    (group) => group.repairs.find((repair) => repair.changes.every(isRightChange))?.changes ?? [],
  );
  if (rightOnes.length === cells.length) score.shown++;
  for (const group of repairs) {
    const isWrong = !(group.repairs[0]?.changes.every(isRightChange) ?? false);
    if (group.confidence === 'certain') {
      score.certain++;
      if (isWrong) score.wrongCertain++;
    } else if (group.confidence === 'likely') {
      score.likely++;
      if (isWrong) score.wrongLikely++;
    }
  }
  if (isRight) return;
  const name = (cell: number): string => report.form.cells[cell]?.name ?? '';
  const due = cells.map((cell) => `${name(cell)} ${values[cell]}→${report.values[cell]}`);
  const got = repairs.map(
    ({ confidence, repairs: all }) =>
      `${confidence}(${all.length}): ${(all[0]?.changes ?? []).map(({ cell, to }) => `${name(cell)}→${to}`).join(', ')}`,
  );
  onWrong(`${kind}: ${due.join(', ')}\n    got ${got.join(' | ')}`);
}
