import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { failing, folderWith, ndjson, passing, pretty, put, warned } from './records.ts';

const padded = ndjson(passing).replace('{', `{${' '.repeat(2 ** 20)}`);
const exact = pretty(passing);
const cwd = folderWith({
  'pass.json': pretty(passing),
  'warn.json': pretty(warned),
  'fail.json': pretty(failing),
  'tableless.json': pretty(put(passing, 'tables.requests')),
  'large.json': padded,
  'large.ndjson': ndjson(passing) + padded + ndjson(passing),
  'limit.json': exact + ' '.repeat(2 ** 20 - Buffer.byteLength(exact)),
  'over.json': exact + ' '.repeat(2 ** 20 - Buffer.byteLength(exact) + 1),
});
const check = (...args: string[]) => giar(['check', ...args, '--lang', 'en'], { cwd });
const limit = 'larger than the limit of 1 MiB; raise it with --max-size if this is intended';
const undone = 'not assessable, which is not a pass';

describe('--quiet', () => {
  it('prints the verdict line only, which names the file', () => {
    expectRun(check('pass.json', '--quiet'), 0, ['✓ pass.json: pass'], []);
    expectRun(check('fail.json', '-q'), 1, ['✗ fail.json: fail: 3 errors'], []);
    expectRun(check('warn.json', '-q'), 0, ['✓ warn.json: pass, 1 warning'], []);
  });
  it('says in short why a report is not assessable, the whole reason on stderr', () => {
    const ran = check('tableless.json', '-q');
    expect(ran.out).toBe(`? tableless.json: ${undone}: table 3 not found\n`);
    const zh = giar(['check', 'tableless.json', '-q', '--lang', 'zh'], { cwd });
    expect(zh.out).toBe('? tableless.json: 无法评定，不能视为通过：没有找到表三\n');
    expect(ran.err).toContain('the table “3. Requests received and handled” was not found');
  });
});

describe('--verbose', () => {
  const { code, out } = check('fail.json', '--verbose');
  const lines = out.split('\n');
  it('lists every check with its outcome', () => {
    const made = lines.filter((line) => /^ {2}[✓✗] “/u.test(line));
    expect(code).toBe(1);
    expect(lines).toContain('Every check:');
    expect(made).toHaveLength(45 + 2);
    expect(made.filter((line) => line.startsWith('  ✗'))).toHaveLength(3);
  });
  it('says everything that is said without it', () => {
    const brief = check('fail.json').out.split('\n');
    expect(lines).toEqual(expect.arrayContaining(brief));
  });
  it('names every line without blanks around the name', () => {
    expect(out).not.toMatch(/“\s|\s”/u);
  });
});

describe('--max-warnings', () => {
  it('fails for more warnings than that, and says why', () => {
    const ran = check('warn.json', '-q', '--max-warnings', '0');
    expect(ran).toMatchObject({ code: 1, out: '✓ warn.json: pass, 1 warning\n' });
    expect(ran.err).toContain('--max-warnings 0');
    expect(ran.err).not.toContain('1 warnings');
  });
  it('does nothing where there are no more than that', () => {
    const ran = check('warn.json', '-q', '--max-warnings', '1');
    expectRun(ran, 0, ['✓ warn.json: pass, 1 warning'], []);
  });
  it('counts the warnings of all files together', () => {
    const other = folderWith({ 'other.json': pretty(warned) });
    const ran = check('warn.json', `${other}/other.json`, '-q', '--max-warnings=1');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('2 reports: 2 pass, 0 fail, 0 not assessable; 0 errors, 2 warnings');
  });
  it('does not hide that a file could not be read', () => {
    expect(check('warn.json', 'none.json', '-q', '--max-warnings', '0').code).toBe(2);
  });
});

describe('--max-size', () => {
  it('refuses a larger file, and checks the others', () => {
    expectRun(
      check('large.json', 'pass.json', '-q', '--max-size', '1'),
      2,
      [
        `? large.json: ${undone}`,
        '✓ pass.json: pass',
        '2 reports: 1 pass, 0 fail, 1 not assessable; 0 errors, 0 warnings',
      ],
      [`large.json: ${limit}`],
    );
  });
  it('says so in Chinese', () => {
    const ran = giar(['check', 'large.json', '--max-size', '1', '--lang', 'zh'], { cwd });
    expect(ran.err).toBe('large.json: 超过大小上限 1 MiB。确需检查请用 --max-size 放宽\n');
  });
  it('holds for standard input', () => {
    const ran = giar(['check', '-', '--max-size', '1', '--lang', 'en'], { input: padded });
    expectRun(ran, 2, [`? -: ${undone}`], [`-: ${limit}`]);
  });
  it('holds for each line of NDJSON, however long the file', () => {
    const ran = check('large.ndjson', '-q', '--max-size', '1');
    expect(ran.code).toBe(2);
    expect(ran.err).toBe(`large.ndjson:2: ${limit}\n`);
    expect(ran.out.split('\n').slice(0, 3)).toEqual([
      '✓ large.ndjson:1: pass',
      `? large.ndjson:2: ${undone}`,
      '✓ large.ndjson:3: pass',
    ]);
  });
  it('lets a file of exactly that size pass, and not one byte more', () => {
    expect(check('limit.json', '-q', '--max-size', '1').code).toBe(0);
    expect(check('over.json', '-q', '--max-size', '1').code).toBe(2);
  });
  it('reads the larger file without it', () => {
    expect(check('large.json', '-q').code).toBe(0);
  });
});
