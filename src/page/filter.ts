import type { Link } from '../model/audit.ts';
import type { Verdict } from '../model/run.ts';
import type { ShownOrgan, ShownReport } from './shape.ts';

/** What is looked for; null where anything will do. */
export interface Conditions {
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly rule: string | null;
  readonly link: Link['outcome'] | null;
  readonly order: 'given' | 'worst';
}

export const noConditions: Conditions = {
  text: '',
  verdict: null,
  rule: null,
  link: null,
  order: 'given',
};

/** Texts are compared without regard to width, case or blanks. */
function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** One report has to fit the verdict and the rule together. */
export function fits(report: ShownReport, { verdict, rule }: Conditions): boolean {
  return (
    (verdict === null || report.verdict === verdict) &&
    (rule === null || report.rules.includes(rule))
  );
}

/** An organ without a name is found by the file of its report. */
export function nameOf({ organ, reports }: ShownOrgan): string {
  return organ ?? reports[0]?.organ ?? reports[0]?.source ?? '';
}

function errorsOf({ reports, links }: ShownOrgan): number {
  const breaks = links.filter(({ outcome }) => outcome === 'breaks').length;
  return reports.reduce((sum, { errors }) => sum + errors, breaks);
}

/** Finds organs; the names and sums that it compares are made once. */
export function finder(organs: readonly ShownOrgan[]): (conditions: Conditions) => number[] {
  const keys = organs.map((organ) => keyOf(nameOf(organ)));
  const errors = organs.map(errorsOf);
  return (conditions) => {
    const text = keyOf(conditions.text);
    const { verdict, rule, link } = conditions;
    const isAny = verdict === null && rule === null;
    const found = organs.flatMap((organ, i) => {
      if (!(keys[i] ?? '').includes(text)) return [];
      if (link !== null && !organ.links.some(({ outcome }) => outcome === link)) return [];
      return isAny || organ.reports.some((report) => fits(report, conditions)) ? [i] : [];
    });
    if (conditions.order === 'given') return found;
    return found.sort((a, b) => (errors[b] ?? 0) - (errors[a] ?? 0) || a - b);
  };
}
