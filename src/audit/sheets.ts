import type { AuditFinding, ReportSheet } from '../model/audit.ts';
import type { FrozenReport } from '../model/frozen.ts';
import { type AuditRecord, auditFinding } from './records.ts';

/** What each cell prints; null for one that the document does not have. */
export function printedIn({ printed, kinds, values }: FrozenReport): readonly (string | null)[] {
  if (printed !== null) return printed;
  return values.map((value, cell) => {
    const kind = kinds[cell] ?? '1';
    if (kind === '0') return null;
    return kind === '1' ? String(value) : kind === '2' ? '' : kind === '3' ? '/' : '?';
  });
}

/**
 * A report with its tables and all that was found of it.
 * @param others what was found of it beside other reports
 */
export function sheetOf(record: AuditRecord, others: readonly AuditFinding[]): ReportSheet {
  const { report, findings, problems, frozen } = record;
  return {
    source: report.source,
    cells: frozen === null ? [] : printedIn(frozen),
    findings: [...findings.map((found) => auditFinding(found, report, 'report')), ...others],
    problems,
  };
}
