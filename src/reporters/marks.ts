import type { Report } from '../model/report.ts';
import type { Finding, Run, Severity } from '../model/run.ts';
import { suspects } from './terminal/layout.ts';

/** Signs that stand for themselves without colour. */
export const markSigns: Readonly<Record<Severity | 'waived', string>> = {
  error: '✗',
  warning: '!',
  waived: '○',
};

/** What a finding counts as: one that was accepted is neither error nor warning. */
export function weightOf({ severity, waiver }: Finding): keyof typeof markSigns {
  return waiver === null ? severity : 'waived';
}

/**
 * Why a cell is marked: the findings that name it, numbered from 1. `isSuspect`: a total that is
 * wrong, or a cell in which several findings meet; any other is only a part of a sum that is wrong.
 */
export interface Mark {
  readonly weight: keyof typeof markSigns;
  readonly numbers: readonly number[];
  readonly isSuspect: boolean;
}

const heaviest: readonly Mark['weight'][] = ['error', 'warning', 'waived'];

/** What the prose says may be wrong itself: the cells beside it are under no suspicion. */
function suspectsOf(finding: Finding): readonly number[] {
  return finding.claim === null ? suspects(finding) : [];
}

/** The marks of a report's own cells, by their indices; those of reports beside it are not marked. */
export function marksOf({ form }: Report, findings: readonly Finding[]): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const [i, finding] of findings.entries()) {
    const suspected = new Set(suspectsOf(finding));
    const own = new Set(finding.cells.filter((cell) => cell < form.cells.length));
    for (const cell of own) {
      const before = marks.get(cell);
      const weights = [weightOf(finding), before?.weight];
      marks.set(cell, {
        weight: heaviest.find((weight) => weights.includes(weight)) ?? 'waived',
        numbers: [...(before?.numbers ?? []), i + 1],
        isSuspect: before !== undefined || suspected.has(cell),
      });
    }
  }
  return marks;
}

/** By cell: the value that it ought to have, where one repair is better than all others. */
export function proposalsOf({ repairs }: Run): Map<number, number> {
  const sure = repairs.filter(({ confidence }) => confidence !== 'ambiguous');
  const changes = sure.flatMap(({ repairs: [best] }) => best?.changes ?? []);
  return new Map(changes.map(({ cell, to }) => [cell, to]));
}
