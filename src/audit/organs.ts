import { seenBy } from '../engine/findings.ts';
import { inOrder } from '../engine/order.ts';
import { compare, copies, seriesHolds } from '../engine/series.ts';
import type { AuditedOrgan, AuditFinding, Duplicate, Link } from '../model/audit.ts';
import type { Form } from '../model/form.ts';
import { type FrozenReport, thaw } from '../model/frozen.ts';
import type { Report } from '../model/report.ts';
import type { ResultFinding } from '../model/result.ts';
import type { Rule } from '../model/rule.ts';
import { countsOf, type Finding } from '../model/run.ts';
import { mayBeCopy } from './copies.ts';
import { type AuditRecord, auditFinding } from './records.ts';

/** What comparing takes that this folder does not know itself. */
export interface Tools {
  readonly rules: readonly Rule[];
  formOf(edition: string): Form;
  /** The report with its prose read beside the one of the year before. */
  withProse(report: Report, before: Report): Report;
  told(report: Report, finding: Finding): ResultFinding;
  /** Findings as they are to be taken. */
  settled(report: Report, findings: readonly Finding[]): readonly Finding[];
  /** The rule is switched off for the report. */
  isOff(report: Report, rule: string): boolean;
}

/** An organ beside itself through the years. */
export interface OrganAudit {
  readonly organ: AuditedOrgan;
  readonly findings: readonly AuditFinding[];
}

/** A report that can be compared: one that was read, and says of what year it is. */
interface Dated {
  readonly record: AuditRecord;
  readonly frozen: FrozenReport;
  readonly year: number;
}

const rankOfFormat = ['json', 'xlsx', 'docx', 'html', 'doc', 'pdf', 'csv', 'markdown', 'text'];

function rankOf({ record }: Dated): number {
  const format = rankOfFormat.indexOf(record.report.format ?? '');
  return (record.report.verdict === 'not-assessable' ? 100 : 0) + format;
}

/** Of several reports of a year: those that can be assessed before others, then by format, then by order. */
function inPreference(reports: readonly Dated[]): readonly Dated[] {
  return [...reports].sort((a, b) => rankOf(a) - rankOf(b));
}

function cellsDiffering(a: FrozenReport, b: FrozenReport): number {
  if (a.edition !== b.edition) return Math.max(a.values.length, b.values.length);
  const kindAt = ({ kinds }: FrozenReport, i: number): string => kinds[i] ?? '1';
  let differing = 0;
  for (let i = 0; i < a.values.length; i++) {
    if (a.values[i] !== b.values[i] || kindAt(a, i) !== kindAt(b, i)) differing++;
  }
  return differing;
}

function duplicateOf(year: number, [taken, ...others]: readonly Dated[]): Duplicate | null {
  if (taken === undefined || others.length === 0) return null;
  return {
    year,
    taken: taken.record.report.source,
    others: others.map(({ record, frozen }) => ({
      source: record.report.source,
      cellsDiffering: cellsDiffering(taken.frozen, frozen),
    })),
  };
}

/** A finding of the report by itself is not told again. */
function isKnown(found: ResultFinding, { findings }: AuditRecord): boolean {
  return findings.some(
    ({ ruleId, claim }) =>
      ruleId === found.ruleId &&
      claim?.sentence === found.claim?.sentence &&
      claim?.start === found.claim?.start,
  );
}

function growthFindings(report: Report, rules: readonly Rule[]): Finding[] {
  return rules
    .filter(({ id }) => id === 'prose-growth')
    .flatMap(({ id, find }) => (find?.(report) ?? []).map((found) => seenBy(id, found, null)));
}

interface Joined {
  readonly link: Link;
  readonly findings: readonly AuditFinding[];
}

/** Two years between which reports are missing: nothing can be told of what was carried over. */
function gap(before: Dated, now: Dated): Joined {
  return { link: { from: before.year, to: now.year, outcome: 'gap' }, findings: [] };
}

