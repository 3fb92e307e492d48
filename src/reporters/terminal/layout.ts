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

function isThere(report: Report, cell: number): boolean {
  return report.kinds[cell] !== CellKind.absent;
}

/** Of an equation that defines a total, the total; of any other finding, all its cells. */
export function suspects({ cells, equation }: Finding): readonly number[] {
  if (equation === null || equation.left.length > 1) return cells;
  return equation.left.map((term) => term.cell);
}

/**
 * The cells to mark, errors before warnings: where a total is wrong the total, and any cell in which
 * several findings meet. What is not there cannot be marked.
 */
function marksOf(report: Report, findings: readonly Finding[]): Map<number, Severity> {
  const met = new Map<number, number>();
  for (const cell of findings.flatMap(({ cells }) => cells))
    met.set(cell, (met.get(cell) ?? 0) + 1);
  const marked = new Map<number, Severity>();
  for (const finding of findings) {
    const meeting = finding.cells.filter((cell) => (met.get(cell) ?? 0) > 1);
    for (const cell of [...suspects(finding), ...meeting]) {
      if (isThere(report, cell) && marked.get(cell) !== 'error') marked.set(cell, finding.severity);
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
  const concerning = findings.flatMap(({ cells }) => cells.filter((cell) => isThere(report, cell)));
  const all = new Set(concerning);
  const blocks = [...new Set(report.form.lines.map((line) => line.block))];
  return blocks.flatMap((block) => {
    const within = report.form.lines.filter((line) => line.block === block);
    const concerned = within.filter((line) => concerning.some((cell) => isIn(line, cell)));
    const columns = (concerned[0]?.columns ?? []).filter((_, i) =>
      concerned.some((line) => all.has(line.firstCell + i)),
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
