import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith, passing, pretty, undecided } from './records.ts';

const wrong = readFileSync(resolve('fixtures/reports/qinglin-swj-2020/report.docx'));
const folder = () =>
  folderWith({
    '年报.docx': wrong,
    'right.json': pretty(passing),
    'open.json': pretty(undecided),
  });
const run = (cwd: string, ...args: string[]) => giar([...args, '--lang', 'zh'], { cwd });

describe('a copy', () => {
  it('is never written in place of an earlier one, and what is to be done is told', () => {
    const cwd = folder();
    expect(run(cwd, 'check', '年报.docx', '--fix', '-q').code).toBe(1);
    const first = readFileSync(join(cwd, '年报.fixed.docx'));
    const again = run(cwd, 'check', '年报.docx', '--fix', '-q');
    expect([again.code, again.err]).toEqual([
      2,
      'giar: 年报.fixed.docx 已经存在，没有覆盖：请删去或改名旧的副本，或者加上 --force\n',
    ]);
    expect(readFileSync(join(cwd, '年报.fixed.docx'))).toEqual(first);
  });

  it.each([
    ['right.json', 0, 'right.json：没有要改的，没有写出副本'],
    ['open.json', 2, 'open.json：没有有把握的改法，没有写出副本'],
  ])('of %s is not written, and why is told', (name, code, text) => {
    const ran = run(folder(), 'check', name, '--fix', '-q');
    expect([ran.code, ran.err]).toEqual([code, `giar: ${text}\n`]);
  });

  it.each(['标注.pdf', '标注.xlsx', '标注', '标注.doc'])(
    'is not called %s, as it is a Word document',
    (name) => {
      const cwd = folder();
      expectRun(
        run(cwd, 'annotate', '年报.docx', '-o', name),
        2,
        [],
        [`giar: 副本和原文件是同一种格式，请把 ${name} 写成以 .docx 结尾的文件名`],
      );
      expect(existsSync(join(cwd, name))).toBe(false);
      expect(run(cwd, 'annotate', '年报.docx', '-o', '标注.DOCX').code).toBe(0);
    },
  );
});

describe('a waiver', () => {
  it.each([
    [[], '还要写上 --reason <text>'],
    [['--reason', 'x', '--until', '2020-01-01'], '--until 2020-01-01 已经过去，写了也不起作用'],
  ])('is refused with %j', (more, text) => {
    const cwd = folder();
    expectRun(run(cwd, 'waive', '年报.docx', 'row-total', ...more), 2, [], [`giar: ${text}`]);
    expect(existsSync(join(cwd, 'giar.waivers.json'))).toBe(false);
  });
});

describe('a file with a space in its name', () => {
  it('is quoted where a command is advised', () => {
    const cwd = folderWith({ '年 报.docx': wrong });
    expectRun(
      run(cwd, '年 报.docx'),
      2,
      [],
      ['giar: 要核对这个文件，请写: giar check "年 报.docx"'],
    );
  });
});
