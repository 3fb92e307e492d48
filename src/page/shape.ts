import type {
  AuditedOrgan,
  AuditedReport,
  AuditFinding,
  AuditSummary,
  Duplicate,
  Link,
} from '../model/audit.ts';
import { formats } from '../model/document.ts';
import type { Edition } from '../model/edition.ts';
import type { ResultCell, ResultClaim, ResultProblem } from '../model/result.ts';
import type { Severity, Verdict } from '../model/run.ts';
import type { Language } from '../model/words.ts';

/** Blocks of the page, by the value of their `data-block`. */
export const blocks = { setting: 'setting', organ: 'organ', sheet: 'sheet' } as const;

/** What the page says of the audit as a whole, and what it needs to lay out every report. */
export interface Setting {
  readonly lang: Language;
  readonly summary: AuditSummary;
  /** By rule id: what the rule is called. */
  readonly titles: Readonly<Record<string, string>>;
  /** The forms, their labels in the language of the page. */
  readonly editions: readonly Edition[];
}

/** A report with the rules that it has findings of. */
export interface ShownReport extends AuditedReport {
  readonly rules: readonly string[];
}

/** An organ's reports; without a name, a single report that stands in no series. */
export interface ShownOrgan {
  readonly organ: string | null;
  readonly reports: readonly ShownReport[];
  readonly links: readonly Link[];
  readonly duplicates: readonly Duplicate[];
}

/** A finding as far as the page shows it. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly scope: AuditFinding['scope'];
  readonly cells: readonly Pick<ResultCell, 'cell' | 'source'>[];
  readonly claim: ResultClaim | null;
}

export interface ShownSheet {
  readonly cells: readonly (string | null)[];
  readonly findings: readonly ShownFinding[];
  readonly problems: readonly ResultProblem[];
}

const verdicts: readonly Verdict[] = ['pass', 'fail', 'not-assessable'];
const outcomes: readonly Link['outcome'][] = ['holds', 'breaks', 'undecided', 'gap'];

type Flow = readonly [number | null, number | null, number | null, number | null];

/** A report without the names of its fields: a page may hold a hundred thousand. */
export type PackedReport = readonly [
  source: string,
  organ: string | null,
  year: number | null,
  edition: string | null,
  format: number,
  verdict: number,
  errors: number,
  warnings: number,
  waived: number,
  flow: Flow,
  rules: readonly string[],
];

export type PackedLink = readonly [from: number, to: number, outcome: number];

/** An organ as it is stored. The name of a report's organ is null where it is the name of all. */
export interface PackedOrgan {
  readonly organ: string | null;
  readonly reports: readonly PackedReport[];
  readonly links: readonly PackedLink[];
  readonly duplicates?: readonly Duplicate[];
}

function packedReport(report: ShownReport, organ: string | null): PackedReport {
  const { newlyReceived, carriedOver, handled, carriedForward } = report.flow;
  return [
    report.source,
    report.organ === organ ? null : report.organ,
    report.year,
    report.edition,
    report.format === null ? -1 : formats.indexOf(report.format),
    verdicts.indexOf(report.verdict),
    report.errors,
    report.warnings,
    report.waived,
    [newlyReceived, carriedOver, handled, carriedForward],
    report.rules,
  ];
}

export function packedOrgan({ organ, reports, links, duplicates }: ShownOrgan): PackedOrgan {
  return {
    organ,
    reports: reports.map((report) => packedReport(report, organ)),
    links: links.map(({ from, to, outcome }) => [from, to, outcomes.indexOf(outcome)]),
    ...(duplicates.length === 0 ? {} : { duplicates }),
  };
}

function shownReport(packed: PackedReport, name: string | null): ShownReport {
  const [source, organ, year, edition, format, verdict, errors, warnings, waived, flow, rules] =
    packed;
  const [newlyReceived, carriedOver, handled, carriedForward] = flow;
  return {
    source,
    organ: organ ?? name,
    year,
    edition,
    format: formats[format] ?? null,
    verdict: verdicts[verdict] ?? 'not-assessable',
    errors,
    warnings,
    waived,
    flow: { newlyReceived, carriedOver, handled, carriedForward },
    rules,
  };
}

/** What `packedOrgan` packed. */
export function shownOrgan({ organ, reports, links, duplicates }: PackedOrgan): ShownOrgan {
  return {
    organ,
    reports: reports.map((report) => shownReport(report, organ)),
    links: links.map(([from, to, outcome]) => ({
      from,
      to,
      outcome: outcomes[outcome] ?? 'undecided',
    })),
    duplicates: duplicates ?? [],
  };
}

/** An organ with the rules that each of its reports has findings of. */
export function withRules(
  organ: AuditedOrgan,
  rulesOf: (source: string) => readonly string[],
): ShownOrgan {
  return {
    ...organ,
    reports: organ.reports.map((report) => ({ ...report, rules: rulesOf(report.source) })),
  };
}
