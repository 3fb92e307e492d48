import { sideValue } from '../messages/equation.ts';
import { checkText, findingText, type Sentences } from '../messages/findings.ts';
import { problemText } from '../messages/problems.ts';
import { suggestionText } from '../messages/repairs.ts';
import { CellKind, isUnknown } from '../model/cell.ts';
import type { Claim } from '../model/claim.ts';
import { sourceOf } from '../model/document.ts';
import type { Equation, Term } from '../model/equation.ts';
import type { Problem } from '../model/problem.ts';
import type { RepairGroup } from '../model/repair.ts';
import { kindOf, type Report } from '../model/report.ts';
import type {
  ResultCell,
  ResultClaim,
  ResultEquation,
  ResultFinding,
  ResultProblem,
  ResultReport,
  ResultSide,
  ResultSuggestion,
  ResultUndecided,
  ResultWaiver,
} from '../model/result.ts';
import type { Check, Finding, Run } from '../model/run.ts';
import type { Language } from '../model/words.ts';

function cellOf(report: Report, cell: number): ResultCell {
  return {
    cell: report.form.cells[cell]?.name ?? '',
    printed: report.printed(cell),
    source: sourceOf(report.place(cell)),
  };
}

function sideOf(report: Report, terms: readonly Term[]): ResultSide {
  return {
    terms: terms.map(({ cell, coefficient }) => ({
      cell: report.form.cells[cell]?.name ?? '',
      coefficient,
      value: isUnknown(kindOf(report, cell)) ? null : (report.values[cell] ?? null),
    })),
    value: sideValue(report, terms),
  };
}

function equationOf(report: Report, { left, relation, right }: Equation): ResultEquation {
  const [l, r] = [sideOf(report, left), sideOf(report, right)];
  const gap = l.value === null || r.value === null ? null : l.value - r.value;
  return { left: l, relation, right: r, gap };
}

/** Sentences longer than this are cut around the figure. */
const longestSentence = 400;

function claimOf({ kind, figure }: Claim): ResultClaim {
  const { sentence, start, end } = figure;
  const from = Math.max(
    0,
    Math.min(start - longestSentence / 2, sentence.text.length - longestSentence),
  );
  return {
    kind,
    section: sentence.section,
    sentence: sentence.text.slice(from, from + longestSentence),
    start: start - from,
    end: end - from,
    source: sourceOf(sentence.placeAt(start)),
  };
}

function waiverOf({ waiver }: Finding): ResultWaiver | null {
  if (waiver === null) return null;
  const { place, ...words } = waiver;
  return { ...words, source: sourceOf(place) };
}

/** Where one repair stands out the others are no suggestion. */
function suggestionsOf(report: Report, group: RepairGroup, lang: Language): ResultSuggestion[] {
  const { repairs, confidence } = group;
  return (confidence === 'ambiguous' ? repairs : repairs.slice(0, 1)).map((repair) => ({
    confidence,
    message: suggestionText(report, group, repair, lang),
    slip: repair.slip,
    changes: repair.changes.map(({ cell, to }) => ({
      ...cellOf(report, cell),
      from: kindOf(report, cell) === CellKind.number ? (report.values[cell] ?? null) : null,
      to,
    })),
  }));
}

/**
 * A finding with its sentence.
 * @param repairs of the run it is of
 */
export function findingResult(
  report: Report,
  finding: Finding,
  sentences: Sentences,
  lang: Language,
  repairs: readonly RepairGroup[] = [],
): ResultFinding {
  const within = finding.across ?? report;
  return {
    ruleId: finding.rule,
    severity: finding.severity,
    message: findingText(within, finding, sentences, lang),
    at: finding.at,
    cells: finding.cells.map((cell) => cellOf(within, cell)),
    equation: finding.equation === null ? null : equationOf(within, finding.equation),
    claim: finding.claim === null ? null : claimOf(finding.claim),
    suggestions: repairs
      .filter(({ findings }) => findings.includes(finding))
      .flatMap((group) => suggestionsOf(report, group, lang)),
    waiver: waiverOf(finding),
  };
}

/** A finding for those who count it and show no sentence of it: what is slow to tell is left out. */
export function findingCounted(finding: Finding): ResultFinding {
  return {
    ruleId: finding.rule,
    severity: finding.severity,
    message: '',
    at: finding.at,
    cells: [],
    equation: null,
    claim: finding.claim === null ? null : claimOf(finding.claim),
    suggestions: [],
    waiver: waiverOf(finding),
  };
}

function undecidedOf(report: Report, check: Check, lang: Language): ResultUndecided {
  const { rule, table, row, column, left, right } = check.equation;
  const terms = [...left, ...right];
  return {
    ruleId: rule,
    message: checkText(report, check, lang),
    at: { table, row, column },
    cells: terms
      .filter(({ cell }) => kindOf(report, cell) !== CellKind.number)
      .map(({ cell }) => cellOf(report, cell)),
    equation: equationOf(report, check.equation),
  };
}

export function problemOf(problem: Problem, lang: Language): ResultProblem {
  const { code, source, path } = problem;
  return { code, message: problemText(problem, lang), source, path };
}

/** A run as the result of one report, with its sentences in one language. */
export function resultOf(run: Run, sentences: Sentences, lang: Language): ResultReport {
  const { report, compared } = run;
  const openOf = (within: Report, checks: readonly Check[]): ResultUndecided[] =>
    checks
      .filter((check) => check.outcome === 'inconclusive')
      .map((check) => undecidedOf(within, check, lang));
  return {
    source: run.source,
    format: report?.format ?? null,
    organ: report?.organ ?? null,
    year: report?.year ?? null,
    edition: report?.form.edition.id ?? null,
    verdict: run.verdict,
    coverage: run.coverage,
    findings:
      report === null
        ? []
        : run.findings.map((f) => findingResult(report, f, sentences, lang, run.repairs)),
    undecided: [
      ...(report === null ? [] : openOf(report, run.checks)),
      ...(compared === null ? [] : openOf(compared.joint, compared.checks)),
    ],
    problems: run.problems.map((problem) => problemOf(problem, lang)),
    notes: run.notes.map((note) => problemOf(note, lang)),
  };
}
