import { parseArgs } from 'node:util';
import { compareFindings } from './audit/verify.ts';

/**
 * npx tsx scripts/bench/verify.ts findings.ndjson truth.ndjson [--rules column-balance,row-total]
 * exits with 1 unless every seeded error was found, in its place, and nothing else.
 */
const { values, positionals } = parseArgs({
  options: { rules: { type: 'string' } },
  allowPositionals: true,
});
const [findings, truth] = positionals;
if (findings === undefined || truth === undefined) throw new Error('findings and truth, please');
const rules = values.rules === undefined ? null : new Set(values.rules.split(','));
const compared = await compareFindings(findings, truth, rules);
const shown = 20;
let wrong = 0;
for (const [what, keys] of Object.entries(compared)) {
  if (typeof keys === 'number') continue;
  wrong += keys.length;
  for (const key of keys.slice(0, shown)) console.log(`${what}: ${key}`);
  if (keys.length > shown) console.log(`${what}: ${keys.length - shown} more`);
}
console.log(`${compared.expected} expected, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
