import { repairText } from '../../src/messages/repairs.ts';
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
