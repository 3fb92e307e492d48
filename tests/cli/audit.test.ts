import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditFinding, AuditSummary } from '../../src/model/audit.ts';
import { giar } from './giar.ts';
import { auditReport as report } from './reports.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-audit-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string | Buffer, content: string | Uint8Array): void {
  const whole =
    typeof path === 'string' ? join(root, path) : Buffer.concat([Buffer.from(`${root}/`), path]);
  mkdirSync(dirname(whole.toString('latin1').split('\u0000')[0] ?? root), { recursive: true });
  writeFileSync(whole, content);
}

put('good/甲局/2021.json', report('某市甲局', 2021, 5, 0, 2));
put('good/甲局/2022.json', report('某市甲局', 2022, 7, 2, 1));
put('good/乙局/2022.json', report('某市乙局', 2022, 7, 0, 4));
put('good/乙局/2023.json', report('某市乙局', 2023, 7, 4, 0));
put('good/乙局/notes.log', 'no report');
put('broken/丙局/2022.json', report('某市丙局', 2022, 7, 0, 4));
put('broken/丙局/2023.json', report('某市丙局', 2023, 7, 3, 0));

const audit = (...args: string[]) =>
  giar(['audit', ...args, '--lang', 'en'], { cwd: root, timeout: 120_000 });

const summaryOf = (text: string): AuditSummary => JSON.parse(text);

