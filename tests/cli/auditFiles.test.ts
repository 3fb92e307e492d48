import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditSummary } from '../../src/model/audit.ts';
import { environment, giar, program } from './giar.ts';
import { auditReport } from './reports.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const audit = (...args: string[]) =>
  giar(['audit', ...args, '--lang', 'en'], { cwd: root, timeout: 60_000 });
const summaryOf = (text: string): AuditSummary => JSON.parse(text);
const put = (path: string, content: string) => writeFileSync(join(root, path), content);

mkdirSync(join(root, 'in'));
put('in/a.json', auditReport('某市甲局', 2022, 7, 0, 4));

/** What stands in a folder, by name. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(root, folder)).map((name) => [name, readFileSync(join(root, folder, name))]),
  );

const onUnix = process.platform === 'win32' ? it.skip : it;
/** A file that can be opened, and not be read. */
const unreadable = '/proc/self/mem';
const withProc = existsSync(unreadable) ? it : it.skip;

describe('shares of files that cannot be read', () => {
  withProc('put together are what one run gives, byte for byte', () => {
    mkdirSync(join(root, 'odd/甲局'), { recursive: true });
    mkdirSync(join(root, 'odd/乙局'), { recursive: true });
    const lines = ['甲', '乙', '丙', '丁'].map(
      (name) => `${auditReport(`某市${name}局`, 2022, 7, 0, 4)}\n`,
    );
    for (const [name, content] of [
      ['甲局/empty.ndjson', ''],
      ['甲局/2021.ndjson', ''],
      ['甲局/2021.json', ''],
      ['乙局/blank.jsonl', '\n \n\n'],
      ['乙局/lines.ndjson', `\n${lines.join('\n')}`],
      ['乙局/wrong.ndjson', 'no JSON\n{"a":1}\n[]\n'],
      ['乙局/2022.docx', 'no archive'],
      ['empty.ndjson', ''],
    ] as const)
      put(join('odd', name), content);
    symlinkSync(unreadable, join(root, 'odd/memory.ndjson'));
    symlinkSync(unreadable, join(root, 'odd/memory.json'));
    symlinkSync('nowhere', join(root, 'odd/none.ndjson'));
    expect(audit('odd', '--out', 'whole').code).toBe(2);
    for (const i of ['1', '2', '3']) audit('odd', '--out', `part${i}`, '--shard', `${i}/3`);
    audit('--merge', 'part3', 'part1', 'part2', '--out', 'merged');
    const whole = filesIn('whole');
    expect(filesIn('merged')).toEqual(whole);
    const { summary, files } = summaryOf(String(whole['audit.json']));
    // 4 lines that are right, 3 that are wrong, and each other file once.
    expect([summary.reports, summary.pass, files.read]).toEqual([4 + 3 + 8, 4, 10]);
  });
});

describe('what is no regular file', () => {
  onUnix('is a problem and never waited for, with a cache or without', () => {
    execFileSync('mkfifo', [join(root, 'pipe.ndjson')]);
    execFileSync('mkfifo', [join(root, 'pipe.json')]);
    for (const cache of [[], ['--cache', 'cache']]) {
      const ran = audit(
        'pipe.ndjson',
        'pipe.json',
        '/dev/zero',
        'in',
        '--format',
        'json',
        ...cache,
      );
      expect(ran.code).toBe(2);
      const { summary, problems } = summaryOf(ran.out);
      expect(summary.pass).toBe(1);
      expect(problems.map(({ code, source }) => [code, source])).toEqual([
        ['file-special', 'pipe.ndjson'],
        ['file-special', 'pipe.json'],
        ['file-special', '/dev/zero'],
      ]);
    }
  });
});

describe('a system without room for threads', () => {
  onUnix('ends the audit at once, with the reason', () => {
    const command = `ulimit -n 120 && exec "$0" "$@"`;
    const args = [program, 'audit', 'in', '--workers', '256', '--out', 'starved', '--lang', 'en'];
    const ran = spawnSync('sh', ['-c', command, process.execPath, ...args], {
      cwd: root,
      env: environment(),
      timeout: 60_000,
    });
    expect([ran.status, String(ran.stdout)]).toEqual([2, '']);
    expect(String(ran.stderr)).toMatch(
      /^giar: a thread could not be started \(.+\); ask for fewer/u,
    );
    expect(readdirSync(join(root, 'starved'))).toEqual([]);
  });
});

describe('drafts that a killed run left', () => {
  it('are removed by the next one, and nothing else', () => {
    audit('in', '--out', 'drafts');
    const ended = spawnSync(process.execPath, ['-e', '0']).pid;
    // A run that is under way writes drafts whose names tell the machine.
    const own = execFileSync(process.execPath, [
      '-e',
      `process.stdout.write(require('node:crypto').createHash('sha256').update(require('node:os').hostname()).digest('hex').slice(0, 8))`,
    ]);
    const names = {
      left: `findings.csv.${own}-${ended}.tmp`,
      running: `findings.csv.${own}-${process.pid}.tmp`,
      elsewhere: 'findings.csv.00000000-1.tmp',
      old: 'records.ndjson.00000000-1.tmp',
      theirs: '笔记.tmp',
      other: `my.notes.v2.${ended}.tmp`,
    };
    for (const name of Object.values(names)) put(`drafts/${name}`, 'draft');
    utimesSync(join(root, 'drafts', names.old), 1_600_000_000, 1_600_000_000);
    audit('in', '--out', 'drafts');
    const left = readdirSync(join(root, 'drafts')).filter((name) => name.endsWith('.tmp'));
    const kept = [names.running, names.elsewhere, names.theirs, names.other];
    expect(left.sort()).toEqual(kept.sort());
  });
});
