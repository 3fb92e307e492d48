import type { Share } from '../../audit/share.ts';
import { bySource, latestOf, plusRules, rulesByCount, rulesOf } from '../../audit/tally.ts';
import { settingsNotes } from '../../engine/policy/notes.ts';
import type { Audited } from '../../host/audit/audit.ts';
import type { AuditSummary } from '../../model/audit.ts';
import type { Policy } from '../../model/policy.ts';
import type { ResultProblem } from '../../model/result.ts';
import { countsOf } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { problemOf } from '../../reporters/result.ts';
import { version } from '../../version.ts';

/** What is known of the search for files. */
export interface SearchSummary {
  readonly files: number;
  readonly leftAside: number;
  readonly problems: readonly ResultProblem[];
  /** Files that parts of the audit left unread; null where they were whole. */
  readonly unread: number | null;
  readonly shard: Share | null;
}

/** What an audit found, in sum. */
export function summaryOf(
  { tally, series, levels, files }: Audited,
  search: SearchSummary,
  isStopped: boolean,
  lang: Language,
  { settings }: Policy,
): AuditSummary {
  const unread = isStopped ? search.files - files : search.unread;
  const rules = plusRules(tally.rules, series.rules);
  const { errors, warnings } = countsOf(levels.findings);
  return {
    version: 1,
    tool: { name: 'giar', version },
    lang,
    files: { read: isStopped ? files : search.files, leftAside: search.leftAside },
    shard: search.shard,
    interrupted: unread === null ? null : { unread },
    summary: tally.summary,
    organs: series.organs,
    unplaced: tally.unplaced,
    links: series.links,
    latest: latestOf(series),
    duplicates: series.duplicates,
    series: { errors: series.errors, warnings: series.warnings },
    levels: { errors, warnings },
    rules: rulesByCount(plusRules(rules, rulesOf(bySource(levels.findings)))),
    problems: [...search.problems, ...levels.problems.map((each) => problemOf(each, lang))],
    notes: [...settingsNotes(settings).map((each) => problemOf(each, lang)), ...tally.stale],
  };
}
