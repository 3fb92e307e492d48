import { CellKind } from '../model/cell.ts';
import { decide, type Equation, type Term, type Weighted } from '../model/equation.ts';
import type { FormLine } from '../model/form.ts';
import { kindOf, linesStandingAlone, type Report } from '../model/report.ts';
import type { Check } from '../model/run.ts';
import { type Program, totalsOf } from './compile.ts';
import { weighed } from './quantity.ts';
import type { Survey } from './survey.ts';

/** The checks of a plain report, all of them additions of exact numbers. */
function plainChecks(program: Program, values: readonly number[]): readonly Check[] {
  const { standard, starts, cells, signs, allPass } = program;
  let checks: Check[] | null = null;
  for (let index = 0; index < standard.length; index++) {
    let gap = 0;
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      gap += (values[cells[at] ?? 0] ?? 0) * (signs[at] ?? 0);
    }
    const equation = standard[index];
    if (gap === 0 || equation === undefined) continue;
    const { relation } = equation;
    if ((relation === '<=' && gap < 0) || (relation === '>=' && gap > 0)) continue;
    checks ??= [...allPass];
    checks[index] = { equation, outcome: 'fail' };
  }
  return checks ?? allPass;
}

/** The cell says something: a figure, what was meant as one, or that there is none. */
function isHeard(report: Report, cell: number): boolean {
  const kind = kindOf(report, cell);
  return kind !== CellKind.absent && kind !== CellKind.blank;
}

/** An equation as the report prints it: a heading that stands alone takes the place of its lines. */
function asPrinted(equation: Equation, program: Program, alone: readonly FormLine[]): Equation {
  if (alone.length === 0 || equation.column === null) return equation;
  const replaced = new Map<FormLine, FormLine>();
  for (const heading of alone) {
    for (const part of heading.parts) {
      const line = program.form.lines[part];
      if (line !== undefined) replaced.set(line, heading);
    }
  }
  const seen = new Set<number>();
  const side = (terms: readonly Term[]): Term[] =>
    terms.flatMap((term) => {
      const line = program.form.cells[term.cell]?.line;
      const heading = line === undefined ? undefined : replaced.get(line);
      if (line === undefined || heading === undefined) return [term];
      const cell = heading.firstCell + (term.cell - line.firstCell);
      if (seen.has(cell)) return [];
      seen.add(cell);
      return [{ cell, coefficient: term.coefficient }];
    });
  return { ...equation, left: side(equation.left), right: side(equation.right) };
}

/**
 * The equations that apply to the lines this report has. A subtotal is checked in the columns in
 * which it is printed; a heading that stands alone is owed in all of them, as its lines were.
 */
function equationsOf(program: Program, report: Report, silent: ReadonlySet<string>): Equation[] {
  const alone = linesStandingAlone(report);
  const { cells } = program.form;
  const isPresent = (term: Term): boolean => kindOf(report, term.cell) !== CellKind.absent;
  const isOwed = (term: Term): boolean => {
    const line = cells[term.cell]?.line;
    return line === undefined || !line.optional || alone.includes(line);
  };
  const isOwnSubtotal = ({ left, column }: Equation): boolean => {
    const line = cells[left[0]?.cell ?? -1]?.line;
    return column !== null && line !== undefined && alone.includes(line);
  };
  const applies = (equation: Equation): boolean => {
    const terms = [...equation.left, ...equation.right];
    return (
      terms.every((term) => isOwed(term) || isHeard(report, term.cell)) && terms.some(isPresent)
    );
  };
  return program.equations
    .filter((equation) => !silent.has(equation.table) && !isOwnSubtotal(equation))
    .map((equation) => asPrinted(equation, program, alone))
    .filter(applies);
}

/** Makes every arithmetic check that applies to a report, in the order of the edition. */
export function makeChecks(
  program: Program,
  report: Report,
  { isPlain, silent }: Pick<Survey, 'isPlain' | 'silent'>,
): readonly Check[] {
  if (isPlain) return plainChecks(program, report.values);
  const equations = equationsOf(program, report, silent);
  const totals = totalsOf(equations);
  const weigh = (terms: readonly Term[]): Weighted[] => weighed(totals, report, terms);
  return equations.map((equation) => ({
    equation,
    outcome: decide(weigh(equation.left), equation.relation, weigh(equation.right)),
  }));
}
