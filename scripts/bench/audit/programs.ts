import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Rules that say of one report that its sums are wrong. */
export const sums = ['column-balance', 'column-total', 'row-total', 'case-total'] as const;

/** How what a program printed tells what it found: by rule, or in all. */
export type Told = 'counts' | 'summary' | 'findings';

/** A program that is measured, on one layout of the data. */
export interface Program {
  readonly name: string;
  readonly layout: 'NDJSON' | 'files';
  readonly threads: number;
  /** Measured on a thousand reports only: too slow for more. */
  readonly isSlow: boolean;
  readonly command: readonly string[];
  readonly told: Told;
  /** The rules whose seeded errors it has to find, each of them and no more. */
  readonly finds: readonly string[];
}

/** What is measured, and a line for what is not there. */
export interface Field {
  readonly programs: readonly Program[];
  readonly absent: readonly string[];
}

const succeeds = ([program = '', ...args]: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const node = process.execPath;
const giar = [node, 'bin/giar.cjs'] as const;

function pairOf(program: Omit<Program, 'layout'>): Program[] {
  return [
    { ...program, layout: 'NDJSON' },
    { ...program, layout: 'files' },
  ];
}

function ourPrograms(): Field {
  const check: Program = {
    name: 'giar check --quiet',
    layout: 'NDJSON',
    threads: 1,
    isSlow: false,
    // As large as Node reads a file at all.
    command: [...giar, 'check', '--quiet', '--max-size', '500'],
    told: 'summary',
    finds: sums,
  };
  if (!succeeds([...giar, 'help', 'audit'])) {
    return { programs: [check], absent: ['giar audit: not in this build'] };
  }
  const audits = [1, 2].flatMap((threads) =>
    pairOf({
      name: 'giar audit',
      threads,
      isSlow: false,
      command: [...giar, 'audit', '--format', 'json', '--workers', String(threads)],
      told: 'findings',
      finds: [],
    }),
  );
  return { programs: [check, ...audits], absent: [] };
}

function peersInNode(layout: string): Field {
  if (!existsSync('bench/node_modules')) {
    return { programs: [], absent: ['DuckDB and others: npm ci --prefix bench'] };
  }
  const peer = (file: string, ...more: string[]) => [
    node,
    `bench/${file}.mjs`,
    '--layout',
    layout,
    ...more,
  ];
  const duckdb = [1, 2].flatMap((threads) =>
    pairOf({
      name: 'DuckDB',
      threads,
      isSlow: false,
      command: peer('duckdb', '--threads', String(threads)),
      told: 'counts',
      finds: [...sums, 'carried-over'],
    }),
  );
  const engines = ['json-rules-engine', 'hyperformula'].map(
    (name): Program => ({
      name,
      layout: 'NDJSON',
      threads: 1,
      isSlow: true,
      command: peer(name),
      told: 'counts',
      finds: sums,
    }),
  );
  return { programs: [...duckdb, ...engines], absent: [] };
}

const pythons = ['python3', '/usr/bin/python3'] as const;

function peersInPython(layout: string): Field {
  const scripts = [
    { name: 'plain Python', file: 'plain.py', needs: 'json' },
    { name: 'pandas', file: 'frames.py', needs: 'pandas' },
  ];
  const programs: Program[] = [];
  const absent: string[] = [];
  for (const { name, file, needs } of scripts) {
    const python = pythons.find((each) => succeeds([each, '-c', `import ${needs}`]));
    if (python === undefined) {
      absent.push(`${name}: no Python here that has ${needs}`);
      continue;
    }
    programs.push({
      name,
      layout: 'NDJSON',
      threads: 1,
      isSlow: false,
      command: [python, `bench/${file}`, '--layout', layout],
      told: 'counts',
      finds: [...sums, 'carried-over'],
    });
  }
  return { programs, absent };
}

/** Everything that can be measured here; the floor first. */
export function fieldFor(layout: string): Field {
  const floor = pairOf({
    name: 'floor: read, decode, parse',
    threads: 1,
    isSlow: false,
    command: [node, 'bench/floor.mjs'],
    told: 'counts',
    finds: [],
  });
  const others = [ourPrograms(), peersInNode(layout), peersInPython(layout)];
  return {
    programs: [...floor, ...others.flatMap(({ programs }) => programs)],
    absent: others.flatMap(({ absent }) => absent),
  };
}
