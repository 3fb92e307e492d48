import { cellText, lineName } from '../../messages/names.ts';
import { placesText } from '../../messages/places.ts';
import type { CellDifference, ReportDiff } from '../../model/diff.ts';
import type { FormLine } from '../../model/form.ts';
import type { ReporterContext } from '../reporter.ts';
import { hanging, painter } from '../terminal/paint.ts';
import { texts } from './texts.ts';

/** Differences to be told together: one cell, or all the cells of a line that only one version has. */
interface Told {
  readonly line: FormLine;
  readonly cells: readonly CellDifference[];
}

function isLacking({ kind }: CellDifference): boolean {
  return kind === 'only-a' || kind === 'only-b';
}

function together({ a, cells }: ReportDiff): Told[] {
  const lines = new Map<FormLine, CellDifference[]>();
  for (const each of cells) {
    const line = a.form.cells[each.a]?.line;
    if (line !== undefined) lines.set(line, [...(lines.get(line) ?? []), each]);
  }
  return [...lines].flatMap(([line, all]): Told[] => {
    const [first] = all;
    const isWhole =
      line.columns.length > 1 &&
      all.length === line.columns.length &&
      all.every((each) => isLacking(each) && each.kind === first?.kind);
    return isWhole ? [{ line, cells: all }] : all.map((each) => ({ line, cells: [each] }));
  });
}

function placeName({ line, cells }: Told, { lang }: ReporterContext): string {
  const name = lang === 'zh' ? `“${lineName(line, lang)}”` : `“${lineName(line, lang)}”, `;
  const [only, ...more] = cells;
  const column = line.columns[(only?.a ?? 0) - line.firstCell]?.[lang] ?? '';
  if (line.columns.length === 1) return name.replace(/, $/u, '');
  return name + (more.length === 0 ? column : texts[lang].wholeLine);
}

function valuesText(told: Told, { a, b }: ReportDiff, { lang }: ReporterContext): string {
  const t = texts[lang];
  const { kind } = told.cells[0] ?? { kind: 'changed' };
  const of = (side: 'a' | 'b') =>
    told.cells.map((each) => cellText(side === 'a' ? a : b, each[side], lang)).join(' ');
  if (kind === 'only-a') return `${of('a')} ${t.notIn.b}`;
  if (kind === 'only-b') return `${of('b')} ${t.notIn.a}`;
  return `${of('a')} → ${of('b')}${kind === 'uncertain' ? t.uncertain : ''}`;
}

/** Where the cells stand in each version that has them. */
function whereText({ cells }: Told, { a, b }: ReportDiff, { lang }: ReporterContext): string {
  const there = (side: 'a' | 'b') => cells.filter(({ kind }) => kind !== `only-${side}`);
  const inA = there('b').map((each) => a.place(each.a));
  const inB = there('a').map((each) => b.place(each.b));
  return [inA, inB]
    .filter((places) => places.length > 0)
    .map((places) => placesText(places, lang))
    .join(' ↔ ');
}

/** The cells that differ, table by table, each with both answers and where they stand. */
export function cellsText(reports: ReportDiff, context: ReporterContext): string {
  const paint = painter(context);
  const told = together(reports);
  return reports.a.form.edition.tables
    .map((table) => {
      const within = told.filter(({ line }) => line.table === table);
      if (within.length === 0) return '';
      const lines = within.map((each) => {
        const sign = each.cells[0]?.kind === 'uncertain' ? paint.yellow('?') : paint.red('≠');
        const [place, values] = [placeName(each, context), valuesText(each, reports, context)];
        const colon = context.lang === 'zh' ? '：' : ': ';
        const where = hanging(' ', whereText(each, reports, context), context.width);
        return hanging(sign, `${place}${colon}${values}`, context.width) + paint.dim(where);
      });
      return `\n${paint.bold(table[context.lang])}\n${lines.join('')}`;
    })
    .join('');
}
