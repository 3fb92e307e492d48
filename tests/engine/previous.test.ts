import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';

describe('a report of an earlier year that is not the one before', () => {
  it('is not compared, and keeps the report from passing', () => {
    const before = { edition: '2021', year: 2021, cells: {} };
    const run = runExample({ edition: '2021', year: 2023, cells: {}, before });
    expect([run.verdict, run.compared]).toEqual(['not-assessable', null]);
    expect(run.problems.map(({ code, args }) => [code, args])).toEqual([
      ['previous-not-before', { year: '2023', other: '2021' }],
    ]);
  });
});
