import type { Column } from '../model/edition.ts';
import type { Form, FormLine } from '../model/form.ts';
import { linesStandingAlone, type Report } from '../model/report.ts';

/** A cell of the form as a region and its members have it: in a line, or in a heading for the lines below. */
export interface Place {
  readonly line: FormLine;
  /** Index of its column in the line. */
  readonly at: number;
  readonly column: Column;
}

function isNamed(path: string, names: readonly string[]): boolean {
  return names.some((name) =>
    name.endsWith('.*') ? path.startsWith(name.slice(0, -1)) : path === name,
  );
}

/** Why no region adds up this line; null where it does. */
export function apartFor({ edition }: Form, line: FormLine) {
  const { apart } = edition.levels;
  const found = apart.find(
    ({ table, lines }) => table === line.table.id && isNamed(line.path, lines),
  );
  return found?.why ?? null;
}

/** Headings that stand for the lines below them in one of the reports, which then has nothing finer. */
function standingAlone(reports: readonly Report[]): ReadonlySet<number> {
  return new Set(reports.flatMap((report) => linesStandingAlone(report).map(({ index }) => index)));
}

/** Every cell that the reports have in common, all of them on the same form. */
export function placesOf(form: Form, reports: readonly Report[]): Place[] {
  const alone = standingAlone(reports);
  const replaced = new Set([...alone].flatMap((index) => form.lines[index]?.parts ?? []));
  const lines = form.lines.filter(
    ({ index, optional }) => !replaced.has(index) && (!optional || alone.has(index)),
  );
  return lines.flatMap((line) => line.columns.map((column, at) => ({ line, at, column })));
}

/** Those of the places in which a region is compared with its members. */
export function isCompared(form: Form, { line, at }: Place): boolean {
  const { tables, figures } = form.edition.levels;
  const table = tables.find((each) => each.table === line.table.id);
  const figure = form.cells[line.firstCell + at]?.figure;
  return (
    table !== undefined &&
    (table.lines === undefined || isNamed(line.path, table.lines)) &&
    figure !== undefined &&
    figures.includes(figure) &&
    apartFor(form, line) === null
  );
}

/** The cells of a report that say what stands in a place: those of the lines below a heading that it does not have. */
export function cellsAt(report: Report, { line, at }: Place): number[] {
  if (!line.optional || linesStandingAlone(report).includes(line)) return [line.firstCell + at];
  const { lines } = report.form;
  return line.parts.flatMap((part) => {
    const below = lines[part];
    return below === undefined || below.optional ? [] : [below.firstCell + at];
  });
}
