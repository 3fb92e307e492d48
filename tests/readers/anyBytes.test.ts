import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';

const fixtures = ['jingan-2020', 'testcity-2025', 'hebei-jyt-2018'].map((name) =>
  readFileSync(`fixtures/reports/${name}/report.json`),
);

function verdictsOf(bytes: Uint8Array | string): string[] {
  const { reports, summary } = check(bytes);
  expect(summary.reports).toBe(reports.length);
  expect(reports.length).toBeGreaterThan(0);
  for (const { verdict, findings, problems, coverage } of reports) {
    // Never silent: what is no pass says why, and a pass has read the whole form.
    if (verdict === 'fail') expect(findings.some((f) => f.severity === 'error')).toBe(true);
    if (verdict === 'not-assessable') {
      expect(problems.length + coverage.checks.inconclusive).toBeGreaterThan(0);
    }
    if (verdict === 'pass') expect(coverage.cells.read).toBe(coverage.cells.inForm);
  }
  return reports.map((report) => report.verdict);
}

describe('whatever the bytes', () => {
  it('reading does not throw, and random bytes never pass', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(verdictsOf(bytes)).not.toContain('pass');
      }),
      { numRuns: 1000 },
    );
  });

  it('reading does not throw on any text, JSON or not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 6 })), (text) => {
        expect(verdictsOf(text)).not.toContain('pass');
      }),
      { numRuns: 1000 },
    );
  });

  it('a real report with bytes changed, lost or doubled is still told', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(3), kind: fc.nat(2) });
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (fixture, changes) => {
          let bytes: Buffer = Buffer.from(fixture);
          for (const { at, byte, cut, kind } of changes) {
            const i = at % bytes.length;
            if (kind === 0) bytes[i] = byte;
            else
              bytes = Buffer.concat([
                bytes.subarray(0, kind === 1 ? i : i + cut),
                bytes.subarray(kind === 1 ? i + cut : i),
              ]);
          }
          verdictsOf(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