/** Two years that follow each other. */
function join(before: Dated, now: Dated, tools: Tools): Joined {
  const span = { from: before.year, to: now.year };
  const [form, formBefore] = [
    tools.formOf(now.frozen.edition),
    tools.formOf(before.frozen.edition),
  ];
  const { grows } = now.record;
  if (
    !grows &&
    seriesHolds(form, now.frozen, formBefore, before.frozen) &&
    !mayBeCopy(form, now.frozen, before.frozen)
  ) {
    return { link: { ...span, outcome: 'holds' }, findings: [] };
  }
  const last = thaw(before.frozen, formBefore);
  const report = thaw(now.frozen, form);
  const compared = compare(report, last, tools.rules);
  const growth = grows ? growthFindings(tools.withProse(report, last), tools.rules) : [];
  const all = inOrder(tools.settled(report, [...compared.findings, ...growth]));
  const outcomes = compared.checks.filter(
    ({ equation }) => equation.status !== 'heuristic' && !tools.isOff(report, equation.rule),
  );
  const isBroken = countsOf(all).errors > 0;
  const isOpen =
    outcomes.length === 0 || outcomes.some(({ outcome }) => outcome === 'inconclusive');
  const told = all
    .map((found) => tools.told(report, found))
    .filter((found) => !isKnown(found, now.record));
  return {
    link: { ...span, outcome: isBroken ? 'breaks' : isOpen ? 'undecided' : 'holds' },
    findings: told.map((found) => auditFinding(found, now.record.report, 'years')),
  };
}

/** A report that is that of an earlier year but the last, in whole or in part; the latest such year. */
function copyOf(earlier: readonly Dated[], now: Dated, tools: Tools): readonly AuditFinding[] {
  const form = tools.formOf(now.frozen.edition);
  for (const before of [...earlier].reverse()) {
    if (!mayBeCopy(form, now.frozen, before.frozen)) continue;
    const [report, last] = [
      thaw(now.frozen, form),
      thaw(before.frozen, tools.formOf(before.frozen.edition)),
    ];
    const copied = tools.settled(report, copies(report, last, tools.rules));
    if (copied.length > 0)
      return copied.map((found) =>
        auditFinding(tools.told(report, found), now.record.report, 'years'),
      );
  }
  return [];
}

/** All that was found of one organ: one report taken for each year, the years compared in turn. */
export function auditOrgan(
  organ: string,
  records: readonly AuditRecord[],
  tools: Tools,
): OrganAudit {
  const byYear = new Map<number, Dated[]>();
  for (const record of records) {
    const { frozen } = record;
    const { year } = record.report;
    if (frozen === null || year === null) continue;
    const known = byYear.get(year);
    const dated = { record, frozen, year };
    if (known === undefined) byYear.set(year, [dated]);
    else known.push(dated);
  }
  const years = [...byYear.entries()].sort(([a], [b]) => a - b);
  const taken: Dated[] = [];
  const duplicates: Duplicate[] = [];
  for (const [year, reports] of years) {
    const ranked = inPreference(reports);
    const [first] = ranked;
    if (first !== undefined) taken.push(first);
    const duplicate = duplicateOf(year, ranked);
    if (duplicate !== null) duplicates.push(duplicate);
  }
  const links: Link[] = [];
  const findings: AuditFinding[] = [];
  for (const [i, now] of taken.entries()) {
    const before = taken[i - 1];
    if (before === undefined) continue;
    const follows = before.year + 1 === now.year;
    const joined = follows ? join(before, now, tools) : gap(before, now);
    links.push(joined.link);
    findings.push(...joined.findings);
    const isCopied = joined.findings.some(({ ruleId }) => ruleId === 'stale-copy');
    if (!isCopied) findings.push(...copyOf(taken.slice(0, follows ? i - 1 : i), now, tools));
  }
  const reports = taken.map(({ record }) => record.report);
  return { organ: { organ, reports, links, duplicates }, findings };
}
