import { keyOf, listsOf, parts, type ShownAudit, takenOf } from '../../audit/batch.ts';
import { auditLevels, type LevelsAudit } from '../../audit/levels.ts';
import type { Manifest } from '../../audit/manifest.ts';
import {
  noSeries,
  noTally,
  plusSeries,
  plusTally,
  type SeriesTally,
  type Tally,
  withFindings,
  worstIn,
} from '../../audit/tally.ts';
import { toolsFor } from '../../auditing.ts';
import { problem } from '../../model/problem.ts';
import type { Cache } from './cache.ts';
import { PartError } from './merge.ts';
import type { Output } from './output.ts';
import { Parts } from './parts.ts';
import { piecesOf } from './pieces.ts';
import type { Planned } from './plan.ts';
import { type Failure, Pool } from './pool.ts';
import type { Answer, FileToRead, PagePieces, Settings, Task } from './tasks.ts';

export interface AuditOptions {
  readonly settings: Settings;
  readonly workers: number;
  /** How long a thread may take for a bundle of files. */
  readonly seconds: number;
  readonly output: Output | null;
  readonly cache: Cache | null;
  /** The cells of all reports, to which records are added as they come. */
  readonly cells: { add(records: Uint8Array): Promise<void> } | null;
  /** Who is added up into whom, where that is to be checked. */
  readonly manifest: Manifest | null;
  /** The page, to which pieces are added as they come. */
  readonly pages: { add(pieces: PagePieces, isLoose: boolean): Promise<void> } | null;
}

/** How far an audit has come. */
export interface Progress {
  readonly reports: number;
  readonly files: number;
  readonly bytes: number;
  readonly errors: number;
}

/** What an audit is told by those who wait for it. */
export interface Watch {
  onProgress(progress: Progress): void;
  /** It is to end early, with what has been read so far. */
  isStopped(): boolean;
}

/** What an audit found, in sum. */
export interface Audited {
  readonly tally: Tally;
  readonly series: SeriesTally;
  readonly levels: LevelsAudit;
  /** The reports with most errors, those between years and levels among them, the worst first. */
  readonly worst: Tally['worst'];
  /** Files that were read. */
  readonly files: number;
}

type Batched = Extract<Answer, { kind: 'batch' }>;

function refusedFor(
  file: FileToRead,
  line: number | null,
  failure: Failure,
  seconds: number,
): Task {
  const name = line === null ? file.name : `${file.name}:${line}`;
  const refused =
    failure === 'died'
      ? problem('thread-died', {}, name)
      : problem('thread-hung', { seconds: String(seconds) }, name);
  return { kind: 'refused', file, line: line ?? 0, problem: refused };
}

/** The lines of a task one by one, each with its number. */
function lineByLine(task: Extract<Task, { kind: 'lines' }>): Task[] {
  const tasks: Task[] = [];
  let start = 0;
  for (let firstLine = task.firstLine; start < task.bytes.length; firstLine++) {
    const end = task.bytes.indexOf(0x0a, start) + 1 || task.bytes.length;
    tasks.push({ ...task, bytes: task.bytes.slice(start, end), firstLine });
    start = end;
  }
  return tasks;
}

/** A task that a thread failed at, in smaller ones, so that only what is to blame is lost. */
function smaller(task: Task, failure: Failure, seconds: number): Task[] {
  if (task.kind === 'files' && task.files.length > 1)
    return task.files.map((file) => ({ kind: 'files', files: [file] }));
  if (task.kind === 'files')
    return task.files.map((file) => refusedFor(file, null, failure, seconds));
  if (task.kind !== 'lines') return [];
  const lines = lineByLine(task);
  if (lines.length > 1) return lines;
  return [refusedFor(task.file, task.firstLine, failure, seconds)];
}

async function batchesOf(pool: Pool, task: Task, seconds: number): Promise<Batched[]> {
  const answer = await pool.ask(task);
  if (typeof answer === 'object') {
    if (answer.kind === 'wrong') throw new PartError(answer.wrong);
    return answer.kind === 'batch' ? [answer] : [];
  }
  const again = smaller(task, answer, seconds);
  if (again.length === 0) throw new Error(`a thread ${answer} at ${task.kind}`);
  const batches: Batched[] = [];
  for (const each of again) batches.push(...(await batchesOf(pool, each, seconds)));
  return batches;
}

/** Tasks that are under way at a time: enough to keep all threads busy, few enough to hold in memory. */
const ahead = 4;

interface Stage {
  readonly pool: Pool;
  readonly kept: Parts;
  readonly options: AuditOptions;
}

/** Keeps the records of each file for the next run; of a task that had to be divided, none. */
async function keepAll(
  { keep, isLast }: Planned,
  batches: readonly Batched[],
  cache: Cache | null,
): Promise<void> {
  const [only, ...more] = batches;
  if (cache === null) return;
  if (only === undefined || more.length > 0 || !only.batch.isLasting) {
    for (const file of keep) cache.forget(file);
    return;
  }
  const { records, files } = only.batch;
  let start = 0;
  for (const file of keep) {
    const [first] = files.filter(({ name }) => name === file.name);
    const bytes = first?.bytes ?? 0;
    await cache.keep(file, records.subarray(start, start + bytes), isLast);
    start += bytes;
  }
}

