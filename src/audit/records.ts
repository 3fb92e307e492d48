import type { AuditedReport, AuditFinding, Flow } from '../model/audit.ts';
import { CellKind } from '../model/cell.ts';
import type { Form } from '../model/form.ts';
import type { FrozenReport } from '../model/frozen.ts';
import { freeze } from '../model/frozen.ts';
import { onceFor } from '../model/onceFor.ts';
import { isWarning } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { ResultFinding, ResultProblem, ResultReport } from '../model/result.ts';
import { countsOfRun, type Run } from '../model/run.ts';

/** Where a report stands among all that were found: by its file, then by its line or number in it. */
export interface Order {
  readonly file: string;
  readonly line: number;
}

/** One report as an audit keeps it: what was found in it, and what it takes to compare it with others. */
export interface AuditRecord {
  readonly order: Order;
  readonly report: AuditedReport;
  readonly findings: readonly ResultFinding[];
  readonly problems: readonly ResultProblem[];
  /** What an index says of it otherwise than it says itself. */
  readonly notes: readonly ResultProblem[];
  /** Waivers that do not hold any more; left out where there are none. */
  readonly stale?: readonly ResultProblem[];
  readonly frozen: FrozenReport | null;
  /** Its prose says how something has grown, which last year's report may show to be wrong. */
  readonly grows: boolean;
}

/** What an index or the name of a file says of a report that does not say it itself. */
export interface Subject {
  readonly organ: string | null;
  readonly year: number | null;
  readonly said: Said | null;
}

/** What an index says itself, and where: to be compared with the report. */
export interface Said {
  readonly organ: string | null;
  readonly year: number | null;
  readonly place: string;
}

const paths = ['newlyReceived', 'carriedOver', 'handled.total', 'carriedForward'] as const;

const flowCells: (form: Form) => readonly number[] = onceFor((form: Form) =>
  paths.map((path) => form.cells.findIndex(({ name }) => name === `requests.${path}.total`)),
);

const noFlow: Flow = {
  newlyReceived: null,
  carriedOver: null,
  handled: null,
  carriedForward: null,
};

function flowOf(report: Report | null): Flow {
  if (report === null) return noFlow;
  const at = (i: number): number | null => {
    const cell = flowCells(report.form)[i] ?? -1;
    return report.kinds[cell] === CellKind.number ? (report.values[cell] ?? null) : null;
  };
  return { newlyReceived: at(0), carriedOver: at(1), handled: at(2), carriedForward: at(3) };
}

function tellsGrowth({ prose }: Report): boolean {
  return prose?.claims.some(({ kind }) => kind === 'growth') ?? false;
}

function isStaleNote({ notes }: Run, at: number): boolean {
  const note = notes[at];
  return note !== undefined && isWarning(note);
}

/**
 * A run as an audit keeps it.
 * @param notes what an index says otherwise
 * @param toldOf what was found, with its sentences; asked only where there is something to tell
 */
export function recordOf(
  run: Run,
  order: Order,
  named: Subject,
  notes: readonly ResultProblem[],
  toldOf: (run: Run) => Pick<ResultReport, 'findings' | 'problems' | 'notes'>,
): AuditRecord {
  const { report, findings, problems } = run;
  const isStale = run.notes.some(isWarning);
  const isTold = findings.length > 0 || problems.length > 0 || isStale;
  const result = isTold ? toldOf(run) : null;
  const organ = report?.organ ?? named.organ;
  const year = report?.year ?? named.year;
  return {
    order,
    report: {
      source: run.source,
      organ,
      year,
      edition: report?.form.edition.id ?? null,
      format: report?.format ?? null,
      verdict: run.verdict,
      ...countsOfRun(run),
      flow: flowOf(report),
    },
    findings: result?.findings ?? [],
    problems: result?.problems ?? [],
    notes,
    ...(isStale ? { stale: result?.notes.filter((_, i) => isStaleNote(run, i)) ?? [] } : {}),
    frozen: report === null ? null : { ...freeze(report), organ, year },
    grows: report !== null && tellsGrowth(report),
  };
}

/** A finding as the lists of an audit have it. */
export function auditFinding(
  found: ResultFinding,
  { source, organ, year }: AuditedReport,
  scope: AuditFinding['scope'],
): AuditFinding {
  return { source, organ, year, scope, ...found };
}

/** As the bytes of UTF-8 are sorted: by code point. */
export function byText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    // A surrogate stands for a code point above all others.
    const lift = (code: number): number =>
      code >= 0xd800 && code <= 0xdfff ? code + 0x10000 : code;
    return lift(x) - lift(y);
  }
  return a.length - b.length;
}

/** The one order of records: by file, then by line. */
export function inOrder(a: AuditRecord, b: AuditRecord): number {
  return byText(a.order.file, b.order.file) || a.order.line - b.order.line;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOrder(value: unknown): value is Order {
  return isObject(value) && typeof value.file === 'string' && typeof value.line === 'number';
}

function isFrozen(value: unknown): boolean {
  if (value === null) return true;
  if (!isObject(value) || typeof value.edition !== 'string' || typeof value.kinds !== 'string')
    return false;
  const { values, passages } = value;
  return (
    Array.isArray(values) &&
    values.every((each) => typeof each === 'number') &&
    Array.isArray(passages)
  );
}

/** What an earlier run wrote, as far as it is counted with. */
export function isRecord(value: unknown): value is AuditRecord {
  if (!isObject(value) || !isOrder(value.order) || !isObject(value.report)) return false;
  const { source, verdict, errors, warnings } = value.report;
  return (
    typeof source === 'string' &&
    (verdict === 'pass' || verdict === 'fail' || verdict === 'not-assessable') &&
    typeof errors === 'number' &&
    typeof warnings === 'number' &&
    Array.isArray(value.findings) &&
    Array.isArray(value.problems) &&
    isFrozen(value.frozen)
  );
}
