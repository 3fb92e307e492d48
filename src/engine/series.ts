import { CellKind } from '../model/cell.ts';
import {
  decide,
  type Equation,
  type Outcome,
  type Term,
  type Weighted,
} from '../model/equation.ts';
import { standing } from '../model/form.ts';
import { jointReport } from '../model/joint.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { Compared, Finding } from '../model/run.ts';
import { programOf, totalsOf } from './compile.ts';
import { seriesOf } from './compileSeries.ts';
import { quantityOf, type Totals } from './quantity.ts';

/** What two years of an organ say of each other. */
export interface Comparison extends Compared {
  readonly findings: readonly Finding[];
}

/** Which definitions of totals hold over the two reports: those of each, the later ones moved. */
function totalsOver(report: Report, before: Report): Totals {
  const first = report.form.cells.length;
  const moved = (term: Term): Term => ({ ...term, cell: term.cell + first });
  return totalsOf([
    ...programOf(report.form).standard,
    ...programOf(before.form).standard.map((each) => ({
      ...each,
      left: each.left.map(moved),
      right: each.right.map(moved),
    })),
  ]);
}

function outcomeOf(joint: Report, totals: Totals, { left, relation, right }: Equation): Outcome {
  const terms = [...left, ...right];
  // A line that one of the years does not print says nothing about the other.
  if (terms.some(({ cell }) => kindOf(joint, cell) === CellKind.absent)) return 'inconclusive';
  const weigh = (side: readonly Term[]): Weighted[] =>
    side.map(({ cell, coefficient }) => ({
      quantity: quantityOf(totals, joint, cell),
      coefficient,
    }));
  return decide(weigh(left), relation, weigh(right));
}

function findingOf(joint: Report, equation: Equation, year: string): Finding {
  const { line, column } = standing(joint.form, equation);
  return {
    rule: equation.rule,
    severity: equation.status === 'heuristic' ? 'warning' : 'error',
    variant: 'fails',
    args: {
      before: year,
      ...(line === undefined ? {} : { line: { line: line.index } }),
      ...(column === undefined ? {} : { column: { zh: column.zh, en: column.en } }),
    },
    at: { table: equation.table, row: equation.row, column: equation.column },
    cells: [...equation.left, ...equation.right].map(({ cell }) => cell),
    equation,
    claim: null,
    across: joint,
  };
}

/** What a report owes to the one of the year before, and what the rules see that compare the two. */
export function compare(report: Report, before: Report, rules: readonly Rule[]): Comparison {
  const year = String(before.year ?? '');
  const label = { zh: `${year} 年`, en: year };
  const joint = jointReport(report, [{ report: before, name: year, label }]);
  const totals = totalsOver(report, before);
  const checks = seriesOf(report.form, before.form).map((equation) => ({
    equation,
    outcome: outcomeOf(joint, totals, equation),
  }));
  const failed = checks.filter(({ outcome }) => outcome === 'fail');
  const seen = rules.flatMap(({ id, compare: look }) =>
    (look?.(report, before) ?? []).map((found) => ({
      ...found,
      rule: id,
      equation: null,
      claim: null,
      across: joint,
    })),
  );
  const findings = [...failed.map(({ equation }) => findingOf(joint, equation, year)), ...seen];
  return { joint, checks, findings };
}
