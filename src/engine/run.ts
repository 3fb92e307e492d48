import type { Equation } from '../model/equation.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { Argument, Check, Coverage, Finding, Run, Verdict } from '../model/run.ts';
import { makeChecks } from './checks.ts';
import { type Program, programOf } from './compile.ts';
import { coverageOf } from './coverage.ts';
import { inOrder } from './order.ts';
import { tableProblems } from './tables.ts';

function argsOf(program: Program, { table, row, column }: Equation): Record<string, Argument> {
  const args: Record<string, Argument> = {};
  const line = program.form.lines.find((l) => l.table.id === table && l.path === row);
  if (line !== undefined) args.line = { line: line.index };
  const cells = program.form.cells.find((c) => c.line.table.id === table && c.column.id === column);
  if (cells !== undefined) args.column = { zh: cells.column.zh, en: cells.column.en };
  return args;
}

function findingOf(program: Program, { equation }: Check): Finding {
  return {
    rule: equation.rule,
    severity: equation.status === 'heuristic' ? 'warning' : 'error',
    variant: 'fails',
    args: argsOf(program, equation),
    at: { table: equation.table, row: equation.row, column: equation.column },
    cells: [...equation.left, ...equation.right].map((term) => term.cell),
    equation,
  };
}

/** What the rules that look at more than arithmetic find; one that throws does not stop the others. */
function applyRules(rules: readonly Rule[], report: Report, problems: Problem[]): Finding[] {
  return rules.flatMap((rule) => {
    if (rule.find === null) return [];
    try {
      return rule.find(report).map((found) => ({ ...found, rule: rule.id, equation: null }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem('rule-threw', { rule: rule.id, reason }, report.source));
      return [];
    }
  });
}

/** An error makes a report wrong; short of that, whatever could not be told keeps it from being right. */
function verdictOf(
  findings: readonly Finding[],
  problems: readonly Problem[],
  coverage: Coverage,
): Verdict {
  if (findings.some((finding) => finding.severity === 'error')) return 'fail';
  const { made, inconclusive } = coverage.checks;
  return problems.length > 0 || made === 0 || inconclusive > 0 ? 'not-assessable' : 'pass';
}

/** Tries all rules on a report. Identities of a rule that is not in `rules` are not checked. */
export function run(report: Report, rules: readonly Rule[], notes: readonly Problem[] = []): Run {
  const program = programOf(report.form);
  const known = new Set(rules.map((rule) => rule.id));
  const checks = makeChecks(program, report).filter((check) => known.has(check.equation.rule));
  const problems: Problem[] = [...notes, ...tableProblems(report)];
  const failed = checks.filter((check) => check.outcome === 'fail');
  const findings = [
    ...applyRules(rules, report, problems),
    ...failed.map((check) => findingOf(program, check)),
  ];
  const coverage = coverageOf(program, report, checks);
  return {
    source: report.source,
    report,
    verdict: verdictOf(findings, problems, coverage),
    coverage,
    checks,
    findings: inOrder(findings),
    problems,
  };
}
