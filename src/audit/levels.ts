import { addUp } from '../engine/levels.ts';
import type { AuditFinding } from '../model/audit.ts';
import { thaw } from '../model/frozen.ts';
import type { Member } from '../model/levels.ts';
import { organKey } from '../model/organ.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { type Manifest, membersOf, type Region } from './manifest.ts';
import type { Tools } from './organs.ts';
import { type AuditRecord, auditFinding } from './records.ts';

/** What regions and their members say of each other. */
export interface LevelsAudit {
  readonly findings: readonly AuditFinding[];
  readonly problems: readonly Problem[];
}

/** The reports that are compared, by the key of the organ and the year. */
type Placed = ReadonlyMap<string, AuditRecord>;

function placeOf(organ: string, year: number): string {
  return `${organKey(organ)} ${year}`;
}

function reportOf({ frozen }: AuditRecord, tools: Tools): Report | null {
  return frozen === null ? null : thaw(frozen, tools.formOf(frozen.edition));
}

function auditRegion(
  region: AuditRecord,
  due: readonly string[],
  placed: Placed,
  tools: Tools,
): LevelsAudit {
  const report = reportOf(region, tools);
  if (report === null) return { findings: [], problems: [] };
  const year = report.year ?? 0;
  const members: Member[] = [];
  const missing: string[] = [];
  for (const organ of due) {
    const record = placed.get(placeOf(organ, year));
    const own = record === undefined ? null : reportOf(record, tools);
    if (own === null) missing.push(organ);
    else members.push({ organ, report: own });
  }
  const { findings, problems } = addUp(report, members, missing, tools.rules);
  const told = tools.settled(report, findings).map((found) => tools.told(report, found));
  return { findings: told.map((found) => auditFinding(found, region.report, 'levels')), problems };
}

/**
 * Compares every region of a manifest with its members, year by year.
 * @param records of regions and members, one for each organ and year
 */
export function auditLevels(
  manifest: Manifest,
  records: readonly AuditRecord[],
  tools: Tools,
): LevelsAudit {
  const placed = new Map(
    records.map((record) => [placeOf(record.report.organ ?? '', record.report.year ?? 0), record]),
  );
  const years = [...new Set(records.flatMap(({ report }) => report.year ?? []))].sort();
  const audits = manifest.regions.map((region) => {
    const { organ } = region;
    const lacking: number[] = [];
    const found = years.flatMap((year) => {
      const due = membersOf(manifest, organ, year)?.due ?? [];
      const own = placed.get(placeOf(organ, year));
      if (own !== undefined) return [auditRegion(own, due, placed, tools)];
      if (due.some((member) => placed.has(placeOf(member, year)))) lacking.push(year);
      return [];
    });
    return joined([...found, { findings: [], problems: unmatched(region, found, lacking) }]);
  });
  return joined(audits);
}

function joined(audits: readonly LevelsAudit[]): LevelsAudit {
  return {
    findings: audits.flatMap(({ findings }) => findings),
    problems: audits.flatMap(({ problems }) => problems),
  };
}

/** What could not be compared for want of the region's own report, or because the list names nobody that is there. */
function unmatched(
  { organ, members }: Region,
  found: readonly LevelsAudit[],
  lacking: readonly number[],
): Problem[] {
  const source = members[0]?.source ?? organ;
  if (found.length === 0 && lacking.length === 0)
    return [problem('members-unmatched', { region: organ }, source)];
  if (lacking.length === 0) return [];
  return [problem('region-missing', { region: organ, years: lacking.join(', ') }, source)];
}
