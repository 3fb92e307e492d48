import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nearestKey } from '../../binding/nearestKey.ts';
import { isSame, subjectOf } from '../../engine/policy/subject.ts';
import { entriesAbout } from '../../engine/policy/waivers.ts';
import { placedProblem } from '../../messages/problems.ts';
import { brief, visible } from '../../messages/visible.ts';
import { sourceOf } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import type { Finding } from '../../model/run.ts';
import type { WaiverEntry } from '../../model/waiver.ts';
import { settled } from '../../pipeline.ts';
import { decodeText } from '../../readers/text.ts';
import { type Reason, waiverFor, withWaivers } from '../../settings/index.ts';
import { previousOf } from '../previous.ts';
import { onlyRun, type ReadingFlags, readingOf } from '../reading.ts';
import { type SettingsFlags, waiversToWrite } from '../settings/find.ts';
import { ruleIds, settledFor, waiversIn, wholePath } from '../settings/settled.ts';
import { ExitCode, type Shell, UsageError } from '../shell.ts';
import { putNamed } from './output.ts';

export interface WaiveFlags extends ReadingFlags, SettingsFlags, Reason {
  readonly previous?: string;
}

interface Wanted {
  readonly rule: string;
  readonly cell: string | null;
}

function cellsOf(report: Report, { cells, across }: Finding): string[] {
  const { form } = across ?? report;
  return cells.map((cell) => form.cells[cell]?.name ?? '');
}

const mostNamed = 20;

/** The findings there are, by rule and first cell, as they may be named. */
function namedIn(report: Report, findings: readonly Finding[]): string {
  const names = findings.map((each) => {
    const [first = ''] = cellsOf(report, each);
    return `${each.rule} ${first}`.trim();
  });
  const distinct = [...new Set(names)];
  const more = distinct.length > mostNamed ? ' …' : '';
  return visible(distinct.slice(0, mostNamed).join('; ')) + more;
}

/** What was meant by a rule or a cell that there is none of, where something is near. */
function nearTo(report: Report, own: readonly Finding[], { rule, cell }: Wanted) {
  if (!ruleIds.includes(rule)) return nearestKey(rule, ruleIds);
  const isCell = report.form.cells.some(({ name }) => name === cell);
  return cell === null || isCell
    ? { zh: '', en: '' }
    : nearestKey(cell, [...new Set(own.flatMap((each) => cellsOf(report, each)))]);
}

/** The findings of a rule that concern a cell. @throws UsageError that names those there are */
function wantedOf(
  report: Report,
  findings: readonly Finding[],
  { rule, cell }: Wanted,
  file: string,
  { texts, lang }: Shell,
): readonly Finding[] {
  const own = findings.filter((each) => each.rule === rule);
  const near = nearTo(report, own, { rule, cell })[lang];
  const refused = (words: string): UsageError =>
    new UsageError(
      words
        .replace('{file}', () => visible(file))
        .replace('{rule}', () => brief(rule))
        .replace('{near}', () => near)
        .replace('{found}', () => namedIn(report, findings)),
    );
  if (findings.length === 0) throw refused(texts.nothingFound);
  if (own.length === 0) throw refused(texts.noFinding);
  if (cell === null && own.length > 1) throw refused(texts.severalFindings);
  const found = cell === null ? own : own.filter((each) => cellsOf(report, each).includes(cell));
  if (found.length === 0) throw refused(texts.noFinding);
  return found;
}

/** Where the list has an entry of the finding that does not hold any more; null where it has none. */
function lapsedAt(
  list: readonly WaiverEntry[],
  about: readonly WaiverEntry[],
  report: Report,
  finding: Finding,
): number | null {
  const subject = subjectOf(report, finding);
  const names = Object.keys(subject.cells).join(' ');
  const isLapsed = (entry: WaiverEntry): boolean =>
    entry.rule === finding.rule &&
    (isSame(entry, subject) || (names !== '' && Object.keys(entry.cells).join(' ') === names));
  const found = about.find(isLapsed);
  return found === undefined ? null : list.indexOf(found);
}

async function textIn(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  return decodeText(await readFile(path))?.replace(/^\ufeff/u, '') ?? null;
}

/** `giar waive`: writes why a finding is accepted, with the values as they are. */
export async function waive(
  file: string,
  rule: string,
  cell: string | null,
  given: WaiveFlags,
  outer: Shell,
): Promise<ExitCode> {
  // A list that is yet to be written is nothing to be read.
  const { waivers: named, ...others } = given;
  const isThere = named === undefined || existsSync(named);
  const { policy, flags, shell } = await settledFor(isThere ? given : others, outer);
  const { texts } = shell;
  const { reason, by, until } = given;
  if (reason.trim() === '') throw new UsageError(texts.reasonWanted);
  if (until !== undefined && until < shell.today())
    throw new UsageError(texts.untilOver.replace('{until}', until));
  const reading = { ...readingOf(flags), previous: await previousOf(given.previous, flags, shell) };
  const run = settled(await onlyRun(file, reading, shell), {
    ...policy,
    waivers: isThere ? policy.waivers : [],
  });
  const { report } = run;
  if (report === null) {
    for (const each of run.problems) shell.tell(placedProblem(each, shell.lang));
    return ExitCode.undone;
  }
  const found = wantedOf(report, run.findings, { rule, cell }, file, shell);
  const open = found.filter(({ waiver }) => waiver === null);
  const [first] = found;
  if (open.length === 0 && first?.waiver) {
    const place = sourceOf(first.waiver.place);
    throw new UsageError(texts.alreadyWaived.replace('{place}', () => visible(place)));
  }
  const path = waiversToWrite(given);
  const text = await textIn(path);
  const list = text === null ? [] : (await waiversIn(path, shell)).waivers;
  const about = entriesAbout(report, list, policy.folder);
  const folders = { list: wholePath(dirname(path)), sources: policy.folder };
  const own: Reason = {
    reason,
    ...(by === undefined ? {} : { by }),
    ...(until === undefined ? {} : { until }),
  };
  const entries = open.map((finding) => ({
    waiver: waiverFor(report, finding, folders, own),
    instead: lapsedAt(list, about, report, finding),
  }));
  await putNamed(path, withWaivers(text, entries), true, shell);
  const words = texts.waived.replace('{file}', () => visible(path)).replace('{rule}', () => rule);
  shell.tell(`giar: ${words.replace('{n}', String(entries.length))}`);
  return ExitCode.pass;
}
