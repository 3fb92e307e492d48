import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { exampleRecord } from '../../src/example.ts';
import type { Claim, Prose, ProseFigure } from '../../src/model/claim.ts';
import { judge } from '../../src/model/judge.ts';
import type { Report } from '../../src/model/report.ts';
import { checkDocument } from '../../src/pipeline.ts';
import { readProse } from '../../src/prose/read.ts';
import { boundBytes } from './documents.ts';

/** What a place of the prose must be found to say; `at` counts characters without blanks, from 0. */
export interface Expected {
  readonly kind: Claim['kind'];
  readonly at: number;
  readonly cells: readonly string[];
  /** null: it cannot be told, and may be left alone. */
  readonly holds: boolean | null;
  /** It shares the words with something the form counts, but is about something else. */
  readonly scope?: 'own' | 'other';
  /** Of a breakdown: where its parts stand; a finding there is as good. */
  readonly parts?: readonly number[];
  /** Counts for neither side. */
  readonly optional?: boolean;
}

/** A report with what its prose says. */
export interface Annotated {
  readonly name: string;
  readonly report: Report;
  readonly claims: readonly Expected[];
}

export interface Score {
  reports: number;
  tied: number;
  tiedRight: number;
  due: number;
  dueFound: number;
  wrong: number;
  wrongFound: number;
  findings: number;
  falseErrors: number;
  falseWarnings: number;
  /** What went otherwise than annotated, for people to read. */
  readonly notes: string[];
}

export function emptyScore(): Score {
  const zero = { reports: 0, tied: 0, tiedRight: 0, due: 0, dueFound: 0, wrong: 0, wrongFound: 0 };
  return { ...zero, findings: 0, falseErrors: 0, falseWarnings: 0, notes: [] };
}

const placeOf = ({ sentence, start }: ProseFigure): number => sentence.start + start;

function quote({ sentence, start, end }: ProseFigure): string {
  const { text } = sentence;
  return `${text.slice(Math.max(0, start - 28), start)}【${text.slice(start, end)}】${text.slice(end, end + 14)}`;
}

/** Words such as 均 are annotated by one of their characters. */
const spread = 8;

function isAt({ kind, at, parts = [] }: Expected, places: readonly number[]): boolean {
  if (kind === 'all') return places.some((place) => Math.abs(place - at) <= spread);
  return places.includes(at) || parts.some((part) => places.includes(part));
}

function placesOf(claim: Claim): number[] {
  const others = claim.kind === 'breakdown' ? claim.parts : [];
  return [claim.figure, ...others].map(placeOf);
}

function scoreTies({ report, claims }: Annotated, prose: Prose, score: Score): void {
  const name = (cell: number): string => report.form.cells[cell]?.name ?? '';
  const isSame = (names: readonly string[], cells: readonly number[]): boolean =>
    [...names].sort().join() === cells.map(name).sort().join();
  const own = claims.filter(({ kind, scope }) => kind === 'figure' && scope !== 'other');
  const met = new Set<Expected>();
  for (const claim of prose.claims) {
    if (claim.kind !== 'figure') continue;
    const here = own.filter(({ at }) => at === placeOf(claim.figure));
    if (here.some(({ optional }) => optional)) continue;
    const { outcome, reading } = judge(report, claim);
    const readings = outcome === 'pass' ? [claim.readings[reading] ?? []] : claim.readings;
    const right = here.find(({ cells }) => readings.some((each) => isSame(cells, each)));
    score.tied++;
    if (right === undefined)
      score.notes.push(`tied wrongly: ${quote(claim.figure)} → ${readings[0]?.map(name)}`);
    else {
      score.tiedRight++;
      met.add(right);
    }
  }
  for (const each of own.filter(({ optional }) => !optional)) {
    score.due++;
    if (met.has(each)) score.dueFound++;
    else score.notes.push(`not tied: ${each.at} → ${each.cells}`);
  }
}

function scoreFindings({ report, claims }: Annotated, prose: Prose, score: Score): void {
  const wrong = claims.filter(({ holds, scope }) => holds === false && scope !== 'other');
  const told: number[] = [];
  for (const claim of prose.claims) {
    if (judge(report, claim).outcome !== 'fail') continue;
    const places = placesOf(claim);
    told.push(...places);
    score.findings++;
    if (wrong.some((each) => isAt(each, places))) continue;
    if (claim.force === 'firm') score.falseErrors++;
    else score.falseWarnings++;
    score.notes.push(
      `FALSE ${claim.force === 'firm' ? 'error' : 'warning'}: ${claim.kind} ${quote(claim.figure)}`,
    );
  }
  for (const each of wrong) {
    score.wrong++;
    if (isAt(each, told)) score.wrongFound++;
    else score.notes.push(`missed: ${each.kind} at ${each.at} → ${each.cells}`);
  }
}

/** Reads the prose of reports and compares it with what was annotated. */
export function scoreOf(reports: readonly Annotated[]): Score {
  const score = emptyScore();
  for (const each of reports) {
    const prose = readProse(each.report);
    const before = score.notes.length;
    score.reports++;
    scoreTies(each, prose, score);
    scoreFindings(each, prose, score);
    if (score.notes.length > before) score.notes.splice(before, 0, `== ${each.name}`);
  }
  return score;
}

const folder = new URL('../prose/', import.meta.url);

/** Reports made up for this purpose, whose names begin so. */
export function inventedReports(kind: string): Annotated[] {
  const invented = new URL('invented/', folder);
  return readdirSync(invented)
    .filter((name) => name.startsWith(kind))
    .sort()
    .map((name) => {
      const { edition, organ, year, cells, paragraphs, claims } = JSON.parse(
        readFileSync(new URL(name, invented), 'utf8'),
      );
      const record = exampleRecord({ edition, year, cells });
      const [run] = checkDocument(JSON.stringify({ ...record, organ }), name);
      if (run === undefined || 'misfit' in run || run.report === null) throw new Error(name);
      const passages = paragraphs.map((each: { section: string | null; text: string }) => ({
        ...each,
        place: () => ({ source: name, at: null, line: null }),
      }));
      return { name, report: { ...run.report, passages }, claims };
    });
}

const corpus = new URL('../../../shared/corpus/raw/', import.meta.url);
export const hasCorpus = existsSync(corpus);

/** Published reports, annotated by hand; those that could not be bound are left out. */
export async function publishedReports(): Promise<Annotated[]> {
  const annotations = new URL('annotations/', folder);
  const found: Annotated[] = [];
  for (const name of readdirSync(annotations).sort()) {
    const { file, claims } = JSON.parse(readFileSync(new URL(name, annotations), 'utf8'));
    const report = await boundBytes(new Uint8Array(readFileSync(new URL(file, corpus))), file);
    if (!('code' in report)) found.push({ name: file, report, claims });
  }
  return found;
}

const ratio = (a: number, b: number): number => (b === 0 ? 1 : a / b);

export const precisionOf = ({ tiedRight, tied }: Score): number => ratio(tiedRight, tied);
export const recallOf = ({ dueFound, due }: Score): number => ratio(dueFound, due);
export const foundOf = ({ wrongFound, wrong }: Score): number => ratio(wrongFound, wrong);
