import { plusRules, rulesByCount } from '../../audit/tally.ts';
import type { Audited } from '../../host/audit/audit.ts';
import type { AuditSummary } from '../../model/audit.ts';
import type { ResultProblem } from '../../model/result.ts';
import type { Language } from '../../model/words.ts';
import { version } from '../../version.ts';

/** What is known of the search for files. */
export interface SearchSummary {
  readonly files: number;
  readonly leftAside: number;
  readonly problems: readonly ResultProblem[];
  /** Files that parts of the audit left unread; null where they were whole. */
  readonly unread: number | null;
}

/** What an audit found, in sum. */
export function summaryOf(
  { tally, series, files }: Audited,
  search: SearchSummary,
  isStopped: boolean,
  lang: Language,
): AuditSummary {
  const unread = isStopped ? search.files - files : search.unread;
  return {
    version: 1,
    tool: { name: 'giar', version },
    lang,
    files: { read: isStopped ? files : search.files, leftAside: search.leftAside },
    interrupted: unread === null ? null : { unread },
    summary: tally.summary,
    organs: series.organs,
    unplaced: tally.unplaced,
    links: series.links,
    series: { errors: series.errors, warnings: series.warnings },
    levels: { errors: 0, warnings: 0 },
    rules: rulesByCount(plusRules(tally.rules, series.rules)),
    problems: search.problems,
  };
}
