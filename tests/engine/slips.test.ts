import { describe, expect, it } from 'vitest';
import { slipAt } from '../../src/engine/slips.ts';
import { runExample } from '../../src/example.ts';
import { withChanges } from '../../src/model/changed.ts';
import type { Report } from '../../src/model/report.ts';
import { seededSlips } from '../../src/model/selftest.ts';

const line = 'requests.newlyReceived';
const columns = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceOrganization',
  'otherOrganization',
  'total',
];

function reportWith(cells: Record<string, number | string | null>): Report {
  const { report } = runExample({ edition: '2021', year: 2023, cells });
  if (report === null) throw new Error('no report');
  return report;
}

function cellAt(report: Report, name: string): number {
  return report.form.cells.findIndex((cell) => cell.name === name);
}

/** Every slip at the first cell of a line: what it makes of the figures of that line. */
function slipsOf(report: Report, name: string) {
  const cell = cellAt(report, name);
  return Object.fromEntries(
    seededSlips.map((slip) => [
      slip,
      slipAt(report, cell, slip).map((each) => [each.cell - cell, each.to]),
    ]),
  );
}

describe('a slip', () => {
  it('changes one figure, or moves those of a line one column further on', () => {
    const figures = [2109, 28, 0, 12, 8, 65, 2222];
    const cells = Object.fromEntries(columns.map((id, i) => [`${line}.${id}`, figures[i] ?? 0]));
    const moved = [0, 2109, 28, 0, 12, 8];
    expect(slipsOf(reportWith(cells), `${line}.naturalPerson`)).toEqual({
      'plus-one': [[0, 2110]],
      transposed: [[0, 2190]],
      'digit-missing': [[0, 210]],
      zeroed: [[0, 0]],
      shifted: moved.map((to, i) => [i, to]),
    });
  });

  it.each([
    [0, [1], [], [], []],
    [5, [6], [], [], [0]],
    [33, [34], [], [3], [0]],
    [122, [123], [212], [12], [0]],
    [100, [101], [10], [10], [0]],
  ])('of %s leaves nothing where it would change nothing', (value, plus, turned, short, zero) => {
    const made = slipsOf(reportWith({ [`${line}.total`]: value }), `${line}.total`);
    const values = Object.values(made).map((changes) => changes.map(([, to]) => to));
    expect(values).toEqual([plus, turned, short, zero, []]);
  });

  it('is made of figures only, not of blanks, marks and texts', () => {
    const none = Object.fromEntries(seededSlips.map((slip) => [slip, []]));
    for (const answer of [null, '/', 'x', '12?']) {
      expect(slipsOf(reportWith({ [`${line}.total`]: answer }), `${line}.total`)).toEqual(none);
    }
    const blankBehind = reportWith({ [`${line}.naturalPerson`]: 4, [`${line}.enterprise`]: null });
    expect(slipsOf(blankBehind, `${line}.naturalPerson`).shifted).toEqual([]);
  });
});

describe('a report with changes', () => {
  it('has other figures in the cells changed, and is the same otherwise', () => {
    const report = reportWith({ [`${line}.total`]: null, [`${line}.enterprise`]: 7 });
    const [total, other] = [cellAt(report, `${line}.total`), cellAt(report, `${line}.enterprise`)];
    const changed = withChanges(report, [{ cell: total, to: 9 }]);
    expect([changed.kinds[total], changed.values[total], changed.printed(total)]).toEqual([
      1,
      9,
      '9',
    ]);
    expect([changed.values[other], changed.printed(other)]).toEqual([7, '7']);
    expect([report.kinds[total], report.values[total], report.printed(total)]).toEqual([2, 0, '']);
    expect(changed.kinds.filter((kind, i) => kind !== report.kinds[i])).toEqual([1]);
  });
});
