import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { failing, folderWith, jinganPath, passing, pretty, put, undecided } from './records.ts';

const cwd = folderWith({
  'pass.json': pretty(passing),
  'fail.json': pretty(failing),
  'open.json': pretty(undecided),
  'array.json': pretty([passing, failing]),
});
const check = (...args: string[]) => giar(['check', ...args], { cwd });

describe('checking one report', () => {
  it('exits 0 for a report in which every check holds', () => {
    expectRun(
      check('pass.json', '--lang', 'zh'),
      0,
      [
        '测试市人民政府 · 2025 年 · 2021 年版格式 · pass.json',
        '',
        '读到 200/200 格（空白 0，不适用 0，无法识别 0）',
        '核对 42 项：相符 42，不符 0，无法判断 0',
        '正文中没有可核对的数',
        '✓ 通过',
      ],
      [],
    );
  });
  it('exits 1 for a report with errors', () => {
    const ran = check('fail.json', '--lang', 'en');
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out.trimEnd().split('\n').at(-1)).toBe('✗ fail: 3 errors');
  });
  it('exits 2 for a report of which it cannot be told, and says what is wanting', () => {
    expectRun(
      check('open.json', '--lang', 'en'),
      2,
      [
        '测试市人民政府 · 2025 · 2021 form · open.json',
        '',
        'Undecided (a figure is blank, unreadable or too large):',
        '  ? “total”: 14069 + 560 = 14629 ≟ 13810 + (blank) [column-balance]',
        '    at open.json:264:9',
        '  ? “4. carried forward”: (blank) ≟ 783 + 6 + 2 + 25 + 3 = 819 [row-total]',
        '    at open.json:264:9',
        '',
        '200 of 200 cells read (1 blank, 0 not applicable, 0 unreadable)',
        '42 checks: 40 passed, 0 failed, 2 inconclusive',
        'no figures in the prose',
        '? not assessable, which is not a pass: 2 checks inconclusive',
      ],
      [],
    );
  });
  it('exits 1 where the edition is not the one for the year, a finding', () => {
    const old = folderWith({ 'old.json': pretty(put(passing, 'year', 2020)) });
    const ran = giar(['check', 'old.json', '--lang', 'en'], { cwd: old });
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out.replaceAll(/\n {4}/gu, ' ')).toContain(
      '  ✗ The report of 2020 uses the “2021 form” (国办公开办函〔2021〕30号), which is for the years from 2021; it must use the form in force for its year (the figures were checked under the form really used) [edition-for-year]\n',
    );
  });
});

describe('checking several reports', () => {
  it('exits 1 if one of them fails and the others pass', () => {
    expectRun(
      check('pass.json', 'fail.json', '-q', '--lang', 'en'),
      1,
      [
        '✓ pass.json: pass',
        '✗ fail.json: fail: 3 errors',
        '2 reports: 1 pass, 1 fail, 0 not assessable; 3 errors, 0 warnings',
      ],
      [],
    );
  });
  it('exits 2 if one cannot be read, though another fails, and reports every one', () => {
    expectRun(
      check('fail.json', 'none.json', 'pass.json', 'open.json', '-q', '--lang', 'en'),
      2,
      [
        '✗ fail.json: fail: 3 errors',
        '? none.json: not assessable, which is not a pass',
        '✓ pass.json: pass',
        '? open.json: not assessable, which is not a pass: 2 checks inconclusive',
        '4 reports: 1 pass, 1 fail, 2 not assessable; 3 errors, 0 warnings',
      ],
      ['none.json: there is no such file; check its name and folder'],
    );
  });
  it('exits 2 if one is not assessable and another fails', () => {
    expect(check('open.json', 'fail.json', '-q').code).toBe(2);
  });
  it('names the reports of a JSON array by their position', () => {
    const ran = check('array.json', '-q', '--lang', 'en');
    expect(ran.code).toBe(1);
    expect(ran.out.split('\n').slice(0, 2)).toEqual([
      '✓ array.json#/0: pass',
      '✗ array.json#/1: fail: 3 errors',
    ]);
  });
  it('checks the others of a JSON array in which something is no report', () => {
    const mixed = folderWith({ 'mixed.json': pretty([passing, null, { year: 1999 }, failing]) });
    const ran = giar(['check', 'mixed.json', '-q', '--lang', 'en'], { cwd: mixed });
    expect(ran.code).toBe(2);
    expect(ran.out.split('\n').slice(0, 4)).toEqual([
      '✓ mixed.json#/0: pass',
      '? mixed.json#/1: not assessable, which is not a pass',
      '? mixed.json#/2: not assessable, which is not a pass',
      '✗ mixed.json#/3: fail: 3 errors',
    ]);
    expect(ran.err.split('\n')).toHaveLength(3);
  });
  it('checks a file that is named twice once', () => {
    expectRun(check('pass.json', 'pass.json', '-q', '--lang', 'en'), 0, ['✓ pass.json: pass'], []);
  });
  it('gives each report its headline, with an empty line between them', () => {
    const { out } = check(jinganPath, 'pass.json', '--lang', 'en');
    expect(out).toContain('✗ fail: 3 errors\n\n测试市人民政府 · 2025 · 2021 form · pass.json\n\n');
  });
});

describe('standard input', () => {
  it('is read where the name is -', () => {
    const ran = giar(['check', '-', '-q', '--lang', 'en'], { input: pretty(failing) });
    expectRun(ran, 1, ['✗ -: fail: 3 errors'], []);
  });
  it('may stand among files', () => {
    const ran = giar(['check', 'pass.json', '-', '-q', '--lang', 'en'], { cwd, input: 'null' });
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('✓ pass.json: pass\n? -: not assessable');
  });
  it('is empty: told, exit 2', () => {
    const said = ['-: the file is empty; there is nothing to check'];
    const verdict = ['? -: not assessable, which is not a pass'];
    expectRun(giar(['check', '-', '--lang', 'en']), 2, verdict, said);
  });
});
