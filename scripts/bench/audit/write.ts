import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { edition2019 } from '../../../src/editions/2019.ts';
import { edition2021 } from '../../../src/editions/2021.ts';
import { formOf } from '../../../src/model/form.ts';
import { type Body, type Generated, generate, type Wanted } from './generate.ts';
import type { Truth } from './truth.ts';

/** A line of `truth.ndjson`: where the report stands in either layout, and what must be found there. */
export interface TruthLine extends Truth {
  /** In `reports.ndjson`. */
  readonly line: number;
  /** Below `tree`. */
  readonly file: string;
  readonly organ: string;
  readonly year: number;
  /** The slip that was made in this report; null where the one of the year before shows here. */
  readonly slip: string | null;
}

const most = 1 << 20;

/** Appends lines to a file, a megabyte at a time. */
function linesTo(path: string) {
  const file = openSync(path, 'w');
  let waiting = '';
  const flush = (): void => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    add(line: string): void {
      waiting += `${line}\n`;
      if (waiting.length >= most) flush();
    },
    close(): void {
      flush();
      closeSync(file);
    },
  };
}

function truthLines({ organ, year, made, truths }: Generated, line: number, file: string) {
  return truths.map((truth): string => {
    const full: TruthLine = {
      line,
      file,
      organ: organ.name,
      year,
      slip: made?.name ?? null,
      ...truth,
    };
    return JSON.stringify(full);
  });
}

/** The lines of the forms, for the peers that know nothing of giar. */
function writeLayout(folder: string, body: Body): void {
  const editions = [edition2019, edition2021].map((edition) => ({
    edition: edition.id,
    lines: formOf(edition)
      .lines.filter((line) => !line.optional)
      .map(({ table, path, columns }) => ({
        table: table.id,
        path,
        columns: columns.map(({ id }) => id),
      })),
  }));
  writeFileSync(join(folder, 'layout.json'), JSON.stringify({ body, editions }, null, 1));
}

export interface Written {
  readonly reports: number;
  readonly bytes: number;
  readonly wrong: number;
}

/** Writes `reports.ndjson`, `truth.ndjson` and `layout.json`; with `isTree` each report as a file of its own too. */
export function writeReports(folder: string, wanted: Wanted, isTree: boolean): Written {
  mkdirSync(folder, { recursive: true });
  writeLayout(folder, wanted.body);
  const reports = linesTo(join(folder, 'reports.ndjson'));
  const truth = linesTo(join(folder, 'truth.ndjson'));
  const written = { reports: 0, bytes: 0, wrong: 0 };
  for (const report of generate(wanted)) {
    written.reports++;
    written.bytes += Buffer.byteLength(report.text) + 1;
    if (report.truths.length > 0) written.wrong++;
    const within = join(report.organ.region, report.organ.name);
    const file = join(within, `${report.year}.json`).replaceAll('\\', '/');
    reports.add(report.text);
    for (const line of truthLines(report, written.reports, file)) truth.add(line);
    if (!isTree) continue;
    mkdirSync(join(folder, 'tree', within), { recursive: true });
    writeFileSync(join(folder, 'tree', file), `${report.text}\n`);
  }
  reports.close();
  truth.close();
  return written;
}
