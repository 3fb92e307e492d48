import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import type { Run } from '../../src/model/run.ts';
import { runFixture } from '../support/runs.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('fixtures/rules/', root);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.includes('.'))
  .sort();

function readJson(url: URL): Record<string, unknown> {
  return JSON.parse(readFileSync(url, 'utf8'));
}

const schemas = new Map(
  editions.map(({ id }): [string, ValidateFunction] => {
    const schema = readJson(new URL(`schemas/report-${id}.schema.json`, root));
    return [id, new Ajv2020({ strict: false }).compile(schema)];
  }),
);

/** The verdict as the name of a fixture says it. */
function verdictOf({ verdict, findings }: Run): string {
  if (verdict === 'not-assessable') return 'undecided';
  return verdict === 'pass' && findings.length > 0 ? 'warning' : verdict;
}

describe.each(names)('fixtures/rules/%s', (file) => {
  it('has a name that ends in a verdict and .json', () => {
    expect(file).toMatch(/^[a-z-]+\/[a-z0-9-]+\.(?:fail|pass|warning|undecided)\.json$/u);
  });

  it('has the verdict its name says', () => {
    const run = runFixture(file.replace(/\.json$/u, ''));
    expect(verdictOf(run), JSON.stringify(run.findings.map((f) => [f.rule, f.at]))).toBe(
      file.split('.').at(-2),
    );
  });

  it('is read no further than the form goes, every check counted once', () => {
    const { cells, checks, queries } = runFixture(file.replace(/\.json$/u, '')).coverage;
    expect(cells.read + cells.unreadable).toBeLessThanOrEqual(cells.inForm);
    expect(cells.blank + cells.notApplicable).toBeLessThanOrEqual(cells.read);
    for (const { made, passed, failed, inconclusive } of [checks, queries]) {
      expect(made).toBe(passed + failed + inconclusive);
    }
    expect(checks.made).toBeGreaterThan(0);
  });

  it('is valid under the schema of its edition, which it names', () => {
    const value: unknown = readJson(new URL(file, folder));
    for (const record of [value].flat()) {
      const edition: unknown = Reflect.get(Object(record), 'edition');
      const validate = schemas.get(String(edition));
      const schema: unknown = Reflect.get(Object(record), '$schema');
      expect(schema).toBe(`../../../schemas/report-${edition}.schema.json`);
      expect(validate?.(record), JSON.stringify(validate?.errors)).toBe(true);
    }
  });
});

describe('the schemas that fixtures are held against', () => {
  it.each([...schemas])('refuse a table that the edition %s does not have', (_, validate) => {
    expect(validate({ tables: { nowhere: {} } })).toBe(false);
  });
});
