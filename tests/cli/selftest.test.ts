import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith, pretty, undecided } from './records.ts';

const cwd = folderWith({ 'open.json': pretty(undecided), 'none.txt': '没有表格。\n' });
const listed = resolve('fixtures/reports/hebei-jyt-2018/report.json');
const selftest = (...args: string[]) => giar(['selftest', ...args], { cwd });

describe('giar selftest', () => {
  it('shows table by table what share of the slips is caught, and why the others are not', () => {
    const ran = selftest(listed, '--lang', 'zh');
    // How many are mended is measured elsewhere.
    const lines = ran.out.split('\n').map((line) => line.replace(/[│┬┼┴][^│┬┼┴]*[│┐┤┘]$/u, ''));
    expect([ran.code, ran.err, lines.slice(0, 14)]).toEqual([
      0,
      '',
      [
        '河北省教育厅：在 58 个数里逐处放入笔误，共 93 处',
        '',
        '政府信息公开情况统计表',
        '┌────────────┬──────┬───────────',
        '│ 笔误       │ 放入 │      查出 ',
        '├────────────┼──────┼───────────',
        '│ 多 1       │   58 │ 36 (62 %) ',
        '│ 数字颠倒   │    5 │   0 (0 %) ',
        '│ 漏一位数字 │    5 │   0 (0 %) ',
        '│ 填成 0     │   25 │ 13 (52 %) ',
        '│ 错后一列   │    0 │         — ',
        '│ 合计       │   93 │ 49 (53 %) ',
        '└────────────┴──────┴───────────',
        '  · 没有查出 44 处：35 处在没有任何核对的格里；9 处放入后各项核对仍然成立',
      ],
    ]);
    expect(lines[14]).toMatch(/^ {2}· 没有任何核对的格：“制发规范性文件总数”、/u);
    expect(lines.slice(-2)).toEqual([
      '没有查出 44 处：35 处在没有任何核对的格里；9 处放入后各项核对仍然成立',
      '',
    ]);
  });
  it('gives the same bytes for the same report', () => {
    const ran = selftest(listed, '--format', 'json');
    expect(ran.out).toBe(selftest(listed, '--format', 'json', '--lang', 'zh').out);
    const { version, verdict, errors, tables, all } = JSON.parse(ran.out);
    expect([ran.code, version, verdict, errors, tables.length]).toEqual([0, 1, 'pass', 0, 1]);
    expect(all).toEqual({
      seeded: 93,
      caught: 49,
      warned: 0,
      repaired: expect.any(Number),
      misled: 0,
      missed: { unchecked: 35, masked: 0, open: 0, holds: 9 },
    });
    expect(tables[0].unchecked).toHaveLength(18);
    expect(tables[0].unchecked[0]).toBe('statistics.disclosure.normativeDocumentsIssued.figure');
  });
  it('does not test what cannot be assessed', () => {
    expectRun(
      selftest('open.json'),
      2,
      [],
      ['giar: the report cannot be assessed and was not tested; see giar check'],
    );
    expect(selftest('none.txt')).toMatchObject({ code: 2, out: '' });
    expect(selftest('missing.json')).toMatchObject({
      code: 2,
      out: '',
      err: 'missing.json: there is no such file; check its name and folder\n',
    });
  });
});
