import type { Day } from '../../model/day.ts';
import {
  type Diff,
  type DiffOutcome,
  type Identity,
  identities,
  type ProseDiff,
  type ReportDiff,
} from '../../model/diff.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { Finding, Run } from '../../model/run.ts';
import { compareCells } from './cells.ts';
import { compareFindings } from './findings.ts';
import { compareProse } from './prose.ts';

/** A page says its day of publication and the file behind it does not, so that only two days differ. */
function isSameDay(a: Day | null, b: Day | null): boolean {
  if (a === null || b === null) return true;
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

const sameIn: Readonly<Record<Identity, (a: Report, b: Report) => boolean>> = {
  organ: (a, b) => a.organ === b.organ,
  year: (a, b) => a.year === b.year,
  edition: (a, b) => a.form.edition.id === b.form.edition.id,
  published: (a, b) => isSameDay(a.published, b.published),
};

/** What a document was read in spite of, or what it has and stands in its cells as well. */
const harmless: readonly ProblemCode[] = [
  'table-blank',
  'figures-missing',
  'sheet-hidden',
  'rows-hidden',
  'changes-tracked',
  // How findings are taken is nothing that was left unread.
  'rules-off',
  'rules-lowered',
  'findings-tolerated',
  'waiver-unused',
  'waiver-changed',
  'waiver-over',
];

/** What of one version was not compared: its problems, and what was read over here and not there. */
function openOf(own: Run, other: Run): Problem[] {
  const key = ({ code, args }: Problem): string => JSON.stringify([code, args]);
  const there = new Set(other.notes.map(key));
  return [...own.problems, ...own.notes.filter((note) => !there.has(key(note)))].filter(
    ({ code }) => !harmless.includes(code),
  );
}

function outcomeOf(reports: ReportDiff, open: readonly Problem[]): DiffOutcome {
  const { about, cells, findings, prose } = reports;
  const differs =
    about.length > 0 ||
    cells.some(({ kind }) => kind !== 'uncertain') ||
    findings.gone.length + findings.come.length > 0 ||
    !['same', 'none', 'unread'].includes(prose.state);
  if (differs) return 'differ';
  return cells.length > 0 || open.length > 0 ? 'unknown' : 'same';
}

const unread: ProseDiff = { state: 'unread', changed: [], onlyA: [], onlyB: [], claims: [] };

/** The run with those findings only that are about the tables. */
function aboutTables(run: Run): Run {
  const isOfTable = ({ at, claim }: Finding): boolean => at.table !== null && claim === null;
  return { ...run, findings: run.findings.filter(isOfTable) };
}

/**
 * Compares two versions of a report by what was read of them.
 * @param onlyTables leave the prose, and what was found outside the tables, aside
 */
export function diffRuns(a: Run, b: Run, onlyTables = false): Diff {
  const open = [...openOf(a, b), ...openOf(b, a)];
  if (a.report === null || b.report === null) {
    return { a, b, outcome: 'unknown', reports: null, open };
  }
  const [own, other] = [a.report, b.report];
  const reports: ReportDiff = {
    a: own,
    b: other,
    about: identities.filter((what) => !sameIn[what](own, other)),
    ...compareCells(own, other),
    findings: onlyTables ? compareFindings(aboutTables(a), aboutTables(b)) : compareFindings(a, b),
    prose: onlyTables ? unread : compareProse(own, other),
  };
  return { a, b, outcome: outcomeOf(reports, open), reports, open };
}
