import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import { runRecord } from '../support/runs.ts';

describe('findings about the prose', () => {
  it('are told up to a number, and that there are more', () => {
    const text = '本机关收到政府信息公开申请9件。'.repeat(520);
    const { findings, problems, verdict } = runRecord(
      exampleRecord({ edition: '2021', year: 2023, cells: {}, text }),
    );
    expect(verdict).toBe('fail');
    expect(findings.filter(({ claim }) => claim !== null)).toHaveLength(500);
    expect(problems.map(({ code, args }) => [code, args.count])).toEqual([['more-problems', '20']]);
  });
});
