import { csvField } from '../messages/csvField.ts';
import { leftOpen } from '../messages/leftOpen.ts';
import type { AuditedOrgan, AuditedReport, AuditFinding } from '../model/audit.ts';
import { organKey } from '../model/organ.ts';
import type { ResultProblem } from '../model/result.ts';
import type { Language } from '../model/words.ts';
import { hashOf } from './hash.ts';
import type { OrganAudit, Tools } from './organs.ts';
import { auditOrgan } from './organs.ts';
import { packed } from './packed.ts';
import { type AuditRecord, auditFinding, inOrder, isRecord } from './records.ts';
import { type SeriesTally, seriesTallyOf, type Tally, tallyOf } from './tally.ts';

/** Into so many parts organs are divided, so that not all reports have to be held at once. */
export const parts = 16;

/** What a thread makes of some reports: lines of JSON, ready to be written. */
export interface Batch {
  /** The records in the order of the reports; empty where nobody wants them. */
  readonly records: Uint8Array;
  /** The bytes of each file's records among them, in turn; files without any are left out. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Another run of the same files would give the same. */
  readonly isLasting: boolean;
  /** The records again, packed, divided by organ; null for a part without any. */
  readonly byPart: readonly (Uint8Array | null)[];
  readonly findings: Uint8Array;
  readonly csv: Uint8Array;
  readonly tally: Tally;
}

/** What a thread makes of all records of some organs. */
export interface OrganBatch {
  /** The organs as they were audited, each with its records, for those who show them. */
  readonly audits: readonly ShownAudit[];
  readonly organs: Uint8Array;
  readonly findings: Uint8Array;
  readonly csv: Uint8Array;
  readonly tally: SeriesTally;
}

/** An organ through the years, with the records that it was told from. */
export interface ShownAudit extends OrganAudit {
  readonly records: readonly AuditRecord[];
}

/** Of an organ's records those of the reports that were taken for their years. */
export function takenOf({ organ, records }: ShownAudit): readonly AuditRecord[] {
  const sources = new Set(organ.reports.map(({ source }) => source));
  return records.filter(({ report }) => sources.has(report.source));
}

const keys = new Map<string, string>();
/** Names that are remembered: an organ has many reports. */
const mostKeys = 50_000;

/** The key of an organ's name, which takes several patterns to find. */
export function keyOf(organ: string): string {
  const known = keys.get(organ);
  if (known !== undefined) return known;
  const key = organKey(organ);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(organ, key);
  return key;
}

/** The part that an organ belongs to; null for a report that stands in no series. */
export function partOf(record: AuditRecord): number | null {
  const { organ, year } = record.report;
  if (organ === null || year === null || record.frozen === null) return null;
  return hashOf(keyOf(organ)) % parts;
}

const encoder = new TextEncoder();

