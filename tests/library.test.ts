import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { checkFile } from '../src/node.ts';
import { reportJsonSchema, resultJsonSchema } from '../src/schemas.ts';
import { version } from '../src/version.ts';

const path = 'fixtures/reports/jingan-2020/report.json';
const text = readFileSync(path, 'utf8');
const compile = (schema: object | null) => new Ajv2020({ strict: false }).compile(schema ?? false);

describe('the library', () => {
  it('offers one function', () => {
    expect(Object.keys(library)).toEqual(['check']);
  });
  it('checks text, bytes and parsed values alike', () => {
    const results = [text, new TextEncoder().encode(text), JSON.parse(text)].map((input) =>
      library.check(input),
    );
    for (const result of results) {
      expect(result.summary).toEqual({
        reports: 1,
        pass: 0,
        fail: 1,
        notAssessable: 0,
        errors: 3,
        warnings: 0,
        waived: 0,
      });
    }
  });
  it('checks a file, naming it in the places', async () => {
    const { reports } = await checkFile(path, { lang: 'en' });
    expect(reports[0]?.findings[0]?.cells[0]).toEqual({
      cell: 'requests.newlyReceived.naturalPerson',
      printed: '2109',
      source: expect.stringMatching(/^fixtures\/reports\/jingan-2020\/report\.json:\d+:\d+$/u),
    });
    expect((await checkFile('no/such/file')).reports[0]?.problems[0]?.code).toBe('file-missing');
  });
  it('says that NaN in a parsed value cannot be read, and throws only for what JSON cannot hold', () => {
    const record = JSON.parse(text);
    record.tables.requests.newlyReceived[1] = Number.NaN;
    const { findings } = library.check(record, { lang: 'en' }).reports[0] ?? { findings: [] };
    expect(findings.map(({ ruleId, at }) => [ruleId, at.column])).toContainEqual([
      'count-cell',
      'enterprise',
    ]);
    record.tables.self = record;
    expect(() => library.check(record)).toThrow(TypeError);
  });
  it('has the version of its package', () => {
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});

describe('the schemas', () => {
  it.each(['jingan-2020', 'testcity-2025', 'hebei-jyt-2018'])('accept the report %s', (name) => {
    const record = JSON.parse(readFileSync(`fixtures/reports/${name}/report.json`, 'utf8'));
    expect(compile(reportJsonSchema(record.edition))(record)).toBe(true);
    expect(
      compile(reportJsonSchema(record.edition))({ ...record, tables: { requests: { x: 1 } } }),
    ).toBe(false);
  });
  it('accept every result, of good and bad input', () => {
    const isResult = compile(resultJsonSchema());
    for (const input of [
      text,
      '',
      '{',
      '[]',
      '{"year":2020,"tables":{"x":1}}',
      text.replace('2109', '"x"'),
      text.replace('2222', 'null'),
    ]) {
      expect(isResult(library.check(input)), JSON.stringify(isResult.errors)).toBe(true);
    }
    expect(isResult({ version: 2 })).toBe(false);
  });
  it('do not exist for an edition that does not', () => {
    expect(reportJsonSchema('1999')).toBeNull();
  });
});
