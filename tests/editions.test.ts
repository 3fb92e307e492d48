import { describe, expect, it } from 'vitest';
import { editions } from '../src/editions/index.ts';
import { programOf } from '../src/engine/compile.ts';
import type { Edition } from '../src/model/edition.ts';
import { formOf } from '../src/model/form.ts';

/**
 * What the edition files alone say of themselves: the property tests draw their reports from the
 * same identities and could not see one that is missing.
 */
const known: Readonly<Record<string, { cells: number; checks: number; queries: number }>> = {
  2014: { cells: 58, checks: 10, queries: 0 },
  2019: { cells: 198, checks: 45, queries: 2 },
  2021: { cells: 200, checks: 42, queries: 0 },
};

describe('the years of the editions', () => {
  it('follow each other without a gap, and only the last is open', () => {
    for (const [i, { id, years }] of editions.entries()) {
      const next = editions[i + 1];
      expect(years.to, `edition ${id}: the year before the next edition`).toBe(
        next === undefined ? null : next.years.from - 1,
      );
      if (years.to !== null) expect(years.to).toBeGreaterThanOrEqual(years.from);
    }
  });
});

describe.each(editions.map((edition): [string, Edition] => [edition.id, edition]))(
  'edition %s',
  (id, edition) => {
    const form = formOf(edition);
    const { equations, standard, required } = programOf(form);

    it('has as many cells, checks and queries as its form', () => {
      const queries = standard.filter(({ status }) => status === 'heuristic').length;
      expect(
        { cells: required, checks: standard.length - queries, queries },
        'a new edition adds its numbers above, counted on the printed form',
      ).toEqual(known[id]);
    });

    it('has names that occur once, and labels in both languages', () => {
      const names = form.cells.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      for (const { label, path, columns } of form.lines) {
        for (const { zh, en } of [label, ...columns]) expect(zh && en, path).not.toBe('');
      }
    });

    it('adds up every figure of a table that has totals', () => {
      const summed = new Set(
        equations.flatMap(({ left, right }) => [...left, ...right]).map(({ cell }) => cell),
      );
      const totalled = new Set(
        edition.identities.filter(({ relation }) => relation === '=').map(({ table }) => table),
      );
      // The list of 2014 has totals for some of its figures only; its identities are counted above.
      const free = form.cells.filter(
        ({ index, line }) =>
          totalled.has(line.table.id) && line.table.id !== 'statistics' && !summed.has(index),
      );
      expect(free.map(({ name }) => name)).toEqual([]);
    });

    it('has each figure of the request table in a sum over its line and one over its column', () => {
      const cells = form.cells.filter(({ line }) => line.table.id === 'requests' && !line.optional);
      for (const { index, name } of cells) {
        const containing = standard.filter(({ left, right }) =>
          [...left, ...right].some(({ cell }) => cell === index),
        );
        expect(
          containing.some(({ column }) => column === null),
          name,
        ).toBe(true);
        expect(
          containing.some(({ column }) => column !== null),
          name,
        ).toBe(true);
      }
    });

    it('names lines and tables of its own in what a region adds up', () => {
      const { tables, apart } = edition.levels;
      const named = [...tables, ...apart].flatMap(({ table, lines }) =>
        (lines ?? ['']).map((line) => `${table}.${line}`.replace(/\*$/u, '')),
      );
      const known = form.cells.map(({ name }) => name);
      expect(named.filter((name) => !known.some((cell) => cell.startsWith(name)))).toEqual([]);
    });

    it('is recognised by labels that no other edition prints', () => {
      const labels = (other: Edition) => JSON.stringify(other.tables);
      for (const print of edition.fingerprint) {
        for (const other of editions.filter((e) => e !== edition))
          expect(labels(other)).not.toContain(`"${print}"`);
      }
    });
  },
);

describe('a wrong edition', () => {
  const [, edition] = editions;
  if (edition === undefined) throw new Error('an edition is missing');
  const broken = (change: object): Edition => ({
    ...edition,
    identities: edition.identities.map((identity) => ({ ...identity, ...change })),
  });
  it('is refused where an identity names a line or column that does not exist', () => {
    expect(() =>
      programOf(formOf(broken({ each: 'line', right: ['foreignOrganisation'] }))),
    ).toThrow('foreignOrganisation');
    expect(() => programOf(formOf(broken({ each: 'column', left: ['handled.totl'] })))).toThrow(
      'handled.totl',
    );
    expect(() => programOf(formOf(broken({ each: 'column', right: ['nothing.*'] })))).toThrow(
      'nothing.*',
    );
  });
});
