import { repairText } from '../../src/messages/repairs.ts';
import type { Change } from '../../src/model/repair.ts';
import type { Report } from '../../src/model/report.ts';
import type { Run } from '../../src/model/run.ts';

/** What a run says of the repairs of its findings: how sure, of which findings, and each repair in Chinese. */
export function mended({ report, repairs }: Run) {
  if (report === null) return [];
  return repairs.map(({ findings, confidence, repairs: all, hasMore, lines }) => ({
    findings: findings.map(({ rule, at }) => [rule, at.row, at.column]),
    confidence,
    repairs: all.map((repair) => repairText(report, repair, 'zh')),
    hasMore,
    lines: lines.map((line) => report.form.lines[line]?.path),
  }));
}

/** The report with these cells changed. */
export function withChanges(report: Report, changes: readonly Change[]): Report {
  const values = [...report.values];
  for (const { cell, to } of changes) values[cell] = to;
  return { ...report, values };
}
