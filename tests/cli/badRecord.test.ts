import { describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { folderWith, type Json, passing, placeOf, pretty, put } from './records.ts';
import { refusals, refused } from './refused.ts';

const text = pretty(passing);
const newlyReceived = 'tables.requests.newlyReceived';
const decisions = 'tables.proactiveDisclosure.licensing.decisions';
const seven = '自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计';

describe('a document that is no report', () => {
  it('is an empty array', () => {
    expect(refused('bad.json', '[]')).toEqual({
      zh: ['bad.json: 其中没有任何报告，没有可检查的内容'],
      en: ['bad.json: there is no report in it; there is nothing to check'],
    });
  });
  const others = ['null', '42', '"年报"', 'true'];
  const told = refusals('bad.json', others);
  it.each(others)('is %s', (content) => {
    const { zh, en } = told(content);
    expect([zh.length, en.length]).toEqual([1, 1]);
    expect(zh[0]).toMatch(/^bad\.json:1:1: 这里应当是一份报告（用花括号括起来的对象），实际是 /u);
    expect(en[0]).toMatch(/^bad\.json:1:1: a report \(an object in braces\) is expected here/u);
    expect(zh[0]).not.toMatch(/number|string|boolean/u);
  });
});

describe('unknown keys', () => {
  const known = 'newlyReceived, carriedOver, handled, carriedForward';
  it('are named with the nearest valid one, at their place', () => {
    const content = text.replace('newlyReceived', 'newlyRecieved');
    const at = placeOf(content, '"newlyRecieved"');
    expect(refused('bad.json', content)).toEqual({
      zh: [
        `bad.json:${at}: tables.requests.newlyRecieved: 没有“newlyRecieved”这个名称，最接近的是“newlyReceived”。可用：${known}`,
      ],
      en: [
        `bad.json:${at}: tables.requests.newlyRecieved: unknown key "newlyRecieved", the nearest is "newlyReceived"; valid here: ${known}`,
      ],
    });
  });
  it.each([
    ['at the top', '"organ"', '"organs"', 'organs', 'organ'],
    ['of a table', '"requests"', '"request"', 'tables.request', 'requests'],
    ['of a column', '"inForce"', '"inforce"', 'governmentRules.inforce', 'inForce'],
    ['of a line', '"petition"', '"petitions"', 'notProcessed.petitions', 'petition'],
  ])('%s are found', (_, from, to, path, nearest) => {
    const { zh } = refused('bad.json', text.replace(from, to));
    expect(zh).toHaveLength(1);
    expect(zh[0]).toContain(`${path}: 没有`);
    expect(zh[0]).toContain(`最接近的是“${nearest}”`);
  });
  it('are not called valid in the same breath', () => {
    const mixed = put(passing, 'tables.requests.handled.denied.naturalPerson', 5);
    const { en } = refused('bad.json', pretty(mixed));
    expect(en).toHaveLength(1);
    expect(en[0]).toContain('unknown key "naturalPerson"');
    expect(en[0]?.split('; valid here:')[1]).not.toContain('naturalPerson');
  });
  it('beyond twenty are counted', () => {
    const extra = Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`extra${i}`, 0]));
    const { zh, en } = refused('bad.json', pretty({ ...extra, ...passing }));
    expect(zh).toHaveLength(21);
    expect(zh.at(-1)).toBe('bad.json: 此外还有 3 处问题没有列出');
    expect(en.at(-1)).toBe('bad.json: and 3 more problems');
  });
});

describe('a line of the wrong length', () => {
  it.each<[string, Json, number]>([
    ['too short', [1, 2, 3, 4, 5, 6], 6],
    ['too long', [1, 2, 3, 4, 5, 6, 7, 8], 8],
    ['empty', [], 0],
  ])('%s: which line, how many and which cells are expected', (_, cells, found) => {
    const content = pretty(put(passing, newlyReceived, cells));
    const { zh, en } = refused('bad.json', content);
    const [line = ''] = placeOf(content, '"newlyReceived"').split(':');
    expect(zh).toEqual([
      `bad.json:${line}:24: ${newlyReceived}: 这一行应有 7 个单元格（${seven}），实际有 ${found} 个`,
    ]);
    expect(en[0]).toContain(`: cells in this line: ${found}; the form has 7 (natural person, `);
  });
});

describe('a value of the wrong type', () => {
  const cases: readonly (readonly [string, Json, string, string])[] = [
    [newlyReceived, 5, '7 个单元格的数组或对象', '5'],
    [newlyReceived, null, '7 个单元格的数组或对象', 'null'],
    [`${newlyReceived}.0`, true, '数字、null、"/" 或印刷文字', 'true'],
    ['tables.requests', 'x', '对象', '"x"'],
    ['tables.requests', 5, '对象', '5'],
    ['tables', null, '对象', 'null'],
    ['organ', 5, '文字', '5'],
    ['text', 'x', '对象', '"x"'],
    ['text', { overview: 5 }, '文字', '5'],
    ['edition', 2021, '"2014"、"2019"、"2021" 之一', '2021'],
  ];
  const contentOf = (path: string, value: Json): string => pretty(put(passing, path, value));
  const told = refusals(
    'bad.json',
    cases.map(([path, value]) => contentOf(path, value)),
  );
  it.each(cases)('%s as %j is told with what is expected', (path, value, expected, found) => {
    const { zh, en } = told(contentOf(path, value));
    expect([zh.length, en.length]).toEqual([1, 1]);
    expect(zh[0]).toMatch(/^bad\.json:\d+:\d+: /u);
    expect(zh[0]).toMatch(/: 这里应当是/u);
    expect(zh[0]).toContain(`${expected}，实际是 ${found}`);
    expect(en[0]).toContain(`is expected here, this is ${found}`);
  });
});

describe('numbers that cannot be held', () => {
  const numbers = [
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '-1e400',
    '123456789012345678901234',
  ];
  const contentOf = (number: string): string => text.replace('11398889', number);
  const told = refusals('bad.json', numbers.map(contentOf));
  it.each(numbers)('%s is refused as it is written', (number) => {
    const at = placeOf(contentOf(number), number);
    expect(told(contentOf(number))).toEqual({
      zh: [`bad.json:${at}: ${decisions}: ${number} 超出可以精确表示的范围（2^53），请核对数字`],
      en: [
        `bad.json:${at}: ${decisions}: ${number} is beyond the numbers that can be held exactly (2^53); check the figure`,
      ],
    });
  });
  it('is not 2^53 − 1, which is read', () => {
    const cwd = folderWith({ 'last.json': text.replace('11398889', '9007199254740991') });
    expect(giar(['check', 'last.json'], { cwd }).code).toBe(0);
  });
  it.each(['NaN', '9007199254740993'])('is a finding where %s is printed text', (printed) => {
    const cwd = folderWith({ 'cell.json': pretty(put(passing, decisions, printed)) });
    const ran = giar(['check', 'cell.json', '--lang', 'zh'], { cwd });
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out.replaceAll('\n    ', '')).toContain(
      `✗ “行政许可”行“本年处理决定数量”列填的是“${printed}”：`,
    );
  });
});
