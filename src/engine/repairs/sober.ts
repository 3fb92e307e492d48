import type { Change, RepairGroup } from '../../model/repair.ts';
import type { Finding } from '../../model/run.ts';
import { sets } from './search.ts';
import { isPlausible } from './slips.ts';
import type { Row, System } from './system.ts';
import { changesOf, trialOf } from './trial.ts';

/** Where more cells of a table are wrong than this, some look like another one sooner or later. */
const mostSure = 3;

function changesIn({ repairs: [first] }: RepairGroup): readonly Change[] {
  return first?.changes ?? [];
}

/** Somebody else says what every changed cell is, so that no other slips can look like these. */
function isWitnessed({ repairs: [first] }: RepairGroup): boolean {
  return (
    first?.changes.every(({ cell }) => first.witnesses.some((each) => each.cell === cell)) ?? false
  );
}

function tableOf({ findings }: RepairGroup): string | null {
  return findings[0]?.at.table ?? null;
}

/** The failing rows of the findings of a group. */
function rowsOf({ rows }: System, { findings }: RepairGroup): Row[] {
  const equations = new Set(findings.map(({ equation }) => equation));
  return rows.filter(
    (row) => row.state === 'fails' && row.isEquality && equations.has(row.equation),
  );
}

/** Cells that two of these rows or more have. */
function crossings(rows: readonly Row[]): ReadonlySet<number> {
  const met = new Set<number>();
  const crossed = new Set<number>();
  for (const cell of rows.flatMap((row) => row.cells)) {
    if (met.has(cell)) crossed.add(cell);
    met.add(cell);
  }
  return crossed;
}

/**
 * Two wrong cells in different lines and columns fail the same equations as three others do, two of
 * which are off by as much. That is far-fetched unless all three look like slips.
 */
function haveRival(system: System, a: RepairGroup, b: RepairGroup): boolean {
  if (changesIn(a).length + changesIn(b).length > 2) return true;
  const rows = [...rowsOf(system, a), ...rowsOf(system, b)];
  const trial = trialOf(system, rows);
  const { sets: found, isComplete } = sets(trial, 3, crossings(rows));
  const isLikely = (changes: readonly Change[]): boolean =>
    changes.every((change) => isPlausible(system.report, change));
  return !isComplete || found.some((deltas) => isLikely(changesOf(trial, deltas)));
}

/** The groups of a table of which other slips, one more in all, may be the truth. */
function doubted(system: System, groups: readonly RepairGroup[]): ReadonlySet<RepairGroup> {
  const open = groups.filter((group) => !isWitnessed(group));
  const count = open.reduce((sum, group) => sum + changesIn(group).length, 0);
  if (open.length > 1 && count > mostSure) return new Set(open);
  const rivals = open.flatMap((a, i) =>
    open.slice(i + 1).flatMap((b) => (haveRival(system, a, b) ? [a, b] : [])),
  );
  return new Set(rivals);
}

/** The tables in which sums fail for reasons that are not certain. */
function doubtfulTables(
  groups: readonly RepairGroup[],
  findings: readonly Finding[],
): ReadonlySet<string | null> {
  const told = new Set(groups.flatMap((group) => group.findings));
  const open = findings.filter((finding) => {
    const isSum = finding.equation !== null && finding.across === null;
    return isSum && !told.has(finding);
  });
  return new Set(open.flatMap(({ at }) => at.table ?? []));
}

/**
 * Groups of which none is called certain that others of its table throw a doubt on: several slips
 * that cross each other may look like fewer that are none of them.
 */
export function soberly(
  system: System,
  groups: readonly RepairGroup[],
  findings: readonly Finding[],
): RepairGroup[] {
  const certain = groups.filter(({ confidence }) => confidence === 'certain');
  const tables = doubtfulTables(certain, findings);
  const doubts = new Set(
    [...new Set(certain.map(tableOf))].flatMap((table) => [
      ...doubted(
        system,
        certain.filter((group) => tableOf(group) === table),
      ),
    ]),
  );
  return groups.map((group) => {
    const isSure = !doubts.has(group) && group.findings.every(({ at }) => !tables.has(at.table));
    return group.confidence !== 'certain' || isSure ? group : { ...group, confidence: 'likely' };
  });
}
