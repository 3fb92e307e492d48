import { CellKind, isUnknown } from '../../model/cell.ts';
import type { Equation, Relation } from '../../model/equation.ts';
import { kindOf, type Report } from '../../model/report.ts';
import type { Check, Run } from '../../model/run.ts';

/** An equation as a row: Σ sign × cell against 0. */
export interface Row {
  readonly index: number;
  readonly equation: Equation;
  readonly cells: readonly number[];
  readonly signs: readonly number[];
  /** Left − right as the report has it, blanks adding 0. */
  readonly gap: number;
  /** `fails`: has to be mended; `holds`: may not be broken; `open`: says nothing for certain. */
  readonly state: 'fails' | 'holds' | 'open';
  readonly isEquality: boolean;
  /** Between two years, where the other report may as well be the wrong one. */
  readonly isSeries: boolean;
}

export interface Entry {
  readonly row: number;
  readonly sign: number;
}

/** The equations of a report, by row and by cell; cells of the year before follow its own and cannot be changed. */
export interface System {
  readonly report: Report;
  readonly values: readonly number[];
  readonly rows: readonly Row[];
  /** By own cell, the rows that it is in. */
  readonly entries: readonly (readonly Entry[])[];
}

/** Whether a gap of left − right satisfies a relation. */
export function holds(gap: number, relation: Relation): boolean {
  if (relation === '<=') return gap <= 0;
  return relation === '>=' ? gap >= 0 : gap === 0;
}

function stateOf(check: Check, within: Report, cells: readonly number[]): Row['state'] {
  const { outcome } = check;
  const isKnown = (kind: CellKind): boolean => !isUnknown(kind) && kind !== CellKind.absent;
  const kinds = cells.map((cell) => kindOf(within, cell));
  if (outcome === 'fail') return kinds.every((kind) => !isUnknown(kind)) ? 'fails' : 'open';
  const isClosed = kinds.every((kind) => isKnown(kind) && kind !== CellKind.blank);
  return outcome === 'pass' && isClosed ? 'holds' : 'open';
}

function rowOf(
  check: Check,
  within: Report,
  index: number,
  isSeries: boolean,
  isWaived: boolean,
): Row {
  const { equation } = check;
  const { left, relation, right } = equation;
  const cells = [...left, ...right].map(({ cell }) => cell);
  const signs = [...left.map((t) => t.coefficient), ...right.map((t) => -t.coefficient)];
  const gap = cells.reduce((sum, cell, i) => sum + (within.values[cell] ?? 0) * (signs[i] ?? 0), 0);
  const state = isWaived ? 'open' : stateOf(check, within, cells);
  return { index, equation, cells, signs, gap, state, isEquality: relation === '=', isSeries };
}

/** The equations that a run has checked; one whose failing was accepted says nothing of its cells. */
export function systemOf(report: Report, { checks, compared, findings }: Run): System {
  const waived = new Set(
    findings.flatMap(({ waiver, equation }) => (waiver === null ? [] : equation)),
  );
  const isWaived = ({ equation }: Check): boolean => waived.has(equation);
  const rows = checks.map((check, i) => rowOf(check, report, i, false, isWaived(check)));
  if (compared !== null) {
    for (const check of compared.checks) {
      rows.push(rowOf(check, compared.joint, rows.length, true, isWaived(check)));
    }
  }
  const entries: Entry[][] = report.form.cells.map(() => []);
  for (const { index, cells, signs } of rows) {
    for (const [i, cell] of cells.entries()) {
      entries[cell]?.push({ row: index, sign: signs[i] ?? 0 });
    }
  }
  return { report, values: report.values, rows, entries };
}

/** The cell may hold this value: whole where the form counts, not below 0 where it does not tell a change. */
export function mayHold({ form, kinds }: Report, cell: number, value: number): boolean {
  const kind = kinds[cell];
  const figure = form.cells[cell]?.figure;
  if (figure === undefined || kind === CellKind.absent || kind === CellKind.uncertain) return false;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  return (figure === 'change' || value >= 0) && (form.whole[cell] === 0 || Number.isInteger(value));
}
