import { describe, expect, it } from 'vitest';
import { holds } from '../../src/engine/repairs/system.ts';
import { runExample } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';
import { repaired, sentences } from '../../src/pipeline.ts';
import { resultOf } from '../../src/reporters/result.ts';
import { failing, type Json, type JsonObject, passing, put } from '../cli/records.ts';
import { mended } from '../support/repairs.ts';
import { runRecord } from '../support/runs.ts';

type Changes = Readonly<Record<string, Json>>;

/** What is said of a right report with these changes. */
function told(changes: Changes, text: string | null = null, record: JsonObject = passing) {
  const base = text === null ? record : { ...record, text: { overview: text } };
  const made = Object.entries(changes).reduce((all, [path, to]) => put(all, path, to), base);
  return mended(repaired(runRecord(made)));
}

/** How sure, and what, of each group. */
const short = (groups: ReturnType<typeof told>) =>
  groups.map(({ confidence, repairs }) => [confidence, ...repairs]);

const requests = 'tables.requests';
const cases = 'tables.reconsiderationAndLitigation';

describe('a repair', () => {
  it('is not looked for where nothing is wrong', () => {
    expect(told({})).toEqual([]);
  });

  it('of one cell is the value that every failing sum agrees on', () => {
    expect(told({ [`${requests}.handled.total.0`]: 1336 })).toEqual([
      {
        findings: [
          ['column-balance', null, 'naturalPerson'],
          ['column-total', 'handled.total', 'naturalPerson'],
          ['row-total', 'handled.total', null],
        ],
        confidence: 'certain',
        repairs: ['“（七）总计”自然人 应为 13364（原 1336，漏了一位）'],
        hasMore: false,
        lines: [],
      },
    ]);
  });

  it.each([
    [5354, '5354，数字颠倒'],
    [55345, '55345，多了一位'],
    [534, '534，漏了一位'],
    [53450, '53450，差十倍'],
    [5346, '5346，一个数字打错'],
    [-5345, '−5345，正负号相反'],
    [0, '0，漏填成 0'],
  ])('of %d in place of 5345 names the slip', (wrong, from) => {
    expect(short(told({ [`${requests}.handled.granted.0`]: wrong }))).toEqual([
      ['certain', `“（一）予以公开”自然人 应为 5345（原 ${from}）`],
    ]);
  });

  it('of two cells that do not meet is told for each', () => {
    const changes = {
      [`${requests}.handled.granted.0`]: 5354,
      [`${requests}.newlyReceived.1`]: 2520,
    };
    expect(short(told(changes))).toEqual([
      ['certain', '“一、本年新收政府信息公开申请数量”商业企业 应为 252（原 2520，差十倍）'],
      ['certain', '“（一）予以公开”自然人 应为 5345（原 5354，数字颠倒）'],
    ]);
  });

  it('of a cell that cannot be read is what its sums want', () => {
    expect(short(told({ [`${requests}.handled.granted.0`]: '五千余' }))).toEqual([
      ['likely', '“（一）予以公开”自然人 应为 5345（原 五千余）'],
    ]);
  });

  it('of two neighbours, or of a line one column off, changes them together', () => {
    const swapped = [129, 5345, 0, 41, 19, 14, 5548];
    expect(short(told({ [`${requests}.handled.granted`]: swapped }))).toEqual([
      [
        'likely',
        '“（一）予以公开”自然人 应为 5345（原 129），商业企业 应为 129（原 5345）；两格填反',
      ],
    ]);
    const off = [0, 5345, 129, 0, 41, 19, 5548];
    const [[confidence, first] = []] = short(told({ [`${requests}.handled.granted`]: off }));
    expect([confidence, first]).toEqual([
      'likely',
      '“（一）予以公开”自然人 应为 5345（原 0），商业企业 应为 129（原 5345），科研机构 应为 0（原 129），社会公益组织 应为 41（原 0），法律服务机构 应为 19（原 41），其他 应为 14（原 19）；整行错了一列',
    ]);
  });

  it('of three columns that fail by +1, +1, −2 with every line right shares a line out otherwise', () => {
    expect(told({}, null, failing)).toEqual([
      {
        findings: [
          ['column-balance', null, 'naturalPerson'],
          ['column-balance', null, 'enterprise'],
          ['column-balance', null, 'publicInterestOrganization'],
        ],
        confidence: 'ambiguous',
        repairs: [
          '“一、本年新收政府信息公开申请数量”自然人 应为 2110（原 2109），商业企业 应为 29（原 28），社会公益组织 应为 10（原 12）；同一行重新分配',
          '“四、结转下年度继续办理”自然人 应为 94（原 95），商业企业 应为 0（原 1），社会公益组织 应为 11（原 9）；同一行重新分配',
        ],
        hasMore: false,
        lines: ['newlyReceived', 'carriedForward'],
      },
    ]);
  });

  it('of a sum of four that says little by itself lists every cell', () => {
    expect(short(told({ [`${cases}.reconsideration.0`]: 12 }))).toEqual([
      [
        'ambiguous',
        '“行政复议”总计 应为 426（原 790）',
        '“行政复议”其他结果 应为 560（原 196）',
        '“行政复议”尚未审结 应为 485（原 121）',
        '“行政复议”结果纠正 应为 461（原 97）',
        '“行政复议”结果维持 应为 376（原 12）',
      ],
    ]);
  });

  it('is given up where too much is wrong, in little time', () => {
    const line = (by: number) =>
      [17, 5, 3, 41, 9, 14, 85].map((figure, i) => figure + by * (i + 1));
    const changes = Object.fromEntries(
      ['newlyReceived', 'carriedOver', 'handled.granted', 'handled.grantedInPart', 'carriedForward']
        .concat(['handled.total', 'handled.denied.stateSecret', 'handled.denied.deliberative'])
        .map((path, i) => [`${requests}.${path}`, line(7 * i)]),
    );
    const groups = told(changes);
    expect(groups.map(({ confidence }) => confidence)).not.toContain('certain');
    expect(groups.every(({ repairs }) => repairs.length <= 5)).toBe(true);
  });
});

