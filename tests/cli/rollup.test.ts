import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';
import { giar } from './giar.ts';
import { folderWith, ndjson, passing, pretty } from './records.ts';

const lines = ['newlyReceived', 'handled.granted', 'handled.total'];
function cells(requests: number): Example['cells'] {
  const named = lines.flatMap((line) =>
    ['naturalPerson', 'total'].map((column) => [`requests.${line}.${column}`, requests] as const),
  );
  return Object.fromEntries(named);
}
const record = (organ: string, requests: number, more: Partial<Example> = {}) =>
  pretty(exampleRecord({ edition: '2021', year: 2023, organ, cells: cells(requests), ...more }));
const fee = (amount: number) => ({ ...cells(2), 'proactiveDisclosure.fees.amount': amount });
const unsure = { ...cells(2), 'proactiveDisclosure.licensing.decisions': '7?' };

const cwd = folderWith({
  'a.json': record('云川市教育局', 12),
  'b.json': record('云川市水务局', 30),
  'again.json': record('云川市 水务局', 31),
  'c.json': record('云川市林业局', 2, { cells: fee(0.1) }),
  'd.json': record('云川市民政局', 2, { cells: fee(0.2) }),
  'other-year.json': record('云川市农业局', 1, { year: 2022 }),
  'other-form.json': record('云川市文旅局', 1, { edition: '2019' }),
  'unsure.json': record('云川市财政局', 2, { cells: unsure }),
  'wrong.json': record('云川市体育局', 2, { cells: { 'requests.newlyReceived.total': 1 } }),
  'prose.txt': '没有表格。\n',
  'old.json': record('甲局', 0, { edition: '2019', year: 2020 }),
  'old-too.json': record('乙局', 0, { edition: '2019', year: 2020 }),
});
const rollup = (...args: string[]) => giar(['rollup', ...args, '--lang', 'en'], { cwd });
const request = (out: string) => JSON.parse(out).tables.requests.newlyReceived;

describe('adding up reports', () => {
  it('writes the sum, which passes as the members do', () => {
    const ran = rollup('a.json', 'b.json', '--organ', '云川市人民政府');
    expect([ran.code, ran.err]).toEqual([0, '']);
    const { organ, year, edition } = JSON.parse(ran.out);
    expect({ organ, year, edition }).toEqual({
      organ: '云川市人民政府',
      year: 2023,
      edition: '2021',
    });
    expect(request(ran.out)).toEqual([42, 0, 0, 0, 0, 0, 42]);
    const checked = giar(['check', '-', '--lang', 'en', '-q'], { input: ran.out });
    expect([checked.code, checked.out]).toEqual([0, '✓ -: pass\n']);
  });

  it('adds money exactly', () => {
    expect(JSON.parse(rollup('c.json', 'd.json').out).tables.proactiveDisclosure.fees).toBe('0.3');
  });

  it('takes documents in any format, and several reports of one file', () => {
    const folder = resolve('fixtures/reports/yunchuan-2023');
    const more = folderWith({
      'more.ndjson': ndjson(
        ...['a', 'b'].map((name) => JSON.parse(readFileSync(join(cwd, `${name}.json`), 'utf8'))),
      ),
    });
    const ran = rollup(join(folder, 'report.docx'), join(more, 'more.ndjson'));
    expect([ran.code, ran.err]).toEqual([0, '']);
    const truth = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const [own = 0] = truth.tables.requests.newlyReceived;
    expect(request(ran.out)[0]).toBe(own + 42);
  });

  it('writes a file in the format of its name, and replaces none', () => {
    const ran = rollup('a.json', 'b.json', '-o', 'region.csv');
    expect([ran.code, ran.out, ran.err]).toEqual([0, '', 'giar: written: region.csv\n']);
    expect(readFileSync(join(cwd, 'region.csv'), 'utf8')).toContain('42');
    expect(rollup('a.json', 'b.json', '-o', 'region.csv').code).toBe(2);
  });

  it('leaves blank what is not added up, and says so; that is no obstacle to a pass', () => {
    const ran = rollup('old.json', 'old-too.json');
    expect([ran.code, ran.err]).toEqual([
      0,
      'giar: the line “other services” was not added up and is left blank: what counts as “other services” differs from place to place\n',
    ]);
    expect(JSON.parse(ran.out).tables.proactiveDisclosure.otherServices).toEqual([
      null,
      null,
      null,
    ]);
    expect(giar(['check', '-', '-q'], { input: ran.out }).code).toBe(0);
  });

  it('adds a report with errors of its own as it is, and says so', () => {
    const ran = rollup('a.json', 'wrong.json');
    expect([ran.code, ran.err]).toEqual([
      0,
      'wrong.json: this report has errors of its own and was added as it is; see giar check\n',
    ]);
    expect(giar(['check', '-', '-q'], { input: ran.out }).code).toBe(1);
  });
});

describe('what cannot be added up', () => {
  it.each([
    [
      ['a.json', 'other-year.json'],
      'the reports are not all of one year and cannot be added up: 2023 (a.json), 2022 (other-year.json)',
    ],
    [
      ['a.json', 'b.json', '--year', '2022'],
      'the reports are not all of one year and cannot be added up: 2023 (a.json, b.json)',
    ],
    [
      ['a.json', 'other-form.json'],
      'the reports are not all on one edition of the form and cannot be added up: 2021 (a.json), 2019 (other-form.json)',
    ],
    [
      ['a.json', 'b.json', 'again.json'],
      'there is more than one report of an organ, which would be counted twice; keep one: 云川市水务局 (b.json), 云川市 水务局 (again.json)',
    ],
  ])('is %j', (args, text) => {
    const ran = rollup(...args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(`giar: ${text}\n`);
  });

  it('is a report without a year, unless that is given', () => {
    const { year: _, ...yearless } = passing;
    const folder = folderWith({ 'x.json': pretty({ ...yearless, edition: '2021' }) });
    const x = join(folder, 'x.json');
    const ran = rollup(x);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('not all reports say their year; name it with --year: ? (');
    expect(JSON.parse(rollup(x, '--year', '2025').out).year).toBe(2025);
  });

  it('is nothing at all', () => {
    const ran = rollup('prose.txt');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^prose\.txt: /u);
  });
});

describe('reports that are not certain', () => {
  const last =
    'giar: not all figures are certain, so nothing was written; to write all the same add --partial\n';

  it('are told, and nothing is written', () => {
    const ran = rollup('a.json', 'unsure.json', '-o', 'never.json');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('unsure.json: “licensing / decisions” has no certain figure\n');
    expect(ran.err.endsWith(last)).toBe(true);
    expect(() => readFileSync(join(cwd, 'never.json'))).toThrow('ENOENT');
    expect(rollup('a.json', 'prose.txt')).toMatchObject({ code: 2, out: '' });
    expect(rollup('a.json', 'none*.json')).toMatchObject({ code: 2, out: '' });
  });

  it('are written with --partial, their figures with question marks, and never pass', () => {
    const ran = rollup('a.json', 'unsure.json', '--partial');
    expect(ran.code).toBe(2);
    const { proactiveDisclosure, requests } = JSON.parse(ran.out).tables;
    expect(proactiveDisclosure.licensing).toBe('0?');
    expect(requests.newlyReceived[0]).toBe(14);
    expect(giar(['check', '-', '-q'], { input: ran.out }).code).toBe(2);
  });

  it('make every figure uncertain where a whole one is missing', () => {
    const ran = rollup('a.json', 'prose.txt', '--partial');
    expect([ran.code, request(ran.out)[0]]).toEqual([2, '12?']);
  });
});
