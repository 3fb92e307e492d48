import { describe, expect, it } from 'vitest';
import { run } from '../../src/engine/run.ts';
import { noRuns, withRun } from '../../src/engine/summary.ts';
import { runExample } from '../../src/example.ts';
import type { Report } from '../../src/model/report.ts';
import type { Rule } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';

function reportOf(cells: Record<string, number | string | null>, without: string[] = []): Report {
  const { report } = runExample({ edition: '2021', year: 2023, cells, without });
  if (report === null) throw new Error('no report');
  return report;
}

const [first] = rules;
if (first === undefined) throw new Error('no rules');
const throwing = (thrown: unknown): Rule => ({
  ...first,
  id: 'throws',
  find: () => {
    throw thrown;
  },
});

describe('a rule that throws', () => {
  it('is a problem, keeps the report from passing and stops no other rule', () => {
    const report = reportOf({}, ['requests.carriedForward']);
    const { findings, problems } = run(report, [throwing(new Error('oh')), ...rules]);
    expect(problems.map(({ code, args, source }) => [code, args, source])).toEqual([
      ['rule-threw', { rule: 'throws', reason: 'oh' }, 'example.json'],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-line']);
    expect(run(reportOf({}), [throwing('no error at all')]).verdict).toBe('not-assessable');
    expect(run(reportOf({}), [throwing('no error at all')]).problems[0]?.args).toEqual({
      rule: 'throws',
      reason: 'no error at all',
    });
  });
});

describe('a verdict', () => {
  it('is pass where every check was made and held', () => {
    expect(run(reportOf({}), rules)).toMatchObject({ verdict: 'pass', findings: [], problems: [] });
  });
  it('is fail with an error, whatever else could not be told', () => {
    const cells = {
      'requests.newlyReceived.naturalPerson': 3,
      'requests.handled.total.enterprise': 'x',
    };
    const { verdict, coverage } = run(reportOf(cells), rules);
    expect(verdict).toBe('fail');
    expect(coverage.checks.inconclusive).toBeGreaterThan(0);
  });
  it('is not assessable where a check could not be decided', () => {
    const cells = {
      'reconsiderationAndLitigation.reconsideration.total': null,
      'reconsiderationAndLitigation.reconsideration.upheld': 3,
    };
    const { verdict, findings, problems, coverage } = run(reportOf(cells), rules);
    expect([verdict, findings, problems]).toEqual(['not-assessable', [], []]);
    expect(coverage.checks).toEqual({ made: 42, passed: 41, failed: 0, inconclusive: 1 });
  });
  it('is not decided by a heuristic query', () => {
    const cells = {
      'proactiveDisclosure.normativeDocuments.newlyDisclosed': 5,
      'proactiveDisclosure.normativeDocuments.totalDisclosed': 4,
    };
    const { verdict, findings, coverage } = runExample({ edition: '2019', year: 2020, cells });
    expect(verdict).toBe('pass');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['part-of', 'warning'],
    ]);
    expect(coverage.queries).toEqual({ made: 2, passed: 1, failed: 1, inconclusive: 0 });
  });
  it('is not decided by an undecided query either', () => {
    const cells = {
      'proactiveDisclosure.normativeDocuments.newlyDisclosed': 5,
      'proactiveDisclosure.normativeDocuments.totalDisclosed': null,
    };
    expect(runExample({ edition: '2019', year: 2020, cells })).toMatchObject({
      verdict: 'pass',
      coverage: { queries: { inconclusive: 1 } },
    });
  });
});

describe('a figure that was guessed', () => {
  it('is never checked, however well it fits', () => {
    const cells = {
      'requests.newlyReceived.naturalPerson': '3?',
      'requests.newlyReceived.total': 3,
      'requests.carriedForward.naturalPerson': 3,
      'requests.carriedForward.total': 3,
    };
    const { verdict, coverage, problems, findings } = runExample({
      edition: '2021',
      year: 2023,
      cells,
    });
    expect(findings).toEqual([]);
    expect(verdict).toBe('not-assessable');
    expect(coverage.checks.inconclusive).toBe(2);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['cells-uncertain', 'tables.requests'],
    ]);
  });

  it('does not excuse what no value of it could save', () => {
    const cells = {
      'requests.newlyReceived.naturalPerson': '3?',
      'requests.newlyReceived.enterprise': 9,
      'requests.newlyReceived.total': 3,
      'requests.carriedForward.naturalPerson': 3,
      'requests.carriedForward.total': 3,
    };
    const { verdict, findings } = runExample({ edition: '2021', year: 2023, cells });
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule, at }) => [rule, at.row, at.column])).toEqual([
      ['column-balance', null, 'enterprise'],
      ['row-total', 'newlyReceived', null],
    ]);
  });
});

