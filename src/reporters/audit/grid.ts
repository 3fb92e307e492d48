import stringWidth from 'fast-string-width';
import { brief } from '../../messages/visible.ts';
import type { AuditedOrgan, AuditedReport } from '../../model/audit.ts';

/** How a verdict and a link are shown and coloured. */
export interface GridPaint {
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
}

const cellWidth = 6;
const widestName = 30;

function cut(text: string, width: number): string {
  let shown = '';
  for (const character of text) {
    if (stringWidth(shown + character) > width - 1) return `${shown}…`;
    shown += character;
  }
  return shown;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** A year without a report: one is missing where there was one before. */
function missingCell({ reports }: AuditedOrgan, year: number, paint: GridPaint): string {
  const isMissing = (reports[0]?.year ?? year) < year;
  return isMissing ? paint.yellow(padded(' ○', cellWidth)) : paint.dim(padded(' ·', cellWidth));
}

/** ✓, ✗3, ? – after ≠ where the chain from the year before breaks, or ~ where that cannot be told. */
function cellOf(report: AuditedReport, { links }: AuditedOrgan, paint: GridPaint): string {
  const link = links.find(({ to }) => to === report.year)?.outcome;
  const mark = link === 'breaks' ? '≠' : link === 'undecided' ? '~' : ' ';
  const { verdict, errors } = report;
  const sign = verdict === 'pass' ? '✓' : verdict === 'fail' ? `✗${errors}` : '?';
  const color =
    verdict === 'fail' || link === 'breaks'
      ? paint.red
      : verdict === 'pass'
        ? paint.green
        : paint.yellow;
  return color(padded(mark + sign, cellWidth));
}

/** Years without any report between two others are shown, unless they are so many that one may be a slip. */
const longestGap = 5;

function yearsOf(organs: readonly AuditedOrgan[], latest: number | null): number[] {
  const known = organs.flatMap(({ reports }) => reports.flatMap(({ year }) => year ?? []));
  if (known.length > 0 && latest !== null) known.push(latest);
  const sorted = [...new Set(known)].sort((a, b) => a - b);
  return sorted.flatMap((year, i) => {
    const missing = year - (sorted[i - 1] ?? year) - 1;
    const shown = missing > 0 && missing <= longestGap ? missing : 0;
    return Array.from({ length: shown + 1 }, (_, k) => year - shown + k);
  });
}

/**
 * Organs by years, as far as the width goes: the latest years, those without any report among them.
 * @param latest the last year of all organs, shown or not
 */
export function gridLines(
  organs: readonly AuditedOrgan[],
  latest: number | null,
  width: number,
  paint: GridPaint,
): string[] {
  const all = yearsOf(organs, latest);
  const widest = Math.max(0, ...organs.map(({ organ }) => stringWidth(brief(organ))));
  const nameWidth = Math.min(widestName, widest) + 2;
  const room = Math.max(1, Math.floor((width - 2 - nameWidth) / cellWidth));
  const years = all.slice(-room);
  if (years.length === 0) return [];
  const head = years.map((year) => padded(` ${year}`, cellWidth)).join('');
  return [
    `  ${' '.repeat(nameWidth)}${head}`.trimEnd(),
    ...organs.map((organ) => {
      const name = padded(cut(brief(organ.organ), nameWidth - 1), nameWidth);
      const cells = years.map((year) => {
        const report = organ.reports.find((each) => each.year === year);
        return report === undefined
          ? missingCell(organ, year, paint)
          : cellOf(report, organ, paint);
      });
      return `  ${name}${cells.join('')}`.trimEnd();
    }),
  ];
}
