import { join } from 'node:path';
import { sayAtLeast, takeTurns } from '../turns.ts';
import { runChild } from './child.ts';
import type { Body } from './generate.ts';
import { fieldFor, type Program } from './programs.ts';
import { prove } from './proof.ts';
import { printTable } from './table.ts';
import { writeReports } from './write.ts';

const few = 1000;
/** So few that a program does little but start. */
const least = 10;

interface Measured {
  readonly program: Program;
  readonly reports: number;
  readonly proof: string;
  /** ms on all the reports, and on ten. */
  readonly whole: number;
  readonly start: number;
  readonly peak: number | null;
  /** Time of all processors in ms, the least of the rounds. */
  readonly work: number | null;
}

export interface Options {
  readonly reports: number;
  readonly rounds: number;
  readonly seed: number;
  readonly body: Body;
  /** Where the reports may be written. */
  readonly folder: string;
}

/** Reports a second that are checked once the program has started; NaN where the start is most of the time. */
function rateOf({ reports, whole, start }: Measured): number {
  return whole < start * 1.2 ? Number.NaN : ((reports - least) * 1000) / (whole - start);
}

/** A number as it is printed, where there is one. */
function shown(number: number, digits = 0): string {
  return Number.isNaN(number) ? '–' : number.toFixed(digits);
}

function dataFor(folder: string, { layout }: Program): string {
  return join(folder, layout === 'NDJSON' ? 'reports.ndjson' : 'tree');
}

async function measureEach(programs: readonly Program[], options: Options): Promise<Measured[]> {
  const { folder, reports, rounds } = options;
  const actions: Record<string, () => void> = {};
  const peaks: (number | null)[] = programs.map(() => null);
  const works: (number | null)[] = programs.map(() => null);
  const proofs: string[] = [];
  const sizes = programs.map(({ isSlow }) => (isSlow ? Math.min(few, reports) : reports));
  for (const [i, program] of programs.entries()) {
    const of = join(folder, String(sizes[i]));
    const data = dataFor(of, program);
    proofs.push(await prove(program, [data], join(of, 'truth.ndjson'), folder));
    actions[`${i}`] = () => {
      const { peak, work } = runChild([...program.command, data], folder);
      if (peak !== null) peaks[i] = Math.max(peak, peaks[i] ?? 0);
      if (work !== null) works[i] = Math.min(work, works[i] ?? work);
    };
    const start = dataFor(join(folder, String(least)), program);
    actions[`${i} start`] = () => {
      runChild([...program.command, start], folder);
    };
  }
  const taken = await takeTurns(actions, rounds, 0);
  return programs.map((program, i) => ({
    program,
    reports: sizes[i] ?? 0,
    proof: proofs[i] ?? '',
    whole: taken[`${i}`] ?? Number.NaN,
    start: taken[`${i} start`] ?? Number.NaN,
    peak: peaks[i] ?? null,
    work: works[i] ?? null,
  }));
}

function print(measured: readonly Measured[]): void {
  const floorOf = ({ layout }: Program): Measured | undefined =>
    measured.find(({ program }) => program.layout === layout);
  const rows = measured.map((each) => {
    const floor = floorOf(each.program);
    const perSecond = (each.reports * 1000) / each.whole;
    const floorPerSecond = floor === undefined ? Number.NaN : (floor.reports * 1000) / floor.whole;
    return [
      `${each.program.name}${each.program.isSlow ? ` (${each.reports})` : ''}`,
      each.program.layout,
      String(each.program.threads),
      String(Math.round(each.whole)),
      String(Math.round(perSecond)),
      (perSecond / floorPerSecond).toFixed(2),
      shown(rateOf(each)),
      shown(floor === undefined ? Number.NaN : rateOf(each) / rateOf(floor), 2),
      each.work === null ? '–' : String(Math.round(each.work)),
      each.peak === null ? '–' : String(Math.round(each.peak)),
      each.proof,
    ];
  });
  printTable(
    [
      'program',
      'data',
      'threads',
      'ms',
      'reports/s',
      '× floor',
      'started /s',
      '× floor',
      'CPU ms',
      'MiB',
      'found',
    ],
    rows,
  );
}

function sayGoals(measured: readonly Measured[]): void {
  for (const layout of ['NDJSON', 'files'] as const) {
    const rate = (name: string, threads: number): number | undefined => {
      const found = measured.find(
        ({ program }) =>
          program.layout === layout && program.threads === threads && program.name.startsWith(name),
      );
      const measuredRate = found === undefined ? Number.NaN : rateOf(found);
      return Number.isNaN(measuredRate) ? undefined : measuredRate;
    };
    const [floor, one, two] = [rate('floor', 1), rate('giar audit', 1), rate('giar audit', 2)];
    if (floor === undefined || one === undefined || two === undefined) continue;
    sayAtLeast(`${layout}, audit with one worker / floor`, one / floor, 0.75);
    sayAtLeast(`${layout}, audit with two workers / floor`, two / floor, 1.4);
    sayAtLeast(`${layout}, audit with two workers / with one`, two / one, 1.7);
    for (const [threads, own] of [
      [1, one],
      [2, two],
    ] as const) {
      const duckdb = rate('DuckDB', threads);
      if (duckdb === undefined) continue;
      sayAtLeast(`${layout}, audit / DuckDB, ${threads} threads`, own / duckdb, 1);
    }
  }
}

/** Reports a second of giar and its peers on the same reports, the programs taking turns. */
export async function measureTimes(options: Options): Promise<void> {
  const { folder, reports, seed, body } = options;
  for (const count of new Set([least, Math.min(few, reports), reports])) {
    const { bytes } = writeReports(
      join(folder, String(count)),
      { reports: count, seed, body, slips: true },
      true,
    );
    if (count === reports) {
      console.log(
        `\n${reports} reports (${body}), ${Math.round(bytes / reports)} bytes each, Node ${process.version}`,
      );
    }
  }
  const { programs, absent } = fieldFor(join(folder, String(reports), 'layout.json'));
  for (const line of absent) console.log(`left out: ${line}`);
  const measured = await measureEach(programs, options);
  print(measured);
  sayGoals(measured);
}
