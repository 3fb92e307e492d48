import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum, rollUp } from '../../src/engine/rollUp.ts';
import { exampleRecord } from '../../src/example.ts';
import type { Report } from '../../src/model/report.ts';
import type { Example } from '../../src/model/rule.ts';
import { runRecord } from '../support/runs.ts';

function report(cells: Example['cells'], more: Partial<Example> = {}): Report {
  const run = runRecord(exampleRecord({ edition: '2019', year: 2020, cells, ...more }));
  if (run.report === null) throw new Error('no report');
  return run.report;
}

function added(reports: readonly Report[], isWhole = true) {
  const [first] = reports;
  if (first === undefined) throw new Error('no reports');
  const { cells, doubts, unitless, apart } = rollUp(first.form, reports, isWhole);
  const named = new Map(first.form.cells.map(({ name, index }) => [name, cells.get(index)]));
  return {
    cell: (name: string) => named.get(`proactiveDisclosure.${name}`),
    of: (name: string) => named.get(name),
    doubts: doubts.map(({ member, place }) => `${member} ${place.line.path}.${place.column.id}`),
    unitless: unitless.map(({ line }) => line.path),
    apart: apart.map(({ line }) => line.path),
  };
}

const own = (name: string, value: number | string | null): Example['cells'] => ({
  [`proactiveDisclosure.${name}`]: value,
});

describe('the exact sum', () => {
  it.each([
    [[0.1, 0.2], '0.3'],
    [[1.25, -0.25], '1'],
    [[-3, 1], '-2'],
    [[-0.05], '-0.05'],
    [[], '0'],
    [[153103.83, 0.17], '153104'],
    [[1e21], null],
    [[Number.MAX_SAFE_INTEGER, 1], null],
  ])('of %j is %s', (values, sum) => {
    expect(exactSum(values)).toBe(sum);
  });

  it('is that of hundredths counted as whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 })), (hundredths) => {
        const sum = hundredths.reduce((a, b) => a + b, 0);
        expect(Number(exactSum(hundredths.map((each) => each / 100)))).toBe(sum / 100 + 0);
      }),
    );
  });
});

describe('reports added up', () => {
  it('have the sum in every cell, marks and blanks adding 0', () => {
    const { cell, doubts } = added([
      report(own('licensing.decisions', '22（其中修订16件）')),
      report(own('licensing.decisions', 3)),
      report(own('licensing.decisions', '/')),
      report(own('licensing.decisions', null)),
    ]);
    expect([cell('licensing.decisions'), doubts]).toEqual(['25', []]);
  });

  it('have a mark where all have one, and a blank where nobody says anything', () => {
    const marks = added([
      report(own('licensing.decisions', '/')),
      report(own('licensing.decisions', '/')),
    ]);
    expect(marks.cell('licensing.decisions')).toBe('/');
    const blanks = added([
      report(own('licensing.decisions', '/')),
      report(own('licensing.decisions', null)),
    ]);
    expect(blanks.cell('licensing.decisions')).toBeNull();
  });

  it('leave out what is counted otherwise in other places', () => {
    const { cell, apart } = added([report(own('otherServices.itemsLastYear', 5))]);
    expect([cell('otherServices.itemsLastYear'), apart]).toEqual([null, ['otherServices']]);
  });

  it('have money where its unit is said, and none where it is not', () => {
    const money = (...sums: readonly (string | number)[]) =>
      added(sums.map((sum) => report(own('procurement.amount', sum))));
    expect(money('251000元', '1.5万元', 0).cell('procurement.amount')).toBe('266000元');
    expect(money(0, 0).cell('procurement.amount')).toBe('0');
    const unknown = money('251000元', 15);
    expect([unknown.cell('procurement.amount'), unknown.unitless]).toEqual([null, ['procurement']]);
  });

  it('have money exactly where the form says the unit', () => {
    const fees = (amount: number) =>
      report({ 'proactiveDisclosure.fees.amount': amount }, { edition: '2021', year: 2023 });
    expect(added([fees(0.1), fees(0.2)]).cell('fees.amount')).toBe('0.3');
  });

  it('have a question mark where a member is not certain, or is missing', () => {
    const sure = report(own('licensing.decisions', 3));
    const doubted = added([sure, report(own('licensing.decisions', '4?'))]);
    expect(doubted.cell('licensing.decisions')).toBe('3?');
    expect(doubted.doubts).toEqual(['1 licensing.decisions']);
    const absent = added([sure, report({}, { without: ['proactiveDisclosure.licensing'] })]);
    expect(absent.doubts).toEqual(
      ['itemsLastYear', 'netChange', 'decisions'].map((column) => `1 licensing.${column}`),
    );
    expect(added([sure], false).cell('licensing.decisions')).toBe('3?');
    const large = report(own('licensing.decisions', Number.MAX_SAFE_INTEGER));
    expect(added([large, sure]).cell('licensing.decisions')).toBe('?');
  });

  it('have a heading in place of its lines where one of them has only that', () => {
    const heading = 'requests.handled.otherHandling';
    const parts = ['notClarified', 'feeUnpaid', 'other'].map((part) => `${heading}.${part}`);
    const columns = ['naturalPerson', 'enterprise', 'researchInstitution', 'total'].concat(
      'publicInterestOrganization',
      'legalServiceOrganization',
      'otherOrganization',
    );
    const alone = Object.fromEntries(columns.map((column) => [`${heading}.${column}`, 2]));
    const modern = { edition: '2021', year: 2023 };
    const { of, doubts } = added([
      report(alone, { ...modern, without: parts }),
      report({ [`${heading}.feeUnpaid.naturalPerson`]: 5 }, modern),
    ]);
    expect(of(`${heading}.naturalPerson`)).toBe('7');
    expect(of(`${heading}.feeUnpaid.naturalPerson`)).toBeUndefined();
    expect(doubts).toEqual([]);
  });
});
