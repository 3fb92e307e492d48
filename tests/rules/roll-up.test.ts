import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';
import { clean, found, messages, runFixture, runRegion, told } from '../support/runs.ts';

type Cells = Example['cells'];
type Row = readonly [line: string, naturalPerson: number, enterprise?: number];

/** Cells of table 3, each line with its total. */
function lines(...rows: readonly Row[]): Cells {
  const cells = rows.flatMap(([line, person, enterprise = 0]) => [
    [`requests.${line}.naturalPerson`, person] as const,
    [`requests.${line}.enterprise`, enterprise] as const,
    [`requests.${line}.total`, person + enterprise] as const,
  ]);
  return Object.fromEntries(cells);
}

/** So many requests, all of them granted. */
const granted = (person: number, enterprise = 0): Cells =>
  lines(
    ['newlyReceived', person, enterprise],
    ['handled.granted', person, enterprise],
    ['handled.total', person, enterprise],
  );

const of = (organ: string, cells: Cells, more: Partial<Example> = {}): object =>
  exampleRecord({ edition: '2021', year: 2023, organ, cells, ...more });
const city = (cells: Cells, more: Partial<Example> = {}) => of('云川市人民政府', cells, more);
const office = (cells: Cells) => of('云川市人民政府办公室', cells);
const schools = (cells: Cells, more: Partial<Example> = {}) => of('云川市教育局', cells, more);
const water = (cells: Cells, more: Partial<Example> = {}) => of('云川市水务局', cells, more);

const at = (row: string | null, column: string | null = null) => ['requests', row, column] as const;
const table3 = '“三、收到和处理政府信息公开申请情况”';

