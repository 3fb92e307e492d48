import { brief, visible } from '../../messages/visible.ts';
import type { Report } from '../../model/report.ts';
import type { ResultFinding } from '../../model/result.ts';
import type { Finding } from '../../model/run.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { ReporterContext } from '../reporter.ts';
import { spotOf } from '../spots.ts';
import { fixOf } from './fixes.ts';
import { locationsOf, physicalOf } from './locations.ts';
import { messageOf } from './message.ts';

/** An accepted finding is told as suppressed. */
function suppressionOf({ reason, by, until, place }: Waiver): object {
  const limits = [by, until].filter((each) => each !== null);
  const justification = limits.length === 0 ? reason : `${reason} (${limits.join(', ')})`;
  return {
    kind: 'external',
    status: 'accepted',
    justification: visible(justification),
    location: { physicalLocation: physicalOf(spotOf(place)) },
  };
}

/** What a finding is known by when its figures, or lines of the file, have changed: rule, report and cells. */
function fingerprintOf(report: Report, { rule, variant, cells, across, claim }: Finding): string {
  const { form } = across ?? report;
  const names = cells.map((cell) => form.cells[cell]?.name ?? '');
  const section = claim === null ? [] : [claim.kind, claim.figure.sentence.section ?? ''];
  const parts = [rule, variant, brief(report.organ ?? ''), report.year ?? '', ...section, ...names];
  return parts.join(' ');
}

/** Which of several findings of one fingerprint it is, counted over all reports. */
export type Count = (fingerprint: string) => number;

export function counter(): Count {
  const met = new Map<string, number>();
  return (fingerprint) => {
    const count = (met.get(fingerprint) ?? 0) + 1;
    met.set(fingerprint, count);
    return count;
  };
}

/** A finding as a result of SARIF. */
export function resultFor(
  report: Report,
  finding: Finding,
  told: ResultFinding,
  { rules, lang }: Pick<ReporterContext, 'rules' | 'lang'>,
  count: Count,
): object {
  const { ruleId, severity, message, suggestions } = told;
  const fixes = suggestions.flatMap((each) => fixOf(finding.across ?? report, each) ?? []);
  const fingerprint = fingerprintOf(report, finding);
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    level: severity,
    message: messageOf(message, ...suggestions.map((each) => each.message)),
    ...locationsOf(report, finding, lang),
    partialFingerprints: { 'giar/v1': `${fingerprint} ${count(fingerprint)}` },
    ...(fixes.length === 0 ? {} : { fixes }),
    // Where one result of a run says whether it is suppressed, all of them have to.
    suppressions: finding.waiver === null ? [] : [suppressionOf(finding.waiver)],
    properties: { organ: report.organ === null ? null : brief(report.organ), year: report.year },
  };
}
