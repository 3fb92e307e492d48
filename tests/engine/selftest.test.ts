import { describe, expect, it } from 'vitest';
import { selfTest } from '../../src/engine/selftest.ts';
import { runExample } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';
import type { TableTest } from '../../src/model/selftest.ts';
import { checkedAgain, repaired } from '../../src/pipeline.ts';

function tested(example: Pick<Example, 'cells'> & Partial<Example>): Record<string, TableTest> {
  const run = repaired(runExample({ edition: '2021', year: 2023, ...example }));
  if (run.report === null) throw new Error('no report');
  const { tables } = selfTest(run, run.report, (copy) => checkedAgain(copy, null));
  return Object.fromEntries(tables.map((each) => [each.table, each]));
}

const nothing = { seeded: 0, caught: 0, warned: 0, repaired: 0, misled: 0 };
const blank = 'reconsiderationAndLitigation.reconsideration';

describe('a self-test', () => {
  it('of a report of zeros can put in nothing but ones, and tells which cells nobody looks at', () => {
    const all = tested({ cells: {} });
    expect(all.requests).toEqual({
      table: 'requests',
      figures: 175,
      slips: {
        'plus-one': { seeded: 175, caught: 175, warned: 0, repaired: 175, misled: 0 },
        transposed: nothing,
        'digit-missing': nothing,
        zeroed: nothing,
        shifted: nothing,
      },
      missed: { unchecked: 0, masked: 0, open: 0, holds: 0 },
      unchecked: [],
    });
    const { figures, slips, missed, unchecked } = all.proactiveDisclosure ?? {};
    expect([figures, slips?.['plus-one'], missed, unchecked?.length]).toEqual([
      10,
      { ...nothing, seeded: 10 },
      { unchecked: 10, masked: 0, open: 0, holds: 0 },
      10,
    ]);
  });

  it('counts a cell that the prose restates as looked at', () => {
    const name = 'proactiveDisclosure.normativeDocuments.issued';
    const { proactiveDisclosure } = tested({
      cells: { [name]: 120 },
      text: '2023年制发行政规范性文件120件。',
    });
    expect(proactiveDisclosure?.unchecked.length).toBe(9);
    const { slips, missed } = proactiveDisclosure ?? {};
    expect([slips?.transposed.caught, slips?.zeroed.caught, missed?.unchecked]).toEqual([1, 1, 9]);
  });

  it('counts cells of shares, of rates and of “all” as looked at, whatever the kind of claim', () => {
    const issued = 'proactiveDisclosure.normativeDocuments.issued';
    const cells = {
      'requests.newlyReceived.naturalPerson': 40,
      'requests.newlyReceived.total': 40,
      'requests.handled.granted.naturalPerson': 40,
      'requests.handled.granted.total': 40,
      'requests.handled.total.naturalPerson': 40,
      'requests.handled.total.total': 40,
      [issued]: 120,
      [`${blank}.upheld`]: 2,
      [`${blank}.corrected`]: 1,
      [`${blank}.otherResult`]: 1,
      [`${blank}.pending`]: 1,
      [`${blank}.total`]: 5,
    };
    const text =
      '2023年制发行政规范性文件120件，比上年增长20.0%。全年新收政府信息公开申请40件，均为自然人，其中网络申请30件、信函申请10件。予以公开40件，占100%。所有申请均已办结。政府信息公开行政复议5件，其中结果维持2件，结果纠正1件，其他结果1件，尚未审结1件。';
    const run = repaired(runExample({ edition: '2021', year: 2023, cells, text }));
    const kinds = run.report?.prose?.claims.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['figure', 'growth', 'all', 'share', 'breakdown']));
    const { proactiveDisclosure, requests } = tested({ cells, text });
    expect(proactiveDisclosure?.unchecked).toHaveLength(9);
    expect(proactiveDisclosure?.slips.zeroed).toMatchObject({ seeded: 1, caught: 1 });
    expect(requests?.missed).toMatchObject({ unchecked: 0, masked: 0, open: 0 });
  });

  it('counts a repair called certain that is wrong as misleading', () => {
    const run = repaired(runExample({ edition: '2021', year: 2023, cells: {} }));
    const { report } = run;
    if (report === null) throw new Error('no report');
    const { tables } = selfTest(run, report, (copy) => {
      const after = checkedAgain(copy, null);
      return {
        ...after,
        repairs: after.repairs.map((group) => ({
          ...group,
          confidence: 'certain',
          repairs: group.repairs.map((each) => ({
            ...each,
            changes: each.changes.map((change) => ({ ...change, to: change.to + 1 })),
          })),
        })),
      };
    });
    const slips = tables.find(({ table }) => table === 'requests')?.slips['plus-one'];
    expect(slips).toMatchObject({ caught: 175, repaired: 0, misled: 175 });
  });

  it('says why a slip was not caught: it cannot be decided, or fails already, or still holds', () => {
    const open = tested({ cells: { [`${blank}.total`]: null, [`${blank}.upheld`]: 3 } });
    expect(open.reconsiderationAndLitigation?.missed.open).toBeGreaterThan(0);
    const masked = tested({ cells: { [`${blank}.total`]: 3, [`${blank}.upheld`]: 4 } });
    expect(masked.reconsiderationAndLitigation?.missed).toEqual({
      unchecked: 0,
      masked: expect.any(Number),
      open: 0,
      holds: 0,
    });
    const { slips } = masked.reconsiderationAndLitigation ?? {};
    expect(slips?.['plus-one']).toMatchObject({ seeded: 15, caught: 10 });
    const moved = tested({ cells: { [`${blank}.total`]: 3, [`${blank}.upheld`]: 3 } });
    expect(moved.reconsiderationAndLitigation).toMatchObject({
      slips: { shifted: { seeded: 1, caught: 0 } },
      missed: { holds: 1 },
    });
  });

  it('puts nothing into cells without a figure', () => {
    const name = 'proactiveDisclosure.licensing.decisions';
    for (const answer of [null, '/']) {
      expect(tested({ cells: { [name]: answer } }).proactiveDisclosure?.figures).toBe(9);
    }
  });
});
