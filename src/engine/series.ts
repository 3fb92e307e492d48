import { CellKind } from '../model/cell.ts';
import { decide, type Equation, type Outcome, type Term } from '../model/equation.ts';
import type { Form } from '../model/form.ts';
import { jointReport } from '../model/joint.ts';
import { onceFor } from '../model/onceFor.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { Compared, Finding } from '../model/run.ts';
import { programOf, totalsOf } from './compile.ts';
import { seriesOf } from './compileSeries.ts';
import { failureOf, seenBy } from './findings.ts';
import { type Totals, weighed } from './quantity.ts';

/** What two years of an organ say of each other. */
export interface Comparison extends Compared {
  readonly findings: readonly Finding[];
}

const knownTotals: (form: Form) => Map<Form, Totals> = onceFor(() => new Map());

/** Which definitions of totals hold over two forms: those of each, the later ones moved. */
function totalsOver(form: Form, before: Form): Totals {
  const known = knownTotals(form).get(before);
  if (known !== undefined) return known;
  const first = form.cells.length;
  const moved = (term: Term): Term => ({ ...term, cell: term.cell + first });
  const totals = totalsOf([
    ...programOf(form).standard,
    ...programOf(before).standard.map((each) => ({
      ...each,
      left: each.left.map(moved),
      right: each.right.map(moved),
    })),
  ]);
  knownTotals(form).set(before, totals);
  return totals;
}

function outcomeOf(joint: Report, totals: Totals, { left, relation, right }: Equation): Outcome {
  const terms = [...left, ...right];
  // A line that one of the years does not print says nothing about the other.
  if (terms.some(({ cell }) => kindOf(joint, cell) === CellKind.absent)) return 'inconclusive';
  return decide(weighed(totals, joint, left), relation, weighed(totals, joint, right));
}

/** What is compared of a report: the answers of its cells. */
interface Answers {
  /** By cell, the kind as a digit; empty where every cell holds a number. */
  readonly kinds: string;
  readonly values: readonly number[];
}

const plainKind = String(CellKind.number);

/**
 * All that a report owes to the one of the year before holds, and every figure concerned is a plain
 * number. False says nothing: then `compare` has to look.
 */
export function seriesHolds(form: Form, now: Answers, formBefore: Form, before: Answers): boolean {
  const equations = seriesOf(form, formBefore);
  const first = form.cells.length;
  const value = (cell: number): number => {
    const [{ kinds, values }, at] = cell < first ? [now, cell] : [before, cell - first];
    return kinds === '' || kinds[at] === plainKind ? (values[at] ?? Number.NaN) : Number.NaN;
  };
  const sum = (terms: readonly Term[]): number => {
    let total = 0;
    for (const { cell, coefficient } of terms) total += value(cell) * coefficient;
    return total;
  };
  return equations.length > 0 && equations.every(({ left, right }) => sum(left) === sum(right));
}

function seen(rules: readonly Rule[], report: Report, before: Report, joint: Report): Finding[] {
  return rules.flatMap(({ id, compare: look }) =>
    (look?.(report, before) ?? []).map((found) => seenBy(id, found, joint)),
  );
}

function jointOf(report: Report, before: Report): Report {
  const year = String(before.year ?? '');
  return jointReport(report, [
    { report: before, name: year, label: { zh: `${year} 年`, en: year } },
  ]);
}

/** What the rules see that compare a report with one of any earlier year. */
export function copies(report: Report, before: Report, rules: readonly Rule[]): readonly Finding[] {
  return seen(rules, report, before, jointOf(report, before));
}

/** What a report owes to the one of the year before, and what the rules see that compare the two. */
export function compare(report: Report, before: Report, rules: readonly Rule[]): Comparison {
  const year = String(before.year ?? '');
  const joint = jointOf(report, before);
  const totals = totalsOver(report.form, before.form);
  const checks = seriesOf(report.form, before.form).map((equation) => ({
    equation,
    outcome: outcomeOf(joint, totals, equation),
  }));
  const failed = checks.filter(({ outcome }) => outcome === 'fail');
  const broken = failed.map(({ equation }) =>
    failureOf(joint.form, equation, joint, { before: year }),
  );
  const findings = [...broken, ...seen(rules, report, before, joint)];
  return { joint, checks, findings };
}
