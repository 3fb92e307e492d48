import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import { subjectOf } from '../engine/policy/subject.ts';
import type { Report } from '../model/report.ts';
import type { Finding } from '../model/run.ts';
import { seenFrom, wholeSource } from '../model/sourcePath.ts';
import type { Explanation, WaiverEntry } from '../model/waiver.ts';

/** Why a finding is accepted, as somebody writes it. */
export interface Reason {
  readonly reason: string;
  readonly by?: string;
  readonly until?: string;
}

/** Folders, whole paths parted by `/`: that of the list, and the one that sources are seen from. */
export interface Folders {
  readonly list: string;
  readonly sources: string;
}

/** A waiver as it stands in a list. */
export interface WrittenWaiver extends Reason {
  readonly rule: string;
  readonly organ?: string;
  readonly year?: number;
  readonly source?: string;
  readonly cells?: Explanation['cells'];
  readonly details?: Explanation['details'];
}

/** The report by organ and year where it says both, else by its file. */
function nameOf(
  { organ, year, source }: Report,
  { list, sources }: Folders,
): Pick<WrittenWaiver, 'organ' | 'year' | 'source'> {
  if (organ !== null && year !== null) return { organ, year };
  const path = wholeSource(sources, source);
  return { source: seenFrom(list, path) ?? path };
}

function orNothing<T extends object>(key: string, record: T): Record<string, T> {
  return Object.keys(record).length === 0 ? {} : { [key]: record };
}

/** The waiver of a finding, with the values as they are. */
export function waiverFor(
  report: Report,
  finding: Finding,
  folders: Folders,
  reason: Reason,
): WrittenWaiver {
  const { cells, details } = subjectOf(report, finding);
  return {
    rule: finding.rule,
    ...nameOf(report, folders),
    ...orNothing('cells', cells),
    ...orNothing('details', details),
    ...reason,
  };
}

/** An entry of a list as it stands there. */
export function writtenAs(entry: WaiverEntry, list: string): WrittenWaiver {
  const { rule, organ, year, path, cells, details, waiver } = entry;
  const { reason, by, until } = waiver;
  return {
    rule,
    ...(organ === null ? {} : { organ }),
    ...(year === null ? {} : { year }),
    ...(path === null ? {} : { source: seenFrom(list, path) ?? path }),
    ...orNothing('cells', cells),
    ...orNothing('details', details),
    reason,
    ...(by === null ? {} : { by }),
    ...(until === null ? {} : { until }),
  };
}

/** A list of waivers as a file. */
export function baselineText(waivers: readonly WrittenWaiver[]): string {
  return `${JSON.stringify({ kind: 'baseline', waivers }, null, 2)}\n`;
}

const emptyList = '{\n  "waivers": []\n}\n';

/**
 * The text of a list with waivers put in, laid out as it is.
 * @param text that of the list; null where there is none yet
 * @param instead positions in the list of what is to be replaced, one for each; null adds at the end
 */
export function withWaivers(
  text: string | null,
  waivers: readonly { readonly waiver: WrittenWaiver; readonly instead: number | null }[],
): string {
  const start = text ?? emptyList;
  const indent = /\n([ \t]+)"/u.exec(start)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: start.includes('\r\n') ? '\r\n' : '\n',
  };
  let edited = start;
  for (const { waiver, instead } of waivers) {
    const path: JSONPath = ['waivers', instead ?? -1];
    const edits = modify(edited, path, waiver, {
      formattingOptions,
      isArrayInsertion: instead === null,
    });
    edited = applyEdits(edited, edits);
  }
  return edited;
}
