import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldFor } from '../../scripts/bench/audit/programs.ts';
import { countTruth } from '../../scripts/bench/audit/proof.ts';
import { writeReports } from '../../scripts/bench/audit/write.ts';

const bodies = ['prose', 'keyed'] as const;
const folder = mkdtempSync(join(tmpdir(), 'giar-peers-'));

beforeAll(() => {
  for (const body of bodies) {
    writeReports(join(folder, body), { reports: 60, seed: 8, body, slips: true }, true);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a peer counts in both layouts. */
function counted(command: readonly string[], body: (typeof bodies)[number], layout: string) {
  const [program = '', ...args] = command;
  const path = join(folder, body, layout);
  const options = ['--layout', join(folder, body, 'layout.json'), path];
  return JSON.parse(spawnSync(program, [...args, ...options], { encoding: 'utf8' }).stdout);
}

const sums = ['column-balance', 'column-total', 'row-total', 'case-total'];
const python = spawnSync('python3', ['--version']).status === 0 ? it : it.skip;
const installed = existsSync('bench/node_modules') ? it : it.skip;
const node = process.execPath;

describe.each(bodies)('the peers of the benchmark (%s)', (body) => {
  const truth = (rules: readonly string[]) => {
    const counts = countTruth(join(folder, body, 'truth.ndjson'));
    return {
      reports: 60,
      failed: Object.fromEntries(rules.map((rule) => [rule, counts.get(rule) ?? 0])),
    };
  };

  it('parse every report, line by line and file by file', () => {
    for (const layout of ['reports.ndjson', 'tree']) {
      expect(counted([node, 'bench/floor.mjs'], body, layout)).toEqual({ reports: 60, failed: {} });
    }
  });

  python('find the seeded errors in plain Python', () => {
    for (const layout of ['reports.ndjson', 'tree']) {
      const found = counted(['python3', 'bench/plain.py'], body, layout);
      expect(found).toEqual(truth([...sums, 'carried-over']));
    }
  });

  installed('find the seeded errors in SQL', () => {
    for (const layout of ['reports.ndjson', 'tree']) {
      const found = counted([node, 'bench/duckdb.mjs'], body, layout);
      expect(found).toEqual(truth([...sums, 'carried-over']));
    }
  });

  installed.each(['json-rules-engine', 'hyperformula'])('find the sums with %s', (name) => {
    const found = counted([node, `bench/${name}.mjs`], body, 'reports.ndjson');
    expect(found).toEqual(truth(sums));
  });
});

describe('what is measured', () => {
  it('begins with the floor, and says what is not there', () => {
    const { programs, absent } = fieldFor('layout.json');
    expect(programs.slice(0, 2).map(({ name, layout }) => `${name} ${layout}`)).toEqual([
      'floor: read, decode, parse NDJSON',
      'floor: read, decode, parse files',
    ]);
    const named = [...programs.map(({ name }) => name), ...absent];
    for (const name of ['giar check', 'giar audit', 'DuckDB', 'plain Python', 'pandas']) {
      expect(named.filter((each) => each.startsWith(name))).not.toEqual([]);
    }
  });
});
