import type { Correction } from '../marking/mend.ts';
import { CellKind } from '../model/cell.ts';
import type { At } from '../model/document.ts';
import type { Change, RepairGroup } from '../model/repair.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Run } from '../model/run.ts';

/** A change of a repair that is certain, as it is to be written. */
export interface Fix {
  readonly report: Report;
  /** What it belongs to: half a repair would mend nothing. */
  readonly group: RepairGroup;
  readonly change: Change;
  readonly correction: Correction;
}

/** The places of the other cells in the equations that a cell stands in. */
function besideOf({ checks }: Run, report: Report, cell: number): At[] {
  const cells = checks
    .map(({ equation: { left, right } }) => [...left, ...right].map((term) => term.cell))
    .filter((each) => each.includes(cell))
    .flat();
  const others = [...new Set(cells)].filter(
    (each) => each !== cell && kindOf(report, each) !== CellKind.absent,
  );
  return others.flatMap((each) => report.place(each).at ?? []);
}

/** What is read of a cell; undefined where it is no figure that could be replaced. */
function readOf(report: Report, cell: number): number | null | undefined {
  const kind = kindOf(report, cell);
  if (kind === CellKind.number) return report.values[cell];
  return kind === CellKind.blank ? null : undefined;
}

function fixOf(run: Run, report: Report, group: RepairGroup, change: Change): Fix | null {
  const { cell, to } = change;
  const from = readOf(report, cell);
  const { source, at } = report.place(cell);
  const isOwn = cell < report.form.cells.length && report.source.startsWith(source);
  if (from === undefined || !isOwn) return null;
  const printed = report.printed(cell) ?? '';
  const correction = { at, printed, from, to, beside: besideOf(run, report, cell) };
  return { report, group, change, correction };
}

/** Somebody accepted what it would change: a waiver is for the values as they are. */
function isAccepted({ findings }: Run, group: RepairGroup): boolean {
  const cells = new Set(group.repairs[0]?.changes.map(({ cell }) => cell));
  return findings.some(
    (finding) =>
      finding.waiver !== null &&
      (group.findings.includes(finding) || finding.cells.some((cell) => cells.has(cell))),
  );
}

/** What is certain to be a slip in a run, and how many errors are left without a repair that is certain. */
export function fixesOf(run: Run): { fixes: Fix[]; unsure: number } {
  const { report, findings, repairs } = run;
  if (report === null) return { fixes: [], unsure: 0 };
  const certain = repairs.filter(
    (group) => group.confidence === 'certain' && !isAccepted(run, group),
  );
  const mended = new Set<object>();
  const fixes: Fix[] = [];
  for (const group of certain) {
    const changes = group.repairs[0]?.changes ?? [];
    const own = changes.flatMap((change) => fixOf(run, report, group, change) ?? []);
    if (own.length === 0 || own.length < changes.length) continue;
    fixes.push(...own);
    for (const finding of group.findings) mended.add(finding);
  }
  const open = findings.filter(
    (finding) => finding.severity === 'error' && finding.waiver === null && !mended.has(finding),
  );
  return { fixes, unsure: open.length };
}
