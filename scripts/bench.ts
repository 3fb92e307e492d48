import { measureDocuments } from './bench/documents.ts';
import { measureMemory, measureStart } from './bench/program.ts';
import { measureProse } from './bench/prose.ts';
import { measureRecords, records } from './bench/records.ts';

/**
 * Ratios, measured in one run on the same data with rounds that take turns, so that a busy machine
 * slows both sides alike. Nothing here is a test: it prints what it saw. Names after `--` choose parts.
 */
const texts = records(10_000);
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  records: () => measureRecords(texts),
  documents: measureDocuments,
  prose: measureProse,
  start: measureStart,
  memory: () => measureMemory(texts),
};
const chosen = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length === 0 || chosen.includes(name)) await measure();
}
