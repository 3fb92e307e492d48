import stringWidth from 'fast-string-width';
import { csvField } from '../messages/csvField.ts';
import { amountText, quoteText } from '../messages/prose.ts';
import { visible, visibleJson } from '../messages/visible.ts';
import type { Claim, ProseFigure } from '../model/claim.ts';
import { sourceOf } from '../model/document.ts';
import { cellsRestated, sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { type Standing, standings } from '../model/standing.ts';
import type { Language, Words } from '../model/words.ts';
import { signs } from './signs.ts';
import { texts } from './terminal/texts.ts';

/** A figure of the prose, what it was taken for, and what became of it. */
export interface ClaimRow {
  readonly source: string;
  readonly section: string | null;
  readonly printed: string;
  readonly unit: string;
  readonly standing: Standing;
  readonly kinds: readonly Claim['kind'][];
  /** Names of the cells it restates. */
  readonly cells: readonly string[];
  /** What the cells come to; null where there are none, or one of them is not known. */
  readonly expected: number | null;
  /** The words around it, the figure marked. */
  readonly quote: string;
}

/** The claims of each figure that stands in the prose; words without a figure (均, 无) stand for themselves. */
function claimsByFigure(claims: readonly Claim[]): Map<ProseFigure, Claim[]> {
  const found = new Map<ProseFigure, Claim[]>();
  for (const claim of claims) found.set(claim.figure, [...(found.get(claim.figure) ?? []), claim]);
  return found;
}

function cellsOf(report: Report, claims: readonly Claim[]): readonly number[] {
  for (const claim of claims) {
    if (claim.kind === 'figure') return cellsRestated(report, claim) ?? [];
    if (claim.kind === 'all') return claim.cells;
  }
  return [];
}

/** A row with its cells by their indices. */
interface Row {
  readonly row: ClaimRow;
  readonly cells: readonly number[];
}

/** Every figure of the prose, in the order of the document. */
function rowsOf(report: Report): Row[] {
  const { prose, form } = report;
  if (prose === null) return [];
  const claims = claimsByFigure(prose.claims);
  return [...standings(report, prose)].map(([figure, standing]): Row => {
    const own = claims.get(figure) ?? [];
    const cells = cellsOf(report, own);
    const row: ClaimRow = {
      source: sourceOf(figure.sentence.placeAt(figure.start)),
      section: figure.sentence.section,
      printed: figure.printed,
      unit: figure.unit,
      standing,
      kinds: [...new Set(own.map(({ kind }) => kind))],
      cells: cells.map((cell) => form.cells[cell]?.name ?? ''),
      expected: cells.length === 0 ? null : sumOfCells(report, cells),
      quote: quoteText(figure),
    };
    return { row, cells };
  });
}

/** What a figure was taken for, where it restates no cell. */
const kindWords: Readonly<Record<Claim['kind'], Words>> = {
  figure: { zh: '数', en: 'figure' },
  share: { zh: '占比', en: 'share' },
  breakdown: { zh: '分项的总数', en: 'whole of a list' },
  growth: { zh: '增减幅度', en: 'growth' },
  all: { zh: '全部或没有', en: 'all or none' },
};

function meaningText(report: Report, { row, cells }: Row, lang: Language): string {
  if (cells.length === 0) return row.kinds.map((kind) => kindWords[kind][lang]).join(' + ') || '—';
  const inOrder = [...cells].sort((a, b) => a - b);
  return amountText(report, inOrder, lang);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** For each figure a line with what it restates, and one with the words around it. */
export function claimsTable(report: Report, lang: Language): string {
  const rows = rowsOf(report);
  const figures = rows.map(({ row }) => visible(row.printed + row.unit));
  const width = figures.reduce((most, figure) => Math.max(most, stringWidth(figure)), 0);
  const lines = rows.map((each, i) => {
    const { row } = each;
    const meaning = meaningText(report, each, lang);
    return `${signs[row.standing]} ${padded(figures[i] ?? '', width)}  ${meaning}\n    ${row.quote}\n`;
  });
  return lines.length === 0 ? '' : `${lines.join('')}\n${texts[lang].legend}\n`;
}

export function claimsJson(report: Report): string {
  return `${visibleJson(rowsOf(report).map(({ row }) => row))}\n`;
}

const columns = [
  'source',
  'section',
  'printed',
  'unit',
  'standing',
  'kinds',
  'cells',
  'expected',
  'quote',
] as const;

/** A line for each figure, safe for spreadsheets. */
export function claimsCsv(report: Report): string {
  const lines = rowsOf(report).map(({ row }) =>
    columns
      .map((name) => {
        const value = row[name];
        return csvField(visible(Array.isArray(value) ? value.join(' ') : String(value ?? '')));
      })
      .join(','),
  );
  return `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
