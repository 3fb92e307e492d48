import type {
  AuditedOrgan,
  AuditedReport,
  AuditFinding,
  AuditSummary,
  DuplicateTally,
  LinkTally,
  RuleTally,
} from '../model/audit.ts';
import type { ResultFinding, ResultProblem } from '../model/result.ts';
import { countsOf, type Severity, type Summary } from '../model/run.ts';
import type { OrganAudit } from './organs.ts';
import type { AuditRecord } from './records.ts';

/** Counts that can be added up in any order. */
export interface Tally {
  readonly summary: Summary;
  readonly unplaced: number;
  /** By rule and severity, parted by a space. */
  readonly rules: Readonly<Record<string, { readonly findings: number; readonly reports: number }>>;
  /** The reports with most errors, the worst first. */
  readonly worst: readonly AuditedReport[];
  /** The first reports that could not be assessed, with the first reason. */
  readonly open: readonly Unassessed[];
  /** Reports of which an index says something else: how many, and the first of them. */
  readonly noted: number;
  readonly notes: readonly Unassessed[];
  /** The first waivers that do not hold any more. */
  readonly stale: readonly ResultProblem[];
}

/** A report with what is to be said of it: why it could not be assessed, or what an index says. The reason is a sentence, empty where checks were left open. */
export interface Unassessed {
  readonly source: string;
  readonly reason: string;
}

export interface SeriesTally {
  readonly organs: number;
  /** The organs with most errors and broken chains, the worst first. */
  readonly worst: readonly AuditedOrgan[];
  /** The reports with most errors, those between years among them, the worst first. */
  readonly worstReports: readonly AuditedReport[];
  /** How many organs have their last report of a year. */
  readonly lastYears: Readonly<Record<number, number>>;
  readonly links: LinkTally;
  readonly duplicates: DuplicateTally;
  readonly errors: number;
  readonly warnings: number;
  readonly rules: Tally['rules'];
}

const mostWorst = 10;
const mostStale = 20;

/** Findings by the report that they are about, a list a report. */
export function bySource(findings: readonly AuditFinding[]): readonly (readonly AuditFinding[])[] {
  const lists = new Map<string, AuditFinding[]>();
  for (const found of findings) {
    const known = lists.get(found.source);
    if (known === undefined) lists.set(found.source, [found]);
    else known.push(found);
  }
  return [...lists.values()];
}

/** How often each rule failed in lists of findings, a list a report. */
export function rulesOf(lists: readonly (readonly ResultFinding[])[]): Tally['rules'] {
  const rules: Record<string, { findings: number; reports: number }> = {};
  for (const findings of lists) {
    const seen = new Set<string>();
    for (const { ruleId, severity, waiver } of findings) {
      if (waiver !== null) continue;
      const key = `${ruleId} ${severity}`;
      const known = rules[key] ?? { findings: 0, reports: 0 };
      rules[key] = known;
      known.findings++;
      if (!seen.has(key)) known.reports++;
      seen.add(key);
    }
  }
  return rules;
}

export function plusRules(a: Tally['rules'], b: Tally['rules']): Tally['rules'] {
  const sum = { ...a };
  for (const [key, { findings, reports }] of Object.entries(b)) {
    const known = sum[key];
    sum[key] = {
      findings: findings + (known?.findings ?? 0),
      reports: reports + (known?.reports ?? 0),
    };
  }
  return sum;
}

/** Reports with what was found of them beside other reports counted too. */
export function withFindings(
  reports: readonly AuditedReport[],
  findings: readonly AuditFinding[],
): readonly AuditedReport[] {
  if (findings.length === 0) return reports;
  const counts = new Map(
    bySource(findings).map((found) => [found[0]?.source, countsOf(found).errors]),
  );
  return reports.map((each) => ({ ...each, errors: each.errors + (counts.get(each.source) ?? 0) }));
}

/** The worst of several lists; of a report that is in more than one, the one that counts most. */
export function worstIn(lists: readonly (readonly AuditedReport[])[]): readonly AuditedReport[] {
  const most = new Map<string, AuditedReport>();
  for (const report of lists.flat()) {
    const known = most.get(report.source);
    if (known === undefined || known.errors < report.errors) most.set(report.source, report);
  }
  return worstOf([...most.values()]);
}

/** The worst first; what is alike in the order of the sources. */
function worstOf(reports: readonly AuditedReport[]): readonly AuditedReport[] {
  return reports
    .filter(({ errors }) => errors > 0)
    .sort((a, b) => b.errors - a.errors || (a.source < b.source ? -1 : 1))
    .slice(0, mostWorst);
}

function notesOf(records: readonly AuditRecord[]): Unassessed[] {
  return records.flatMap(({ report, notes }) =>
    notes.map(({ message }) => ({ source: report.source, reason: message })),
  );
}

export function tallyOf(records: readonly AuditRecord[]): Tally {
  const reports = records.map(({ report }) => report);
  const count = (verdict: AuditedReport['verdict']): number =>
    reports.filter((each) => each.verdict === verdict).length;
  return {
    summary: {
      reports: reports.length,
      pass: count('pass'),
      fail: count('fail'),
      notAssessable: count('not-assessable'),
      errors: reports.reduce((sum, { errors }) => sum + errors, 0),
      warnings: reports.reduce((sum, { warnings }) => sum + warnings, 0),
      waived: reports.reduce((sum, { waived }) => sum + waived, 0),
    },
    unplaced: reports.filter(({ organ, year }) => organ === null || year === null).length,
    rules: rulesOf(records.map(({ findings }) => findings).filter(({ length }) => length > 0)),
    worst: worstOf(reports),
    open: records
      .filter(({ report }) => report.verdict === 'not-assessable')
      .slice(0, mostWorst)
      .map(({ report, problems }) => ({
        source: report.source,
        reason: problems[0]?.message ?? '',
      })),
    noted: records.filter(({ notes }) => notes.length > 0).length,
    notes: notesOf(records).slice(0, mostWorst),
    stale: records.flatMap(({ stale = [] }) => stale).slice(0, mostStale),
  };
}

