import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { makeChecks } from '../../src/engine/checks.ts';
import { programOf } from '../../src/engine/compile.ts';
import type { Edition } from '../../src/model/edition.ts';
import { type FormCell, formOf } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import type { Run } from '../../src/model/run.ts';
import { checkDocument } from '../../src/pipeline.ts';
import { balancedValues, drawFrom, recordOf } from '../support/generate.ts';

/** Fewer in a mutation run, which repeats them for every mutant. */
const numRuns = Number(process.env.GIAR_PROPERTY_RUNS ?? 300);
const anyEdition = fc.constantFrom(...editions);
const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
const anySize = fc.constantFrom(0, 1, 9, 400, 100_000);

function runOf(record: unknown): Run {
  const [checked] = checkDocument(JSON.stringify(record), 'report.json');
  if (checked === undefined || 'misfit' in checked) throw new Error('not a report of its edition');
  return checked;
}

function reportOf(run: Run): Report {
  if (run.report === null) throw new Error('no report');
  return run.report;
}

function record(edition: Edition, values: readonly number[]): Record<string, unknown> {
  return recordOf(formOf(edition), values, edition.years.from);
}

describe('a balanced report of any edition', () => {
  it('has no finding and passes, whatever its figures', () => {
    fc.assert(
      fc.property(anyEdition, anySeed, anySize, (edition, seed, size) => {
        const run = runOf(record(edition, balancedValues(edition, drawFrom(seed), size)));
        expect(run.findings).toEqual([]);
        expect(run.problems).toEqual([]);
        expect(run.verdict).toBe('pass');
        expect(run.coverage.checks.passed).toBe(run.coverage.checks.made);
      }),
      { numRuns },
    );
  });
});

describe('one changed cell', () => {
  const tables = ['requests', 'reconsiderationAndLitigation', 'statistics'];
  const anyChange = fc.integer({ min: 1, max: 5000 });

  it('fails exactly the checks whose equations contain it', () => {
    fc.assert(
      fc.property(anyEdition, anySeed, fc.nat(), anyChange, (edition, seed, pick, change) => {
        const form = formOf(edition);
        const values = balancedValues(edition, drawFrom(seed));
        const isChoice = ({ line }: FormCell): boolean =>
          tables.includes(line.table.id) && !line.optional;
        const cells = form.cells.filter(isChoice);
        const cell = cells[pick % cells.length]?.index ?? -1;
        values[cell] = (values[cell] ?? 0) + change;
        const { checks, findings } = runOf(record(edition, values));
        for (const { equation, outcome } of checks.filter(
          ({ equation }) => equation.relation === '=',
        )) {
          const contains = [...equation.left, ...equation.right].some((term) => term.cell === cell);
          expect(outcome, `${equation.rule} ${equation.row} ${equation.column}`).toBe(
            contains ? 'fail' : 'pass',
          );
        }
        const failed = checks
          .filter(({ outcome }) => outcome === 'fail')
          .map(({ equation }) => equation);
        expect(new Set(findings.map(({ equation }) => equation))).toEqual(new Set(failed));
      }),
      { numRuns },
    );
  });
});

/** An object with its keys in another order, all the way down. */
function shuffled(value: unknown, seed: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const draw = drawFrom(seed);
  const entries = Object.entries(value).map(
    ([key, below]) => [draw(1e6), key, shuffled(below, seed)] as const,
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => a - b).map(([, key, below]) => [key, below]),
  );
}

describe('the order of findings', () => {
  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(anyEdition, anySeed, anySeed, (edition, seed, other) => {
        const draw = drawFrom(seed);
        const values = formOf(edition).cells.map(() => draw(30) - 1);
        const whole = record(edition, values);
        const names = (run: Run) =>
          run.findings.map(({ rule, at, variant }) => [rule, at, variant]);
        expect(names(runOf(shuffled(whole, other)))).toEqual(names(runOf(whole)));
      }),
      { numRuns },
    );
  });
});

describe('the two ways of checking', () => {
  it('agree on every report of plain numbers', () => {
    fc.assert(
      fc.property(anyEdition, anySeed, fc.boolean(), (edition, seed, isBalanced) => {
        const draw = drawFrom(seed);
        const values = isBalanced
          ? balancedValues(edition, draw)
          : formOf(edition).cells.map(() => draw(4));
        const report = reportOf(runOf(record(edition, values)));
        const program = programOf(report.form);
        const outcomes = (isPlain: boolean) =>
          makeChecks(program, report, { isPlain, silent: new Set() }).map(
            ({ equation, outcome }) => [equation.rule, equation.row, equation.column, outcome],
          );
        expect(outcomes(false)).toEqual(outcomes(true));
      }),
      { numRuns },
    );
  });
});
