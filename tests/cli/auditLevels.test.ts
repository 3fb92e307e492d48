import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import type { AuditFinding, AuditSummary } from '../../src/model/audit.ts';
import { giar } from './giar.ts';

const root = mkdtempSync(join(tmpdir(), 'giar-levels-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string) => writeFileSync(join(root, name), content);

function report(organ: string, received: number): string {
  const lines = ['newlyReceived', 'handled.granted', 'handled.total'];
  const cells = Object.fromEntries(
    lines.flatMap((line) =>
      ['naturalPerson', 'total'].map((column) => [`requests.${line}.${column}`, received] as const),
    ),
  );
  return `${JSON.stringify(exampleRecord({ edition: '2021', year: 2023, organ, cells }))}\n`;
}

const members = ['某区甲局', '某区乙局', '某区丙局'];
put(
  'members.csv',
  `region,member,since,until,excluded\n${members.map((name) => `某区人民政府,${name},,,`).join('\n')}\n`,
);
put('circle.csv', 'region,member\n甲,乙\n乙,甲\n');

function audit(lines: readonly string[], list = 'members.csv') {
  put('reports.ndjson', lines.join(''));
  const args = ['reports.ndjson', '--members', list, '--out', 'out', '--format', 'json'];
  return giar(['audit', ...args, '--lang', 'en'], { cwd: root });
}

const theirs = members.map((organ, i) => report(organ, 3 + i));
const summaryOf = (text: string): AuditSummary => JSON.parse(text);

describe('a region and its members', () => {
  it('hold where the region is the sum', () => {
    const ran = audit([...theirs, report('某区人民政府', 12)]);
    expect([ran.code, summaryOf(ran.out).levels]).toEqual([0, { errors: 0, warnings: 0 }]);
  });

  it('break where a member was left out, and the member is named', () => {
    const ran = audit([...theirs, report('某区人民政府', 8)]);
    expect(ran.code).toBe(1);
    const findings: AuditFinding[] = readFileSync(join(root, 'out/findings.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(findings.map(({ ruleId, scope, organ }) => [ruleId, scope, organ])).toEqual([
      ['roll-up', 'levels', '某区人民政府'],
    ]);
    expect(findings[0]?.message).toContain('某区乙局');
    expect(readFileSync(join(root, 'out/index.html'), 'utf8')).toContain('roll-up');
    const told = giar(['audit', 'reports.ndjson', '--members', 'members.csv', '--lang', 'en'], {
      cwd: root,
    });
    expect(told.out).toContain(
      'Reports with most errors:\n  某区人民政府 2023: 1 error (reports.ndjson:4)\n',
    );
  });

  it('cannot be told where a member is missing, which is named', () => {
    const ran = audit([...theirs.slice(1), report('某区人民政府', 12)]);
    expect(ran.code).toBe(2);
    expect(summaryOf(ran.out).problems.map(({ code }) => code)).toEqual(['members-missing']);
    expect(ran.err).toContain('某区甲局');
  });

  it('are not silently left uncompared where the region has no report, or the list names nobody', () => {
    const ran = audit(theirs);
    expect(ran.code).toBe(2);
    expect(summaryOf(ran.out).problems.map(({ code }) => code)).toEqual(['region-missing']);
    put('strangers.csv', 'region,member\n某县人民政府,某县甲局\n');
    const other = audit(theirs, 'strangers.csv');
    expect(other.code).toBe(2);
    expect(summaryOf(other.out).problems.map(({ code }) => code)).toEqual(['members-unmatched']);
  });

  it('are not compared by a list that cannot be right', () => {
    const ran = audit(theirs, 'circle.csv');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('circle.csv');
    expect(audit(theirs, 'none.csv').code).toBe(2);
  });
});
