import type { Report } from '../../model/report.ts';
import type { Finding, Run } from '../../model/run.ts';

/**
 * What makes a finding the same in two versions: rule, place and cells, whatever the figures are. Of
 * one without cells it is what it says.
 */
function keyOf({ form }: Report, finding: Finding): string {
  const { rule, at, cells, variant, args, claim } = finding;
  const names = cells.map((cell) => form.cells[cell]?.name ?? '').sort();
  if (names.length > 0) return JSON.stringify([rule, at, names]);
  const said = claim === null ? null : claim.figure.sentence.text;
  const words = Object.values(args).filter(
    (arg) => typeof arg !== 'object' || 'zh' in arg || 'line' in arg,
  );
  return JSON.stringify([rule, at, variant, said, words]);
}

/** The findings of one version that the other does not have; one that is there twice counts twice. */
function without(own: Run, other: Run): Finding[] {
  const counts = new Map<string, number>();
  if (own.report === null || other.report === null) return [];
  for (const each of other.findings) {
    const key = keyOf(other.report, each);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { report } = own;
  return own.findings.filter((each) => {
    const key = keyOf(report, each);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/** Findings of a that b does not have, those that only b has, and how many both have. */
export function compareFindings(a: Run, b: Run) {
  const gone = without(a, b);
  return { gone, come: without(b, a), kept: a.findings.length - gone.length };
}