/** Reads and checks everything; what comes of it is written in the order of the files. */
async function readAll(
  plan: AsyncIterable<Planned>,
  { pool, kept, options }: Stage,
  watch: Watch,
): Promise<{ tally: Tally; files: number }> {
  const { output, pages, cells, workers, seconds } = options;
  const waiting: { planned: Planned; batches: Promise<Batched[]> }[] = [];
  let tally = noTally;
  let files = 0;
  let bytes = 0;
  const settle = async (): Promise<void> => {
    const first = waiting.shift();
    if (first === undefined) return;
    const batches = await first.batches;
    await keepAll(first.planned, batches, options.cache);
    for (const { batch, page } of batches) {
      tally = plusTally(tally, batch.tally);
      await kept.add(batch.byPart);
      await output?.write('findings.ndjson', batch.findings);
      await output?.write('findings.csv', batch.csv);
      await output?.write('records.ndjson', batch.records);
      await cells?.add(batch.records);
      await pages?.add(page, true);
    }
    files += first.planned.files;
    bytes += first.planned.bytes;
    const { reports, errors } = tally.summary;
    watch.onProgress({ reports, files, bytes, errors });
  };
  for await (const planned of plan) {
    if (watch.isStopped()) break;
    const batches = batchesOf(pool, planned.task, seconds);
    // Its failure is met where it is waited for.
    batches.catch(() => {});
    waiting.push({ planned, batches });
    if (waiting.length >= workers * ahead) await settle();
  }
  while (waiting.length > 0) await settle();
  return { tally, files };
}

interface Compared {
  readonly series: SeriesTally;
  /** Organs that the list of members names. */
  readonly named: readonly ShownAudit[];
}

/** Compares the years of every organ, part by part. */
async function compareYears({ pool, kept, options }: Stage): Promise<Compared> {
  const { output, pages } = options;
  const waiting: Promise<Answer | Failure>[] = [];
  let series = noSeries;
  const named: ShownAudit[] = [];
  const settle = async (): Promise<void> => {
    const answer = await waiting.shift();
    if (typeof answer !== 'object' || answer.kind !== 'organs')
      throw new Error(`a thread ${answer} at comparing years`);
    series = plusSeries(series, answer.batch.tally);
    await output?.write('findings.ndjson', answer.batch.findings);
    await output?.write('findings.csv', answer.batch.csv);
    await output?.write('organs.ndjson', answer.batch.organs);
    await pages?.add(answer.page, false);
    named.push(...answer.named);
  };
  for (let part = 0; part < parts; part++) {
    const bytes = await kept.take(part);
    if (bytes.length > 0) waiting.push(pool.ask({ kind: 'organs', bytes }));
    if (waiting.length > options.workers) await settle();
  }
  while (waiting.length > 0) await settle();
  return { series, named };
}

const nothing: LevelsAudit = { findings: [], problems: [] };

/** Compares regions with their members, and shows the regions, which only now are known whole. */
async function compareLevels(
  { named }: Compared,
  { manifest, output, pages, settings }: AuditOptions,
): Promise<LevelsAudit> {
  if (manifest === null) return nothing;
  const levels = auditLevels(
    manifest,
    named.flatMap(takenOf),
    toolsFor(settings.lang, settings.policy),
  );
  const lists = listsOf(levels.findings);
  await output?.write('findings.ndjson', lists.findings);
  await output?.write('findings.csv', lists.csv);
  const regions = named.filter(({ organ }) => settings.regions.has(keyOf(organ.organ)));
  const shown = regions.map((audit) => {
    const sources = new Set(audit.organ.reports.map(({ source }) => source));
    const above = levels.findings.filter(({ source }) => sources.has(source));
    return { ...audit, findings: [...audit.findings, ...above] };
  });
  if (settings.wantsPage) await pages?.add(piecesOf(shown), false);
  return levels;
}

/** Reads, checks and compares all that is planned. */
export async function auditAll(
  plan: AsyncIterable<Planned>,
  options: AuditOptions,
  watch: Watch,
): Promise<Audited> {
  const { settings, workers, seconds } = options;
  const pool = new Pool(workers, settings, seconds);
  const kept = new Parts();
  const stage = { pool, kept, options };
  try {
    const { tally, files } = await readAll(plan, stage, watch);
    const compared = await compareYears(stage);
    const levels = await compareLevels(compared, options);
    const { series, named } = compared;
    const beside = named.map(({ organ, findings }) => withFindings(organ.reports, findings));
    const lists = beside.map((reports) => withFindings(reports, levels.findings));
    const worst = worstIn([tally.worst, series.worstReports, ...lists]);
    return { tally, series, levels, worst, files };
  } finally {
    await pool.close();
    await kept.close();
  }
}
