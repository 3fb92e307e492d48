import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith, passing, pretty } from './records.ts';

const cwd = folderWith({ 'report.json': pretty(passing), report: pretty(passing) });
const run = (args: readonly string[], lang: string) => giar([...args, '--lang', lang], { cwd });

describe('a usage error', () => {
  it.each([
    [['check', 'report.json', '--bogus'], '没有 --bogus 这个选项', 'unknown option --bogus'],
    [
      ['check', 'report.json', '--format', 'xml'],
      '选项 -f, --format <格式> 不能是 xml (可用: terminal, json, ndjson, sarif, junit, github, markdown, csv, html, xlsx)',
      'option -f, --format <format> cannot be xml (valid: terminal, json, ndjson, sarif, junit, github, markdown, csv, html, xlsx)',
    ],
    [
      ['schema', 'report', '--edition', '2020'],
      '选项 --edition <版本> 不能是 2020 (可用: 2014, 2019, 2021)',
      'option --edition <edition> cannot be 2020 (valid: 2014, 2019, 2021)',
    ],
    [['rules', 'column-balance'], '多了参数', 'too many arguments'],
    [['check'], '缺少参数 文件', 'missing argument files'],
    [['explain'], '缺少参数 规则', 'missing argument rule'],
    [['schema'], '缺少参数 种类', 'missing argument kind'],
    [
      ['schema', 'foo'],
      '种类 不能是 foo (可用: report, result, diff, members, config, waivers)',
      'kind cannot be foo (valid: report, result, diff, members, config, waivers)',
    ],
    [
      ['check', 'report.json', '--max-size', '0'],
      '选项 --max-size <MiB> 不能是 0 (应当是 1 到 500 的整数)',
      'option --max-size <MiB> cannot be 0 (a whole number from 1 to 500 is expected)',
    ],
    [
      ['check', 'report.json', '--max-warnings', '-1'],
      '选项 --max-warnings <个数> 不能是 -1 (应当是 0 到 1000000 的整数)',
      'option --max-warnings <n> cannot be -1 (a whole number from 0 to 1000000 is expected)',
    ],
    [
      ['waive', 'report.json', 'row-total', '--reason', 'x', '--until', '2026-13-01'],
      '选项 --until <日期> 不能是 2026-13-01 (日期写法如 2026-12-31)',
      'option --until <day> cannot be 2026-13-01 (a day such as 2026-12-31 is expected)',
    ],
    [
      ['check', '--limit'],
      '选项 --limit <名称=数值> 后面缺少内容',
      'option --limit <name=number> needs a value',
    ],
    [['nonsense'], '没有 nonsense 这个命令', 'unknown command nonsense'],
    [
      ['report.json'],
      '要核对这个文件，请写: giar check report.json',
      'to check this file write: giar check report.json',
    ],
    [
      ['report'],
      '要核对这个文件，请写: giar check report',
      'to check this file write: giar check report',
    ],
    [
      ['*.json'],
      '要核对这个文件，请写: giar check *.json',
      'to check this file write: giar check *.json',
    ],
  ])('%j is told in one line, exit 2, with nothing on stdout', (args, zh, en) => {
    expectRun(run(args, 'zh'), 2, [], [`giar: ${zh}`]);
    expectRun(run(args, 'en'), 2, [], [`giar: ${en}`]);
  });

  it.each([
    [
      ['chek', 'report.json'],
      ['chek', 'check'],
    ],
    [
      ['check', 'report.json', '--formt', 'json'],
      ['--formt', '--format'],
    ],
    [
      ['schema', 'foo'],
      ['foo', 'report', 'result'],
    ],
    [['check', 'report.json', '--format'], ['--format']],
    [
      ['check', 'report.json', '-v', '-q'],
      ['--verbose', '--quiet'],
    ],
    [
      ['check', 'report.json', '--max-warnings', 'x'],
      ['--max-warnings', 'x'],
    ],
    [
      ['check', 'report.json', '--max-warnings', '-1'],
      ['--max-warnings', '-1'],
    ],
    [
      ['check', 'report.json', '--max-warnings', '1.5'],
      ['--max-warnings', '1.5'],
    ],
    [
      ['check', 'report.json', '--max-size', '1e9'],
      ['--max-size', '1e9'],
    ],
    [
      ['explain', 'no-such-rule'],
      ['no-such-rule', 'row-total'],
    ],
  ])('%j names %j in the language asked for', (args, names) => {
    for (const lang of ['zh', 'en']) {
      const ran = giar(['--lang', lang, ...args], { cwd });
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(/^giar: [^\n]+\n$/u);
      for (const name of names) expect(ran.err).toContain(name);
      expect(/\p{Script=Han}/u.test(ran.err), ran.err).toBe(lang === 'zh');
    }
  });

  it('does not call an argument an option', () => {
    expect(run(['schema', 'foo'], 'en').err).not.toContain('option');
  });
  it('says what a number has to be', () => {
    const { err } = run(['check', 'report.json', '--max-size', 'x'], 'en');
    expect(err).toContain('a whole number from 1 to 500 is expected');
  });
  it.each([
    ['check', '--x(Did you mean \u001b[31mRED?)', 'f'],
    ['check', '-f', 'Allowed choices are \u001b[31mRED\u202e', 'f'],
    ['\u001b[31m'],
    ['explain', '\u009b31m'],
    ['help', '\u001b[31m'],
  ])('writes out what a terminal might obey: %j', (...args) => {
    const { err } = run(args, 'en');
    expect(err).toContain('\\u00');
    expect([...err].filter((c) => c !== '\n' && /[\p{Cc}\p{Cf}]/u.test(c))).toEqual([]);
  });
  it('does not read the file', () => {
    const ran = run(['check', 'none.json', '--bogus'], 'en');
    expectRun(ran, 2, [], ['giar: unknown option --bogus']);
  });
});

describe('giar alone', () => {
  it.each(['zh', 'en'])('says on stderr what it can do, in %s, and exits 2', (lang) => {
    const ran = run([], lang);
    expect(ran).toMatchObject({ code: 2, out: '' });
    for (const command of ['check', 'rules', 'explain', 'schema']) {
      expect(ran.err).toContain(command);
    }
  });
});

describe('names that begin with a dash', () => {
  it('are files after --', () => {
    const dashed = folderWith({ '-x.json': pretty(passing) });
    const ran = giar(['check', '-q', '--lang', 'en', '--', '-x.json'], { cwd: dashed });
    expectRun(ran, 0, ['✓ -x.json: pass'], []);
  });
});
