import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { addUp, withMembers } from '../../src/engine/levels.ts';
import { rollUp } from '../../src/engine/rollUp.ts';
import type { Edition } from '../../src/model/edition.ts';
import { formOf } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import { rules } from '../../src/rules/index.ts';
import { writeJson } from '../../src/writers/json.ts';
import { balancedValues, drawFrom, recordOf } from '../support/generate.ts';
import { runRecord } from '../support/runs.ts';

interface Region {
  readonly report: Report;
  readonly members: readonly { readonly organ: string; readonly report: Report }[];
}

function reportOf(edition: Edition, values: readonly number[]): Report {
  const { report } = runRecord(recordOf(formOf(edition), values, edition.years.from));
  if (report === null) throw new Error('no report');
  return report;
}

/** Members with random figures that balance, and the region that they add up to. */
function regionOf(edition: Edition, seed: number, count: number): Region {
  const draw = drawFrom(seed);
  const all = Array.from({ length: count }, () => balancedValues(edition, draw));
  const sum = formOf(edition).cells.map((_, i) =>
    all.reduce((total, values) => total + (values[i] ?? 0), 0),
  );
  const members = all.map((values, i) => ({
    organ: `第${i}局`,
    report: reportOf(edition, values),
  }));
  return { report: reportOf(edition, sum), members };
}

const seeds = fc.integer({ min: 0, max: 1e6 });
const few = { numRuns: 12 };

describe.each(editions)('a region on the form of $id', (edition) => {
  it('is right where it is the sum of its members', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, count) => {
        const { report, members } = regionOf(edition, seed, count);
        const { checks, findings, problems } = addUp(report, members, [], rules);
        expect([findings, problems]).toEqual([[], []]);
        expect(new Set(checks.map(({ outcome }) => outcome))).toEqual(new Set(['pass']));
      }),
      few,
    );
  });

  it('shows a member that was left out, once a table, and one that was counted twice', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { report, members } = regionOf(edition, seed, 4);
        const extra = regionOf(edition, seed + 1, 1).members.map((member) => ({
          ...member,
          organ: '漏加局',
        }));
        const toldOf = (region: Report, all: Region['members']) =>
          addUp(region, all, [], rules).findings.map(({ variant, args }) => [variant, args.member]);
        const tables = edition.levels.tables.length;
        expect(toldOf(report, [...members, ...extra])).toEqual(
          Array.from({ length: tables }, () => ['table-left-out', '漏加局']),
        );
        const [first] = members;
        const values = report.values.map((value, i) => value + (first?.report.values[i] ?? 0));
        expect(toldOf({ ...report, values }, members)).toEqual(
          Array.from({ length: tables }, () => ['table-twice', '第0局']),
        );
      }),
      few,
    );
  });

  it('shows one changed cell, and nothing else', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 9 }), (seed, by) => {
        const { report, members } = regionOf(edition, seed, 3);
        const { checks } = addUp(report, members, [], rules);
        const changed = checks[seed % checks.length]?.equation.left[0]?.cell ?? 0;
        const values = report.values.map((value, cell) => value + (cell === changed ? by : 0));
        const { findings } = addUp({ ...report, values }, members, [], rules);
        expect(findings.map(({ cells }) => cells[0])).toEqual([changed]);
      }),
      few,
    );
  });

  it('is added up by rollUp to what then passes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { members } = regionOf(edition, seed, 3);
        const reports = members.map(({ report }) => report);
        const { form, cells } = rollUp(formOf(edition), reports, true);
        const text = writeJson({
          ...{ form, organ: null, year: edition.years.from },
          cell: (index) => cells.get(index) ?? null,
          isAbsent: (index) => !cells.has(index),
        });
        const run = runRecord(JSON.parse(text));
        if (run.report === null) throw new Error('no report');
        const added = addUp(run.report, members, [], rules);
        const { verdict, problems, findings } = withMembers(run, added);
        expect([verdict, problems]).toEqual(['pass', []]);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      few,
    );
  });
});
