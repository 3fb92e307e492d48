import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/page/marks.ts';
import { stretches, ticksOf } from '../../src/page/scale.ts';
import type { ShownFinding, ShownOrgan } from '../../src/page/shape.ts';
import { yearsOf } from '../../src/page/years.ts';
import { sampleOrgan } from '../support/auditSample.ts';

function finding(
  severity: ShownFinding['severity'],
  scope: ShownFinding['scope'],
  ...cells: (readonly [cell: string, source: string])[]
): ShownFinding {
  const named = cells.map(([cell, source]) => ({ cell, source }));
  return { rule: 'any', severity, message: '', scope, claim: null, cells: named };
}

describe('the marks of cells', () => {
  it('number the findings of a cell, an error before a warning', () => {
    const findings = [
      finding('warning', 'report', ['a', 'x.json:1:2'], ['b', 'x.json:1:3']),
      finding('error', 'report', ['a', 'x.json:1:2']),
    ];
    expect([...marksOf(findings, 'x.json')]).toEqual([
      ['a', { severity: 'error', numbers: [1, 2] }],
      ['b', { severity: 'warning', numbers: [1] }],
    ]);
  });

  it('leave out cells of another report that a finding between years names', () => {
    const findings = [
      finding(
        'error',
        'years',
        ['requests.carriedOver.total', 'all.ndjson:3:40'],
        ['requests.carriedForward.total', 'all.ndjson:31:9'],
        ['requests.newlyReceived.total', 'all.ndjson'],
      ),
    ];
    expect([...marksOf(findings, 'all.ndjson:3').keys()]).toEqual(['requests.carriedOver.total']);
  });

  it('mark a place in a document of any format', () => {
    const findings = [
      finding('error', 'levels', ['a', '年报.docx#table=3&row=5'], ['b', '年报.docx2#x']),
    ];
    expect([...marksOf(findings, '年报.docx').keys()]).toEqual(['a']);
  });
});

describe('the columns of the list', () => {
  const organ = (...years: (number | null)[]): ShownOrgan => {
    const [report] = sampleOrgan('甲局').organ.reports;
    if (report === undefined) throw new Error('no report');
    const reports = years.map((year) => ({ ...report, year, rules: [] }));
    return { organ: '甲局', reports, links: [], duplicates: [] };
  };

  it('are all years from the first to the last, then one for reports without a year', () => {
    expect(yearsOf([organ(2021), organ(2018, null), organ(2020)])).toEqual([
      2018,
      2019,
      2020,
      2021,
      null,
    ]);
    expect(yearsOf([])).toEqual([]);
  });

  it('are only the years that occur where a year is far off', () => {
    expect(yearsOf([organ(2021), organ(202, 2022)])).toEqual([202, 2021, 2022]);
  });
});

describe('the scale of the chart', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [17, [0, 5, 10, 15, 20]],
    [628, [0, 200, 400, 600, 800]],
    [1000, [0, 200, 400, 600, 800, 1000]],
  ])('goes up to %i in round steps', (most, ticks) => {
    expect(ticksOf(most)).toEqual(ticks);
  });

  it('interrupts a line where nobody knows the figure', () => {
    expect(stretches([1, 2, null, null, 3])).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [[4, 3]],
    ]);
  });
});