describe('a witness', () => {
  const said = '因政府信息公开引起的行政复议结果维持376件。';

  it('in the prose decides between repairs that would do as well', () => {
    const record = { ...passing, text: { overview: said } };
    const run = repaired(runRecord(put(record, `${cases}.reconsideration.0`, 12)));
    const { findings } = resultOf(run, sentences, 'zh');
    expect(findings[0]?.suggestions).toMatchObject([
      {
        confidence: 'certain',
        message:
          '应改：“行政复议”结果维持 应为 376（原 12）；正文说的是“因政府信息公开引起的行政复议结果维持【376件】”',
        changes: [{ from: 12, to: 376 }],
      },
    ]);
  });

  it('that is against every one of them makes nothing sure', () => {
    const [group, ...more] = told(
      { [`${cases}.reconsideration.0`]: 12 },
      '因政府信息公开引起的行政复议结果维持1件。',
    );
    expect(more).toEqual([]);
    expect([group?.confidence, group?.repairs.length, group?.hasMore]).toEqual([
      'ambiguous',
      5,
      true,
    ]);
    expect(group?.repairs[0]).toBe(
      '“行政复议”结果维持 应为 1（原 12），总计 应为 415（原 790）；正文说的是“因政府信息公开引起的行政复议结果维持【1件】”',
    );
  });

  const cells = {
    'requests.newlyReceived.naturalPerson': 14,
    'requests.newlyReceived.total': 14,
    'requests.carriedForward.naturalPerson': 14,
    'requests.carriedForward.total': 14,
  };
  const before: Example = { edition: '2021', year: 2022, organ: '甲局', cells };
  const now = (own: Example['cells']): Example => ({
    edition: '2021',
    year: 2023,
    organ: '甲局',
    before,
    cells: {
      'requests.carriedOver.naturalPerson': 14,
      'requests.carriedOver.total': 14,
      'requests.carriedForward.naturalPerson': 14,
      'requests.carriedForward.total': 14,
      ...own,
    },
  });
  const years = (own: Example['cells']) =>
    short(mended(repaired(runExample(now(own)), runExample(before).report)));

  it('is the report of the year before', () => {
    expect(years({})).toEqual([]);
    expect(years({ 'requests.carriedOver.naturalPerson': 41 })).toEqual([
      [
        'certain',
        '“二、上年结转政府信息公开申请数量”自然人 应为 14（原 41，数字颠倒）；与上一年的报告一致',
      ],
    ]);
  });

  it('of the year before alone does not mend a report that adds up', () => {
    const own = {
      'requests.carriedOver.naturalPerson': 41,
      'requests.carriedOver.total': 41,
      'requests.carriedForward.naturalPerson': 41,
      'requests.carriedForward.total': 41,
    };
    expect(years(own)).toEqual([]);
  });
});

describe('a relation', () => {
  it.each([
    [-1, '<=', true],
    [0, '<=', true],
    [1, '<=', false],
    [-1, '>=', false],
    [0, '>=', true],
    [1, '>=', true],
    [0, '=', true],
    [-1, '=', false],
    [1, '=', false],
  ] as const)('of a gap of %d by %s: %s', (gap, relation, expected) => {
    expect(holds(gap, relation)).toBe(expected);
  });
});
