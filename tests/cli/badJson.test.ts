import { describe, expect, it } from 'vitest';
import { passing, placeOf, pretty } from './records.ts';
import { refusals, refused } from './refused.ts';

const text = pretty(passing);
const nested = (open: string, close: string): string =>
  open.repeat(100_000) + close.repeat(100_000);

describe('a text that is not JSON', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a comma is missing', '{\n  "year": 2025\n  "tables": {}\n}', '3:3', '"'],
    ['a comma is too many', '{\n  "year": 2025,\n}', '3:1', '}'],
    ['a colon is missing', '{\n  "year" 2025\n}', '2:10', '2025'],
    ['a bracket is missing', '{\n  "year": 2025\n', '3:1', ''],
    ['a bracket does not fit', '{\n  "tables": [1, 2}\n}', '2:18', '}'],
    ['something follows', '{\n  "year": 2025\n}\nend', '4:1', 'end'],
    ['a word stands in it', '{\n  "year": none\n}', '2:11', 'none'],
    ['a key has no quotes', '{\n  year: 2025\n}', '2:3', 'year'],
    ['a key has single quotes', "{\n  'year': 2025\n}", '2:3', "'year'"],
    ['a key has Chinese quotes', '{\n  “year”: 2025\n}', '2:3', '“year”'],
    ['a colon is a Chinese one', '{\n  "year"：2025\n}', '2:9', '：'],
    ['a comma is a Chinese one', '{\n  "year": 2025，\n  "organ": ""\n}', '2:15', '，'],
    ['a comment stands in it', '{\n  // the year\n  "year": 2025\n}', '2:3', '//'],
    ['a number begins with 0', '{\n  "year": 02025\n}', '2:12', '2025'],
    ['a number has a plus', '{\n  "year": +2025\n}', '2:11', '+2025'],
    ['a text has a newline in it', '{\n  "organ": "a\nb"\n}', '2:12', '"'],
    ['a text has a wrong escape', '{\n  "organ": "\\q"\n}', '2:12', '"'],
    ['it is prose', '本机关2025年度报告', '1:1', '本机关2025年度报告'],
  ];
  const told = refusals(
    'bad.json',
    cases.map(([, content]) => content),
  );
  it.each(cases)('%s: told with its place', (_, content, place, found) => {
    const { zh, en } = told(content);
    expect([zh.length, en.length]).toEqual([1, 1]);
    expect(zh[0]?.startsWith(`bad.json:${place}: 不是正确的 JSON`), zh[0]).toBe(true);
    expect(en[0]?.startsWith(`bad.json:${place}: not valid JSON`), en[0]).toBe(true);
    expect(zh[0]).toContain(found);
    expect(en[0]).toContain(found);
  });
  it('says in words that the text ends too early', () => {
    const { zh, en } = refused('cut.json', text.slice(0, -2));
    expect(zh[0]).toContain('文件末尾');
    expect(en[0]).toContain('the end of the file');
  });
  it.each(['NaN', 'Infinity'])('has %s as a number', (word) => {
    const content = text.replace('13612', word);
    const { zh } = refused('bad.json', content);
    expect(zh).toHaveLength(1);
    expect(zh[0]?.startsWith(`bad.json:${placeOf(content, word)}: 不是正确的 JSON`)).toBe(true);
    expect(zh[0]).toContain(word);
  });
});

describe('keys that JSON allows and giar does not', () => {
  it.each([
    ['at the top', '"year": 2025,', '"year": 2025,\n  "year": 2025,', 'year', '5:3'],
    ['with an escape', '"year": 2025,', '"year": 2025,\n  "\\u0079ear": 1,', 'year', '5:3'],
    [
      'deep inside',
      '"stateSecret"',
      '"stateSecret": 0,\n"stateSecret"',
      'tables.requests.handled.denied.stateSecret',
      '',
    ],
  ])('a key twice, %s', (_, from, to, path, at) => {
    const content = text.replace(from, to);
    const second = content.indexOf('\n"stateSecret"') + 1;
    const place = at === '' ? `${content.slice(0, second).split('\n').length}:1` : at;
    const key = path.split('.').at(-1);
    expect(refused('twice.json', content)).toEqual({
      zh: [`twice.json:${place}: ${path}: “${key}”出现了两次，无法判断哪个算数。请删去一个`],
      en: [
        `twice.json:${place}: ${path}: "${key}" stands here a second time and there is no telling which one counts; delete one`,
      ],
    });
  });
  it.each([
    ['"year": 2025,', '"year": 2025, "__proto__": {"organ": "x"},', '__proto__'],
    [
      '"licensing": {',
      '"licensing": {"__proto__": 3,',
      'tables.proactiveDisclosure.licensing.__proto__',
    ],
    ['"year": 2025,', '"year": 2025, "\\u005f_proto__": 1,', '__proto__'],
  ])('__proto__: %s → %s', (from, to, path) => {
    const content = text.replace(from, to);
    const place = placeOf(content, path === '__proto__' && to.includes('u005f') ? '"\\u' : '"__p');
    expect(refused('proto.json', content)).toEqual({
      zh: [`proto.json:${place}: ${path}: 不允许使用“__proto__”作为名称。请删去`],
      en: [`proto.json:${place}: ${path}: the key "__proto__" is not allowed; delete it`],
    });
  });
  it.each(['constructor', 'toString', 'hasOwnProperty'])('%s is an unknown key', (key) => {
    const { zh } = refused('key.json', text.replace('"licensing"', `"${key}": 1, "licensing"`));
    expect(zh).toHaveLength(1);
    expect(zh[0]).toContain(`tables.proactiveDisclosure.${key}: 没有“${key}”这个名称`);
  });
});

describe('deep nesting', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['arrays', nested('[', ']')],
    ['objects', nested('{"a":', '}').replace('}', '1}')],
    ['arrays never closed', '['.repeat(100_000)],
    ['arrays below a key', text.replace('2025', nested('[', ']'))],
  ];
  const told = refusals(
    'deep.json',
    cases.map(([, content]) => content),
  );
  it.each(cases)('of 100,000 %s is refused', (_, content) => {
    expect(told(content)).toEqual({
      zh: ['deep.json: 嵌套超过 64 层，不是年度报告'],
      en: ['deep.json: nested more than 64 levels deep; this is no annual report'],
    });
  });
});
