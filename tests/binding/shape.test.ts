import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindRecord, isObject } from '../../src/binding/record.ts';
import { recordSchema } from '../../src/binding/recordSchema.ts';
import { editions } from '../../src/editions/index.ts';
import { formOf } from '../../src/model/form.ts';
import { jsonSource } from '../../src/readers/json.ts';
import { balancedValues, drawFrom, recordOf } from '../support/generate.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const oddities: readonly Json[] = [
  null,
  0,
  -1,
  2.5,
  2 ** 53,
  -(2 ** 53),
  '',
  '/',
  '27（其中修订22件）',
  'abc',
  true,
  [],
  {},
  [1],
  [1, 2, 3, 4, 5, 6, 7],
  { total: 1 },
  { naturalPerson: 1, total: 1 },
  { naturalPerson: 'x', granted: 1 },
  { subtotal: [0, 0, 0, 0, 0, 0, 0] },
  { figure: 3 },
  { unknown: 1 },
  { total: [0, 0, 0, 0, 0, 0, 0] },
  { subtotal: 4 },
  { notClarified: [0] },
];

/** Replaces, drops or adds something at a place drawn at random. */
function spoil(value: Json, draw: (most: number) => number, depth: number): Json {
  const odd = oddities[draw(oddities.length - 1)] ?? null;
  if (typeof value !== 'object' || value === null || draw(depth + 4) === 0) return odd;
  if (Array.isArray(value)) {
    if (draw(3) === 0) return draw(1) === 0 ? [...value, odd] : value.slice(1);
    const at = draw(Math.max(0, value.length - 1));
    return value.map((item, i) => (i === at ? odd : item));
  }
  const keys = Object.keys(value);
  const key = keys[draw(Math.max(0, keys.length - 1))] ?? 'x';
  const choice = draw(9);
  if (choice === 0) return { ...value, subtotal: odd };
  if (choice === 1) return Object.fromEntries(Object.entries(value).filter(([k]) => k !== key));
  if (choice === 2) return { ...value, [`${key}s`]: value[key] ?? null };
  return { ...value, [key]: spoil(value[key] ?? null, draw, depth - 1) };
}

describe('the fast guard', () => {
  it('accepts exactly the records that the schema of the edition accepts', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...editions),
        fc.nat(),
        fc.integer({ min: 0, max: 2 }),
        (edition, seed, times) => {
          const form = formOf(edition);
          const draw = drawFrom(seed);
          let record = recordOf(form, balancedValues(edition, draw), edition.years.from) as Json;
          for (let i = 0; i < times; i++) record = spoil(record, draw, 6);
          if (!isObject(record)) return;
          const guard = bindRecord(record, form, jsonSource('x', ''), [], 'x') !== null;
          const schema = recordSchema(form).safeParse(record).success;
          // Which edition a record is of is settled before either is asked.
          if (record.edition !== undefined && record.edition !== edition.id) return;
          expect(guard, JSON.stringify(record)).toBe(schema);
          if (guard) accepted++;
        },
      ),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(60);
  });
});