function encoded(lines: readonly string[]): Uint8Array {
  return encoder.encode(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
}

export const csvHead = [
  'source',
  'organ',
  'year',
  'scope',
  'rule',
  'severity',
  'message',
  'cells',
  'places',
  'waived',
];

function csvLine(found: AuditFinding): string {
  const fields = [
    found.source,
    found.organ ?? '',
    String(found.year ?? ''),
    found.scope,
    found.ruleId,
    found.severity,
    found.message,
    found.cells.map(({ cell }) => cell).join('; '),
    found.claim === null ? found.cells.map(({ source }) => source).join('; ') : found.claim.source,
    found.waiver?.reason ?? '',
  ];
  return fields.map(csvField).join(',');
}

/** A problem as a line: to whoever reads nothing else, silence would look like a report that is right. */
function problemLine(
  { source, organ, year }: Pick<AuditedReport, 'source' | 'organ' | 'year'>,
  scope: string,
  { code, message, source: place }: Pick<ResultProblem, 'code' | 'message' | 'source'>,
  severity: 'problem' | 'note' = 'problem',
): string {
  const fields = [
    source,
    organ ?? '',
    String(year ?? ''),
    scope,
    code,
    severity,
    message,
    '',
    place,
  ];
  return fields.map(csvField).join(',');
}

/** Problems that belong to no report that was read, as lines of the list. */
export function problemLines(problems: readonly ResultProblem[], scope: string): Uint8Array {
  return encoded(
    problems.map((each) => {
      const source = { source: each.source, organ: null, year: null };
      return problemLine(source, scope, each);
    }),
  );
}

/** What kept a report from being assessed, each with no code where it is only checks that were left open. */
function openLines({ report, problems, notes }: AuditRecord, lang: Language): string[] {
  const { source, verdict } = report;
  const isOpen = verdict === 'not-assessable' && problems.length === 0;
  const open = { code: '', message: leftOpen[lang], source };
  return [
    ...(isOpen ? [open] : problems).map((each) => problemLine(report, 'report', each)),
    ...notes.map((each) => problemLine(report, 'report', each, 'note')),
  ];
}

/** Problems of the moment: of the system, not of the file. */
const passing = [
  'thread-died',
  'thread-hung',
  'file-denied',
  'file-missing',
  'reader-missing',
  'reader-timeout',
  'rule-threw',
];

function isLasting({ problems, findings }: AuditRecord): boolean {
  const isDated = findings.some(({ waiver }) => waiver !== null && waiver.until !== null);
  return !isDated && !problems.some(({ code }) => passing.includes(code));
}

function bytesByFile(records: readonly AuditRecord[], lines: readonly string[]): Batch['files'] {
  const files: { name: string; bytes: number }[] = [];
  for (const [i, { order }] of records.entries()) {
    const bytes = encoder.encode(lines[i] ?? '').length + 1;
    const last = files.at(-1);
    if (last?.name === order.file) last.bytes += bytes;
    else files.push({ name: order.file, bytes });
  }
  return files;
}

/** What files are made of records, beside the lists of findings. */
export interface Wanted {
  /** The records as lines, in their order. */
  readonly wantsRecords: boolean;
  /** Pieces of the page, and the lists of findings, which stand beside it. */
  readonly wantsPage: boolean;
  /** The language of the sentences. */
  readonly lang: Language;
}

/** As far as years are compared by it: of what was found only what the prose says. */
function forYears(record: AuditRecord): AuditRecord {
  if (record.findings.length === 0) return record;
  return { ...record, findings: record.findings.filter(({ claim }) => claim !== null) };
}

/** Findings as the lists of an audit have them. */
export function listsOf(findings: readonly AuditFinding[]): Pick<Batch, 'findings' | 'csv'> {
  return {
    findings: encoded(findings.map((found) => JSON.stringify(found))),
    csv: encoded(findings.map(csvLine)),
  };
}

export function batchOf(
  records: readonly AuditRecord[],
  { wantsRecords, wantsPage, lang }: Wanted,
): Batch {
  const isWhole = wantsRecords || wantsPage;
  const lines = wantsRecords ? records.map((record) => JSON.stringify(record)) : [];
  const divided: AuditRecord[][] = Array.from({ length: parts }, () => []);
  const findings: AuditFinding[] = [];
  const csv: string[] = [];
  for (const record of records) {
    const part = partOf(record);
    if (part !== null) divided[part]?.push(isWhole ? record : forYears(record));
    if (!wantsPage) continue;
    const own = record.findings.map((found) => auditFinding(found, record.report, 'report'));
    findings.push(...own);
    csv.push(...own.map(csvLine), ...openLines(record, lang));
  }
  return {
    records: encoded(lines),
    files: wantsRecords ? bytesByFile(records, lines) : [],
    isLasting: records.every(isLasting),
    byPart: divided.map((each) => (each.length === 0 ? null : packed(each))),
    findings: encoded(findings.map((found) => JSON.stringify(found))),
    csv: encoded(csv),
    tally: tallyOf(records),
  };
}

/** Records as they were written. @throws for a line that is no record, with its number */
export function recordsIn(lines: string): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) throw new SyntaxError('this is no record of an audit');
    records.push(value);
  }
  return records;
}

/** All records of some organs, whatever order they come in, each organ through its years. */
export function organBatchOf(
  records: readonly AuditRecord[],
  tools: Tools,
  { wantsPage }: Pick<Wanted, 'wantsPage'>,
): OrganBatch {
  const byOrgan = new Map<string, AuditRecord[]>();
  for (const record of [...records].sort(inOrder)) {
    const key = keyOf(record.report.organ ?? '');
    const known = byOrgan.get(key);
    if (known === undefined) byOrgan.set(key, [record]);
    else known.push(record);
  }
  const audits = [...byOrgan.keys()].sort().map((key): ShownAudit => {
    const records = byOrgan.get(key) ?? [];
    return { ...auditOrgan(records[0]?.report.organ ?? key, records, tools), records };
  });
  const organs: readonly AuditedOrgan[] = audits.map(({ organ }) => organ);
  const findings = audits.flatMap((each) => each.findings);
  return {
    audits,
    organs: encoded(wantsPage ? organs.map((organ) => JSON.stringify(organ)) : []),
    ...listsOf(wantsPage ? findings : []),
    tally: seriesTallyOf(audits),
  };
}
