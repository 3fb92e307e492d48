import { linkSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../turns.ts';
import { runChild } from './child.ts';
import { fieldFor, type Program } from './programs.ts';
import { printTable } from './table.ts';
import type { Options } from './times.ts';
import { writeReports } from './write.ts';

const times = 10;

function peaks(programs: readonly Program[], sets: readonly (readonly string[])[], folder: string) {
  return programs.map((program) =>
    sets.map((paths) => runChild([...program.command, ...paths], folder).peak ?? Number.NaN),
  );
}

/** Peak memory with ten times the reports; with `isLong` with a hundred times too, the same file under ten names. */
export function measureMemory(options: Options, isLong: boolean): void {
  const { folder, reports, seed, body } = options;
  const sizes = [reports, reports * times];
  const files = sizes.map((count) => {
    const at = join(folder, `memory-${count}`);
    writeReports(at, { reports: count, seed, body, slips: true }, false);
    return join(at, 'reports.ndjson');
  });
  const sets = files.map((file) => [file]);
  if (isLong) sets.push(namesFor(files.at(-1) ?? '', folder));
  const counts = isLong ? [...sizes, reports * times * times] : sizes;
  const { programs } = fieldFor(join(folder, `memory-${reports}`, 'layout.json'));
  // `giar check` reads no file of more than 500 MiB, and the slow ones have no goal.
  const streaming = programs.filter(
    ({ name, layout, isSlow }) => layout === 'NDJSON' && !isSlow && !name.startsWith('giar check'),
  );
  const measured = peaks(streaming, sets, folder);
  console.log(`\npeak memory in MiB, ${body}`);
  printTable(
    ['program', 'threads', ...counts.map((count) => `${count} reports`), '×', ''],
    streaming.map(({ name, threads }, i) => {
      const [first = 0, second = 0] = measured[i] ?? [];
      const each = (measured[i] ?? []).map((peak) => String(Math.round(peak)));
      return [name, String(threads), ...each, (second / first).toFixed(2), ''];
    }),
  );
  for (const [i, { name, threads }] of streaming.entries()) {
    if (name !== 'giar audit') continue;
    const [first = 0, ...more] = measured[i] ?? [];
    for (const [k, peak] of more.entries()) {
      say(
        `peak memory, ${threads} workers, ${counts[k + 1]} / ${reports} reports`,
        peak / first,
        1.3,
      );
    }
  }
}

/** The same file under ten names, so that nobody takes it for one file named ten times. */
function namesFor(file: string, folder: string): string[] {
  return Array.from({ length: times }, (_, i) => {
    const name = join(folder, `again-${i}.ndjson`);
    linkSync(file, name);
    return name;
  });
}
