import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import type { AuditSummary } from '../../src/model/audit.ts';
import { giar } from './giar.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-cache-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'in'));

/** @param total of the requests received; 3 is right */
function put(name: string, total: number): void {
  const cells = {
    'requests.newlyReceived.naturalPerson': 3,
    'requests.newlyReceived.total': total,
    'requests.handled.granted.naturalPerson': 3,
    'requests.handled.granted.total': 3,
    'requests.handled.total.naturalPerson': 3,
    'requests.handled.total.total': 3,
  };
  const record = exampleRecord({ edition: '2021', year: 2023, organ: `某市${name}局`, cells });
  writeFileSync(join(root, 'in', `${name}.json`), JSON.stringify(record));
}

function audit(...args: string[]) {
  const all = ['audit', 'in', '--cache', 'cache', '--out', 'out', '--format', 'json', ...args];
  const ran = giar([...all, '--lang', 'en'], { cwd: root });
  const summary: AuditSummary = JSON.parse(ran.out);
  return { ...ran, summary };
}

function packs(): string[] {
  const [key = ''] = readdirSync(join(root, 'cache'));
  return readdirSync(join(root, 'cache', key))
    .filter((name) => name.endsWith('.pack'))
    .map((name) => join(root, 'cache', key, name));
}

const bytes = () =>
  readdirSync(join(root, 'out')).map((name) => readFileSync(join(root, 'out', name), 'utf8'));

describe('a cache', () => {
  it('gives what reading gave, and reads nothing again that is as it was', () => {
    for (const name of ['甲', '乙', '丙']) put(name, 3);
    writeFileSync(
      join(root, 'in/lines.ndjson'),
      `${readFileSync(join(root, 'in/甲.json'), 'utf8').replace('甲', '丁')}\n`,
    );
    expect(audit().code).toBe(0);
    const first = bytes();
    expect(packs().length).toBe(1);
    expect(audit().code).toBe(0);
    expect(bytes()).toEqual(first);
    expect(packs().length).toBe(1);
  });

  it('knows a file by its content that only looks new', () => {
    utimesSync(join(root, 'in/甲.json'), 1_600_000_000, 1_600_000_000);
    const before = bytes();
    expect(audit().code).toBe(0);
    expect(bytes()).toEqual(before);
    expect(packs().length).toBe(1);
  });

  it('reads a file that has changed, and only that', () => {
    put('乙', 4);
    const ran = audit();
    expect([ran.code, ran.summary.summary.fail]).toEqual([1, 1]);
    expect(packs().length).toBe(2);
    put('乙', 3);
    expect(audit().code).toBe(0);
  });

  it('is not believed where it was damaged', () => {
    for (const pack of packs()) truncateSync(pack, 10);
    const ran = audit();
    expect([ran.code, ran.summary.summary.pass]).toEqual([0, 4]);
    for (const pack of packs()) writeFileSync(pack.replace(/pack$/u, 'json'), '{"a":1');
    expect(audit().code).toBe(0);
  });

  it('is another one for other settings', () => {
    audit('--max-size', '2');
    expect(readdirSync(join(root, 'cache')).length).toBe(2);
  });

  it('that cannot be made is told before anything is read', () => {
    writeFileSync(join(root, 'file'), '');
    const ran = giar(['audit', 'in', '--cache', 'file/below', '--lang', 'en'], { cwd: root });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('file/below');
  });
});
