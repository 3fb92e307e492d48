import { CellKind } from '../model/cell.ts';
import {
  decide,
  type Equation,
  type Outcome,
  type Relation,
  type Term,
  type Weighted,
} from '../model/equation.ts';
import type { Form } from '../model/form.ts';
import { jointReport } from '../model/joint.ts';
import type { Gathered, Member, Sum } from '../model/levels.ts';
import { onceFor } from '../model/onceFor.ts';
import { type Problem, problem } from '../model/problem.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import { type Compared, countsOf, type Finding, type Run, type Severity } from '../model/run.ts';
import { totalsIn } from './compile.ts';
import { discrepanciesOf } from './discrepancies.ts';
import { seenBy } from './findings.ts';
import { cellsAt, isCompared, type Place, placesOf } from './levelPlaces.ts';
import { inOrder } from './order.ts';
import { quantityOf } from './quantity.ts';

/** What a region and its members say of each other. */
export interface AddedUp extends Compared {
  readonly findings: readonly Finding[];
  /** What kept them from being compared, or from more than a bound. */
  readonly problems: readonly Problem[];
}

function weigh(report: Report, cells: readonly number[]): Weighted[] {
  const totals = totalsIn(report.form);
  return cells.map((cell) => ({ quantity: quantityOf(totals, report, cell), coefficient: 1 }));
}

function low(terms: readonly Weighted[]): number {
  return terms.reduce((sum, { quantity }) => sum + quantity.possible.low, 0);
}

function isOpen(terms: readonly Weighted[]): boolean {
  return terms.some(({ quantity: { possible } }) => possible.low !== possible.high);
}

function known(terms: readonly Weighted[]): number | null {
  return isOpen(terms) ? null : low(terms);
}

/** A line that one of the reports does not print can show that the sum is wrong, never that it is right. */
function outcomeOf(
  left: readonly Weighted[],
  relation: Relation,
  right: readonly Weighted[],
  isWhole: boolean,
): Outcome {
  const outcome = decide(left, relation, right);
  return outcome === 'pass' && !isWhole ? 'inconclusive' : outcome;
}

interface Levels {
  readonly region: Report;
  readonly members: readonly Member[];
  readonly relation: Relation;
  readonly severity: Severity;
}

function sumAt({ region, members, relation, severity }: Levels, place: Place) {
  const { line, column } = place;
  const { rule, clause } = region.form.edition.levels;
  const own = cellsAt(region, place);
  const theirs = members.map(({ report }) => cellsAt(report, place));
  const size = region.form.cells.length;
  const moved = theirs.map((cells, i) => cells.map((cell) => cell + size * (i + 1)));
  const term = (cell: number): Term => ({ cell, coefficient: 1 });
  const equation: Equation = {
    rule,
    clause,
    status: severity === 'error' ? 'implied' : 'heuristic',
    table: line.table.id,
    row: line.path,
    column: column.id,
    left: own.map(term),
    relation,
    right: moved.flat().map(term),
  };
  const left = weigh(region, own);
  const shares = members.map(({ report }, i) => weigh(report, theirs[i] ?? []));
  const right = shares.flat();
  const isThere = (report: Report, cells: readonly number[]): boolean =>
    cells.every((cell) => kindOf(report, cell) !== CellKind.absent);
  const isWhole =
    isThere(region, own) && members.every(({ report }, i) => isThere(report, theirs[i] ?? []));
  const outcome = outcomeOf(left, relation, right, isWhole);
  const [stated, all] = [known(left), known(right)];
  const sum: Sum = {
    line,
    column,
    equation,
    isWrong: outcome === 'fail',
    stated,
    sum: low(right),
    isOpen: all === null,
    gap: stated === null || all === null ? null : stated - all,
    shares: shares.map((share, i) => ({ cells: moved[i] ?? [], value: known(share) })),
  };
  return { sum, outcome };
}

const patterns: (form: Form) => RegExp = onceFor(({ edition }) => {
  const words = edition.levels.declared.map((each) => each.replaceAll('…', '[^。！？；]{0,40}?'));
  return new RegExp(words.join('|'), 'u');
});

/** The report says of itself that it was added up. */
export function isDeclared({ form, passages }: Report): boolean {
  return passages.some(({ text }) => patterns(form).test(text.replace(/\s/gu, '')));
}

