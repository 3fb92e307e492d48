import { CellKind } from '../model/cell.ts';
import { withChanges } from '../model/changed.ts';
import { type Claim, isCells } from '../model/claim.ts';
import type { Change, RepairGroup } from '../model/repair.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Run } from '../model/run.ts';
import {
  type MissReason,
  type SeededSlip,
  type SelfTest,
  type SlipCounts,
  seededSlips,
  type TableTest,
} from '../model/selftest.ts';
import { compareFindings } from './diff/findings.ts';
import { slipAt } from './slips.ts';

/** What a report was before any slip: its run, and the cells that something looks at. */
interface Base {
  readonly run: Run;
  readonly report: Report;
  /** By cell: the outcomes of the checks that it is in, heuristic ones left out. */
  readonly outcomes: ReadonlyMap<number, ReadonlySet<string>>;
}

function cellsOfClaim(claim: Claim): readonly number[] {
  switch (claim.kind) {
    case 'figure':
      return claim.readings.flat();
    case 'share':
      return [...claim.parts, ...claim.wholes].filter(isCells).flat();
    case 'growth':
      return claim.now.filter(isCells).flat();
    case 'all':
      return [...claim.cells, ...(claim.of ?? [])];
    case 'breakdown':
      return [];
  }
}

/** Equations within the report and with the year before, and what the prose says for certain. */
function outcomesOf({ checks, compared }: Run, { prose, form }: Report): Base['outcomes'] {
  const outcomes = new Map<number, Set<string>>();
  const note = (cell: number, outcome: string): void => {
    if (cell >= form.cells.length) return;
    outcomes.set(cell, (outcomes.get(cell) ?? new Set()).add(outcome));
  };
  for (const { equation, outcome } of [...checks, ...(compared?.checks ?? [])]) {
    if (equation.status === 'heuristic') continue;
    for (const { cell } of [...equation.left, ...equation.right]) note(cell, outcome);
  }
  for (const claim of prose?.claims ?? []) {
    if (claim.force === 'firm') for (const cell of cellsOfClaim(claim)) note(cell, 'said');
  }
  return outcomes;
}

function reasonOf({ outcomes }: Base, changes: readonly Change[]): MissReason {
  const all = new Set(changes.flatMap(({ cell }) => [...(outcomes.get(cell) ?? [])]));
  if (all.size === 0) return 'unchecked';
  if (all.has('fail')) return 'masked';
  return all.has('inconclusive') ? 'open' : 'holds';
}

function keyOf(changes: readonly Change[]): string {
  const inOrder = [...changes].sort((a, b) => a.cell - b.cell);
  return inOrder.map(({ cell, to }) => `${cell}=${to}`).join();
}

function firstOf({ repairs: [first] }: RepairGroup): readonly Change[] {
  return first?.changes ?? [];
}

type Counting = { -readonly [K in keyof SlipCounts]: number };

/** Puts one slip into a copy of the report and counts what comes of it; why it was not caught, or null. */
function tried(
  base: Base,
  changes: readonly Change[],
  check: (report: Report) => Run,
  counts: Counting,
): MissReason | null {
  const { run, report } = base;
  const after = check(withChanges(report, changes));
  const { come } = compareFindings(run, after);
  counts.seeded++;
  const isCaught = come.some(({ severity }) => severity === 'error');
  if (isCaught) counts.caught++;
  else if (come.length > 0) counts.warned++;
  const known = new Set(run.repairs.map((group) => keyOf(firstOf(group))));
  const groups = after.repairs.filter((group) => !known.has(keyOf(firstOf(group))));
  const right = changes.map(({ cell }) => ({ cell, to: report.values[cell] ?? 0 }));
  if (keyOf(groups.flatMap(firstOf)) === keyOf(right)) counts.repaired++;
  else if (groups.some((group) => isMisleading(group, right))) counts.misled++;
  return isCaught ? null : reasonOf(base, changes);
}

/** A repair called certain that changes a cell which is right, or to another figure than stood there. */
function isMisleading(group: RepairGroup, right: readonly Change[]): boolean {
  const values = new Map(right.map(({ cell, to }) => [cell, to]));
  return (
    group.confidence === 'certain' && firstOf(group).some(({ cell, to }) => values.get(cell) !== to)
  );
}

const none: SlipCounts = { seeded: 0, caught: 0, warned: 0, repaired: 0, misled: 0 };

function testTable(base: Base, table: string, check: (report: Report) => Run): TableTest {
  const { form } = base.report;
  const cells = form.cells
    .filter(({ line, index }) => line.table.id === table && isFigure(base.report, index))
    .map(({ index }) => index);
  const slips: Record<SeededSlip, Counting> = {
    'plus-one': { ...none },
    transposed: { ...none },
    'digit-missing': { ...none },
    zeroed: { ...none },
    shifted: { ...none },
  };
  const missed = { unchecked: 0, masked: 0, open: 0, holds: 0 };
  for (const slip of seededSlips) {
    for (const cell of cells) {
      const changes = slipAt(base.report, cell, slip);
      if (changes.length === 0) continue;
      const why = tried(base, changes, check, slips[slip]);
      if (why !== null) missed[why]++;
    }
  }
  const unchecked = cells.filter((cell) => !base.outcomes.has(cell));
  return { table, figures: cells.length, slips, missed, unchecked };
}

function isFigure(report: Report, cell: number): boolean {
  return kindOf(report, cell) === CellKind.number;
}

/**
 * Puts every slip into a copy of the report, one at a time, and checks each copy.
 * @param run of the report, with repairs
 * @param check makes the run of a copy in the same way
 */
export function selfTest(run: Run, report: Report, check: (report: Report) => Run): SelfTest {
  const base: Base = { run, report, outcomes: outcomesOf(run, report) };
  const { tables } = report.form.edition;
  return { run, tables: tables.map(({ id }) => testTable(base, id, check)) };
}
