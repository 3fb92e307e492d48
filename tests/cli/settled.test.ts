import { existsSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith } from './records.ts';

const source = resolve('fixtures/reports/qinglin-swj-2020/report.docx');
const waiver = {
  rule: 'row-total',
  organ: '青林县水务局',
  year: 2020,
  cells: {
    'requests.handled.granted.total': 6,
    'requests.handled.granted.naturalPerson': 1,
    'requests.handled.granted.enterprise': 0,
    'requests.handled.granted.researchInstitution': 6,
    'requests.handled.granted.publicInterestOrganization': 0,
    'requests.handled.granted.legalServiceOrganization': 0,
    'requests.handled.granted.otherOrganization': 0,
  },
  reason: '已核实',
};
const off = { 'row-total': 'off', 'column-total': 'off' };
const stale =
  'giar.waivers.json:1:404: 对 count-cell 的说明没有用上：现在没有这样的问题。请删去，或核对规则名、机关、年度和单元格\n';
/** A folder with a copy of the report, whose two errors one change would mend, and with settings. */
const folderOf = (settings: object, waivers: readonly object[] = []): string =>
  folderWith({
    'report.docx': readFileSync(source),
    'giar.config.json': JSON.stringify(settings),
    'giar.waivers.json': JSON.stringify({ waivers }),
  });
const commands = ['annotate', 'extract', 'claims', 'selftest'].map((name) => [name, 'report.docx']);

describe('settings', () => {
  it.each([...commands, ['diff', 'report.docx', 'report.docx']])('are obeyed by %s', (...args) => {
    const cwd = folderOf({ lagn: 'zh' });
    const words =
      'giar.config.json:1:2: lagn: unknown key "lagn", the nearest is "lang"; valid here: $schema, lang, maxSize, limit, maxWarnings, rules, overrides, tolerances';
    expectRun(giar(args, { cwd }), 2, [], [`giar: ${words}`]);
    const limited = folderOf({ lang: 'zh', limit: { unpackedBytes: 1000 } });
    expect(giar(args, { cwd: limited })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^report\.docx: .*解压/u),
    });
    expect(giar([...args, '--no-config'], { cwd }).err).not.toMatch(/lagn/u);
  });
  it('of severity decide what a copy marks and what diff tells', () => {
    const cwd = folderOf({ lang: 'zh', rules: off });
    const ran = giar(['annotate', 'report.docx'], { cwd });
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(ran.err).toMatch(/giar: 没有发现问题，没有写出副本\n$/u);
    const same = giar(['diff', 'report.docx', 'report.docx'], { cwd });
    expect([same.code, same.err]).toEqual([0, '']);
    expect(same.out).not.toMatch(/都有/u);
  });
});

describe('a finding that is waived', () => {
  it('is grey in a copy, with its reason', () => {
    const cwd = folderOf({ lang: 'zh' }, [waiver]);
    expect(giar(['annotate', 'report.docx'], { cwd })).toMatchObject({ code: 0, out: '' });
    const parts = unzipSync(readFileSync(join(cwd, 'report.annotated.docx')));
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('word/comments.xml')).toContain('已说明：已核实');
    const fills = [...text('word/document.xml').matchAll(/w:fill="(\w+)"/gu)].map(
      ([, fill]) => fill,
    );
    const count = (fill: string): number => fills.filter((each) => each === fill).length;
    expect(['E8E8E8', 'FF9999', 'FFE1E1'].map(count)).toEqual([6, 1, 19]);
  });
  it('is not mended, nor is what would change its values', () => {
    const mended = folderOf({ lang: 'zh' });
    const fixed = giar(['check', 'report.docx', '--fix', '--quiet'], { cwd: mended });
    expect(fixed.err).toMatch(/report\.fixed\.docx/u);
    expect(existsSync(join(mended, 'report.fixed.docx'))).toBe(true);
    const cwd = folderOf({ lang: 'zh' }, [waiver]);
    expectRun(
      giar(['check', 'report.docx', '--fix', '--quiet'], { cwd }),
      1,
      ['✗ report.docx: 不通过：1 处错误（已说明 1 处）'],
      ['giar: report.docx：没有有把握的改法，没有写出副本'],
    );
    expect(existsSync(join(cwd, 'report.fixed.docx'))).toBe(false);
  });
  it('is told with its reason by diff; a waiver that is stale is told, and leaves nothing open', () => {
    const { organ: _, year: __, ...rest } = waiver;
    const here = { ...rest, source: 'report.docx' };
    const cwd = folderOf({ lang: 'zh', overrides: [{ sources: ['report.docx'], rules: off }] }, [
      { ...rest, source: 'copy.docx' },
      { ...here, rule: 'count-cell' },
    ]);
    writeFileSync(join(cwd, 'copy.docx'), readFileSync(source));
    const ran = giar(['diff', 'report.docx', 'copy.docx'], { cwd });
    expect([ran.code, ran.err]).toEqual([1, stale]);
    expect(ran.out).toMatch(/\[row-total\]\n {4}已说明：已核实（giar\.waivers\.json:1:13）\n/u);
    writeFileSync(join(cwd, 'giar.config.json'), JSON.stringify({ lang: 'zh' }));
    const same = giar(['diff', 'report.docx', 'copy.docx'], { cwd });
    expect([same.code, same.err]).toEqual([0, stale]);
  });
});

