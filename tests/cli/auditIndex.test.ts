import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditedOrgan, AuditSummary } from '../../src/model/audit.ts';
import { giar } from './giar.ts';
import { auditReport } from './reports.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-index-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'in/files'), { recursive: true });
const put = (path: string, content: string) => writeFileSync(join(root, path), content);

const audit = (...args: string[]) => giar(['audit', ...args, '--lang', 'en'], { cwd: root });

const named = auditReport('某市甲局', 2022, 7, 0, 4);
const { organ: _, ...nameless } = JSON.parse(auditReport('某市甲局', 2023, 7, 4, 0));
put('in/files/1.json', named);
put('in/files/2.json', JSON.stringify(nameless));
put('in/index.csv', 'file,organ,year\nfiles/1.json,甲局,2022\nfiles\\2.json,某市甲局,\n');

function organsIn(folder: string): readonly (readonly [string, readonly (number | null)[]])[] {
  return readFileSync(join(root, folder, 'organs.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line): AuditedOrgan => JSON.parse(line))
    .map(({ organ, reports }) => [organ, reports.map(({ year }) => year)]);
}

describe('an index named as a path', () => {
  it('says what is to be read, and of whom it is where the report does not say it', () => {
    const ran = audit('in/index.csv', '--out', 'out');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('2 reports of 1 organ in 2 files\n');
    expect(organsIn('out')).toEqual([['某市甲局', [2022, 2023]]]);
    const both = audit('in', 'in/index.csv', '--out', 'both');
    expect([both.code, both.err]).toEqual([0, '']);
    expect(organsIn('both')).toEqual(organsIn('out'));
  });

  it('is noted where it says something else than the report, which is believed', () => {
    put('in/other.csv', '文件,机关,年度\nfiles/1.json,某市乙局,2021\n');
    const ran = audit('in/other.csv', '--out', 'other');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out.replace(/\s+/gu, ' ')).toContain(
      'Of 1 report the index says something else (the report was believed): ' +
        '! in/files/1.json: organ: the report says “某市甲局”, the index (in/other.csv:2:1) says “某市乙局”; the report was believed',
    );
    expect(organsIn('other')).toEqual([['某市甲局', [2022]]]);
    const rows = readFileSync(join(root, 'other/findings.csv'), 'utf8').trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(',').slice(0, 6))).toEqual([
      ['in/files/1.json', '某市甲局', '2022', 'report', 'index-differs', 'note'],
      ['in/files/1.json', '某市甲局', '2022', 'report', 'index-differs', 'note'],
    ]);
  });

  it('has problems with the numbers of its lines for rows that lead nowhere', () => {
    put(
      'in/bad.csv',
      'organ,file,year\n甲局,files/1.json,\n甲局,files/1.json,2022\n乙局,none.docx,2022\n丙局,files,2022\n丁局,,2022\n戊局,files/2.json,next\n',
    );
    const ran = audit('in/bad.csv', '--format', 'json');
    expect(ran.code).toBe(2);
    const { summary, problems }: AuditSummary = JSON.parse(ran.out);
    expect(summary.pass).toBe(1);
    expect(problems.map(({ code, source }) => [code, source])).toEqual([
      ['index-cell-blank', 'in/bad.csv:6:4'],
      ['value-wrong', 'in/bad.csv:7:17'],
      ['index-twice', 'in/bad.csv:3:4'],
      ['index-unread', 'in/bad.csv:4:4'],
      ['index-unread', 'in/bad.csv:5:4'],
    ]);
  });

  it('that changed is read again though the files are as they were', () => {
    const cached = (organ: string) => {
      put('in/changing.csv', `file,organ\nfiles/2.json,${organ}\n`);
      expect(audit('in/changing.csv', '--cache', 'cache', '--out', 'cached').code).toBe(0);
      return organsIn('cached');
    };
    expect(cached('某市甲局')).toEqual([['某市甲局', [2023]]]);
    expect(cached('某市乙局')).toEqual([['某市乙局', [2023]]]);
    expect(cached('某市乙局')).toEqual([['某市乙局', [2023]]]);
  });

  it('is read in shares that put together are what one run gives', () => {
    put('in/files/3.json', auditReport('某市丙局', 2022, 7, 0, 4));
    put(
      'in/three.csv',
      'file,organ\nfiles/1.json,某市甲局\nfiles/2.json,某市乙局\nfiles/3.json,某市丁局\n',
    );
    audit('in/three.csv', '--out', 'whole');
    for (const i of ['1', '2']) audit('in/three.csv', '--out', `part${i}`, '--shard', `${i}/2`);
    audit('--merge', 'part1', 'part2', '--out', 'merged');
    for (const name of ['audit.json', 'findings.csv', 'records.ndjson', 'index.html']) {
      const whole = readFileSync(join(root, 'whole', name), 'utf8');
      expect(readFileSync(join(root, 'merged', name), 'utf8'), name).toBe(whole);
    }
  });

  it('does not make a report in CSV an index', () => {
    const ran = audit(join(process.cwd(), 'fixtures/reports/qinglin-swj-2020/report.csv'));
    expect(ran.out).toContain('1 report of 1 organ in 1 file\n');
  });
});
