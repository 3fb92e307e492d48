import { partOf, type ShownAudit, takenOf } from '../../audit/batch.ts';
import { type AuditRecord, auditFinding } from '../../audit/records.ts';
import { sheetOf } from '../../audit/sheets.ts';
import type { AuditFinding } from '../../model/audit.ts';
import { organChunk, sheetChunk, unplacedChunk } from '../../reporters/audit/page.ts';
import type { PagePieces } from './tasks.ts';

/** Tables of so many reports are laid out in a task: more would not go into the page. */
const mostSheets = 300;

const encoder = new TextEncoder();
export const noPieces: PagePieces = {
  organs: new Uint8Array(),
  wrong: new Uint8Array(),
  right: new Uint8Array(),
};

function isWrong({ findings, problems }: AuditRecord, others: readonly AuditFinding[]): boolean {
  return findings.length > 0 || problems.length > 0 || others.length > 0;
}

/** Gathers what the page shows of reports. */
class Pieces {
  private readonly organs: string[] = [];
  private readonly wrong: string[] = [];
  private readonly right: string[] = [];

  organ(chunk: string): void {
    this.organs.push(chunk);
  }

  sheet(record: AuditRecord, all: readonly AuditFinding[]): void {
    const others = all.filter(({ source }) => source === record.report.source);
    const into = isWrong(record, others) ? this.wrong : this.right;
    if (into.length < mostSheets) into.push(sheetChunk(sheetOf(record, others)));
  }

  encoded(): PagePieces {
    const of = (chunks: readonly string[]): Uint8Array => encoder.encode(chunks.join(''));
    return { organs: of(this.organs), wrong: of(this.wrong), right: of(this.right) };
  }
}

/** What the page shows of organs. */
export function piecesOf(audits: readonly ShownAudit[]): PagePieces {
  const pieces = new Pieces();
  for (const audit of audits) {
    const { organ, findings } = audit;
    const shown = takenOf(audit);
    const own = shown.flatMap((record) =>
      record.findings.map((found) => auditFinding(found, record.report, 'report')),
    );
    pieces.organ(organChunk(organ, [...own, ...findings]));
    for (const record of shown) pieces.sheet(record, findings);
  }
  return pieces.encoded();
}

/** What the page shows of reports that stand in no series. */
export function loosePieces(records: readonly AuditRecord[]): PagePieces {
  const pieces = new Pieces();
  for (const record of records.filter((each) => partOf(each) === null)) {
    pieces.organ(
      unplacedChunk(
        record.report,
        record.findings.map(({ ruleId }) => ({ ruleId, source: record.report.source })),
      ),
    );
    pieces.sheet(record, []);
  }
  return pieces.encoded();
}
