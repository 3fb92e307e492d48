import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { giar } from './giar.ts';
import { auditReport } from './reports.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-merge-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const audit = (...args: string[]) =>
  giar(['audit', ...args, '--lang', 'en'], { cwd: root, timeout: 120_000 });

mkdirSync(join(root, 'in'));
const first = auditReport('某市甲局', 2022, 7, 0, 4);
writeFileSync(join(root, 'in/a.json'), first);
writeFileSync(join(root, 'in/b.json'), auditReport('某市甲局', 2023, 7, 3, 0));
writeFileSync(join(root, 'in/c.json'), first.replace('甲', '乙').replace('7', '8'));
audit('in', '--out', 'part');

type Change = (record: string) => string;

/** What merging gives where the second record was changed. */
function mergedAfter(change: Change) {
  rmSync(join(root, 'bad'), { recursive: true, force: true });
  cpSync(join(root, 'part'), join(root, 'bad'), { recursive: true });
  const path = join(root, 'bad/records.ndjson');
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[1] = change(lines[1] ?? '');
  writeFileSync(path, lines.join('\n'));
  return audit('--merge', 'bad', '--out', 'merged');
}

const changes: readonly (readonly [string, string, Change])[] = [
  ['an edition that there is not', 'frozen.edition', (r) => r.replaceAll('"2021"', '"1999"')],
  [
    'editions that differ',
    'report.edition',
    (r) => r.replace('"edition":"2021"', '"edition":"2019"'),
  ],
  ['a count below zero', 'report.errors', (r) => r.replace('"errors":0', '"errors":-99')],
  ['a count of nothing', 'report.errors', (r) => r.replace('"errors":0', '"errors":3')],
  ['a year that is a text', 'report.year', (r) => r.replace('"year":2023', '"year":"2023"')],
  ['a verdict that there is not', 'report.verdict', (r) => r.replace('"pass"', '"fine"')],
  ['too few cells', 'frozen.values', (r) => r.replace('"values":[', '"values":[1,')],
  ['a cell that is a text', 'frozen.values', (r) => r.replace('"values":[', '"values":["1",')],
  ['kinds that there are not', 'frozen.kinds', (r) => r.replace(/"kinds":"\d/u, '"kinds":"9')],
  ['too few kinds', 'frozen.kinds', (r) => r.replace(/"kinds":"\d/u, '"kinds":"')],
  ['findings of another shape', 'findings.0', (r) => r.replace('"findings":[]', '"findings":[7]')],
  [
    'a rule to move the cursor',
    'findings',
    (r) => r.replace('"findings":[]', '"findings":"\\u001b[2J"'),
  ],
  ['a place that is a number', 'order', (r) => r.replace('"file":"in/b.json"', '"file":7')],
  ['another order', 'order', (r) => r.replace('"file":"in/b.json"', '"file":"a"')],
  ['a name that cannot be read', 'order', (r) => r.replace('in/b', 'in\\x/b')],
  ['half a record', '.', (r) => r.slice(0, r.length / 2)],
  ['no record', 'order', () => '{"a":1}'],
  ['no JSON', 'order', () => 'null'],
];

describe('parts that are not what an audit wrote', () => {
  it('are put together where they are', () => {
    const ran = mergedAfter((record) => record);
    expect([ran.code, ran.err]).toEqual([1, '']);
  });

  it.each(changes)('are refused with file and line for %s', (_, path, change) => {
    const ran = mergedAfter(change);
    const told = `giar: bad/records.ndjson:2 is no record that giar audit wrote (see ${path}); nothing was merged\n`;
    expect([ran.code, ran.out, ran.err]).toEqual([2, '', told]);
  });

  it('are refused where their sums are not', () => {
    for (const [from, to] of [
      ['"read": 3', '"read": "3"'],
      ['"version": "', '"version": "9'],
      ['"problems": []', '"problems": [7]'],
      ['"shard": null', '"shard": { "number": 2, "of": 1 }'],
    ] as const) {
      rmSync(join(root, 'bad'), { recursive: true, force: true });
      cpSync(join(root, 'part'), join(root, 'bad'), { recursive: true });
      const path = join(root, 'bad/audit.json');
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
      const ran = audit('--merge', 'bad');
      expect([ran.code, ran.out, ran.err.split('\n').length], to).toEqual([2, '', 2]);
    }
  });

  it('leave an earlier result as it was, and no drafts', () => {
    audit('--merge', 'part', '--out', 'kept');
    const before = readFileSync(join(root, 'kept/audit.json'), 'utf8');
    rmSync(join(root, 'bad'), { recursive: true, force: true });
    cpSync(join(root, 'part'), join(root, 'bad'), { recursive: true });
    writeFileSync(join(root, 'bad/records.ndjson'), 'null\n');
    expect(audit('--merge', 'bad', '--out', 'kept').code).toBe(2);
    expect(readFileSync(join(root, 'kept/audit.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, 'kept')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
