import { describe, expect, it } from 'vitest';
import { countKeys, inspectJson, jsonSource, pathText } from '../../src/readers/json.ts';

const inspect = (text: string) =>
  inspectJson(jsonSource('x.json', text)).map(({ code, source, path }) => [code, source, path]);

describe('places', () => {
  const source = jsonSource('x.json', '{\n  "a": [1, {"b": "中文", "c": 2}]\n}', 5);
  it('are counted from the first line of the text in its file', () => {
    expect(source.locate(['a', 0])).toBe('x.json:6:9');
    expect(source.locate(['a', 1, 'c'])).toBe('x.json:6:29');
    expect(source.locateKey(['a', 1, 'c'])).toBe('x.json:6:24');
    expect(source.locate([])).toBe('x.json:5:1');
  });
  it('fall back to the nearest value above', () => {
    expect(source.locate(['a', 7, 'b'])).toBe('x.json:6:8');
    expect(source.locate(['z'])).toBe('x.json:5:1');
  });
  it('are only the name where the text is too deep to look into', () => {
    const deep = jsonSource('x.json', `${'['.repeat(100)}${']'.repeat(100)}`);
    expect(deep.locate([0, 0])).toBe('x.json');
    expect(deep.locateKey([0, 0])).toBe('x.json');
  });
});

describe('paths', () => {
  it('are written with dots and brackets', () => {
    expect(pathText(['tables', 'requests', 'newlyReceived', 3])).toBe(
      'tables.requests.newlyReceived[3]',
    );
    expect(pathText([2, 'year'])).toBe('[2].year');
    expect(pathText([])).toBeNull();
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['{"a": 1,}', 'x.json:1:9'],
    ['{"a": 1\n "b": 2}', 'x.json:2:2'],
    ['{"a": NaN}', 'x.json:1:7'],
    ["{'a': 1}", 'x.json:1:2'],
    ['{"a": 1', 'x.json:1:8'],
    ['{"a": 01}', 'x.json:1:8'],
    ['{} {}', 'x.json:1:4'],
    ['{"a": "b\nc"}', 'x.json:1:7'],
    ['// note\n{}', 'x.json:1:1'],
    ['[1, 2', 'x.json:1:6'],
  ])('%j is wrong at %s', (text, place) => {
    expect(inspect(text)).toEqual([['json-syntax', place, null]]);
  });
  it('is told by what stands there', () => {
    expect(inspectJson(jsonSource('x', '{"a": NaN}'))[0]?.args).toEqual({
      found: { zh: ' NaN ', en: '"NaN"' },
    });
    expect(inspectJson(jsonSource('x', '{"a": 1'))[0]?.args).toEqual({
      found: { zh: '文件末尾', en: 'the end of the file' },
    });
  });
});

describe('nesting', () => {
  it('is refused beyond 64 levels, however deep, in time that grows with the length only', () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(inspect(nested(64))).toEqual([]);
    expect(inspect(nested(65))).toEqual([['json-depth', 'x.json', null]]);
    expect(inspect('['.repeat(1_000_000))).toEqual([['json-depth', 'x.json', null]]);
  });
  it('is not counted inside texts', () => {
    expect(inspect(JSON.stringify({ a: `${'['.repeat(99)}"\\` }))).toEqual([]);
  });
});

describe('keys', () => {
  it('that stand twice in one object are found, not those in two objects', () => {
    expect(inspect('{"a": {"x": 1}, "b": {"x": 2}}')).toEqual([]);
    expect(inspect('{"a": {"x": 1, "x": 2}, "a": 3}')).toEqual([
      ['json-duplicate-key', 'x.json:1:16', 'a.x'],
      ['json-duplicate-key', 'x.json:1:25', 'a'],
    ]);
  });
  it('that name a prototype are found', () => {
    expect(inspect('[{"__proto__": 1}]')).toEqual([
      ['json-forbidden-key', 'x.json:1:3', '[0].__proto__'],
    ]);
  });
  it.each([
    ['{"a": 1, "b" : {"c"\n: [1, 2]}}', 3],
    ['{}', 0],
    ['{"a": "x: y", "b": "z"}', 2],
    ['[1, 2]', 0],
  ])('are counted: %j has %i', (text, count) => {
    expect(countKeys(text)).toBe(count);
  });
  it('are never counted short, whatever the texts between them', () => {
    expect(countKeys('{"a": ":", "b": "\\":"}')).toBeGreaterThanOrEqual(2);
  });
});
