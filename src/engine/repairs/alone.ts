import { CellKind } from '../../model/cell.ts';
import type { Change, Confidence, RepairGroup } from '../../model/repair.ts';
import type { Finding } from '../../model/run.ts';
import { type Bench, prove } from './proof.ts';
import { judgedSlip } from './slips.ts';
import { mayHold, type System } from './system.ts';
import { plainlySaid } from './witnessed.ts';

/** The one change that mends a finding, if it holds when everything is checked again. */
function groupOf(
  bench: Bench,
  finding: Finding,
  change: Change,
  confidence: Confidence,
): RepairGroup | null {
  const changes = [change];
  const proof = prove(bench, changes);
  if (proof === null || !proof.gone.includes(finding)) return null;
  const { slip, cost } = judgedSlip(bench.report, changes, bench.before);
  const findings = bench.run.findings.filter((each) => proof.gone.includes(each));
  const repair = { changes, slip, witnesses: proof.witnesses, cost };
  return { findings, confidence, repairs: [repair], hasMore: false, lines: [] };
}

/** The value that the sums around an unreadable cell leave to it; null where they leave none, or several. */
function forced({ report, rows, entries }: System, cell: number): number | null {
  const values = new Set<number>();
  for (const { row: at, sign } of entries[cell] ?? []) {
    const row = rows[at];
    const isAlone = row?.cells.every(
      (each) =>
        each === cell ||
        report.kinds[each] === CellKind.number ||
        report.kinds[each] === CellKind.notApplicable,
    );
    if (row?.isEquality && !row.isSeries && isAlone) values.add(-row.gap / sign);
  }
  const [only] = values;
  return values.size === 1 && only !== undefined && mayHold(report, cell, only) ? only : null;
}

/** What a cell ought to hold that cannot be read: what the sums around it leave. */
export function legible(bench: Bench, system: System, finding: Finding): RepairGroup | null {
  const [cell, ...more] = finding.cells;
  if (cell === undefined || more.length > 0 || finding.across !== null) return null;
  if (bench.report.kinds[cell] !== CellKind.unreadable) return null;
  const to = forced(system, cell);
  return to === null ? null : groupOf(bench, finding, { cell, to }, 'likely');
}

/**
 * What a cell would hold if the prose is right against it, where no sum says otherwise. It may as
 * well be the prose that is wrong.
 */
export function asProseSays(bench: Bench, finding: Finding): RepairGroup | null {
  const { claim } = finding;
  const said = claim === null || claim.force !== 'firm' ? null : plainlySaid(claim);
  if (said === null || !mayHold(bench.report, said.cell, said.to)) return null;
  return groupOf(bench, finding, said, 'ambiguous');
}