function findingsIn(folder: string): AuditFinding[] {
  const lines = readFileSync(join(root, folder, 'findings.ndjson'), 'utf8')
    .trim()
    .split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

describe('giar audit', () => {
  it('reads a folder and finds nothing wrong in reports that are right', () => {
    const ran = audit('good');
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.out).toBe(
      [
        '4 reports of 2 organs in 4 files (1 file of other kinds left aside)',
        '  4 pass, 0 fail, 0 not assessable',
        '  in the reports: 0 errors, 0 warnings',
        '  from year to year: 2 hold, 0 break, 0 undecided, 0 gaps',
        '  last year (2023): 1 organ without a report',
        '',
        'Organs by years:',
        '             2021  2022  2023',
        '  某市乙局   ·     ✓     ✓',
        '  某市甲局   ✓     ✓     ○',
        '  ✓ pass  ✗ fail, with errors  ? not assessable  ≠ breaks with the year before',
        '  ~ undecided  ○ missing  · none yet',
        '',
      ].join('\n'),
    );
  });

  it('fails where a chain breaks, though each report is right by itself', () => {
    const ran = audit('good', 'broken', '--format', 'json', '--out', 'out');
    expect(ran.code).toBe(1);
    const { summary, links, series } = summaryOf(ran.out);
    expect(summary).toEqual({
      reports: 6,
      pass: 6,
      fail: 0,
      notAssessable: 0,
      errors: 0,
      warnings: 0,
      waived: 0,
    });
    expect(links).toEqual({ holds: 2, breaks: 1, undecided: 0, gap: 0 });
    expect(series).toEqual({ errors: 1, warnings: 1 });
    expect(
      findingsIn('out').map(({ source, ruleId, severity, at }) => [
        source,
        ruleId,
        severity,
        at.column,
      ]),
    ).toEqual([
      ['broken/丙局/2023.json', 'carried-over', 'warning', 'naturalPerson'],
      ['broken/丙局/2023.json', 'carried-over', 'error', 'total'],
    ]);
    expect(readdirSync(join(root, 'out')).sort()).toEqual([
      'audit.json',
      'cells.parquet',
      'findings.csv',
      'findings.ndjson',
      'index.html',
      'organs.ndjson',
      'records.ndjson',
    ]);
    expect(summaryOf(readFileSync(join(root, 'out/audit.json'), 'utf8'))).toEqual(
      summaryOf(ran.out),
    );
    const worst = '某市丙局 2023: 1 error (broken/丙局/2023.json)';
    expect(audit('good', 'broken').out).toContain(`Reports with most errors:\n  ${worst}\n`);
  });

  it('checks every good file among bad ones, and names every bad one', () => {
    put('mixed/2021.json', report('某市丁局', 2021, 5, 0, 2));
    put('mixed/empty.json', '');
    put('mixed/cut.json', report('某市丁局', 2022, 5, 2, 2).slice(0, 500));
    put('mixed/wrong.docx', 'no archive at all');
    put('mixed/encrypted.pdf', '%PDF-1.7\nbroken');
    put('mixed/a\nname.json', report('某市丁局', 2022, 5, 2, 2));
    put(Buffer.from('mixed/\xb2\xc6.json', 'latin1'), report('某市丁局', 2023, 5, 2, 0));
    symlinkSync('.', join(root, 'mixed/loop'));
    symlinkSync('nowhere', join(root, 'mixed/dangling.json'));
    const ran = audit('mixed', '--format', 'json', '--out', 'mixed-out');
    expect(ran.code).toBe(2);
    const { summary, problems, links } = summaryOf(ran.out);
    expect(summary).toMatchObject({ reports: 7, pass: 3, notAssessable: 4 });
    expect(links).toMatchObject({ holds: 2 });
    expect(problems.map(({ code, source }) => [code, source]).sort()).toEqual([
      ['file-missing', 'mixed/dangling.json'],
      ['folder-again', 'mixed/loop'],
    ]);
    expect(ran.err).not.toContain('\u001b');
    expect(ran.err.split('\n').slice(-2)).toEqual([
      'giar: exit code 2, the result is not whole: reports not assessable: 4, problems: 2; mixed-out/index.html tells them one by one',
      '',
    ]);
    const csv = readFileSync(join(root, 'mixed-out/findings.csv'), 'utf8').trim().split('\n');
    const rows = csv.slice(1).map((line) => line.split(','));
    expect(
      rows.map(([source, , , scope, rule, severity]) => [source, scope, rule, severity]),
    ).toEqual([
      ['mixed/cut.json', 'report', 'json-syntax', 'problem'],
      ['mixed/empty.json', 'report', 'file-empty', 'problem'],
      ['mixed/encrypted.pdf', 'report', 'document-broken', 'problem'],
      ['mixed/wrong.docx', 'report', 'tables-not-found', 'problem'],
      ['mixed/dangling.json', 'search', 'file-missing', 'problem'],
      ['mixed/loop', 'search', 'folder-again', 'problem'],
    ]);
    const records = readFileSync(join(root, 'mixed-out/records.ndjson'), 'utf8').trim().split('\n');
    const sources = records.map((line) => JSON.parse(line).report.source);
    expect(sources).toContain('mixed/\\xB2\\xC6.json');
    expect(sources).toContain('mixed/a\nname.json');
  });

  it('leaves out what patterns as in .gitignore name', () => {
    put('ignored.txt', '# the organ with the slip\n丙局/\n');
    expect(audit('broken', 'good', '--exclude', '丙局', '--exclude', '2023.json').code).toBe(0);
    expect(audit('broken', 'good', '--exclude-from', 'ignored.txt').code).toBe(0);
    expect(audit('broken', '--exclude-from', 'none.txt').code).toBe(2);
  });

  it('is told where there is nothing to read', () => {
    const ran = audit('nowhere');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('nowhere');
    expect(audit('good/乙局', '--exclude', '*.json').code).toBe(2);
  });

  it('gives the same whatever the number of threads, in one run or in shares put together', () => {
    const lines = readdirSync(join(root, 'good'))
      .flatMap((organ) =>
        readdirSync(join(root, 'good', organ)).map((name) => `good/${organ}/${name}`),
      )
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(root, name), 'utf8'));
    put(
      'lines.ndjson',
      `${[...lines, report('某市戊局', 2022, 7, 0, 4), report('某市戊局', 2023, 7, 3, 0)].join('\n')}\n`,
    );
    const paths = ['lines.ndjson', 'broken', 'mixed'];
    audit(...paths, '--out', 'whole', '--workers', '1');
    audit(...paths, '--out', 'threads', '--workers', '3');
    for (const i of [1, 2, 3]) audit(...paths, '--out', `part${i}`, '--shard', `${i}/3`);
    audit('--merge', 'part1', 'part2', 'part3', '--out', 'merged');
    for (const name of readdirSync(join(root, 'whole'))) {
      const whole = readFileSync(join(root, 'whole', name), 'utf8');
      expect(readFileSync(join(root, 'threads', name), 'utf8'), name).toBe(whole);
      expect(readFileSync(join(root, 'merged', name), 'utf8'), name).toBe(whole);
    }
    const { summary } = summaryOf(readFileSync(join(root, 'whole/audit.json'), 'utf8'));
    expect(summary.reports).toBe(15);
    for (const parts of [
      ['part1', 'part2'],
      ['part1', 'part1', 'part2'],
      ['part1', 'whole'],
    ]) {
      const ran = audit('--merge', ...parts);
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toContain('not all shares of one division');
    }
  });

  it('reads a folder once that is named twice, and no folder that it wrote itself', () => {
    expect(audit('good', 'good').code).toBe(0);
    audit('good', '--out', 'good-with-results/earlier');
    put('good-with-results/2021.json', report('某市甲局', 2021, 5, 0, 2));
    const ran = audit('good-with-results', '--format', 'json');
    expect([ran.code, summaryOf(ran.out).summary.reports]).toEqual([0, 1]);
  });

  it('reads the reports beside results, and in folders below', () => {
    put('beside/2021.json', report('某市甲局', 2021, 5, 0, 2));
    put('beside/below/2022.json', report('某市甲局', 2022, 6, 2, 3));
    for (const _ of [1, 2]) {
      const ran = audit('beside', '--out', 'beside', '--format', 'json');
      expect([ran.code, summaryOf(ran.out).summary.reports]).toEqual([0, 2]);
    }
  });

  it('refuses parts that no audit wrote, and shares that there are not', () => {
    const none = audit('--merge', 'good');
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('good/audit.json');
    for (const share of ['0/3', '4/3', 'x', '1/0'])
      expect(audit('good', '--shard', share).code).toBe(2);
  });

  it('writes nothing where it cannot, and says so', () => {
    put('file', '');
    const ran = audit('good', '--out', 'file/below');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('file/below');
  });
});
