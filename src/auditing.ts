import type { Tools } from './audit/organs.ts';
import { type AuditRecord, type Order, recordOf, type Subject } from './audit/records.ts';
import { saidOtherwise } from './audit/said.ts';
import { editions } from './editions/index.ts';
import { levelsFor } from './engine/policy/levels.ts';
import { settleFindings } from './engine/policy/settle.ts';
import { formOf } from './model/form.ts';
import { noPolicy, type Policy } from './model/policy.ts';
import type { Run } from './model/run.ts';
import type { Language } from './model/words.ts';
import { sentences } from './pipeline.ts';
import { readProse } from './prose/read.ts';
import { findingResult, problemOf, resultOf } from './reporters/result.ts';
import { rules } from './rules/index.ts';

/** The words and rules of this program, for comparing reports. */
export function toolsFor(lang: Language, policy: Policy = noPolicy(null)): Tools {
  return {
    rules,
    formOf(id) {
      const edition = editions.find((each) => each.id === id);
      if (edition === undefined) throw new Error(`no edition ${id}`);
      return formOf(edition);
    },
    withProse: (report, before) => ({ ...report, prose: readProse(report, before) }),
    told: (report, finding) => findingResult(report, finding, sentences, lang),
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
export function audited(run: Run, order: Order, named: Subject, lang: Language): AuditRecord {
  const { report } = run;
  const differing = report === null || named.said === null ? [] : saidOtherwise(report, named.said);
  const notes = differing.map((each) => problemOf(each, lang));
  return recordOf(run, order, named, notes, (each) => resultOf(each, sentences, lang));
}
