import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/audit/manifest.ts';
import { readMembers } from '../../src/audit/members.ts';
import { placedProblem } from '../../src/messages/problems.ts';
import { organKey } from '../../src/model/organ.ts';
import { defaultLimits } from '../../src/readers/reader.ts';
import { membersJsonSchema } from '../../src/schemas.ts';

const region = '云川市人民政府';

async function read(content: string | Uint8Array | object, name = 'members.csv') {
  const isBytes = content instanceof Uint8Array;
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const bytes = isBytes ? content : new TextEncoder().encode(text);
  return readMembers(bytes, { source: name, limits: defaultLimits });
}

const csv = (...rows: readonly string[]): string =>
  ['region,member,since,until,excluded', ...rows].map((row) => `${row}\n`).join('');
const wrong = async (content: string | object, name?: string) =>
  (await read(content, name)).problems.map((each) => placedProblem(each, 'en'));
const json = (...members: readonly object[]) => ({ regions: [{ region, members }] });

/** Marks for “no reason” are none. */
const marked = async () => (await read(csv('甲市,乙局,,,无', '甲市,丙局,,,/'))).manifest;

const rows = [
  `${region},云川市人民政府办公室,,,`,
  `${region},"云川市 教育局",2019,2022,`,
  `${region},云川市公安局,,,"垂直管理,不汇总"`,
];
const whole = {
  due: ['云川市人民政府办公室', '云川市 教育局'],
  excluded: [{ organ: '云川市公安局', reason: '垂直管理,不汇总' }],
};

describe('a list of members', () => {
  it('says who must be there in a year, and who is not added up, and why', async () => {
    const { manifest, problems } = await read(csv(...rows, ',,,,', ''));
    expect(membersOf(await marked(), '甲市', 2020)?.due).toEqual(['乙局', '丙局']);
    expect(problems).toEqual([]);
    expect(membersOf(manifest, region, 2022)).toEqual(whole);
    expect(membersOf(manifest, region, 2018)?.due).toEqual(['云川市人民政府办公室']);
    expect(membersOf(manifest, region, 2023)?.due).toEqual(['云川市人民政府办公室']);
    expect(membersOf(manifest, '云川市本级', 2022)).toBeNull();
  });

  it('has Chinese headers in any order, a byte-order mark, tabs', async () => {
    const text =
      '\ufeff下级单位\t汇总单位\t不汇总原因\t起\t止\n云川市教育局\t云川市人民政府\t\t2019年\t２０２２\n';
    const { manifest, problems } = await read(text);
    expect(problems).toEqual([]);
    const [member] = manifest.regions[0]?.members ?? [];
    expect(member).toMatchObject({ organ: '云川市教育局', since: 2019, until: 2022 });
  });

  it('is read in GB18030', async () => {
    // 地区,成员 and 甲市,乙局
    const bytes = [0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0xb3, 0xc9, 0xd4, 0xb1, 0x0a];
    const row = [0xbc, 0xd7, 0xca, 0xd0, 0x2c, 0xd2, 0xd2, 0xbe, 0xd6, 0x0a];
    const { manifest, problems } = await read(Uint8Array.from([...bytes, ...row]));
    expect(problems).toEqual([]);
    expect(membersOf(manifest, '甲市', 2020)?.due).toEqual(['乙局']);
  });

  it('says the same as JSON', async () => {
    const list = json(
      { organ: '云川市人民政府办公室' },
      { organ: '云川市 教育局', since: 2019, until: 2022 },
      { organ: '云川市公安局', excluded: '垂直管理,不汇总' },
    );
    const { manifest, problems } = await read(list, 'giar.members.json');
    expect(problems).toEqual([]);
    expect(membersOf(manifest, region, 2022)).toEqual(whole);
    const validate = new Ajv2020({ strict: false }).compile(membersJsonSchema());
    expect([validate(list), validate(json({ organ: 1 }))]).toEqual([true, false]);
  });

  it('may have a region in another region', async () => {
    const { problems } = await read(csv('甲省,乙市,,,', '乙市,丙县,,,', '甲省,丙县,,,'));
    expect(problems).toEqual([]);
  });

  it('may have a member that left and came back', async () => {
    const { problems } = await read(csv('甲市,乙局,,2018,', '甲市,乙局,2021,,'));
    expect(problems).toEqual([]);
  });
});

