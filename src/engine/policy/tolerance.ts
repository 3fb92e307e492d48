import type { Claim, ProseFigure } from '../../model/claim.ts';
import type { Interval } from '../../model/equation.ts';
import { judge } from '../../model/judge.ts';
import type { Tolerances } from '../../model/policy.ts';
import type { Report } from '../../model/report.ts';
import type { Finding } from '../../model/run.ts';

function slackOf({ kind, figure }: Claim, { sharePoints, moneyYuan }: Tolerances): number {
  if (kind === 'share' || kind === 'growth') return sharePoints;
  return kind === 'figure' && figure.unit.endsWith('元') ? moneyYuan : 0;
}

function widened({ low, high }: Interval, slack: number): Interval {
  return { low: low - slack, high: high + slack };
}

/** The finding is about a figure of the prose that is off by no more than is tolerated. */
export function isTolerated(
  report: Report,
  { claim, across }: Finding,
  tolerances: Tolerances,
): boolean {
  if (claim === null || across !== null) return false;
  const slack = slackOf(claim, tolerances);
  if (slack === 0) return false;
  const figure: ProseFigure = { ...claim.figure, range: widened(claim.figure.range, slack) };
  return judge(report, { ...claim, figure }).outcome === 'pass';
}
