import type { Sentences } from '../../messages/findings.ts';
import { visibleJson } from '../../messages/visible.ts';
import { CellKind } from '../../model/cell.ts';
import type { Sentence } from '../../model/claim.ts';
import type { Diff, ReportDiff } from '../../model/diff.ts';
import type {
  answerKinds,
  DiffAnswer,
  DiffComparison,
  DiffProse,
  DiffResult,
  DiffSentence,
  DiffSide,
} from '../../model/diffResult.ts';
import { sourceOf } from '../../model/document.ts';
import { kindOf, type Report } from '../../model/report.ts';
import type { Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import type { ReporterContext } from '../reporter.ts';
import { findingResult, problemOf } from '../result.ts';

const names: Readonly<Record<CellKind, (typeof answerKinds)[number]>> = {
  [CellKind.absent]: 'absent',
  [CellKind.number]: 'number',
  [CellKind.blank]: 'blank',
  [CellKind.notApplicable]: 'not-applicable',
  [CellKind.unreadable]: 'unreadable',
  [CellKind.uncertain]: 'uncertain',
};

/** The day of publication as `report.json` has it; null where nobody knows it. */
export function publishedText(report: Report | null): string | null {
  if (report === null || report.published === null) return null;
  const { year, month, day } = report.published;
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

function sideOf({ source, report, verdict }: Run): DiffSide {
  return {
    source,
    format: report?.format ?? null,
    organ: report?.organ ?? null,
    year: report?.year ?? null,
    edition: report?.form.edition.id ?? null,
    published: publishedText(report),
    verdict,
  };
}

function answerOf(report: Report, cell: number): DiffAnswer {
  const kind = kindOf(report, cell);
  return {
    kind: names[kind],
    value: kind === CellKind.number ? (report.values[cell] ?? null) : null,
    printed: report.printed(cell),
    source: sourceOf(report.place(cell)),
  };
}

const nameOf = (report: Report, cell: number): string => report.form.cells[cell]?.name ?? '';

function cellsOf({ a, b, cells, compared, apart }: ReportDiff): DiffComparison['cells'] {
  const uncertain = cells.filter(({ kind }) => kind === 'uncertain').length;
  const named = (report: Report) => (cell: number) => {
    const { printed, source } = answerOf(report, cell);
    return { cell: nameOf(report, cell), printed, source };
  };
  return {
    compared,
    same: compared - cells.length,
    differ: cells.length - uncertain,
    uncertain,
    differences: cells.map((each) => ({
      cell: nameOf(a, each.a),
      kind: each.kind,
      a: answerOf(a, each.a),
      b: answerOf(b, each.b),
    })),
    onlyOnFormOfA: apart.a.map(named(a)),
    onlyOnFormOfB: apart.b.map(named(b)),
  };
}

function sentenceOf(sentence: Sentence): DiffSentence {
  return { text: sentence.text, source: sourceOf(sentence.placeAt(0)) };
}

function proseOf({ a, prose }: ReportDiff): DiffProse {
  return {
    state: prose.state,
    changed: prose.changed.map((each) => ({
      a: sentenceOf(each.a),
      b: sentenceOf(each.b),
      figures: each.figures,
    })),
    onlyA: prose.onlyA.map(sentenceOf),
    onlyB: prose.onlyB.map(sentenceOf),
    claims: prose.claims.map((claim) => ({
      cells: claim.cells.map((cell) => nameOf(a, cell)),
      a: claim.a.map(({ printed, unit }) => printed + unit),
      b: claim.b.map(({ printed, unit }) => printed + unit),
    })),
  };
}

function comparisonOf(reports: ReportDiff, sentences: Sentences, lang: Language): DiffComparison {
  const { a, b, about, findings } = reports;
  return {
    about,
    cells: cellsOf(reports),
    findings: {
      gone: findings.gone.map((each) => findingResult(a, each, sentences, lang)),
      come: findings.come.map((each) => findingResult(b, each, sentences, lang)),
      kept: findings.kept,
    },
    prose: proseOf(reports),
  };
}

/** Two versions compared, with sentences in one language. */
export function diffResult(
  { a, b, outcome, reports, open }: Diff,
  { sentences, lang, version }: Pick<ReporterContext, 'sentences' | 'lang' | 'version'>,
): DiffResult {
  return {
    version: 1,
    tool: { name: 'giar', version },
    outcome,
    a: sideOf(a),
    b: sideOf(b),
    comparison: reports === null ? null : comparisonOf(reports, sentences, lang),
    problems: open.map((problem) => problemOf(problem, lang)),
  };
}

/** The result of a comparison as JSON. */
export function diffJson(diff: Diff, context: ReporterContext): string {
  return `${visibleJson(diffResult(diff, context))}\n`;
}
