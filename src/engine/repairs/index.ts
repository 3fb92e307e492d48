import type { Change, RepairGroup } from '../../model/repair.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Run } from '../../model/run.ts';
import { mayHold, type Row, type System, systemOf } from './system.ts';

function singleOf({ report, rows, entries, values }: System, row: Row): Change | null {
  for (const [i, cell] of row.cells.entries()) {
    const delta = -row.gap / (row.signs[i] ?? 1);
    const own = entries[cell] ?? [];
    const agrees = own.every(({ row: at, sign }) => {
      const each = rows[at];
      return each?.state === 'fails' && each.gap + sign * delta === 0;
    });
    const to = (values[cell] ?? 0) + delta;
    if (agrees && own.length > 1 && mayHold(report, cell, to)) return { cell, to };
  }
  return null;
}

/**
 * A run with what would mend its findings.
 * @param rules all rules, by which every repair is proved
 * @param before the report of the year before, as the run was made with it
 */
export function withRepairs(run: Run, _rules: readonly Rule[], _before: Report | null): Run {
  const { report, findings } = run;
  if (report === null || !findings.some(({ equation }) => equation !== null)) return run;
  const system = systemOf(report, run);
  const groups = new Map<number, RepairGroup>();
  for (const row of system.rows) {
    const change = row.state === 'fails' ? singleOf(system, row) : null;
    if (change === null) continue;
    const own = findings.filter(({ equation }) => equation === row.equation);
    const known = groups.get(change.cell);
    const repair = { changes: [change], slip: null, witnesses: [], cost: 0 };
    groups.set(change.cell, {
      findings: [...(known?.findings ?? []), ...own],
      confidence: 'likely',
      repairs: [repair],
      hasMore: false,
      lines: [],
    });
  }
  return { ...run, repairs: [...groups.values()] };
}
