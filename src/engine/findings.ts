import type { Equation } from '../model/equation.ts';
import { type Form, standing } from '../model/form.ts';
import type { Report } from '../model/report.ts';
import type { Found } from '../model/rule.ts';
import type { Argument, Finding } from '../model/run.ts';

/**
 * That an equation fails.
 * @param across the reports seen as one that it is over; null for one within a report
 * @param args what its sentence names besides line and column
 */
export function failureOf(
  form: Form,
  equation: Equation,
  across: Report | null,
  args: Readonly<Record<string, Argument>> = {},
): Finding {
  const { line, column } = standing(form, equation);
  return {
    rule: equation.rule,
    severity: equation.status === 'heuristic' ? 'warning' : 'error',
    variant: 'fails',
    args: {
      ...args,
      ...(line === undefined ? {} : { line: { line: line.index } }),
      ...(column === undefined ? {} : { column: { zh: column.zh, en: column.en } }),
    },
    at: { table: equation.table, row: equation.row, column: equation.column },
    cells: [...equation.left, ...equation.right].map(({ cell }) => cell),
    equation,
    claim: null,
    across,
    waiver: null,
  };
}

/** What a rule found by looking for itself. */
export function seenBy(
  rule: string,
  found: Found & { readonly equation?: Equation | null },
  across: Report | null,
): Finding {
  return {
    ...found,
    rule,
    equation: found.equation ?? null,
    claim: found.claim ?? null,
    across,
    waiver: null,
  };
}
