import { CellKind } from './cell.ts';
import type { Prose, Sentence } from './claim.ts';
import type { Day } from './day.ts';
import type { Format, Place } from './document.ts';
import type { Form, FormLine } from './form.ts';
import type { Problem } from './problem.ts';
import type { Explanation } from './waiver.ts';

/** A paragraph of prose, with the section of the form that it stands in; null before the first one. */
export interface Passage {
  readonly section: string | null;
  readonly text: string;
  place(): Place;
}

/** A column that the document heads with other words than the form, which may change what its figures mean. */
export interface RenamedColumn {
  /** The cell of the column in the first line under the header, by its index. */
  readonly cell: number;
  /** The header as it is printed. */
  readonly text: string;
  readonly place: Place;
}

/**
 * A report bound to its form. The answers of the cells lie in arrays by the cell's index, so that a
 * check is a few additions; what was printed, and where, is looked up only when somebody asks.
 */
export interface Report {
  /** Name of the document, with line or position where a file holds several reports. */
  readonly source: string;
  /** The format of the document. */
  readonly format: Format;
  readonly organ: string | null;
  readonly year: number | null;
  /** The day on which the document was published, where it says so. */
  readonly published: Day | null;
  readonly form: Form;
  readonly kinds: readonly number[];
  readonly values: readonly number[];
  /** The text of a cell as it stands in the document; null where the document has no such cell. */
  printed(cell: number): string | null;
  /** Where a cell stands in the document; the nearest place for an absent one. */
  place(cell: number): Place;
  /** The paragraphs of the report, tables and titles left out, in the order of the document. */
  readonly passages: readonly Passage[];
  /** The sections of the form that the document has a title for, by their ids; null where nobody can tell. */
  readonly sections: readonly string[] | null;
  /** What was read from the passages; null until they are read, and where there are none. */
  readonly prose: Prose | null;
  readonly renamed: readonly RenamedColumn[];
  /** What kept a part of the document from being read for certain. */
  readonly problems: readonly Problem[];
  /** What was read over or taken in a way that its reader may not expect. */
  readonly notes: readonly Problem[];
  /** Findings that the report itself explains. */
  readonly explanations?: readonly Explanation[];
  /** By table id: why the table could not be read, where something is known of it. */
  readonly reasons: ReadonlyMap<string, Problem>;
}

export function kindOf(report: Report, cell: number): CellKind {
  return report.kinds[cell] as CellKind;
}

/** The cells of a line that the document does not have. */
export function absentCells(report: Report, line: FormLine): number[] {
  return line.columns
    .map((_, i) => line.firstCell + i)
    .filter((cell) => kindOf(report, cell) === CellKind.absent);
}

/** The document has none of the line's cells. */
export function isLineAbsent(report: Report, line: FormLine): boolean {
  const end = line.firstCell + line.columns.length;
  for (let cell = line.firstCell; cell < end; cell++) {
    if (report.kinds[cell] !== CellKind.absent) return false;
  }
  return true;
}

/** Headings whose own figures stand in place of the lines below them, which the document does not have. */
export function linesStandingAlone(report: Report): FormLine[] {
  const { lines } = report.form;
  const isPartAbsent = (part: number): boolean => {
    const below = lines[part];
    return below === undefined || isLineAbsent(report, below);
  };
  return report.form.headings.filter(
    (line) => !isLineAbsent(report, line) && line.parts.every(isPartAbsent),
  );
}

const noSentences: readonly Sentence[] = [];

/** The sentences of the prose; none where there is no prose. */
export function sentencesOf({ prose }: Report): readonly Sentence[] {
  return prose?.sentences ?? noSentences;
}
