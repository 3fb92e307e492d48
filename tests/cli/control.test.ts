import { describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { folderWith, jinganPath, ndjson, passing, pretty, put } from './records.ts';

/** Colour, title, cursor, C1 string, bell, backspace, delete, bidi overrides and isolates, marks, line separators. */
const evil =
  '\u001b[31m甲\u001b]0;x\u0007\u009b2J\u0090q\u009c\b\u007f\u0085\u202e乙\u2066\u2069\u200b\u200f\u061c\u2028\u2029\ufeff\r\n\t';
const isWindows = process.platform === 'win32';

/** Bytes of what a terminal might obey: C0 but the newline, DEL, C1, and the invisible marks, in UTF-8. */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xa9]|\xef\xbb\xbf/gu;

function expectSafe(args: readonly string[], cwd: string, code: number, shows = '\\u001b[31m') {
  for (const format of ['terminal', 'json']) {
    const ran = giar(['check', ...args, '--verbose', '--format', format, '--lang', 'zh'], { cwd });
    expect(ran.bytes.toString('latin1').match(unsafe)).toBeNull();
    expect(ran.code).toBe(code);
    expect((ran.out + ran.err).replaceAll(/\n\s*/gu, '')).toContain(shows);
  }
}

describe('what a terminal might obey', () => {
  it('is found in the bytes by this test', () => {
    const marks =
      '\u0000\b\t\r\u001b\u007f\u0080\u009f\u061c\u200b\u200f\u2028\u202e\u2060\u2069\ufeff';
    expect(Buffer.from(marks).toString('latin1').match(unsafe)).toHaveLength(marks.length);
    expect(Buffer.from('政府信息 ✗ − ≟ │ “”\n').toString('latin1').match(unsafe)).toBeNull();
  });
  it('is written out where it stands in the name of an organ', () => {
    const cwd = folderWith({ 'a.json': pretty(put(passing, 'organ', evil)) });
    expectSafe(['a.json'], cwd, 0);
  });
  it('is written out where it stands in a cell', () => {
    const cell = put(passing, 'tables.requests.newlyReceived.0', `13612${evil}`);
    expectSafe(['a.json'], folderWith({ 'a.json': pretty(cell) }), 1);
  });
  it.each(['', 'tables.', 'tables.requests.handled.', 'tables.requests.newlyReceived.', 'text.'])(
    'is written out where it stands in a key below “%s”',
    (path) => {
      const line = put({ ...passing, text: {} }, 'tables.requests.newlyReceived', { total: 1 });
      const cwd = folderWith({ 'a.json': pretty(put(line, `${path}${evil.replace('.', '')}`, 1)) });
      expectSafe(['a.json'], cwd, 2);
    },
  );
  it.each(['edition', 'year', 'tables', 'tables.requests', 'text'])(
    'is written out where it stands in the value of “%s”',
    (path) => {
      const cwd = folderWith({ 'a.json': pretty(put(passing, path, evil)) });
      expectSafe(['a.json'], cwd, 2);
    },
  );
  it('is written out where it is a doubled or forbidden key', () => {
    const key = JSON.stringify(evil);
    const doubled = `{${key}: 1, ${key}: 2, "__proto__": ${key}}`;
    expectSafe(['a.json'], folderWith({ 'a.json': doubled }), 2);
  });
  it.each([
    ['{"a": \u001b[31m}', '\\u001b'],
    ['{"a": \u009b31m}', '\\u009b'],
    ['{"a": \u202e1}', '\\u202e'],
    ['\u0000\u0001\u0002', 'a.json'],
    ['{"a": "\u0007"}', 'a.json'],
  ])('is written out where it makes the JSON wrong: %j', (text, shows) => {
    expectSafe(['a.json'], folderWith({ 'a.json': text }), 2, shows);
  });
  it('is written out in every line of NDJSON', () => {
    const lines = ndjson(put(passing, 'organ', evil), put(passing, 'edition', evil));
    expectSafe(['a.ndjson'], folderWith({ 'a.ndjson': lines }), 2);
  });
});

const names = ['\u001b[31m.json', '\u009b2J.json', '\u202egnp.json', 'a\r\nb.json', '\u2028.json'];

describe.skipIf(isWindows)('what a terminal might obey in the name of a file', () => {
  it.each(names)('%j is written out where the report passes', (name) => {
    const cwd = folderWith({ [name]: pretty(passing) });
    expectSafe([name], cwd, 0, '.json');
  });
  it.each(names)('%j is written out where the file is missing, broken or a pattern', (name) => {
    const cwd = folderWith({ [`broken${name}`]: '{' });
    expectSafe([name, `broken${name}`, `*none${name}`, jinganPath], cwd, 2, '.json');
  });
});

describe('what a terminal might obey on the command line', () => {
  it.each([
    [[evil]],
    [['check', 'a.json', `--${evil}`]],
    [['check', 'a.json', '--format', evil]],
    [['check', 'a.json', '--max-size', evil]],
    [['check', 'a.json', '--lang', evil]],
    [['explain', evil]],
    [['schema', evil]],
    [['schema', 'report', '--edition', evil]],
    [['rules', evil]],
  ])('is written out: %j', (args) => {
    const ran = giar(args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.bytes.toString('latin1').match(unsafe)).toBeNull();
  });
});
