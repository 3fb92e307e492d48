import type { Report } from '../../model/report.ts';
import type { ResultChange, ResultSuggestion } from '../../model/result.ts';
import { spotOf } from '../spots.ts';
import { type Region, regionOf } from './locations.ts';
import { messageOf, type SarifMessage } from './message.ts';
import { uriOf } from './uri.ts';

interface Replacement {
  readonly deletedRegion: Region;
  readonly insertedContent: { readonly text: string };
}

interface ArtifactChange {
  readonly artifactLocation: { readonly uri: string };
  readonly replacements: readonly Replacement[];
}

export interface SarifFix {
  readonly description: SarifMessage;
  readonly artifactChanges: readonly ArtifactChange[];
}

/** A figure and nothing else, so that a figure can take its place. */
const plain = /^-?\d+(?:\.\d+)?$/u;

/** The value in the JSON text replaced; null where it is not known where it ends, or words stand beside it. */
function replacementOf(
  report: Report,
  { cell, to }: ResultChange,
): { readonly uri: string; readonly replacement: Replacement } | null {
  const index = report.form.cells.findIndex(({ name }) => name === cell);
  if (index === -1 || !plain.test((report.printed(index) ?? '').trim())) return null;
  const spot = spotOf(report.place(index));
  const deletedRegion = regionOf(spot);
  if (deletedRegion?.endColumn === undefined) return null;
  const insertedContent = { text: String(to) };
  return { uri: uriOf(spot.file), replacement: { deletedRegion, insertedContent } };
}

/** A suggestion as a change of the text of `report.json`; null where the document is another, or one of its cells cannot be changed so. */
export function fixOf(report: Report, { message, changes }: ResultSuggestion): SarifFix | null {
  const byFile = new Map<string, Replacement[]>();
  for (const change of changes) {
    const made = report.format === 'json' ? replacementOf(report, change) : null;
    if (made === null) return null;
    byFile.set(made.uri, [...(byFile.get(made.uri) ?? []), made.replacement]);
  }
  const artifactChanges = [...byFile].map(([uri, replacements]) => ({
    artifactLocation: { uri },
    replacements,
  }));
  return artifactChanges.length === 0 ? null : { description: messageOf(message), artifactChanges };
}
