import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Body } from './audit/generate.ts';
import { measureMemory } from './audit/memory.ts';
import { measureTimes, type Options } from './audit/times.ts';

/**
 * npm run bench:audit [-- [--reports 10000] [--rounds 3] [--seed 1] [--body prose|keyed] [--long] [times] [memory]]
 * measures giar and its peers on made-up reports whose errors are known; `--long` adds a hundred times the reports.
 */
const { values, positionals } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    body: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const bodies = (['keyed', 'prose'] satisfies Body[]).filter(
  (body) => values.body === undefined || body === values.body,
);
const [reports, rounds, seed] = [values.reports, values.rounds, values.seed].map(Number);
if (!reports || !rounds || seed === undefined || Number.isNaN(seed) || bodies.length === 0) {
  throw new Error('--reports, --rounds and --seed want numbers, --body wants prose or keyed');
}
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
for (const body of bodies) {
  const folder = mkdtempSync(join(tmpdir(), 'giar-audit-'));
  const options: Options = { reports, rounds, seed, body, folder };
  try {
    if (isWanted('times')) await measureTimes(options);
    if (isWanted('memory')) measureMemory(options, values.long);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
