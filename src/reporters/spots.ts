import { placesText } from '../messages/places.ts';
import { CellKind } from '../model/cell.ts';
import type { Place } from '../model/document.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Finding } from '../model/run.ts';
import type { Language } from '../model/words.ts';

/** A line of a file, from 1, as far as it is known; what other programs can go to. */
export interface Spot {
  readonly file: string;
  readonly line: number | null;
  /** In UTF-16 code units, from 1. */
  readonly column: number | null;
  /** Of the text that stands there, in UTF-16 code units. */
  readonly length: number | null;
}

export function spotOf({ source, at, line }: Place): Spot {
  if (at?.kind !== 'text') return { file: source, line, column: null, length: null };
  return { file: source, line: at.line, column: at.column, length: at.length ?? null };
}

/** The cells of a finding that are there, by their indices in the report, or reports, that it is about. */
export function cellsThere(report: Report, { across, cells }: Finding): number[] {
  return cells.filter((cell) => kindOf(across ?? report, cell) !== CellKind.absent);
}

/** Where a finding is to be looked at: at its sentence, else at its cells; nowhere where none of them is there. */
export function placesOf(report: Report, finding: Finding): Place[] {
  const { claim, across } = finding;
  if (claim !== null) return [claim.figure.sentence.placeAt(claim.figure.start)];
  return cellsThere(report, finding).map((cell) => (across ?? report).place(cell));
}

/** The places of a finding in words; empty where it has none. */
export function placeText(report: Report, finding: Finding, lang: Language): string {
  const places = placesOf(report, finding);
  return places.length === 0 ? '' : placesText(places, lang);
}

/** Where a finding is to be looked at first; near its first cell where none is there. */
export function firstSpot(report: Report, finding: Finding): Spot {
  const near = (): Place => (finding.across ?? report).place(finding.cells[0] ?? 0);
  return spotOf(placesOf(report, finding)[0] ?? near());
}

const position =
  /^(.*?)(?::(\d+)(?::(\d+))?)?(?:#(?:\/\d+|table=\d[^#]*|paragraph=\d+|page=\d[^#]*|[^#!]*![A-Z]+\d+))?$/su;

/** The place that a problem names by a text, such as `report.json:7:26` or `reports.json#/0`. */
export function spotNamed(source: string): Spot {
  const [, file = source, line, column] = position.exec(source) ?? [];
  const number = (text: string | undefined): number | null =>
    text === undefined ? null : Number(text);
  return { file, line: number(line), column: number(column), length: null };
}
