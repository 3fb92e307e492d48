import type { ResultCell } from '../model/result.ts';
import type { Severity } from '../model/run.ts';
import type { ShownFinding } from './shape.ts';

/** Why a cell is marked: the findings that name it, numbered from 1. */
export interface Mark {
  readonly severity: Severity;
  readonly numbers: readonly number[];
}

/** The place lies in this document; one of two reports in the same file has a longer name. */
function standsIn({ source }: Pick<ResultCell, 'source'>, document: string): boolean {
  return source.startsWith(document) && /^(?:$|[:#])/u.test(source.slice(document.length));
}

/** By the name of a cell. Findings between reports also name cells of others, which are not marked here. */
export function marksOf(findings: readonly ShownFinding[], document: string): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const [i, { severity, scope, cells }] of findings.entries()) {
    const own = scope === 'report' ? cells : cells.filter((cell) => standsIn(cell, document));
    for (const { cell } of own) {
      const before = marks.get(cell);
      const isError = severity === 'error' || before?.severity === 'error';
      const numbers = [...new Set([...(before?.numbers ?? []), i + 1])];
      marks.set(cell, { severity: isError ? 'error' : 'warning', numbers });
    }
  }
  return marks;
}
