import { placesText } from '../messages/places.ts';
import { CellKind } from '../model/cell.ts';
import type { Place } from '../model/document.ts';
import { kindOf, type Report } from '../model/report.ts';
import type { Finding } from '../model/run.ts';
import type { Language } from '../model/words.ts';

/** Where to look for a finding: of one about the prose the sentence, of any other its cells. */
export function placesOf(report: Report, { cells, claim, across }: Finding): readonly Place[] {
  if (claim !== null) return [claim.figure.sentence.placeAt(claim.figure.start)];
  const within = across ?? report;
  return cells
    .filter((cell) => kindOf(within, cell) !== CellKind.absent)
    .map((cell) => within.place(cell));
}

/** The places of a finding in words; empty where it has none. */
export function placeText(report: Report, finding: Finding, lang: Language): string {
  const places = placesOf(report, finding);
  return places.length === 0 ? '' : placesText(places, lang);
}