/** Members whose figures say something else than those of the region, and a problem for each kind of them. */
function setApart(region: Report, all: readonly Member[]) {
  const ofOtherYear = all.filter(({ report }) => report.year !== region.year);
  const ofOtherForm = all.filter(
    (each) => !ofOtherYear.includes(each) && each.report.form !== region.form,
  );
  const tell = (code: 'members-other-year' | 'members-other-form', some: readonly Member[]) =>
    some.length === 0
      ? []
      : [problem(code, { members: namesOf(some.map(({ organ }) => organ)) }, region.source)];
  return {
    apart: [...ofOtherYear, ...ofOtherForm],
    problems: [
      ...tell('members-other-year', ofOtherYear),
      ...tell('members-other-form', ofOtherForm),
    ],
  };
}

/** Names for a sentence, which has room for a few. */
const mostNames = 8;

function namesOf(names: readonly string[]): string {
  const more = names.length > mostNames ? ' …' : '';
  return names.slice(0, mostNames).join('、') + more;
}

/**
 * Compares each cell that a region adds up with the sum of its members. Where members are missing,
 * or cannot be compared, the region can only be found too small, and a problem says so.
 * @param members the reports that were added up; the region's own office may be one of them
 * @param missing members that the manifest names and of which there is no report
 */
export function addUp(
  region: Report,
  members: readonly Member[],
  missing: readonly string[],
  rules: readonly Rule[],
): AddedUp {
  const { apart, problems } = setApart(region, members);
  const taken = members.filter((member) => !apart.includes(member));
  const lacking = [...missing, ...apart.map(({ organ }) => organ)];
  if (missing.length > 0) {
    const args = { count: String(missing.length), members: namesOf(missing) };
    problems.push(problem('members-missing', args, region.source));
  }
  if (members.length + missing.length === 0) {
    problems.push(problem('members-none', {}, region.source));
  }
  const joint = jointReport(
    region,
    taken.map(({ organ, report }) => ({
      report,
      name: organ,
      label: { zh: `${organ}：`, en: `${organ}:` },
    })),
  );
  if (taken.length === 0) return { joint, checks: [], findings: [], problems };
  const severity = lacking.length === 0 || isDeclared(region) ? 'error' : 'warning';
  const relation: Relation = lacking.length === 0 ? '=' : '>=';
  const levels: Levels = { region, members: taken, relation, severity };
  const places = placesOf(region.form, [region, ...taken.map(({ report }) => report)]).filter(
    (place) => isCompared(region.form, place) && isBounded(region.form, place, relation),
  );
  const made = places.map((place) => sumAt(levels, place));
  const sums = made.map(({ sum }) => sum);
  const discrepancies = discrepanciesOf(region.form, sums, relation);
  const gathered = { members: taken, missing: lacking, discrepancies, severity } as const;
  return {
    joint,
    checks: made.map(({ sum: { equation }, outcome }) => ({ equation, outcome })),
    findings: inOrder(findingsOf(gathered, rules, joint)),
    problems,
  };
}

/** A member that is missing may have had a decrease: of net changes there is no bound. */
function isBounded({ cells }: Form, { line, at }: Place, relation: Relation): boolean {
  return relation === '=' || cells[line.firstCell + at]?.figure === 'count';
}

function findingsOf(gathered: Gathered, rules: readonly Rule[], joint: Report): Finding[] {
  return rules.flatMap(({ id, gather }) =>
    (gather?.(gathered) ?? []).map((found) => seenBy(id, found, joint)),
  );
}

/** A run with what the report and its members say of each other; what could not be compared keeps it from passing. */
export function withMembers(run: Run, added: AddedUp): Run {
  const findings = inOrder([...run.findings, ...added.findings]);
  const problems = [...run.problems, ...added.problems];
  const isWrong = countsOf(findings).errors > 0;
  const isSure =
    run.verdict !== 'not-assessable' &&
    problems.length === 0 &&
    added.checks.every(({ outcome }) => outcome !== 'inconclusive');
  const verdict = isWrong ? 'fail' : isSure ? 'pass' : 'not-assessable';
  return { ...run, findings, problems, verdict };
}
