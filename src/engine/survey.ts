import { CellKind } from '../model/cell.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

/** Sums of this many cells of this size stay below 2^53, so that doubles add them exactly. */
const largestPlain = 2 ** 44;
const kindCount = Object.keys(CellKind).length;

/** What one look over all cells of a report tells. */
export interface Survey {
  /** How many cells of each table gave each kind of answer: at table × kinds + kind. */
  readonly counts: readonly number[];
  /** How many cells of optional lines the document has. */
  readonly subtotals: number;
  /** Ids of the tables that are not there or blank throughout: nothing can be said of them. */
  readonly silent: ReadonlySet<string>;
  /** Every required cell holds a number of ordinary size or a mark, and no optional one is there. */
  readonly isPlain: boolean;
}

const none: ReadonlySet<string> = new Set();

function silentTables({ form }: Report, counts: readonly number[]): ReadonlySet<string> {
  const isSilent = (_: unknown, i: number): boolean => {
    const at = i * kindCount;
    const heard = counts.slice(at + 1, at + kindCount).reduce((sum, count) => sum + count, 0);
    return heard === (counts[at + CellKind.blank] ?? 0);
  };
  return new Set(form.edition.tables.filter(isSilent).map((table) => table.id));
}

export function survey(report: Report): Survey {
  const { kinds, values } = report;
  const { optional, tables, edition } = report.form;
  const counts = new Array<number>(edition.tables.length * kindCount).fill(0);
  let subtotals = 0;
  let isPlain = true;
  for (let cell = 0; cell < kinds.length; cell++) {
    const kind = kinds[cell] ?? 0;
    const at = (tables[cell] ?? 0) * kindCount + kind;
    counts[at] = (counts[at] ?? 0) + 1;
    if (optional[cell] === 1) {
      if (kind !== CellKind.absent) subtotals++;
    } else if (kind === CellKind.number) {
      if (Math.abs(values[cell] ?? 0) > largestPlain) isPlain = false;
    } else if (kind !== CellKind.notApplicable) isPlain = false;
  }
  const silent = isPlain ? none : silentTables(report, counts);
  return { counts, subtotals, silent, isPlain: isPlain && subtotals === 0 };
}

/** How many cells of a report gave this kind of answer. */
export function countOf({ counts }: Survey, kind: CellKind): number {
  let sum = 0;
  for (let at = kind; at < counts.length; at += kindCount) sum += counts[at] ?? 0;
  return sum;
}

/** Kinds of answers that say a figure, if not always a plain one. */
const figureKinds = [CellKind.number, CellKind.unreadable, CellKind.uncertain] as const;

/** Nothing but marks (`/`): that adds up whatever happened, and pages show marks while figures load. */
function isMarksAlone(looked: Survey): boolean {
  const figures = figureKinds.reduce((sum, kind) => sum + countOf(looked, kind), 0);
  return figures === 0 && countOf(looked, CellKind.notApplicable) > 0;
}

/** What keeps a report, or tables of it, from being assessed. */
export function tableProblems(report: Report, looked: Survey): Problem[] {
  const { counts, silent } = looked;
  const problems: Problem[] = [];
  const told = new Set<Problem>();
  if (isMarksAlone(looked)) problems.push(problem('figures-missing', {}, report.source));
  for (const [i, { id, zh, en }] of report.form.edition.tables.entries()) {
    const countOfKind = (kind: CellKind): number => counts[i * kindCount + kind] ?? 0;
    const table = { zh, en };
    const tell = (made: Problem): void => {
      problems.push({ ...made, path: report.format === 'json' ? `tables.${id}` : null });
    };
    const guessed = countOfKind(CellKind.uncertain);
    if (guessed > 0) {
      tell(problem('cells-uncertain', { table, count: String(guessed) }, report.source));
    }
    if (!silent.has(id)) continue;
    const code = countOfKind(CellKind.blank) > 0 ? 'table-blank' : 'table-missing';
    const reason = report.reasons.get(id);
    if (reason === undefined) tell(problem(code, { table }, report.source));
    // One reason for several tables is told once.
    else if (!told.has(reason)) tell(reason);
    if (reason !== undefined) told.add(reason);
  }
  return problems;
}
