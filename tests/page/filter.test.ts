import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/model/audit.ts';
import type { Verdict } from '../../src/model/run.ts';
import { type Conditions, finder, nameOf, noConditions } from '../../src/page/filter.ts';
import type { ShownOrgan, ShownReport } from '../../src/page/shape.ts';

function report(year: number, verdict: Verdict, errors: number, ...rules: string[]): ShownReport {
  const flow = { newlyReceived: 1, carriedOver: 0, handled: 1, carriedForward: 0 };
  const source = `${year}.json`;
  return {
    source,
    organ: '甲局',
    year,
    edition: '2021',
    format: 'json',
    verdict,
    errors,
    warnings: 0,
    waived: 0,
    flow,
    rules,
  };
}

function organ(
  name: string | null,
  reports: readonly ShownReport[],
  ...outcomes: Link['outcome'][]
): ShownOrgan {
  const links = outcomes.map((outcome, i) => ({ from: 2020 + i, to: 2021 + i, outcome }));
  return { organ: name, reports, links, duplicates: [] };
}

const organs = [
  organ('甲县财政局', [report(2021, 'pass', 0), report(2022, 'fail', 2, 'row-total')], 'holds'),
  organ('乙县教育局', [report(2021, 'fail', 1, 'column-total'), report(2022, 'pass', 0)], 'breaks'),
  organ('乙县Ａ 局', [report(2021, 'not-assessable', 0, 'row-total')]),
  organ(null, [{ ...report(2021, 'fail', 9, 'row-total'), organ: null, source: 'x/scan.pdf' }]),
];
const find = finder(organs);
const found = (wanted: Partial<Conditions>): number[] => find({ ...noConditions, ...wanted });

describe('the rows of the list', () => {
  it('are all there, in the order given, where nothing is looked for', () => {
    expect(found({})).toEqual([0, 1, 2, 3]);
  });

  it('are found by a part of the name, whatever its width, case and blanks', () => {
    expect(found({ text: '乙县' })).toEqual([1, 2]);
    expect(found({ text: 'a局' })).toEqual([2]);
    expect(found({ text: '丙' })).toEqual([]);
  });

  it('are found by the file where a report names no organ', () => {
    expect(organs.map(nameOf)).toEqual(['甲县财政局', '乙县教育局', '乙县Ａ 局', 'x/scan.pdf']);
    expect(found({ text: 'SCAN' })).toEqual([3]);
  });

  it('are found by a verdict and a rule that hold for one and the same report', () => {
    expect(found({ verdict: 'fail' })).toEqual([0, 1, 3]);
    expect(found({ rule: 'row-total' })).toEqual([0, 2, 3]);
    expect(found({ verdict: 'pass', rule: 'row-total' })).toEqual([]);
    expect(found({ verdict: 'not-assessable', rule: 'row-total' })).toEqual([2]);
  });

  it('are found by what a link comes to', () => {
    expect(found({ link: 'breaks' })).toEqual([1]);
    expect(found({ link: 'gap' })).toEqual([]);
  });

  it('stand with the most errors first on request, a broken link counting as one', () => {
    expect(found({ order: 'worst' })).toEqual([3, 0, 1, 2]);
  });
});
