import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { folderWith } from './records.ts';

const formats = ['json', 'docx', 'html', 'xlsx', 'csv'];

function expectBlankForm(edition: string, name: string): void {
  const cwd = folderWith({});
  const ran = giar(['template', '--edition', edition, '-o', name, '--lang', 'en'], { cwd });
  expect([ran.code, ran.out, ran.err]).toEqual([0, '', `giar: written: ${name}\n`]);
  const checked = giar(['check', name, '--lang', 'en', '--format', 'json'], { cwd });
  const [report] = JSON.parse(checked.out).reports;
  expect([checked.code, report.edition, report.verdict]).toEqual([2, edition, 'not-assessable']);
}

describe.each(['2014', '2019', '2021'])('the form of %s', (edition) => {
  it.each(formats)('is written to a file as %s and cannot be assessed while blank', (format) => {
    expectBlankForm(edition, `form.${format}`);
  });
});

describe('the form in force', () => {
  it('is written to stdout as report.json unless another is asked for', () => {
    const ran = giar(['template']);
    expect([ran.code, JSON.parse(ran.out).edition]).toEqual([0, '2021']);
  });

  it.each(['xlsx', 'docx'])('may be written to a pipe as %s', (format) => {
    const ran = giar(['template', '--format', format]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('is the same to a pipe and to a file', () => {
    const cwd = folderWith({});
    giar(['template', '-o', 'form.docx'], { cwd });
    const { bytes } = giar(['template', '--format', 'docx']);
    expect(bytes.equals(readFileSync(join(cwd, 'form.docx')))).toBe(true);
  });

  it('is not written over a file', () => {
    const cwd = folderWith({ 'form.xlsx': 'kept' });
    const ran = giar(['template', '-o', 'form.xlsx', '--lang', 'zh'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.err).toBe('giar: form.xlsx 已经存在，没有覆盖。换一个文件名，或加上 --force\n');
    expect(readFileSync(join(cwd, 'form.xlsx'), 'utf8')).toBe('kept');
    expect(giar(['template', '-o', 'form.xlsx', '--force'], { cwd }).code).toBe(0);
  });

  it('is refused for an edition that does not exist', () => {
    const ran = giar(['template', '--edition', '1999', '--lang', 'en']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('2014, 2019, 2021');
  });
});

describe('the file that is written', () => {
  it('is of a kind that its name tells', () => {
    const cwd = folderWith({});
    const ran = giar(['template', '-o', 'form.doc', '--lang', 'en'], { cwd });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^giar: a \.doc file cannot be written; what can be: json, xlsx/u);
    const other = giar(['template', '-o', 'form.docx', '-f', 'xlsx', '--lang', 'en'], { cwd });
    expect([other.code, other.err]).toEqual([
      2,
      'giar: the ending of the file is another than --format xlsx\n',
    ]);
  });

  it.skipIf(process.platform === 'win32')('is what a link leads to, and never a device', () => {
    const cwd = folderWith({ 'real.json': 'old' });
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect(giar(['template', '-o', 'link.json', '--force'], { cwd }).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(join(cwd, 'real.json'), 'utf8')).edition).toBe('2021');
    execFileSync('mkfifo', [join(cwd, 'pipe.json')]);
    expect(giar(['template', '-o', 'pipe.json', '--force'], { cwd }).code).toBe(2);
    expect(lstatSync(join(cwd, 'pipe.json')).isFIFO()).toBe(true);
  });
});
