import { visibleJson } from '../../messages/visible.ts';
import { countsOf } from '../../model/run.ts';
import {
  missReasons,
  type SelfTest,
  type SlipCounts,
  type TableTest,
} from '../../model/selftest.ts';
import type { ReporterContext } from '../reporter.ts';

/** Counts of several slips added up. */
export function sumOf(counts: readonly SlipCounts[]): SlipCounts {
  const sum = (name: keyof SlipCounts): number =>
    counts.reduce((total, each) => total + each[name], 0);
  return {
    seeded: sum('seeded'),
    caught: sum('caught'),
    warned: sum('warned'),
    repaired: sum('repaired'),
    misled: sum('misled'),
  };
}

/** All the counts of a table. */
export function countsIn({ slips }: TableTest): SlipCounts[] {
  return Object.values(slips);
}

/** How many slips were not caught, by reason. */
export function missedIn(tables: readonly TableTest[]): TableTest['missed'] {
  const sum = (reason: (typeof missReasons)[number]): number =>
    tables.reduce((total, { missed }) => total + missed[reason], 0);
  const [unchecked, masked, open, holds] = missReasons.map(sum);
  return { unchecked: unchecked ?? 0, masked: masked ?? 0, open: open ?? 0, holds: holds ?? 0 };
}

/** A self-test as JSON, version 1: the same input gives the same bytes. */
export function selfTestJson({ run, tables }: SelfTest, { version }: ReporterContext): string {
  const { source, report, verdict, findings } = run;
  const all = { ...sumOf(tables.flatMap(countsIn)), missed: missedIn(tables) };
  const result = {
    version: 1,
    tool: { name: 'giar', version },
    source,
    organ: report?.organ ?? null,
    year: report?.year ?? null,
    edition: report?.form.edition.id ?? null,
    verdict,
    errors: countsOf(findings).errors,
    tables: tables.map((each) => ({
      ...each,
      unchecked: each.unchecked.map((cell) => report?.form.cells[cell]?.name ?? ''),
    })),
    all,
  };
  return `${visibleJson(result)}\n`;
}
