import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/index.ts';
import { giar } from './giar.ts';
import { failing, folderWith, passing, pretty, put, undecided, warned } from './records.ts';

const cwd = folderWith({
  'pass.json': pretty(passing),
  'fail.json': pretty(failing),
  'warn.json': pretty(warned),
  'open.json': pretty(undecided),
  'cells.json': pretty(put(passing, 'tables.requests.newlyReceived.0', '一万多')),
  'broken.json': '{',
  'year.json': '{"year": 1999}',
});
const files = ['pass', 'fail', 'warn', 'open', 'cells', 'broken', 'year', 'none'];
const names = files.map((name) => `${name}.json`);
const json = (...args: string[]) => giar(['check', ...args, '--format', 'json'], { cwd });
const isResult = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync('schemas/result.schema.json', 'utf8')),
);

describe('--format json', () => {
  const ran = json(...names, '--lang', 'en');
  const result: Result = JSON.parse(ran.out);

  it('is valid by the schema that is shipped', () => {
    isResult(result);
    expect(isResult.errors).toBeNull();
  });
  it('has every report, in the order given, and exits as the terminal does', () => {
    expect(result.reports.map(({ source, verdict }) => [source, verdict])).toEqual([
      ['pass.json', 'pass'],
      ['fail.json', 'fail'],
      ['warn.json', 'pass'],
      ['open.json', 'not-assessable'],
      ['cells.json', 'fail'],
      ['broken.json', 'not-assessable'],
      ['year.json', 'not-assessable'],
      ['none.json', 'not-assessable'],
    ]);
    expect(result.summary).toEqual({
      reports: 8,
      pass: 2,
      fail: 2,
      notAssessable: 4,
      errors: 4,
      warnings: 1,
      waived: 0,
    });
    expect(ran.code).toBe(2);
  });
  it('gives the same bytes for the same input', () => {
    expect(json(...names, '--lang', 'en').bytes).toEqual(ran.bytes);
  });
  it('says a finding with its cells, their places and the equation', () => {
    const [finding] = result.reports[1]?.findings ?? [];
    expect(finding).toMatchObject({
      ruleId: 'column-balance',
      severity: 'error',
      message:
        'Column “natural person”: items 1 and 2 do not add up to items 3 and 4: 2109 + 149 = 2258 ≠ 2164 + 95 = 2259, difference −1',
      at: { table: 'requests', row: null, column: 'naturalPerson' },
      equation: { left: { value: 2258 }, relation: '=', right: { value: 2259 }, gap: -1 },
    });
    expect(finding?.suggestions).toMatchObject([
      {
        confidence: 'ambiguous',
        slip: 'redistributed',
        changes: [{ from: 2109, to: 2110 }, {}, {}],
      },
      { confidence: 'ambiguous', slip: 'redistributed', changes: [{ from: 95, to: 94 }, {}, {}] },
    ]);
    expect(finding?.cells[0]).toEqual({
      cell: 'requests.newlyReceived.naturalPerson',
      printed: '2109',
      source: expect.stringMatching(/^fail\.json:\d+:\d+$/u),
    });
  });
  it('says what was undecided, and which cell is wanting', () => {
    const open = result.reports[3]?.undecided.map(({ ruleId, cells }) => [ruleId, cells[0]?.cell]);
    expect(open).toEqual([
      ['column-balance', 'requests.carriedForward.total'],
      ['row-total', 'requests.carriedForward.total'],
    ]);
  });
  it('tells on stderr, too, which files could not be read', () => {
    const told = ran.err.split('\n').map((line) => line.split(':')[0]);
    expect(told).toEqual(['broken.json', 'year.json', 'none.json', '']);
    expect(result.reports[7]?.problems).toEqual([
      {
        code: 'file-missing',
        message: 'there is no such file; check its name and folder',
        source: 'none.json',
        path: null,
      },
    ]);
  });
  it('differs in nothing but the sentences in the other language', () => {
    const other: Result = JSON.parse(json(...names, '--lang', 'zh').out);
    const plain = (value: Result): unknown =>
      JSON.parse(JSON.stringify(value), (key, part: unknown) => (key === 'message' ? '' : part));
    expect(other).not.toEqual(result);
    expect(plain(other)).toEqual(plain(result));
  });
  it('has no colours, whatever is asked, and does not depend on the width', () => {
    const env = { FORCE_COLOR: '1', COLUMNS: '40' };
    const colored = giar(['check', 'fail.json', '--format', 'json'], { cwd, env });
    expect(colored.out).toBe(json('fail.json').out);
  });
  it('ends with a newline', () => {
    expect(ran.out.endsWith('\n}\n')).toBe(true);
  });
});
