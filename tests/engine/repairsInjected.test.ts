import { describe, expect, it } from 'vitest';
import { type Base, fixtures, series } from '../../scripts/eval/repairs/bases.ts';
import { noScore, type Score, tryOne } from '../../scripts/eval/repairs/score.ts';
import { withChanges } from '../../src/model/changed.ts';
import { checkedAgain, repaired } from '../../src/pipeline.ts';
import { drawFrom } from '../support/generate.ts';
import { type Injected, inject, kinds, singleKinds } from '../support/injected.ts';

const tables = { three: 'requests', four: 'reconsiderationAndLitigation' } as const;
const seed = Number(process.env.GIAR_PROPERTY_SEED ?? 1);

function measured(bases: readonly Base[], table: string, kind: Injected, errors: number): Score {
  const draw = drawFrom(seed);
  const score = noScore();
  for (let i = 0; score.errors < errors && i < errors * 40; i++) {
    const base = bases[draw(bases.length - 1)];
    if (base !== undefined) tryOne(base, table, kind, draw, score, () => {});
  }
  expect(score.errors).toBeGreaterThan(0);
  return score;
}

const alone = series(8, seed, 'nothing').map(({ report }) => ({ report, before: null }));
const printed = fixtures().filter(({ report }) => report.form.edition.id !== '2014');

/** A sample of what `npm run eval:repairs` measures; there are the goals, and the whole figures. */
describe('a slip in table 3', () => {
  it.each(singleKinds)('of one cell is mended at once: %s', (kind) => {
    for (const bases of [alone, printed]) {
      const { right, errors, wrongCertain } = measured(bases, tables.three, kind, 60);
      expect({ right, wrongCertain }).toEqual({ right: errors, wrongCertain: 0 });
    }
  });

  it.each([
    ['two cells', 0.95],
    ['swapped neighbours', 0.8],
    ['three cells', 0.9],
    ['six cells', 0.8],
  ] as const)(
    'of %s is mended at once in %d of all, and never called certain where it is not',
    (kind, least) => {
      for (const bases of [alone, printed]) {
        const { right, errors, wrongCertain } = measured(bases, tables.three, kind, 80);
        expect(right / errors).toBeGreaterThanOrEqual(least);
        expect(wrongCertain).toBe(0);
      }
    },
  );
});

describe('a slip in table 4', () => {
  it('is mended more often the more the prose says', () => {
    const shares = (['nothing', 'totals', 'all'] as const).map((told) => {
      const bases = series(8, seed, told).map(({ report }) => ({ report, before: null }));
      const scores = singleKinds.map((kind) => measured(bases, tables.four, kind, 40));
      expect(scores.every(({ wrongCertain }) => wrongCertain === 0)).toBe(true);
      const sum = (key: 'right' | 'errors') => scores.reduce((all, each) => all + each[key], 0);
      return sum('right') / sum('errors');
    });
    const [nothing = 1, totals = 0, all = 0] = shares;
    expect(totals).toBeGreaterThan(nothing);
    expect(all).toBe(1);
  });
});

describe('every repair that is shown', () => {
  it.each(kinds)(
    'leaves nothing new wrong, mends its own findings, and has no count below zero: %s',
    (kind) => {
      const draw = drawFrom(seed + 1);
      let seen = 0;
      for (let i = 0; i < 25; i++) {
        const base = alone[draw(alone.length - 1)];
        if (base === undefined) continue;
        const values = [...base.report.values];
        inject(base.report.form, tables.three, kind, values, draw);
        const wrong = repaired(checkedAgain({ ...base.report, values }, null));
        if (wrong.report === null) continue;
        const before = new Set(wrong.findings.map(({ rule, at }) => JSON.stringify([rule, at])));
        for (const group of wrong.repairs) {
          const own = group.findings.map(({ rule, at }) => JSON.stringify([rule, at]));
          for (const { changes } of group.repairs) {
            expect(changes.every(({ to }) => to >= 0)).toBe(true);
            const after = checkedAgain(withChanges(wrong.report, changes), null);
            const left = after.findings.map(({ rule, at }) => JSON.stringify([rule, at]));
            expect(left.filter((each) => !before.has(each) || own.includes(each))).toEqual([]);
            seen++;
          }
        }
      }
      expect(seen > 0 || kind === 'transposed').toBe(true);
    },
  );
});
