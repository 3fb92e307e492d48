import { CellKind } from '../model/cell.ts';
import { decide, type Equation, type Term, type Weighted } from '../model/equation.ts';
import type { FormLine } from '../model/form.ts';
import { kindOf, linesStandingAlone, type Report } from '../model/report.ts';
import type { Check } from '../model/run.ts';
import type { Program } from './compile.ts';
import { quantityOf } from './quantity.ts';

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

/** The equations that apply to the lines this report has. */
function equationsOf(program: Program, report: Report): Equation[] {
  const alone = linesStandingAlone(report);
  const present = (term: Term): boolean => kindOf(report, term.cell) !== CellKind.absent;
  const applies = (equation: Equation): boolean => {
    const terms = [...equation.left, ...equation.right];
    const complete = terms.every((term) => program.form.optional[term.cell] === 0 || present(term));
    return complete && terms.some(present);
  };
  return program.equations
    .filter((equation) => {
      const subtotal = equation.left[0];
      const line = subtotal === undefined ? undefined : program.form.cells[subtotal.cell]?.line;
      return equation.column === null || line === undefined || !alone.includes(line);
    })
    .map((equation) => asPrinted(equation, program, alone))
    .filter(applies);
}

/** Makes every arithmetic check that applies to a report, in the order of the edition. */
export function makeChecks(program: Program, report: Report, isPlain: boolean): readonly Check[] {
  if (isPlain) return plainChecks(program, report.values);
  const weigh = (terms: readonly Term[]): Weighted[] =>
    terms.map((term) => ({
      quantity: quantityOf(program, report, term.cell),
      coefficient: term.coefficient,
    }));
  return equationsOf(program, report).map((equation) => ({
    equation,
    outcome: decide(weigh(equation.left), equation.relation, weigh(equation.right)),
  }));
}
