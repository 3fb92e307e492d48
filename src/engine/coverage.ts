import { CellKind } from '../model/cell.ts';
import type { Claim, ProseFigure } from '../model/claim.ts';
import { judge } from '../model/judge.ts';
import { absentCells, linesStandingAlone, type Report } from '../model/report.ts';
import type { Check, ClaimCoverage, Coverage, Tally } from '../model/run.ts';
import type { Program } from './compile.ts';
import { countOf, type Survey } from './survey.ts';

function tally(checks: readonly Check[], heuristic: boolean): Tally {
  let made = 0;
  let passed = 0;
  let failed = 0;
  for (const { equation, outcome } of checks) {
    if ((equation.status === 'heuristic') !== heuristic) continue;
    made++;
    if (outcome === 'pass') passed++;
    else if (outcome === 'fail') failed++;
  }
  return { made, passed, failed, inconclusive: made - passed - failed };
}

type Tallies = Pick<Coverage, 'checks' | 'queries' | 'series'>;

const noChecks: Tally = { made: 0, passed: 0, failed: 0, inconclusive: 0 };

function tallies(checks: readonly Check[]): Tallies {
  return { checks: tally(checks, false), queries: tally(checks, true), series: noChecks };
}

function plus(a: Tally, b: Tally): Tally {
  return {
    made: a.made + b.made,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    inconclusive: a.inconclusive + b.inconclusive,
  };
}

/** Coverage with the checks that compare two years. */
export function withSeries(coverage: Coverage, checks: readonly Check[]): Coverage {
  const queries = plus(coverage.queries, tally(checks, true));
  return { ...coverage, queries, series: tally(checks, false) };
}

const known = new WeakMap<readonly Check[], Tallies>();

/** The tallies of checks that many reports share. */
function passed(checks: readonly Check[]): Tallies {
  const counted = known.get(checks) ?? tallies(checks);
  known.set(checks, counted);
  return counted;
}

const noClaims: ClaimCoverage = { found: 0, tied: 0, checked: 0, leftAlone: 0 };

/** The figures that a claim compares; a statement in words has none. */
function figuresOf(claim: Claim): readonly ProseFigure[] {
  if (claim.kind === 'all') return [];
  return claim.kind === 'breakdown' ? [claim.figure, ...claim.parts] : [claim.figure];
}

function claimCoverage(
  report: Report,
  isOn: (kind: Claim['kind']) => boolean = () => true,
): ClaimCoverage {
  const { prose } = report;
  if (prose === null) return noClaims;
  const decided = prose.claims.filter(
    (claim) => isOn(claim.kind) && judge(report, claim).outcome !== 'inconclusive',
  );
  const found = prose.figures.length;
  const checked = new Set(decided.flatMap(figuresOf)).size;
  const tied = prose.claims.filter(({ kind }) => kind === 'figure').length;
  return { found, tied, checked, leftAlone: found - checked };
}

/** Coverage where only these checks were made, and claims of these kinds compared. */
export function recounted(
  coverage: Coverage,
  report: Report,
  checks: readonly Check[],
  series: readonly Check[] | null,
  isOn: (kind: Claim['kind']) => boolean,
): Coverage {
  const own = { ...coverage, ...tallies(checks), claims: claimCoverage(report, isOn) };
  return series === null ? own : withSeries(own, series);
}

/** Counts what was read of a report and which checks were made. */
export function coverageOf(
  program: Program,
  report: Report,
  survey: Survey,
  checks: readonly Check[],
): Coverage {
  const blank = countOf(survey, CellKind.blank);
  const notApplicable = countOf(survey, CellKind.notApplicable);
  // A heading that stands alone is owed in place of the lines below it.
  const replaced = survey.isPlain
    ? 0
    : linesStandingAlone(report).reduce(
        (sum, line) =>
          sum + line.columns.length * line.parts.length - absentCells(report, line).length,
        0,
      );
  return {
    cells: {
      inForm: program.required + survey.subtotals - replaced,
      read: countOf(survey, CellKind.number) + blank + notApplicable,
      blank,
      notApplicable,
      unreadable: countOf(survey, CellKind.unreadable),
      uncertain: countOf(survey, CellKind.uncertain),
    },
    ...(checks === program.allPass ? passed(checks) : tallies(checks)),
    claims: claimCoverage(report),
  };
}
