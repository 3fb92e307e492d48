import type { Tools } from './audit/organs.ts';
import { type AuditRecord, type Order, recordOf, type Subject } from './audit/records.ts';
import { saidOtherwise } from './audit/said.ts';
import { editions } from './editions/index.ts';
import { levelsFor } from './engine/policy/levels.ts';
import { settleFindings } from './engine/policy/settle.ts';
import { formOf } from './model/form.ts';
import { noPolicy, type Policy } from './model/policy.ts';
import type { Report } from './model/report.ts';
import type { ResultFinding } from './model/result.ts';
import type { Finding, Run } from './model/run.ts';
import type { Language } from './model/words.ts';
import { sentences } from './pipeline.ts';
import { readProse } from './prose/read.ts';
import { findingCounted, findingResult, problemOf } from './reporters/result.ts';
import { rules } from './rules/index.ts';

/** How findings are told: in a language, or only counted, which is many times faster. */
export interface Telling {
  readonly lang: Language;
  readonly isCounted: boolean;
}

function findingTold(
  report: Report,
  finding: Finding,
  { lang, isCounted }: Telling,
  repairs: Run['repairs'] = [],
): ResultFinding {
  return isCounted
    ? findingCounted(finding)
    : findingResult(report, finding, sentences, lang, repairs);
}

/** The words and rules of this program, for comparing reports. */
export function toolsFor(
  lang: Language,
  policy: Policy = noPolicy(null),
  isCounted = false,
): Tools {
  return {
    rules,
    formOf(id) {
      const edition = editions.find((each) => each.id === id);
      if (edition === undefined) throw new Error(`no edition ${id}`);
      return formOf(edition);
    },
    withProse: (report, before) => ({ ...report, prose: readProse(report, before) }),
    told: (report, finding) => findingTold(report, finding, { lang, isCounted }),
    settled: (report, findings) => settleFindings(report, findings, policy).findings,
    isOff: (report, rule) => levelsFor(report, policy)[rule] === 'off',
  };
}

/** How many cells the form of an edition has; null for an edition that there is not. */
export function cellsOf(id: string): number | null {
  const edition = editions.find((each) => each.id === id);
  return edition === undefined ? null : formOf(edition).cells.length;
}

/** A run as an audit keeps it, with its sentences. */
export function audited(run: Run, order: Order, named: Subject, telling: Telling): AuditRecord {
  const { report } = run;
  const { lang } = telling;
  const differing = report === null || named.said === null ? [] : saidOtherwise(report, named.said);
  const notes = differing.map((each) => problemOf(each, lang));
  return recordOf(run, order, named, notes, ({ findings, problems, notes: own }) => ({
    findings:
      report === null
        ? []
        : findings.map((each) => findingTold(report, each, telling, run.repairs)),
    problems: problems.map((each) => problemOf(each, lang)),
    notes: own.map((each) => problemOf(each, lang)),
  }));
}
