import { describe, expect, it } from 'vitest';
import { concat, isBlank, isNdjson, linesOf } from '../../src/readers/ndjson.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (part: Uint8Array): string => new TextDecoder().decode(part);

async function lines(chunks: string[], most = 100): Promise<[string, number, boolean][]> {
  async function* stream() {
    for (const chunk of chunks) yield bytes(chunk);
  }
  const found: [string, number, boolean][] = [];
  for await (const line of linesOf(stream(), most)) {
    found.push([textOf(line.bytes), line.number, line.isWhole]);
  }
  return found;
}

describe('lines', () => {
  it('are cut wherever the chunks are', async () => {
    const whole = [
      ['a', 1, true],
      ['', 2, true],
      ['bcd', 3, true],
      ['', 4, true],
    ];
    expect(await lines(['a\n\nbcd\n'])).toEqual(whole);
    expect(await lines(['a', '\n', '\nb', 'c', 'd\n'])).toEqual(whole);
  });
  it('over the limit are cut off and said not to be whole', async () => {
    expect(await lines(['abcdef', 'gh\nij'], 4)).toEqual([
      ['', 1, false],
      ['ij', 2, true],
    ]);
  });
});

describe('NDJSON', () => {
  it.each([
    ['{"a":1}\n{"b":2}\n', true],
    ['{"a":1}\r\n{"b":2}', true],
    ['{"a":1}\n\n{"b":2}', true],
    ['{"a":1, oops}\n{"b":2}\n', true],
    ['\n {"a":1}\n{"b":2}', true],
    ['{"a":1}\noops\n', true],
    ['{"a":1}', false],
    ['{"a":1}\n', false],
    ['{\n  "a": 1\n}', false],
    ['[{"a":1},\n{"b":2}]', false],
    ['{"a": {}\n, "b": {}}', false],
    ['', false],
  ])('is recognised by its lines: %j → %s', (text, expected) => {
    expect(isNdjson(bytes(text), 'x.json')).toBe(expected);
  });
  it('is recognised by its name', () => {
    expect(isNdjson(bytes('oops'), 'x.ndjson')).toBe(true);
    expect(isNdjson(bytes('oops'), 'X.JSONL')).toBe(true);
    expect(isNdjson(bytes('{\n  "a": 1\n}'), 'x.ndjson')).toBe(false);
    expect(isNdjson(Uint8Array.from([0xff, 0xfe, 0x7b, 0]), 'x.ndjson')).toBe(false);
  });
});

describe('bytes', () => {
  it('are put together in order', () => {
    expect(textOf(concat([bytes('ab'), bytes(''), bytes('c')]))).toBe('abc');
    expect(textOf(concat([]))).toBe('');
    expect(textOf(concat([bytes('x')]))).toBe('x');
  });
  it('of white space only are blank', () => {
    expect(isBlank(bytes(' \t\r\n'))).toBe(true);
    expect(isBlank(bytes(' x'))).toBe(false);
  });
});
