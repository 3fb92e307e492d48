import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const table = 'proactiveDisclosure';

describe('count-cell', () => {
  it('finds counts below 0, whichever minus sign they are written with', () => {
    const run = runFixture('count-cell/negative.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'count-cell negative',
          [table, 'compulsion', 'decisions'],
          '“行政强制”行“处理决定数量”列填的是“-52”：数量不能小于 0',
        ),
        found(
          'count-cell negative',
          [table, 'procurement', 'projects'],
          '“政府集中采购”行“采购项目数量”列填的是“−24”：数量不能小于 0',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[0]).toBe(
      'Line “compulsion”, column “decisions” says “-52”: a count cannot be below 0',
    );
  });

  it('finds counts with decimals, as numbers and as text of full width', () => {
    const run = runFixture('count-cell/fractional.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'count-cell fractional',
          [table, 'licensing', 'decisions'],
          '“行政许可”行“本年处理决定数量”列填的是“25.48”：数量应当是整数',
        ),
        found(
          'count-cell fractional',
          [table, 'penalties', 'decisions'],
          '“行政处罚”行“本年处理决定数量”列填的是“３，７０５．５”：数量应当是整数',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')[0]).toBe(
      'Line “licensing”, column “decisions” says “25.48”: it must be a whole number',
    );
  });

  it('finds texts that are no one number, and leaves the sums with them open', () => {
    const run = runFixture('count-cell/unreadable.fail');
    const place = ['reconsiderationAndLitigation', 'litigation.direct', 'upheld'] as const;
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'count-cell unreadable',
          [table, 'penalties', 'decisions'],
          '“行政处罚”行“本年处理决定数量”列填的是“约3705件”：读不出一个确定的数',
        ),
        found(
          'count-cell unreadable',
          [table, 'compulsion', 'decisions'],
          '“行政强制”行“本年处理决定数量”列填的是“13、15”：读不出一个确定的数',
        ),
        found(
          'count-cell unreadable',
          place,
          '“行政诉讼 未经复议直接起诉”行“结果维持”列填的是“4或5”：读不出一个确定的数',
        ),
      ],
      undecided: [['case-total', 'litigation.direct', null]],
      problems: [],
    });
    expect(messages(run, 'en')[2]).toBe(
      'Line “litigation: direct”, column “upheld” says “4或5”: it cannot be read as one number',
    );
    expect(run.coverage.cells).toMatchObject({ inForm: 200, read: 197, unreadable: 3 });
  });

  it.each([
    [
      'fractional-change.fail',
      [table, 'fees', 'netChange'] as const,
      '“行政事业性收费”行“本年增/减”列填的是“+1.5”：数量应当是整数',
      ['item-count', 'fees', null],
    ],
    [
      'half-a-person.fail',
      ['statistics', 'resources.staff.partTime', 'figure'] as const,
      '“（三）从事政府信息公开工作人员数 2.兼职人员数”行“统计数”列填的是“0.5”：数量应当是整数',
      ['list-total', 'resources.staff.total', 'figure'],
    ],
  ])('finds the decimals of %s and cannot tell the sum they belong to', (name, at, zh, open) => {
    expect(told(runFixture(`count-cell/${name}`))).toEqual({
      verdict: 'fail',
      findings: [found('count-cell fractional', at, zh)],
      undecided: [open],
      problems: [],
    });
  });

  it.each(['as-people-write.pass', 'change-below-zero.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`count-cell/${name}`))).toEqual(clean);
    },
  );

  it('takes remarks, signs, separators, full width and units for what they are', () => {
    const { report } = runFixture('count-cell/as-people-write.pass');
    const value = (name: string) => {
      const cell = report?.form.cells.find((each) => each.name === `${table}.${name}`);
      return cell === undefined ? undefined : report?.values[cell.index];
    };
    expect(value('normativeDocuments.totalDisclosed')).toBe(27);
    expect(value('penalties.itemsLastYear')).toBe(22);
    expect(value('penalties.netChange')).toBe(82);
    expect(value('licensing.netChange')).toBe(-6);
    expect(value('penalties.decisions')).toBe(1234);
    expect(value('procurement.amount')).toBe(251_000);
  });

  it.each([
    ['licensing.netChange', -1, []],
    ['licensing.itemsLastYear', 0, []],
    ['procurement.amount', 0.25, []],
    ['procurement.amount', '153,103.83元', []],
    ['licensing.itemsLastYear', -1, ['negative']],
    ['licensing.decisions', '-3件', ['negative']],
    ['licensing.netChange', -0.5, ['fractional']],
    ['licensing.decisions', '1,234.5', ['fractional']],
    ['licensing.decisions', '35%', ['unreadable']],
    ['licensing.decisions', '1 234', ['unreadable']],
    ['licensing.decisions', '12.5 ', ['fractional']],
    ['procurement.amount', '12.5元/14元', ['unreadable']],
    ['procurement.amount', '99999999999999999.5', ['unreadable']],
  ])('says of %s = %s: %j', (name, figure, variants) => {
    const cells = {
      [`${table}.licensing.itemsLastYear`]: 1,
      [`${table}.${name}`]: figure,
    };
    const { findings } = runExample({ edition: '2019', year: 2019, cells });
    const ours = findings.filter(({ rule }) => rule === 'count-cell');
    expect(ours.map(({ variant }) => variant)).toEqual(variants);
  });
});