describe('roll-up', () => {
  it('has nothing to say where every cell is the sum of the members', () => {
    expect(told(runFixture('roll-up/three-members-add-up.pass'))).toEqual(clean);
  });

  it('names a member whose whole table was left out, once', () => {
    const run = runFixture('roll-up/one-member-left-out.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'roll-up table-left-out',
          at(null),
          `${table3}有 6 格不等于各单位之和（3 个单位），差额正好是“云川市水务局”的数字：很可能漏加了这个单位`,
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      '“3. Requests received and handled”: 6 cells are not the sum of the 3 members; the differences are the figures of “云川市水务局”, which was probably left out',
    ]);
    const [finding] = run.findings;
    expect(finding?.cells.map((cell) => finding.across?.form.cells[cell]?.name)).toContain(
      '云川市水务局/requests.handled.granted.total',
    );
  });

  it('names a member that was counted twice', () => {
    const run = runRegion([
      city(granted(45 + 12)),
      office(granted(20)),
      schools(granted(12)),
      water(granted(13)),
    ]);
    expect(told(run).findings).toEqual([
      found(
        'roll-up table-twice',
        at(null),
        `${table3}有 6 格不等于各单位之和（3 个单位），多出的正好是“云川市教育局”的数字：很可能重复加了这个单位`,
      ),
    ]);
  });

  it('tells a line left out, and not the totals that only follow from it', () => {
    const both = (person: number, part: number): Cells =>
      lines(
        ['newlyReceived', person + part],
        ['handled.granted', person],
        ['handled.grantedInPart', part],
        ['handled.total', person + part],
      );
    const region = lines(
      ['newlyReceived', 52],
      ['handled.granted', 45],
      ['handled.grantedInPart', 3],
      ['handled.total', 48],
      ['carriedForward', 4],
    );
    const run = runRegion([city(region), schools(both(25, 3)), water(both(20, 4))]);
    expect(told(run).findings.map((each) => [each.rule, each.at, each.zh])).toEqual([
      [
        'roll-up line-left-out',
        at('handled.grantedInPart'),
        '“（二）部分公开”一行不等于各单位之和，差额正好是“云川市水务局”这一行的数字，很可能漏加了：自然人 3 ≠ 7（差 −4）；总计 3 ≠ 7（差 −4）',
      ],
      [
        'roll-up line',
        at('carriedForward'),
        '“四、结转下年度继续办理”一行不等于各单位之和（2 个单位）：自然人 4 ≠ 0（差 4）；总计 4 ≠ 0（差 4）',
      ],
    ]);
  });

  it('tells a line counted twice, and digits that changed places', () => {
    const decisions = (licensing: number, penalties: number, compulsion: number): Cells => ({
      'proactiveDisclosure.licensing.decisions': licensing,
      'proactiveDisclosure.penalties.decisions': penalties,
      'proactiveDisclosure.compulsion.decisions': compulsion,
    });
    const run = runRegion([
      city(decisions(1035 + 7, 9, 30)),
      schools(decisions(1305, 3, 11)),
      water(decisions(7, 3, 13)),
      office(decisions(0, 0, 6)),
    ]);
    const findings = told(run).findings.map((each) => [each.rule, each.zh]);
    expect(findings).toEqual([
      [
        'roll-up line-digits',
        '“行政许可”一行不等于各单位之和；“云川市教育局”的数字如有两位颠倒，就正好相符，请先核对：1042 ≠ 1312（差 −270）',
      ],
      // Two members have 3, so that nobody can tell which of them was counted twice.
      ['roll-up line', '“行政处罚”一行不等于各单位之和（3 个单位）：9 ≠ 6（差 3）'],
    ]);
    expect(run.findings[0]?.equation?.right).toHaveLength(3);
    const twice = runRegion([
      city(decisions(0, 8, 0)),
      schools(decisions(0, 3, 0)),
      water(decisions(0, 2, 0)),
    ]);
    expect(told(twice).findings.map(({ zh }) => zh)).toEqual([
      '“行政处罚”一行不等于各单位之和，多出的正好是“云川市教育局”这一行的数字，很可能重复加了：8 ≠ 5（差 3）',
    ]);
  });

  const spread = (person: number, enterprise: number): Cells =>
    lines(
      ['newlyReceived', person * 3, enterprise * 3],
      ['handled.granted', person, enterprise],
      ['handled.grantedInPart', person, enterprise],
      ['handled.denied.stateSecret', person, enterprise],
      ['handled.total', person * 3, enterprise * 3],
    );

  it('tells the column that carries the differences', () => {
    const leftOut = runRegion([city(spread(30, 5)), schools(spread(20, 5)), water(spread(10, 2))]);
    const [finding] = told(leftOut).findings;
    expect([finding?.rule, finding?.at]).toEqual([
      'roll-up column-left-out',
      at(null, 'enterprise'),
    ]);
    expect(finding?.zh).toContain(
      '“商业企业”一列有 5 行不等于各单位之和，差额正好是“云川市水务局”',
    );
    const twice = runRegion([city(spread(30, 9)), schools(spread(20, 5)), water(spread(10, 2))]);
    expect(told(twice).findings.map(({ rule }) => rule)).toEqual(['roll-up column-twice']);
    const unknown = runRegion([city(spread(30, 8)), schools(spread(20, 5)), water(spread(10, 2))]);
    expect(told(unknown).findings.map(({ zh }) => zh)).toEqual([
      '“商业企业”一列有 5 行不等于各单位之和（2 个单位）：一、本年新收政府信息公开申请数量 24 ≠ 21（差 3）；（一）予以公开 8 ≠ 7（差 1）；（二）部分公开（区分处理的，只计这一情形，不计其他情形） 8 ≠ 7（差 1）；1.属于国家秘密 8 ≠ 7（差 1）；（七）总计 24 ≠ 21（差 3）',
    ]);
  });

  it('counts cells where there are too many to be told', () => {
    const names = ['stateSecret', 'prohibitedByLaw', 'endangersSecurity', 'thirdPartyRights'];
    const more = ['internalAffairs', 'deliberative', 'enforcementFile', 'administrativeQuery'];
    const denied = (person: number): Cells =>
      lines(...[...names, ...more].map((name): Row => [`handled.denied.${name}`, person]));
    const run = runRegion([city(denied(6)), schools(denied(2)), water(denied(1))]);
    const [finding] = told(run).findings.filter(({ rule }) => rule.startsWith('roll-up'));
    expect(finding?.zh).toMatch(/；另有 1 格$/u);
    expect(messages(run, 'en').join()).toContain('; and 1 more cells');
  });
});