describe('coverage', () => {
  it('counts each kind of answer', () => {
    const cells = {
      'proactiveDisclosure.governmentRules.issued': '/',
      'proactiveDisclosure.governmentRules.repealed': null,
      'proactiveDisclosure.governmentRules.inForce': '??',
      'proactiveDisclosure.normativeDocuments.issued': '12?',
    };
    const { coverage } = run(reportOf(cells, ['requests.handled.granted']), rules);
    expect(coverage.cells).toEqual({
      inForm: 200,
      read: 191,
      blank: 1,
      notApplicable: 1,
      unreadable: 1,
      uncertain: 1,
    });
  });
  it('owes a heading that stands alone in place of its lines, and a printed subtotal besides', () => {
    const lines = ['notClarified', 'feeUnpaid', 'other'].map(
      (id) => `requests.handled.otherHandling.${id}`,
    );
    const columns = [
      'naturalPerson',
      'enterprise',
      'researchInstitution',
      'publicInterestOrganization',
      'legalServiceOrganization',
      'otherOrganization',
      'total',
    ];
    const own = (path: string) =>
      Object.fromEntries(columns.map((id) => [`requests.handled.${path}.${id}`, 0]));
    const alone = run(reportOf(own('otherHandling'), lines), rules);
    expect(alone.coverage.cells).toMatchObject({ inForm: 186, read: 186 });
    expect(alone.coverage.checks).toEqual({ made: 40, passed: 40, failed: 0, inconclusive: 0 });
    const subtotal = run(reportOf(own('denied')), rules);
    expect(subtotal.coverage.cells).toMatchObject({ inForm: 207, read: 207 });
    expect(subtotal.coverage.checks).toEqual({ made: 50, passed: 50, failed: 0, inconclusive: 0 });
  });
});

describe('tables', () => {
  it('that are missing or blank throughout are problems and no pass', () => {
    const { report } = runExample({ edition: '2021', year: 2023, cells: {} });
    const table = 'reconsiderationAndLitigation';
    const lines = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'].map(
      (path) => `${table}.${path}`,
    );
    const missing = runExample({ edition: '2021', year: 2023, cells: {}, without: lines });
    expect(missing).toMatchObject({
      verdict: 'not-assessable',
      findings: [],
      coverage: { checks: { made: 39 } },
    });
    expect(missing.problems.map(({ code, path }) => [code, path])).toEqual([
      ['table-missing', `tables.${table}`],
    ]);
    const names = (report?.form.cells ?? [])
      .map(({ name }) => name)
      .filter((name) => name.startsWith(table));
    const blank = runExample({
      edition: '2021',
      year: 2023,
      cells: Object.fromEntries(names.map((name) => [name, null])),
    });
    expect(blank.problems.map(({ code }) => code)).toEqual(['table-blank']);
    expect(blank.verdict).toBe('not-assessable');
  });
});

describe('a summary', () => {
  it('adds up verdicts, errors and warnings', () => {
    const fail = runExample({
      edition: '2021',
      year: 2023,
      cells: { 'requests.newlyReceived.naturalPerson': 1 },
    });
    const undecided = runExample({
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': null,
        'requests.newlyReceived.total': 1,
        'requests.carriedForward.total': 1,
        'requests.carriedForward.naturalPerson': null,
      },
    });
    const pass = runExample({ edition: '2021', year: 2023, cells: {} });
    expect([fail, undecided, pass, pass].reduce(withRun, noRuns)).toEqual({
      reports: 4,
      pass: 2,
      fail: 1,
      notAssessable: 1,
      errors: 2,
      warnings: 0,
      waived: 0,
    });
  });
});