describe('what is wrong with a list of members', () => {
  it('is told with its place: columns, blanks, years', async () => {
    expect(await wrong('region,membr,since\n甲市,乙局,2019\n')).toEqual([
      'members.csv:1:8: unknown key "membr", the nearest is "member"; valid here: region, 地区, 汇总单位, member, 成员, 下级单位, since, 起, until, 止, excluded, 不汇总原因',
      'members.csv:1: the first row of the list of members has no column “member / 成员 / 下级单位”',
    ]);
    expect(await wrong('region,member,member\n甲市,乙局,丙局\n')).toEqual([
      'members.csv:1:15: "member" stands here a second time and there is no telling which one counts; delete one',
    ]);
    expect(
      await wrong(
        csv('甲市,,,,', ',乙局,,,', '甲市,丙局,19,,', '甲市,丁局,2022,2020,', '甲市,戊局,,近年,'),
      ),
    ).toEqual([
      'members.csv:2:4: the column “member / 成员 / 下级单位” is blank in this row of the list of members',
      'members.csv:3:1: the column “region / 地区 / 汇总单位” is blank in this row of the list of members',
      'members.csv:4:7: a year of four digits such as 2019 is expected here, this is 19',
      'members.csv:5:12: the first year, 2022, is after the last one, 2020',
      'members.csv:6:8: a year of four digits such as 2019 is expected here, this is 近年',
    ]);
  });

  it('is told: members twice, of themselves, in a circle', async () => {
    expect(await wrong(csv('甲市,乙局,2019,,', '甲市,乙 局,,2019,', '甲市,甲市,,,'))).toEqual([
      'members.csv:3:4: “乙 局” is listed under “甲市” already (members.csv:2:4), in some of the same years, and would be counted twice; delete one',
      'members.csv:4:4: “甲市” cannot be a member of itself; list its own figures under the name of its office',
    ]);
    expect(await wrong(csv('甲省,乙市,,,', '乙市,丙县,,,', '丙县,甲省,,,'))).toEqual([
      'members.csv:4:4: the list goes round in a circle: 甲省 → 乙市 → 丙县 → 甲省',
    ]);
  });

  it('is told by line, key and path in JSON', async () => {
    expect(
      await wrong(json({ organ: '乙局', untill: 2020 }, { organ: 7, since: '2019' }), 'm.json'),
    ).toEqual([
      'm.json:8:11: regions[0].members[0].untill: unknown key "untill", the nearest is "until"; valid here: organ, since, until, excluded',
      'm.json:11:20: regions[0].members[1].organ: a text is expected here, this is 7',
      'm.json:12:20: regions[0].members[1].since: a year of four digits such as 2019 is expected here, this is "2019"',
    ]);
    expect(await wrong({ regions: [7], region: 1 }, 'm.json')).toEqual([
      'm.json:3:5: regions[0]: an object is expected here, this is 7',
      'm.json:5:3: region: unknown key "region", the nearest is "regions"; valid here: $schema, regions',
    ]);
    expect(await wrong({ regions: [{ regions: '甲市', members: {} }] }, 'm.json')).toEqual([
      'm.json:3:5: regions[0].region: a text is expected here, this is null',
      'm.json:5:18: regions[0].members: an array is expected here, this is an object',
      'm.json:4:7: regions[0].regions: unknown key "regions", the nearest is "region"; valid here: region, members',
    ]);
    expect(await wrong(json({ organ: '乙局', since: 2022, until: 2019 }), 'm.json')).toEqual([
      'm.json:6:9: regions[0].members[0]: the first year, 2022, is after the last one, 2019',
    ]);
    expect(await wrong('{ "regions": [', 'm.json')).toEqual([
      'm.json:1:15: not valid JSON: unexpected the end of the file; look at the commas, quotes and brackets nearby',
    ]);
  });

  it('is told of files that hold no list', async () => {
    expect(await wrong(' \n')).toEqual([
      'members.csv: the file is empty; there is nothing to check',
    ]);
    const { problems } = await read(Uint8Array.from([0x81, 0xff, 0xff]));
    expect(problems.map(({ code }) => code)).toEqual(['encoding-unknown']);
  });
});

describe('the key of an organ’s name', () => {
  it.each([
    ['云川市教育局', '云川市 教育局'],
    ['云川市教育局', '云川市教育局2023年政府信息公开工作年度报告'],
    ['云川市教育局', '《2023年度云川市教育局政府信息公开年报》'],
    ['云川市教育局', '云川市教育局关于2023年政府信息公开工作的年度报告'],
    ['云川市教育局(体育局)', '云川市教育局（体育局）'],
  ])('is the same for %s and %s', (one, other) => {
    expect(organKey(other)).toBe(organKey(one));
  });

  it('tells apart the government of a place, its own level and its office', () => {
    const names = ['云川市人民政府', '云川市本级', '云川市人民政府办公室'];
    expect(new Set(names.map(organKey)).size).toBe(3);
  });

  it('is never empty', () => {
    expect(organKey('政府信息公开工作年度报告')).toBe('政府信息公开工作年度报告');
  });
});