describe('roll-up without all members', () => {
  const missing = ['云川市水务局'];

  it('is a bound that holds, and says that it is no more', () => {
    const run = runRegion([city(granted(45)), schools(granted(32))], missing);
    expect(told(run)).toEqual({
      ...clean,
      verdict: 'not-assessable',
      problems: [['members-missing', null]],
    });
  });

  it('asks where a region has less than those at hand', () => {
    const run = runRegion([city(granted(30)), schools(granted(32))], missing);
    expect(told(run).findings.map(({ severity, zh }) => [severity, zh])).toEqual(
      ['一、本年新收政府信息公开申请数量', '（一）予以公开'].map((line) => [
        'warning',
        `“${line}”一行小于已有各单位之和（1 个单位，还缺 云川市水务局）：自然人 30 ≠ 32（差 −2）；总计 30 ≠ 32（差 −2）`,
      ]),
    );
  });

  it('is an error where the report says that it was added up', () => {
    const text = '本报告数据由市政府各部门的年度报告汇总形成。';
    const run = runRegion([city(granted(30), { text }), schools(granted(32))], missing);
    expect(told(run).findings.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it('tells a column that is too small, and names a few of many members', () => {
    const many = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局', '庚局', '辛局', '壬局'];
    const spread = (enterprise: number): Cells =>
      lines(
        ['newlyReceived', 0, enterprise * 2],
        ['carriedOver', 0, enterprise],
        ['handled.granted', 0, enterprise],
        ['handled.grantedInPart', 0, enterprise * 2],
        ['handled.total', 0, enterprise * 3],
      );
    const run = runRegion([city(spread(1)), schools(spread(2))], many);
    const [finding, ...more] = told(run).findings;
    expect(more).toEqual([]);
    expect(finding?.zh).toMatch(
      /^“商业企业”一列有 5 行小于.*还缺 甲局、乙局、丙局、丁局、戊局 …）/u,
    );
    expect(run.problems[0]?.args.members).toBe(`${many.slice(0, 8).join('、')} …`);
  });
});

describe('roll-up over members that cannot be compared', () => {
  it('treats those of another form or year as missing, and says so', () => {
    const old = of('云川市水务局', {}, { edition: '2019' });
    const early = of('云川市林业局', {}, { year: 2022 });
    const run = runRegion([city(granted(45)), schools(granted(32)), old, early]);
    expect(told(run)).toMatchObject({ verdict: 'not-assessable', findings: [] });
    expect(run.problems.map(({ code, args }) => [code, args.members])).toEqual([
      ['members-other-year', '云川市林业局'],
      ['members-other-form', '云川市水务局'],
    ]);
  });

  it('cannot tell anything without members', () => {
    expect(told(runRegion([city(granted(1))])).problems).toEqual([['members-none', null]]);
  });

  it('leaves open what a member left open, blank cells adding 0', () => {
    const open = (cell: string | number | null): Cells => ({
      ...granted(12),
      'proactiveDisclosure.penalties.decisions': cell,
    });
    const penalties = (n: number): Cells => ({
      ...granted(12),
      'proactiveDisclosure.penalties.decisions': n,
    });
    const run = (own: number, cell: string | number | null) =>
      told(runRegion([city(penalties(own)), schools(open(cell))]));
    expect(run(0, null)).toEqual(clean);
    expect(run(0, '/')).toEqual(clean);
    expect(run(3, null).undecided).toEqual([]);
    expect(run(3, null).verdict).toBe('not-assessable');
    expect(run(3, '3?').verdict).toBe('not-assessable');
    expect(run(3, '3?').findings).toEqual([]);
  });

  it('fails where no value that is open could save the sum, and names nobody', () => {
    const penalties = (n: number | null): Cells => ({
      'proactiveDisclosure.penalties.decisions': n,
    });
    const run = runRegion([city(penalties(3)), schools(penalties(5)), water(penalties(null))]);
    expect(told(run).findings.map(({ zh }) => zh)).toEqual([
      '“行政处罚”一行不等于各单位之和（2 个单位）：3 ≠ 至少 5',
    ]);
  });

  it('never passes over a table that a member does not have', () => {
    const without = ['litigation.direct', 'litigation.afterReconsideration', 'reconsideration'];
    const table = without.map((path) => `reconsiderationAndLitigation.${path}`);
    const run = runRegion([city({}), schools({}, { without: table })]);
    expect(told(run)).toMatchObject({ verdict: 'not-assessable', findings: [] });
  });
});

describe('what a region adds up', () => {
  it('is neither money nor what is counted differently from place to place', () => {
    const region = exampleRecord({
      edition: '2019',
      year: 2020,
      organ: '云川市人民政府',
      cells: {
        'proactiveDisclosure.otherServices.itemsLastYear': 7,
        'proactiveDisclosure.otherServices.netChange': 2,
        'proactiveDisclosure.procurement.amount': 1000,
        'proactiveDisclosure.licensing.netChange': 2,
      },
    });
    const member = (organ: string, netChange: number) =>
      exampleRecord({
        edition: '2019',
        year: 2020,
        organ,
        cells: {
          'proactiveDisclosure.licensing.itemsLastYear': 0,
          'proactiveDisclosure.licensing.netChange': netChange,
        },
      });
    expect(told(runRegion([region, member('甲局', 2), member('乙局', 0)]))).toEqual(clean);
    const bound = runRegion([region, member('甲局', 5)], ['乙局']);
    expect(told(bound).findings).toEqual([]);
  });

  it('may stand in a heading in place of its lines, on either side', () => {
    const heading = 'requests.handled.otherHandling';
    const parts = ['notClarified', 'feeUnpaid', 'other'].map((part) => `${heading}.${part}`);
    const own = (person: number): Cells => ({
      ...lines(['newlyReceived', person], ['handled.total', person]),
      ...lines(['handled.otherHandling', person]),
      ...Object.fromEntries(
        ['researchInstitution', 'publicInterestOrganization', 'legalServiceOrganization']
          .concat('otherOrganization')
          .map((column) => [`${heading}.${column}`, 0]),
      ),
    });
    const fine = (person: number): Cells =>
      lines(
        ['newlyReceived', person],
        ['handled.otherHandling.feeUnpaid', person],
        ['handled.total', person],
      );
    const told7 = (region: object, ...members: object[]) =>
      told(runRegion([region, ...members])).findings.filter(({ rule }) => /^roll-up/u.test(rule));
    expect(told7(city(fine(7)), schools(own(3), { without: parts }), water(fine(4)))).toEqual([]);
    expect(told7(city(own(7), { without: parts }), schools(fine(3)), water(fine(4)))).toEqual([]);
    const wrong = told7(city(own(8), { without: parts }), schools(fine(3)), water(fine(4)));
    expect(wrong.map((each) => each.at)).toEqual([
      at('newlyReceived'),
      at('handled.otherHandling'),
    ]);
  });

  it('is on the form of 2014 what belongs to one organ alone', () => {
    const of2014 = (organ: string, received: number, disclosed: number) =>
      exampleRecord({
        edition: '2014',
        year: 2017,
        organ,
        cells: {
          'statistics.disclosure.disclosed.total.figure': disclosed,
          'statistics.requests.received.total.figure': received,
          'statistics.requests.received.online.figure': received,
        },
      });
    const run = runRegion([of2014('甲市', 5, 90), of2014('乙局', 2, 50), of2014('丙局', 2, 50)]);
    expect(told(run).findings.map((each) => each.at)).toEqual([
      ['statistics', 'requests.received.online', 'figure'],
    ]);
  });
});