export const noTally: Tally = {
  summary: { reports: 0, pass: 0, fail: 0, notAssessable: 0, errors: 0, warnings: 0, waived: 0 },
  unplaced: 0,
  rules: {},
  worst: [],
  open: [],
  noted: 0,
  notes: [],
  stale: [],
};

export function plusTally(a: Tally, b: Tally): Tally {
  const [s, t] = [a.summary, b.summary];
  return {
    summary: {
      reports: s.reports + t.reports,
      pass: s.pass + t.pass,
      fail: s.fail + t.fail,
      notAssessable: s.notAssessable + t.notAssessable,
      errors: s.errors + t.errors,
      warnings: s.warnings + t.warnings,
      waived: s.waived + t.waived,
    },
    unplaced: a.unplaced + b.unplaced,
    rules: plusRules(a.rules, b.rules),
    worst: worstOf([...a.worst, ...b.worst]),
    open: [...a.open, ...b.open].slice(0, mostWorst),
    noted: a.noted + b.noted,
    notes: [...a.notes, ...b.notes].slice(0, mostWorst),
    stale: [...a.stale, ...b.stale].slice(0, mostStale),
  };
}

const noLinks: LinkTally = { holds: 0, breaks: 0, undecided: 0, gap: 0 };

export const noSeries: SeriesTally = {
  organs: 0,
  worst: [],
  worstReports: [],
  lastYears: {},
  links: noLinks,
  duplicates: { years: 0, differing: 0 },
  errors: 0,
  warnings: 0,
  rules: {},
};

const mostOrgans = 20;

function badness({ reports, links }: AuditedOrgan): number {
  const errors = reports.reduce((sum, each) => sum + each.errors, 0);
  const open = reports.filter(({ verdict }) => verdict === 'not-assessable').length;
  return (errors + links.filter(({ outcome }) => outcome === 'breaks').length) * 1000 + open;
}

/** The worst first; what is alike in the order of the names. */
function worstOrgans(organs: readonly AuditedOrgan[]): readonly AuditedOrgan[] {
  return [...organs]
    .sort((a, b) => badness(b) - badness(a) || (a.organ < b.organ ? -1 : 1))
    .slice(0, mostOrgans);
}

function plusYears(a: SeriesTally['lastYears'], b: SeriesTally['lastYears']) {
  const sum: Record<number, number> = { ...a };
  for (const [year, count] of Object.entries(b))
    sum[Number(year)] = (sum[Number(year)] ?? 0) + count;
  return sum;
}

function lastYearsOf(organs: readonly OrganAudit[]): SeriesTally['lastYears'] {
  const years: Record<number, number> = {};
  for (const { organ } of organs) {
    const year = organ.reports.at(-1)?.year ?? null;
    if (year !== null) years[year] = (years[year] ?? 0) + 1;
  }
  return years;
}

/** The last year of all, and how many organs have no report of it. */
export function latestOf({ organs, lastYears }: SeriesTally): AuditSummary['latest'] {
  const year = Math.max(...Object.keys(lastYears).map(Number));
  return Number.isFinite(year) ? { year, missing: organs - (lastYears[year] ?? 0) } : null;
}

export function seriesTallyOf(organs: readonly OrganAudit[]): SeriesTally {
  const links: Record<keyof LinkTally, number> = { ...noLinks };
  for (const { organ } of organs) for (const { outcome } of organ.links) links[outcome]++;
  const duplicates = organs.flatMap(({ organ }) => organ.duplicates);
  const differing = duplicates.filter(({ others }) =>
    others.some(({ cellsDiffering }) => cellsDiffering > 0),
  ).length;
  const findings = organs.flatMap((each) => each.findings);
  const { errors, warnings } = countsOf(findings);
  return {
    organs: organs.length,
    worst: worstOrgans(organs.map(({ organ }) => organ)),
    worstReports: worstOf(
      organs.flatMap(({ organ, findings }) => withFindings(organ.reports, findings)),
    ),
    lastYears: lastYearsOf(organs),
    links,
    duplicates: { years: duplicates.length, differing },
    errors,
    warnings,
    rules: rulesOf(organs.flatMap((each) => bySource(each.findings))),
  };
}

export function plusSeries(a: SeriesTally, b: SeriesTally): SeriesTally {
  const { holds, breaks, undecided, gap } = b.links;
  return {
    organs: a.organs + b.organs,
    worst: worstOrgans([...a.worst, ...b.worst]),
    worstReports: worstOf([...a.worstReports, ...b.worstReports]),
    lastYears: plusYears(a.lastYears, b.lastYears),
    links: {
      holds: a.links.holds + holds,
      breaks: a.links.breaks + breaks,
      undecided: a.links.undecided + undecided,
      gap: a.links.gap + gap,
    },
    duplicates: {
      years: a.duplicates.years + b.duplicates.years,
      differing: a.duplicates.differing + b.duplicates.differing,
    },
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    rules: plusRules(a.rules, b.rules),
  };
}

const severities: readonly Severity[] = ['error', 'warning'];

/** The rules, those that fail most first. */
export function rulesByCount(rules: Tally['rules']): RuleTally[] {
  return Object.entries(rules)
    .flatMap(([key, counts]) => {
      const [rule = '', named] = key.split(' ');
      const severity = severities.find((each) => each === named);
      return severity === undefined ? [] : [{ rule, severity, ...counts }];
    })
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.findings - a.findings ||
        (a.rule < b.rule ? -1 : 1),
    );
}
