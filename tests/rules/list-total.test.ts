import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const rule = 'list-total fails';
const at = (row: string) => ['statistics', row, 'figure'] as const;

describe('list-total', () => {
  it('finds requests that came through no channel', () => {
    const run = runFixture('list-total/channels-do-not-add-up.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          at('requests.received.total'),
          '“（一）收到申请数”不等于所列各项之和：19 ≠ 0 + 2 + 12 + 4 = 18，差 1',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      '“(1) received” is not the sum of the items listed under it: 19 ≠ 0 + 2 + 12 + 4 = 18, difference 1',
    ]);
  });

  it('fails both lists that a wrong figure belongs to', () => {
    expect(told(runFixture('list-total/denied-counted-twice.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          at('requests.answered.total'),
          '“（三）申请答复数”不等于所列各项之和：33 ≠ 3 + 8 + 7 + 5 + 2 + 3 + 3 + 3 = 34，差 −1',
        ),
        found(
          rule,
          at('requests.answered.denied.total'),
          '“4.不同意公开答复数”不等于所列各项之和：5 ≠ 1 + 1 + 1 + 1 = 4，差 1',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('fails where the items exceed the total whatever the blank one holds', () => {
    expect(told(runFixture('list-total/blank-item-cannot-save.fail'))).toEqual({
      verdict: 'fail',
      findings: [
        found(
          rule,
          at('requests.received.total'),
          '“（一）收到申请数”不等于所列各项之和：19 ≠ 0 + 2 + （空） + 40 ≥ 42',
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it.each([
    ['blank-item-could-save.undecided', ['requests.received.total']],
    [
      'blank-totals-over-items.undecided',
      ['requests.answered.total', 'requests.answered.denied.total', 'resources.staff.total'],
    ],
  ])('leaves %s open', (name, rows) => {
    const run = runFixture(`list-total/${name}`);
    expect(told(run)).toEqual({
      verdict: 'not-assessable',
      findings: [],
      undecided: rows.map((row) => ['list-total', row, 'figure']),
      problems: [],
    });
    expect(run.coverage.checks).toMatchObject({ made: 10, inconclusive: rows.length });
  });

  it.each(['every-list-adds-up.pass', 'blank-total-over-nothing.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`list-total/${name}`))).toEqual(clean);
    },
  );

  it.each([
    ['requests.received', ['inPerson', 'fax', 'online', 'letter']],
    ['requests.concluded', ['onTime', 'extended']],
    ['reconsideration', ['upheld', 'corrected', 'otherResult']],
    ['litigation', ['upheld', 'corrected', 'otherResult']],
    ['resources.staff', ['fullTime', 'partTime']],
  ])('adds every item of %s once', (list, items) => {
    const figures = items.map((item, i) => [`statistics.${list}.${item}.figure`, 2 ** i]);
    const run = (total: number) => {
      const cells = Object.fromEntries([...figures, [`statistics.${list}.total.figure`, total]]);
      return told(runExample({ edition: '2014', year: 2016, cells }));
    };
    expect(run(2 ** items.length - 1)).toEqual(clean);
    expect(run(2 ** items.length).findings.map((each) => [each.rule, each.at])).toEqual([
      [rule, at(`${list}.total`)],
    ]);
  });

  it('ties neither the channels to what was disclosed nor what was concluded to the answers', () => {
    const cells = {
      'statistics.disclosure.disclosed.total.figure': 5,
      'statistics.disclosure.channels.website.figure': 9,
      'statistics.disclosure.channels.weChat.figure': 4,
      'statistics.requests.concluded.total.figure': 1,
      'statistics.requests.concluded.onTime.figure': 1,
    };
    expect(told(runExample({ edition: '2014', year: 2018, cells }))).toEqual(clean);
  });
});
