import { readFileSync } from 'node:fs';
import { addUp, withMembers } from '../../src/engine/levels.ts';
import { findingText } from '../../src/messages/findings.ts';
import type { Report } from '../../src/model/report.ts';
import type { Run, Severity } from '../../src/model/run.ts';
import type { Language } from '../../src/model/words.ts';
import { checkDocument, sentences } from '../../src/pipeline.ts';
import { rules } from '../../src/rules/index.ts';

const folder = new URL('../../fixtures/rules/', import.meta.url);

function onlyRun(input: Uint8Array | string, name: string, before: Report | null = null): Run {
  const [checked, ...more] = checkDocument(input, name, null, before);
  if (checked === undefined || more.length > 0 || 'misfit' in checked) {
    throw new Error(`${name} is not one report of its edition`);
  }
  return checked;
}

/** The run of a region, the first of these records, beside the others, its members. */
export function runRegion(records: readonly object[], missing: readonly string[] = []): Run {
  const [region, ...members] = records.map((record) => onlyRun(JSON.stringify(record), 'r.json'));
  if (region === undefined || region.report === null) throw new Error('no region');
  const reports = members.flatMap(({ report }) =>
    report === null ? [] : [{ organ: report.organ ?? '', report }],
  );
  return withMembers(region, addUp(region.report, reports, missing, rules));
}

/**
 * The run of a file below `fixtures/rules`, named without `.json`; of two reports in it the second
 * is run beside the first, which is of the year before. Where the rule is about levels the first is
 * that of a region, and the others those of its members.
 */
export function runFixture(name: string): Run {
  const bytes = readFileSync(new URL(`${name}.json`, folder));
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  if (!Array.isArray(value)) return onlyRun(bytes, `${name}.json`);
  if (name.startsWith('roll-up/')) return runRegion(value);
  const [first, second, ...more]: unknown[] = value;
  if (more.length > 0) throw new Error(`${name} holds more than two reports`);
  const { report } = onlyRun(JSON.stringify(first), 'before.json');
  return onlyRun(JSON.stringify(second), 'report.json', report);
}

/** The run of a record of `report.json`. */
export function runRecord(record: object): Run {
  return onlyRun(JSON.stringify(record), 'record.json');
}

type Place = readonly [string | null, string | null, string | null];

/** The sentences of a run's findings. */
export function messages({ report, findings }: Run, lang: Language): string[] {
  return findings.map((each) =>
    report === null ? '' : findingText(each.across ?? report, each, sentences, lang),
  );
}

/** All that a run says: verdict, every finding with its sentence, undecided checks, problems. */
export function told(run: Run) {
  const zh = messages(run, 'zh');
  return {
    verdict: run.verdict,
    findings: run.findings.map(({ rule, variant, severity, at }, i) => {
      const place: Place = [at.table, at.row, at.column];
      return { rule: `${rule} ${variant}`, severity, at: place, zh: zh[i] };
    }),
    undecided: [...run.checks, ...(run.compared?.checks ?? [])]
      .filter(({ outcome }) => outcome === 'inconclusive')
      .map(({ equation: { rule, row, column } }): Place => [rule, row, column]),
    problems: run.problems.map(({ code, path }) => [code, path]),
  };
}

/** A finding as `told` gives it; `rule` is id and variant. */
export function found(rule: string, at: Place, zh: string, severity: Severity = 'error') {
  return { rule, severity, at, zh };
}

/** What a run says when there is nothing to say. */
export const clean = { verdict: 'pass', findings: [], undecided: [], problems: [] };
