import { describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { editions } from '../../src/editions/index.ts';
import { formOf } from '../../src/model/form.ts';
import { balancedValues, drawFrom, recordOf } from '../support/generate.ts';

const [, , edition] = editions;
if (edition === undefined) throw new Error('an edition is missing');
const record = recordOf(formOf(edition), balancedValues(edition, drawFrom(7)), 2023);
const text = JSON.stringify(record, null, 2);

const problemsOf = (input: string | object) =>
  check(input, { lang: 'en', source: 'r.json' }).reports.flatMap(({ problems }) =>
    problems.map(({ code, source, path }) => [code, source, path]),
  );

describe('a record', () => {
  it('may leave the edition to the year', () => {
    const { edition: _, ...rest } = record;
    expect(check(rest).reports[0]?.edition).toBe('2021');
    expect(check({ ...rest, year: 2020 }).reports[0]?.verdict).toBe('not-assessable');
  });
  it('may leave out the year where it names the edition', () => {
    const { year: _, ...rest } = record;
    expect(check(rest).reports[0]).toMatchObject({ year: null, edition: '2021', verdict: 'pass' });
  });
  it('needs one of the two', () => {
    expect(problemsOf({ tables: {} })).toEqual([['year-missing', 'r.json:1:1', null]]);
  });
  it('is refused for a year outside every edition, even where it names one', () => {
    expect(problemsOf(text.replace('"year": 2023', '"year": 2013'))).toEqual([
      ['year-outside', 'r.json:4:11', 'year'],
    ]);
  });
  it('is refused for an edition that does not exist', () => {
    expect(problemsOf(text.replace('"2021"', '"2020"'))).toEqual([
      ['edition-unknown', 'r.json:2:14', 'edition'],
    ]);
  });
  it('is refused without tables', () => {
    expect(problemsOf({ year: 2023 })).toEqual([['tables-missing', 'r.json:1:1', null]]);
  });
  it('names the wrong place by line, column and path', () => {
    const wrong = text.replace('"carriedForward": [', '"carriedForwrd": [');
    const line = wrong.slice(0, wrong.indexOf('carriedForwrd')).split('\n').length;
    const [report] = check(wrong, { lang: 'en', source: 'r.json' }).reports;
    expect(report?.problems).toEqual([
      {
        code: 'key-unknown',
        message: expect.stringContaining('the nearest is "carriedForward"'),
        source: `r.json:${line}:7`,
        path: 'tables.requests.carriedForwrd',
      },
    ]);
  });
});

describe('several records in an array', () => {
  it('are each checked, the good beside the bad', () => {
    const { reports } = check([record, { year: 2023, tables: { requests: { x: 1 } } }, 7]);
    expect(reports.map(({ source, verdict }) => [source, verdict])).toEqual([
      ['report.json#/0', 'pass'],
      ['report.json#/1', 'not-assessable'],
      ['report.json#/2', 'not-assessable'],
    ]);
  });
  it('are refused together where a key stands twice in one of them', () => {
    const doubled = `[${text}, ${text.replace('"year": 2023', '"year": 2023, "year": 2022')}]`;
    expect(problemsOf(doubled).map(([code, , path]) => [code, path])).toEqual([
      ['json-duplicate-key', '[1].year'],
    ]);
  });
  it('must be at least one', () => {
    expect(problemsOf('[]')).toEqual([['no-reports', 'r.json', null]]);
  });
});

describe('keys', () => {
  it.each(['"edition"', '"requests"', '"handled"', '"carriedForward"', '"direct"'])(
    '%s may not stand twice',
    (key) => {
      const doubled = text.replace(`${key}:`, `${key}: null, ${key}:`);
      expect(problemsOf(doubled).map(([code]) => code)).toEqual(['json-duplicate-key']);
    },
  );
  it('may not stand twice in another spelling', () => {
    expect(
      problemsOf(text.replace('"year":', '"\\u0079ear": 2022, "year":')).map(([code]) => code),
    ).toEqual(['json-duplicate-key']);
  });
  it('are not confused with texts that hold a quote and a colon', () => {
    const organ = JSON.stringify({ ...record, organ: 'a":b\\": "c" :' });
    expect(check(organ).reports[0]?.verdict).toBe('pass');
  });
  it('may not name an object’s prototype', () => {
    const hostile = text.replace('"tables": {', '"tables": {"__proto__": {"requests": {}},');
    expect(problemsOf(hostile).map(([code, , path]) => [code, path])).toEqual([
      ['json-forbidden-key', 'tables.__proto__'],
    ]);
  });
});

describe('hostile input', () => {
  it('of many unknown keys is told in time that grows with their number only', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 0]));
    const problems = problemsOf({ ...record, tables: { ...(record.tables as object), ...keys } });
    expect(problems).toHaveLength(21);
  });
  it('of an array of numbers is refused as a whole', () => {
    const problems = problemsOf(`[${'0,'.repeat(200_000)}0]`);
    expect(problems).toEqual([['report-not-object', 'r.json', null]]);
  });
});

describe('many wrong places', () => {
  it('are listed up to twenty and counted beyond', () => {
    const keys = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 0]));
    const problems = problemsOf({ ...record, ...keys });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.[0]).toBe('more-problems');
  });
});
