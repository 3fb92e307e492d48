import type { Finding } from '../model/run.ts';

/**
 * The one order of findings: as the eye goes over the form (first cell concerned), then by rule and
 * sentence. Findings about the whole report come first, those about the prose last.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const first = (finding: Finding): number => finding.cells[0] ?? -1;
  // What the prose says comes after the tables, in the order in which it says it.
  const said = ({ claim }: Finding): number =>
    claim === null ? -1 : claim.figure.sentence.start + claim.figure.start;
  const name = ({ rule, variant, at }: Finding): string =>
    `${rule} ${variant} ${at.row} ${at.column}`;
  return [...findings].sort(
    (a, b) =>
      said(a) - said(b) ||
      first(a) - first(b) ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0),
  );
}
