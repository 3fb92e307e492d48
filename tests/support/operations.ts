import { Session } from 'node:inspector/promises';
import type { ReporterContext } from '../../src/reporters/reporter.ts';
import { hostile } from './hostile.ts';

/**
 * Prints, for each hostile text and each of two sizes, how often the blocks of the program were run.
 * A program of its own, since it counts what its process does: `node --import tsx operations.ts SIZE`.
 */
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
// Only code that is compiled from now on is counted block by block.
const { exampleRecord } = await import('../../src/example.ts');
const { checkDocument, sentences } = await import('../../src/pipeline.ts');
const { jsonReporter } = await import('../../src/reporters/json.ts');
const { terminalReporter } = await import('../../src/reporters/terminal/index.ts');
const { rules } = await import('../../src/rules/index.ts');

const context: ReporterContext = {
  lang: 'zh',
  sentences,
  rules,
  severityOf: () => 'error',
  version: '0',
  width: 80,
  isColored: true,
  detail: 'verbose',
};

const cells = {
  'requests.newlyReceived.naturalPerson': 25,
  'requests.newlyReceived.total': 25,
  'requests.carriedForward.naturalPerson': 25,
  'requests.carriedForward.total': 25,
};

/** Checks a report with this prose and prints it in both ways. */
async function checked(text: string): Promise<void> {
  const record = exampleRecord({ edition: '2021', year: 2023, cells, text });
  const [run] = checkDocument(JSON.stringify(record), 'report.json');
  if (run === undefined || 'misfit' in run) throw new Error('no report');
  await terminalReporter.report(run, context, 0);
  await jsonReporter.report(run, context, 0);
}

/** How often the blocks of our files and of our packages were run since the last time. */
async function counted(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let sum = 0;
  for (const { url, functions } of result) {
    if (!url.startsWith('file:') || /node_modules\/(?:tsx|esbuild)\//u.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  }
  return sum;
}

const size = Number(process.argv[2]);
// What is made once, such as the grammar, is made now.
for (const text of Object.values(hostile)) await checked(text(200));
const counts: Record<string, number[]> = {};
for (const [name, text] of Object.entries(hostile)) {
  const own: number[] = [];
  for (const each of [size, 2 * size]) {
    await counted();
    await checked(text(each));
    own.push(await counted());
  }
  counts[name] = own;
}
process.stdout.write(JSON.stringify(counts));
