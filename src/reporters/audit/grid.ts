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

/** ✓, ✗3, ? – after ≠ where the chain from the year before breaks, or ~ where that cannot be told. */
function cellOf(
  report: AuditedReport | undefined,
  { links }: AuditedOrgan,
  paint: GridPaint,
): string {
  if (report === undefined) return paint.dim(padded(' ·', cellWidth));
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

/** Organs by years, as far as the width goes: the latest years. */
export function gridLines(
  organs: readonly AuditedOrgan[],
  width: number,
  paint: GridPaint,
): string[] {
  const all = [
    ...new Set(organs.flatMap(({ reports }) => reports.flatMap(({ year }) => year ?? []))),
  ];
  const widest = Math.max(0, ...organs.map(({ organ }) => stringWidth(brief(organ))));
  const nameWidth = Math.min(widestName, widest) + 2;
  const room = Math.max(1, Math.floor((width - 2 - nameWidth) / cellWidth));
  const years = all.sort((a, b) => a - b).slice(-room);
  if (years.length === 0) return [];
  const head = years.map((year) => padded(` ${year}`, cellWidth)).join('');
  return [
    `  ${' '.repeat(nameWidth)}${head}`.trimEnd(),
    ...organs.map((organ) => {
      const name = padded(cut(brief(organ.organ), nameWidth - 1), nameWidth);
      const cells = years.map((year) =>
        cellOf(
          organ.reports.find((each) => each.year === year),
          organ,
          paint,
        ),
      );
      return `  ${name}${cells.join('')}`.trimEnd();
    }),
  ];
}
