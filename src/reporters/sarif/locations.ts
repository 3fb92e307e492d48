import { cellText, lineName } from '../../messages/names.ts';
import { visible } from '../../messages/visible.ts';
import { type Place, sourceOf } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Finding } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { cellsThere, type Spot, spotOf } from '../spots.ts';
import { messageOf, type SarifMessage } from './message.ts';
import { uriOf } from './uri.ts';

export interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

interface PhysicalLocation {
  readonly artifactLocation: { readonly uri: string };
  readonly region?: Region;
}

/** A place in a file, with the cell of the form that stands there. */
export interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: PhysicalLocation;
  readonly logicalLocations?: readonly {
    readonly name: string;
    readonly fullyQualifiedName: string;
    readonly kind: 'value';
  }[];
  readonly message?: SarifMessage;
  /** The place in the notation of results, where a region cannot say it. */
  readonly properties?: { readonly place: string };
}

/** What is known of a place in a text; null for a document that has no lines. */
export function regionOf({ line, column, length }: Spot): Region | null {
  if (line === null) return null;
  if (column === null) return { startLine: line };
  const start = { startLine: line, startColumn: column };
  return length === null ? start : { ...start, endColumn: column + length };
}

export function physicalOf(spot: Spot): PhysicalLocation {
  const region = regionOf(spot);
  const artifactLocation = { uri: uriOf(spot.file) };
  return region === null ? { artifactLocation } : { artifactLocation, region };
}

function locationOf(place: Place): SarifLocation {
  const physicalLocation = physicalOf(spotOf(place));
  if (place.at === null || place.at.kind === 'text') return { physicalLocation };
  return { physicalLocation, properties: { place: visible(sourceOf(place)) } };
}

function cellLocation(report: Report, cell: number, lang: Language): SarifLocation {
  const location = locationOf(report.place(cell));
  const { name, line, column } = report.form.cells[cell] ?? {};
  if (name === undefined || line === undefined || column === undefined) return location;
  const label = `${lineName(line, lang)} · ${column[lang]}`;
  return {
    ...location,
    logicalLocations: [{ name: label, fullyQualifiedName: name, kind: 'value' }],
    message: messageOf(`${label}: ${cellText(report, cell, lang)}`),
  };
}

/** The place to look at first, then the others: of a finding about the prose its sentence, then cells. */
export function locationsOf(
  report: Report,
  finding: Finding,
  lang: Language,
): { readonly locations: SarifLocation[]; readonly relatedLocations: SarifLocation[] } {
  const within = finding.across ?? report;
  const there = cellsThere(report, finding);
  const cells = there.length > 0 ? there : finding.cells.slice(0, 1);
  const all = cells.map((cell) => cellLocation(within, cell, lang));
  const { claim } = finding;
  if (claim !== null) {
    const { sentence, start } = claim.figure;
    all.unshift(locationOf(sentence.placeAt(start)));
  }
  const [first = locationOf(report.place(0)), ...others] = all;
  return {
    locations: [first],
    relatedLocations: others.map((each, i) => ({ id: i + 1, ...each })),
  };
}
