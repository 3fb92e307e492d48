import { CellKind } from '../../model/cell.ts';
import type { Column } from '../../model/edition.ts';
import type { FormLine } from '../../model/form.ts';
import type { Report } from '../../model/report.ts';
import type { Finding, Severity } from '../../model/run.ts';

/** The part of a block of the form that findings are about, with the cells to be marked. */
export interface Excerpt {
  readonly lines: readonly FormLine[];
  readonly columns: readonly Column[];
  readonly marked: ReadonlyMap<number, Severity>;
  /** How many lines of zeros were left out. */
  readonly hidden: number;
}

function isIn(line: FormLine, cell: number): boolean {
  return cell >= line.firstCell && cell < line.firstCell + line.columns.length;
}

/** The cells that findings concern, errors before warnings; one that is not there cannot be marked. */
function marksOf(report: Report, findings: readonly Finding[]): Map<number, Severity> {
  const marked = new Map<number, Severity>();
  for (const { cells, severity } of findings) {
    for (const cell of cells) {
      if (report.kinds[cell] === CellKind.absent) continue;
      if (marked.get(cell) !== 'error') marked.set(cell, severity);
    }
  }
  return marked;
}

/**
 * The lines and columns that the findings concern, block by block in the order of the form. Lines
 * that only add zeros to a sum are left out unless `isFull`.
 */
export function excerpts(report: Report, findings: readonly Finding[], isFull: boolean): Excerpt[] {
  const marked = marksOf(report, findings);
  const blocks = [...new Set(report.form.lines.map((line) => line.block))];
  return blocks.flatMap((block) => {
    const within = report.form.lines.filter((line) => line.block === block);
    const concerned = within.filter((line) => [...marked.keys()].some((cell) => isIn(line, cell)));
    const columns = (concerned[0]?.columns ?? []).filter((_, i) =>
      concerned.some((line) => marked.has(line.firstCell + i)),
    );
    if (columns.length === 0) return [];
    const isZero = (line: FormLine): boolean =>
      columns.every((column) => {
        const cell = line.firstCell + line.columns.indexOf(column);
        return report.kinds[cell] === CellKind.number && report.values[cell] === 0;
      });
    const isSolitary = concerned.length <= 6;
    const lines = concerned.filter((line) => isFull || isSolitary || !isZero(line));
    const shown = lines.length === 0 ? concerned : lines;
    return [{ lines: shown, columns, marked, hidden: concerned.length - shown.length }];
  });
}