describe('a heading’s own figures', () => {
  const path = 'requests.handled.otherHandling';
  const lines = ['notClarified', 'feeUnpaid', 'other'].map((id) => `${path}.${id}`);
  const columns = (
    runExample({ edition: '2021', year: 2023, cells: {} }).report?.form.lines.find(
      (l) => l.path === 'newlyReceived',
    )?.columns ?? []
  ).map(({ id }) => id);
  const all = (value: number | string | null, under = path) =>
    Object.fromEntries(columns.map((id) => [`${under}.${id}`, value]));

  it('are owed in every column where they stand alone', () => {
    const { verdict, findings, coverage } = runExample({
      edition: '2021',
      year: 2023,
      without: lines,
      cells: {
        [`${path}.total`]: 0,
        'requests.newlyReceived.naturalPerson': 1,
        'requests.newlyReceived.total': 1,
        'requests.handled.granted.enterprise': 1,
        'requests.handled.granted.total': 1,
        'requests.handled.total.naturalPerson': 1,
        'requests.handled.total.total': 1,
      },
    });
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule, variant, at }) => [rule, variant, at.column])).toEqual([
      ['missing-line', 'cells', null],
      ['missing-line', 'merged', null],
      ['column-total', 'fails', 'enterprise'],
    ]);
    expect(coverage.cells).toMatchObject({ inForm: 186, read: 180 });
    expect(coverage.checks.made).toBe(40);
  });
  it('are not there where only blanks or marks are printed', () => {
    for (const value of [null, '/', '']) {
      const cells = {
        ...all(value, 'requests.handled.denied'),
        'requests.handled.denied.stateSecret.enterprise': 1,
        'requests.handled.denied.stateSecret.total': 1,
        'requests.handled.total.enterprise': 1,
        'requests.handled.total.total': 1,
        'requests.newlyReceived.enterprise': 1,
        'requests.newlyReceived.total': 1,
      };
      expect(runExample({ edition: '2021', year: 2023, cells })).toMatchObject({
        verdict: 'pass',
        coverage: { cells: { inForm: 200, read: 200 }, checks: { made: 42 } },
      });
      const alone = runExample({ edition: '2021', year: 2023, cells: all(value), without: lines });
      const missing = lines.map(() => ['missing-line', 'line']);
      // Marks in place of the lines say that there was none.
      const expected = value === '/' ? [['missing-line', 'merged']] : missing;
      expect(alone.findings.map(({ rule, variant }) => [rule, variant])).toEqual(expected);
    }
  });
  it('are checked only in the columns in which they are printed', () => {
    const cells = { 'requests.handled.denied.total': 0 };
    const { verdict, coverage } = runExample({ edition: '2021', year: 2023, cells });
    expect([verdict, coverage.checks.made, coverage.cells.inForm]).toEqual(['pass', 43, 201]);
  });
  it('that are marks beside figures add as 0', () => {
    const subtotal = {
      ...all(0, 'requests.handled.denied'),
      'requests.handled.denied.enterprise': '/',
      'requests.handled.denied.stateSecret.enterprise': 1,
    };
    const { findings } = runExample({ edition: '2021', year: 2023, cells: subtotal });
    expect(findings.map(({ rule, at }) => [rule, at.row, at.column])).toContainEqual([
      'column-total',
      'handled.denied',
      'enterprise',
    ]);
  });
  it('count among what a blank total adds up', () => {
    const cells = {
      ...all(0),
      [`${path}.enterprise`]: 2,
      [`${path}.total`]: 2,
      'requests.handled.total.enterprise': null,
      'requests.handled.total.total': 2,
      'requests.newlyReceived.total': 2,
    };
    const { checks } = runExample({ edition: '2021', year: 2023, cells, without: lines });
    const open = checks
      .filter(({ outcome }) => outcome === 'inconclusive')
      .map(({ equation }) => [equation.rule, equation.column]);
    expect(open).toContainEqual(['column-balance', 'enterprise']);
    expect(open).toContainEqual(['column-total', 'enterprise']);
  });
});

describe('an example', () => {
  it('may not name a cell or a line that does not exist', () => {
    expect(() => reportOf({ 'requests.handled.totl.total': 1 })).toThrow('totl');
    expect(() => reportOf({}, ['requests.nope'])).toThrow('nope');
    expect(() => runExample({ edition: '1999', year: 2023, cells: {} })).toThrow('1999');
    expect(() =>
      runExample({
        edition: '2021',
        year: 2023,
        cells: { 'requests.newlyReceived.total': 2 ** 53 },
      }),
    ).toThrow('no report');
  });
});
