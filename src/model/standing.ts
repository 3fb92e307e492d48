import type { Prose, ProseFigure } from './claim.ts';
import { judge } from './judge.ts';
import type { Report } from './report.ts';

/** What became of a figure of the prose. */
export type Standing = 'right' | 'wrong' | 'doubtful' | 'understood' | 'unknown';

const rank: readonly Standing[] = ['unknown', 'understood', 'right', 'doubtful', 'wrong'];

/** What became of each figure of the prose; the worst that any claim says of it. */
export function standings(report: Report, prose: Prose): Map<ProseFigure, Standing> {
  const found = new Map<ProseFigure, Standing>();
  const note = (figure: ProseFigure, standing: Standing): void => {
    if (rank.indexOf(standing) > rank.indexOf(found.get(figure) ?? 'unknown'))
      found.set(figure, standing);
  };
  for (const figure of prose.figures)
    found.set(figure, prose.understood.has(figure) ? 'understood' : 'unknown');
  for (const claim of prose.claims) {
    const { outcome } = judge(report, claim);
    const wrong: Standing = claim.force === 'firm' ? 'wrong' : 'doubtful';
    const standing = outcome === 'pass' ? 'right' : outcome === 'fail' ? wrong : 'understood';
    note(claim.figure, standing);
    if (claim.kind !== 'breakdown') continue;
    for (const part of claim.parts) note(part, outcome === 'pass' ? 'right' : 'understood');
  }
  return found;
}
