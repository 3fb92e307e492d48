import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/binding/diagnose.ts';
import { bindJson } from '../../src/binding/documents.ts';
import { explanationSchema } from '../../src/binding/explanationSchema.ts';
import { explanationKeysIn } from '../../src/binding/explanations.ts';
import { editions } from '../../src/editions/index.ts';
import { placedProblem } from '../../src/messages/problems.ts';
import { jsonSource } from '../../src/readers/json.ts';
import { writeJson } from '../../src/writers/json.ts';
import { formOfReport } from '../../src/writers/writer.ts';

const explained = {
  rule: 'column-balance',
  cells: { 'requests.newlyReceived.naturalPerson': 12, 'requests.carriedOver.naturalPerson': null },
  details: { section: '三', offset: 3 },
  reason: '上年系统迁移，已核实',
  by: '办公室',
  until: '2027-01-31',
};

function bound(explanations: string) {
  const text = `{"year": 2023, "tables": {}, "explanations": ${explanations}}`;
  const [first] = bindJson(jsonSource('r.json', text), editions);
  if (first === undefined) throw new Error('nothing bound');
  return first;
}

function problemsOf(explanations: string): string[] {
  const one = bound(explanations);
  const problems = 'misfit' in one ? diagnose(one.misfit) : 'problems' in one ? one.problems : [];
  return problems.map((each) => placedProblem(each, 'en'));
}

describe('explanations in report.json', () => {
  it('are read with the place of each', () => {
    const one = bound(JSON.stringify([explained, { rule: 'period', reason: 'x' }]));
    expect('report' in one && one.report.explanations).toEqual([
      {
        rule: 'column-balance',
        cells: explained.cells,
        details: explained.details,
        waiver: {
          reason: explained.reason,
          by: '办公室',
          until: '2027-01-31',
          place: { source: 'r.json', at: { kind: 'text', line: 1, column: 47 }, line: null },
        },
      },
      {
        rule: 'period',
        cells: {},
        details: {},
        waiver: {
          reason: 'x',
          by: null,
          until: null,
          place: { source: 'r.json', at: { kind: 'text', line: 1, column: 258 }, line: null },
        },
      },
    ]);
  });

  it('are refused with the place and the nearest key', () => {
    expect(problemsOf('[{"rule": "period", "reasons": "x"}]')).toEqual([
      'r.json:1:47: explanations[0].reason: a text that is not blank is expected here, this is null',
      'r.json:1:66: explanations[0].reasons: unknown key "reasons", the nearest is "reason"; valid here: rule, cells, details, reason, by, until',
    ]);
    expect(problemsOf('[{"rule": "period", "reason": " ", "until": "2027-02-30"}]')).toEqual([
      'r.json:1:76: explanations[0].reason: a text that is not blank is expected here, this is " "',
      'r.json:1:90: explanations[0].until: a day such as "2026-12-31" is expected here, this is "2027-02-30"',
    ]);
    expect(problemsOf('[{"rule": "period", "reason": "x", "cells": {"a": true}}]')).toEqual([
      'r.json:1:96: explanations[0].cells.a: a number, null or a printed text is expected here, this is true',
    ]);
    expect(problemsOf('{}')).toEqual([
      'r.json:1:46: explanations: an array is expected here, this is an object',
    ]);
  });

  it('may not hold a key twice or name a prototype', () => {
    expect(problemsOf('[{"rule": "period", "reason": "x", "reason": "y"}]')).toEqual([
      'r.json:1:81: explanations[0].reason: "reason" stands here a second time and there is no telling which one counts; delete one',
    ]);
    expect(problemsOf('[{"rule": "period", "reason": "x", "cells": {"__proto__": 1}}]')).toEqual([
      'r.json:1:91: explanations[0].cells.__proto__: the key "__proto__" is not allowed; delete it',
    ]);
  });

  it('are kept by the writer of report.json', () => {
    const one = bound(JSON.stringify([explained]));
    if (!('report' in one)) throw new Error('refused');
    const written: unknown = JSON.parse(writeJson(formOfReport(one.report)));
    expect(written).toEqual({ edition: '2021', year: 2023, tables: {}, explanations: [explained] });
  });

  it('are taken by the guard exactly where the schema takes them', () => {
    const odd = fc.constantFrom<unknown>(null, 3, '', 'x', {}, { a: 1 }, { a: [] }, [], 1e300);
    const day = fc.constantFrom<unknown>('2024-02-29', '2023-02-29', '2023-1-1', 4);
    const one = fc.record(
      { rule: odd, cells: odd, details: odd, reason: odd, by: odd, until: day, more: odd },
      { requiredKeys: [] },
    );
    const rule = fc.constantFrom('period', 'x');
    const cells = fc.constantFrom<unknown>({}, { a: 1 }, { a: '/' }, { a: [] }, { a: 1e300 });
    const near = fc.record(
      { rule, reason: rule, cells, details: cells, by: rule, until: day },
      { requiredKeys: ['rule', 'reason'] },
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(one, near), (each) => {
        const guard = explanationKeysIn([each]) >= 0;
        expect(guard, JSON.stringify(each)).toBe(explanationSchema.safeParse(each).success);
        if (guard) taken++;
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
