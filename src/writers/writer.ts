import { CellKind } from '../model/cell.ts';
import type { Day } from '../model/day.ts';
import type { Form, FormLine } from '../model/form.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Explanation } from '../model/waiver.ts';

/** The texts of the sections without a table, in the order of the form. */
export interface Prose {
  readonly overview?: string;
  readonly problems?: string;
  readonly other?: string;
}

/** What a writer writes: a form, and what stands in its cells. */
export interface FilledForm {
  readonly form: Form;
  readonly organ: string | null;
  readonly year: number | null;
  readonly published?: Day | null;
  /** The ids of the sections that the document has a title for, where that is known. */
  readonly sections?: readonly string[] | null;
  /** The text of a cell as printed; null or empty where it is blank. */
  cell(index: number): string | null;
  /** The document has no such cell. Lines without any cell are left out; by default there is none. */
  isAbsent?(index: number): boolean;
  readonly text?: Prose;
  /** Headers that the document prints in other words, by the name of the first cell below. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly explanations?: readonly Explanation[];
}

/** What is written only where the report has it. */
function explained({ explanations }: Report): Pick<FilledForm, 'explanations'> {
  return explanations === undefined ? {} : { explanations };
}

/** Writes a form, blank or filled, in one format: the same input gives the same bytes. */
export interface Writer {
  write(filled: FilledForm): Uint8Array | string | Promise<Uint8Array | string>;
}

/** A form that nobody has filled yet. */
export function blankForm(
  form: Form,
  organ: string | null = null,
  year: number | null = null,
): FilledForm {
  return { form, organ, year, cell: () => null };
}

/** A report as a filled form, with what its document prints. */
export function formOfReport(report: Report, text?: Prose): FilledForm {
  const { form, organ, year, published, sections } = report;
  const headers = report.renamed.map(({ cell, text }) => [form.cells[cell]?.name ?? '', text]);
  return {
    form,
    organ,
    year,
    published,
    sections,
    cell: (index) => report.printed(index),
    isAbsent: (index) => kindOf(report, index) === CellKind.absent,
    ...explained(report),
    ...(text === undefined ? {} : { text }),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
  };
}

/** The text of a cell; null where there is none to write. */
export function textOf(filled: FilledForm, cell: number): string | null {
  if (filled.isAbsent?.(cell) === true) return null;
  const text = filled.cell(cell);
  return text === '' ? null : text;
}

/** The cells of a line, by index. */
export function cellsOf(line: FormLine): number[] {
  return line.columns.map((_, i) => line.firstCell + i);
}

/** The line is written: an optional one only with something in it, any other unless it is absent. */
export function isWritten(filled: FilledForm, line: FormLine): boolean {
  const cells = cellsOf(line);
  if (line.optional) return cells.some((cell) => textOf(filled, cell) !== null);
  return cells.some((cell) => filled.isAbsent?.(cell) !== true);
}
