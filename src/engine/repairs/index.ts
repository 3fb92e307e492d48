import type { RepairGroup } from '../../model/repair.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Run } from '../../model/run.ts';
import { groupsOf } from './groups.ts';
import { benchOf } from './proof.ts';
import { solve } from './solve.ts';
import { systemOf } from './system.ts';
import { saidByYearBefore, saidOfCells } from './witnessed.ts';

/**
 * A run with what would mend its findings.
 * @param rules all rules, by which every repair is proved
 * @param before the report of the year before, as the run was made with it
 */
export function withRepairs(run: Run, rules: readonly Rule[], before: Report | null): Run {
  const { report, findings } = run;
  if (report === null || findings.length === 0) return run;
  const system = systemOf(report, run);
  const said = new Map([...saidByYearBefore(system), ...saidOfCells(system)]);
  const bench = benchOf(run, report, rules, before);
  const repairs = groupsOf(system).flatMap(
    (rows): RepairGroup | readonly RepairGroup[] => solve(bench, system, rows, said) ?? [],
  );
  return { ...run, repairs };
}