describe('a mended copy', () => {
  const record = JSON.parse(readFileSync(source.replace('docx', 'json'), 'utf8'));
  const line = (organ: string): string => `${JSON.stringify({ ...record, organ })}\n`;

  it('of NDJSON has every line mended, each told by its number', () => {
    const cwd = folderWith({ 'all.ndjson': line('青林县水务局') + line('青林县教育局') });
    expectRun(
      giar(['check', 'all.ndjson', '--fix', '--quiet'], { cwd }),
      1,
      [
        '✗ all.ndjson:1: fail: 2 errors',
        '✗ all.ndjson:2: fail: 2 errors',
        '2 reports: 0 pass, 2 fail, 0 not assessable; 4 errors, 0 warnings',
      ],
      [
        'giar: written: all.fixed.ndjson',
        'giar: all.ndjson:1: changed "(1) granted", natural person: 1 → 0',
        'giar: all.ndjson:2: changed "(1) granted", natural person: 1 → 0',
        'giar: all.fixed.ndjson:1 checked again: passes',
        'giar: all.fixed.ndjson:2 checked again: passes',
      ],
    );
  });
  it.each([
    ['symbolic', (from: string, to: string) => symlinkSync(from, to)],
    ['hard', (from: string, to: string) => linkSync(from, to)],
  ])('never takes the place of its file by a %s link', (_, link) => {
    const cwd = folderWith({ 'report.docx': readFileSync(source) });
    link(join(cwd, 'report.docx'), join(cwd, 'report.fixed.docx'));
    const words = 'giar: the copy cannot take the place of the report; name another file';
    const fixed = giar(['check', 'report.docx', '--fix', '--force', '--quiet'], { cwd });
    expectRun(fixed, 2, ['✗ report.docx: fail: 2 errors'], [words]);
    const marked = ['annotate', 'report.docx', '-o', 'report.fixed.docx', '--force'];
    expectRun(giar(marked, { cwd }), 2, [], [words]);
    expect(readFileSync(join(cwd, 'report.docx'))).toEqual(readFileSync(source));
  });
});

describe('giar waive', () => {
  it.each([
    ['row-totl', 'requests.handled.granted.total', ', the nearest is "row-total"'],
    [
      'row-total',
      'requests.handled.grantd.total',
      ', the nearest is "requests.handled.granted.total"',
    ],
    ['row-total', 'requests.newlyReceived.total', ''],
    ['count-cell', 'requests.handled.granted.total', ''],
  ])('names what is near to %s %s', (rule, cell, near) => {
    const cwd = folderWith({ 'report.docx': readFileSync(source) });
    const found =
      'row-total requests.handled.granted.total; column-total requests.handled.total.naturalPerson';
    const words = `giar: there is no such finding in report.docx${near}. Findings: ${found}`;
    expectRun(giar(['waive', 'report.docx', rule, cell, '--reason', 'x'], { cwd }), 2, [], [words]);
    expect(existsSync(join(cwd, 'giar.waivers.json'))).toBe(false);
  });
});
