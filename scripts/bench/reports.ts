import { parseArgs } from 'node:util';
import { writeReports } from './audit/write.ts';

/**
 * npx tsx scripts/bench/reports.ts --out FOLDER [--reports 10000] [--seed 1] [--body prose|keyed] [--tree] [--right]
 * writes made-up reports with known errors, and the errors as `truth.ndjson`.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    reports: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    body: { type: 'string', default: 'prose' },
    tree: { type: 'boolean', default: false },
    right: { type: 'boolean', default: false },
  },
});
const { out, body, tree, right } = values;
const [reports, seed] = [Number(values.reports), Number(values.seed)];
if (out === undefined) throw new Error('--out FOLDER is missing');
if (body !== 'prose' && body !== 'keyed') throw new Error(`--body ${body}: prose or keyed`);
if (!Number.isSafeInteger(reports) || !Number.isSafeInteger(seed)) {
  throw new Error('--reports and --seed want whole numbers');
}
const written = writeReports(out, { reports, seed, body, slips: !right }, tree);
const each = Math.round(written.bytes / written.reports);
console.log(
  `${written.reports} reports, ${each} bytes each, ${written.wrong} with findings: ${out}`,
);
