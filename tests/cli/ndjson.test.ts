import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/index.ts';
import { expectRun, giar } from './giar.ts';
import { failing, folderWith, ndjson, passing, undecided } from './records.ts';

const [good, bad] = [ndjson(passing), ndjson(failing)];
const deep = `${'['.repeat(200)}${']'.repeat(200)}\n`;
const cwd = folderWith({
  'year.ndjson': good + bad,
  'plain.json': good + bad,
  'windows.ndjson': (good + bad).replaceAll('\n', '\r\n'),
  'one.ndjson': good,
  'broken.ndjson': `${good}{"year": 2025, oops\n\n42\n${bad}`,
  'first.ndjson': `oops\n${good}`,
  'deep.ndjson': good + deep + good,
  'latin.ndjson': Buffer.concat([Buffer.from(good), Buffer.from([0x22, 0xff, 0x22, 0x0a])]),
  'twice.ndjson': `${good}{"year": 2025, "year": 2025}\n${good}`,
  'arrays.ndjson': ndjson([passing, failing], passing),
  'none.ndjson': '\n \n\t\n',
  'open.ndjson': ndjson(undecided),
  'endless.ndjson': good.trimEnd() + '\n'.repeat(3) + bad.trimEnd(),
});
const check = (name: string, input = '') =>
  giar(['check', name, '-q', '--lang', 'en'], { cwd, input });
const verdicts = (out: string): string[] => out.split('\n').slice(0, -2);

describe('NDJSON', () => {
  it.each(['year.ndjson', 'plain.json', 'windows.ndjson'])('%s is checked line by line', (name) => {
    expectRun(
      check(name),
      1,
      [
        `✓ ${name}:1: pass`,
        `✗ ${name}:2: fail: 3 errors`,
        '2 reports: 1 pass, 1 fail, 0 not assessable; 3 errors, 0 warnings',
      ],
      [],
    );
  });
  it('is known on standard input by its lines', () => {
    const ran = check('-', good + bad);
    expect(ran.code).toBe(1);
    expect(verdicts(ran.out)).toEqual(['✓ -:1: pass', '✗ -:2: fail: 3 errors']);
  });
  it('may hold one report', () => {
    expectRun(check('one.ndjson'), 0, ['✓ one.ndjson:1: pass'], []);
  });
  it('with broken lines in the middle has its other lines checked', () => {
    const ran = check('broken.ndjson');
    expect(ran.code).toBe(2);
    expect(verdicts(ran.out)).toEqual([
      '✓ broken.ndjson:1: pass',
      '? broken.ndjson:2: not assessable, which is not a pass',
      '? broken.ndjson:4: not assessable, which is not a pass',
      '✗ broken.ndjson:5: fail: 3 errors',
    ]);
    expect(ran.err.split('\n')).toEqual([
      expect.stringMatching(/^broken\.ndjson:2:16: not valid JSON: .*oops/u),
      expect.stringMatching(/^broken\.ndjson:4:1: a report \(an object in braces\)/u),
      '',
    ]);
  });
  it('with a broken first line has its other lines checked', () => {
    const ran = check('first.ndjson');
    expect(ran.code).toBe(2);
    expect(verdicts(ran.out)[1]).toBe('✓ first.ndjson:2: pass');
    expect(ran.err).toMatch(/^first\.ndjson:1:1: not valid JSON: /u);
  });
  it('with a line on standard input that does not begin as an object has the others checked', () => {
    const ran = check('-', `${good}oops\n${good}`);
    expect(ran.code).toBe(2);
    expect(verdicts(ran.out)).toEqual([
      '✓ -:1: pass',
      '? -:2: not assessable, which is not a pass',
      '✓ -:3: pass',
    ]);
  });
  it.each([
    ['deep.ndjson', 'nested more than 64 levels deep'],
    ['latin.ndjson', 'this is no text, or its encoding is not recognised'],
    ['twice.ndjson', '"year" stands here a second time'],
  ])('%s: the problem names the line', (name, sentence) => {
    const { err, code } = check(name);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err.slice(0, name.length + 3)).toBe(`${name}:2:`);
  });
  it('gives the reports of an array in a line different names', () => {
    const names = verdicts(check('arrays.ndjson').out).map((line) => line.split(': ')[0]);
    expect(names).toEqual(['✓ arrays.ndjson:1#/0', '✗ arrays.ndjson:1#/1', '✓ arrays.ndjson:2']);
  });
  it('of blank lines only is empty', () => {
    expectRun(
      check('none.ndjson'),
      2,
      ['? none.ndjson: not assessable, which is not a pass'],
      ['none.ndjson: the file is empty; there is nothing to check'],
    );
  });
  it('counts blank lines, and needs no newline at its end', () => {
    expect(verdicts(check('endless.ndjson').out)).toEqual([
      '✓ endless.ndjson:1: pass',
      '✗ endless.ndjson:4: fail: 3 errors',
    ]);
  });
  it('names the cells of a finding by the line of the file', () => {
    const { out } = giar(['check', 'year.ndjson', '--format', 'json'], { cwd });
    const { reports }: Result = JSON.parse(out);
    expect(reports[1]?.findings[0]?.cells[0]?.source).toMatch(/^year\.ndjson:2:\d+$/u);
  });
});
