import { organKey } from '../../model/organ.ts';
import type { Policy } from '../../model/policy.ts';
import type { Report } from '../../model/report.ts';
import type { Finding } from '../../model/run.ts';
import { pathOf, wholeSource } from '../../model/sourcePath.ts';
import type { Explanation, WaiverEntry } from '../../model/waiver.ts';
import { isSame, subjectOf } from './subject.ts';

interface Named {
  readonly key: string | null;
  readonly year: number | null;
  /** Those of its file, and of its place in the file. */
  readonly paths: readonly string[];
}

function isAbout(entry: WaiverEntry, { key, year, paths }: Named): boolean {
  if (entry.path !== null && !paths.includes(entry.path)) return false;
  if (entry.organ === null) return entry.path !== null;
  const isOrgan = key !== null && organKey(entry.organ) === key;
  return isOrgan && (entry.year === null || entry.year === year);
}

/** Of a list what is about a report. */
export function entriesAbout(
  { organ, year, source }: Report,
  entries: readonly WaiverEntry[],
  folder: string,
): readonly WaiverEntry[] {
  if (entries.length === 0) return entries;
  const key = organ === null ? null : organKey(organ);
  const paths = [pathOf(folder, source), wholeSource(folder, source)];
  const named = { key, year, paths };
  return entries.filter((entry) => isAbout(entry, named));
}

/** What was written about a report: in itself first, then in the lists. */
export function explanationsFor(
  report: Report,
  { waivers, folder }: Policy,
): readonly Explanation[] {
  return [...(report.explanations ?? []), ...entriesAbout(report, waivers, folder)];
}

/** Its last day is over, or nobody knows what day it is. */
export function isOver({ waiver: { until } }: Explanation, today: string | null): boolean {
  return until !== null && (today === null || today > until);
}

/** Accepts a finding that is explained: a new object, as findings may be shared. What fits it is added to `fitting`. */
export function accepted(
  report: Report,
  finding: Finding,
  explanations: readonly Explanation[],
  today: string | null,
  fitting: Set<Explanation>,
): Finding {
  const near = explanations.filter(({ rule }) => rule === finding.rule);
  if (near.length === 0) return finding;
  const subject = subjectOf(report, finding);
  const fits = near.filter((each) => isSame(each, subject));
  for (const each of fits) fitting.add(each);
  const holds = fits.find((each) => !isOver(each, today));
  return holds === undefined ? finding : { ...finding, waiver: holds.waiver };
}
