import type { RepairGroup } from '../../model/repair.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../../model/rule.ts';
import type { Finding, Run } from '../../model/run.ts';
import { asProseSays, legible } from './alone.ts';
import { groupsOf } from './groups.ts';
import { type Bench, benchOf } from './proof.ts';
import { soberly } from './sober.ts';
import { type Said, solve } from './solve.ts';
import { type System, systemOf } from './system.ts';
import { saidByYearBefore, saidOfCells } from './witnessed.ts';

/** Findings by themselves are looked at one by one, but not more of them than anyone reads. */
const mostAlone = 40;

/** What would mend a finding that no group of failing sums explains. */
function alone(bench: Bench, system: System, said: Said, finding: Finding): RepairGroup | null {
  const { equation, across, claim } = finding;
  if (claim !== null) return asProseSays(bench, finding);
  if (equation === null) return legible(bench, system, finding);
  const row = system.rows.find((each) => each.equation === equation);
  if (across === null || row?.state !== 'fails' || !row.isEquality) return null;
  return solve(bench, system, [row], said, 'one cell');
}

/**
 * A run with what would mend its findings, those that were accepted left alone.
 * @param rules all rules, by which every repair is proved
 * @param before the report of the year before, as the run was made with it
 */
export function withRepairs(run: Run, rules: readonly Rule[], before: Report | null): Run {
  const { report } = run;
  const findings = run.findings.filter(({ waiver }) => waiver === null);
  if (report === null || findings.length === 0) return run;
  const system = systemOf(report, run);
  const said = new Map([...saidByYearBefore(system), ...saidOfCells(system)]);
  const bench = benchOf(run, report, rules, before);
  const repairs: RepairGroup[] = [];
  for (const rows of groupsOf(system)) {
    const group = solve(bench, system, rows, said);
    if (group !== null) repairs.push(group);
  }
  const told = new Set(repairs.flatMap((group) => group.findings));
  const untold = findings.filter((finding) => !told.has(finding));
  for (const finding of untold.slice(0, mostAlone)) {
    const group = told.has(finding) ? null : alone(bench, system, said, finding);
    if (group === null) continue;
    repairs.push(group);
    for (const each of group.findings) told.add(each);
  }
  return { ...run, repairs: soberly(system, repairs, findings) };
}
