import Table from 'cli-table3';
import { lineName } from '../../messages/names.ts';
import { brief, visible } from '../../messages/visible.ts';
import type { FormLine } from '../../model/form.ts';
import type { Report } from '../../model/report.ts';
import { countsOf } from '../../model/run.ts';
import {
  missReasons,
  type SelfTest,
  type SlipCounts,
  seededSlips,
  type TableTest,
} from '../../model/selftest.ts';
import type { ReporterContext } from '../reporter.ts';
import { hanging, painter } from '../terminal/paint.ts';
import { countsIn, missedIn, sumOf } from './json.ts';
import { texts } from './texts.ts';

/** `161 (100 %)`; only what is whole is 100 %. */
function shareText(count: number, of: number): string {
  if (of === 0) return '—';
  const percent = count === of ? 100 : Math.min(99, Math.round((count / of) * 100));
  return `${count} (${percent} %)`;
}

function rowOf(name: string, { seeded, caught, repaired }: SlipCounts): string[] {
  return [name, String(seeded), shareText(caught, seeded), shareText(repaired, seeded)];
}

function gridOf(test: TableTest, { lang }: ReporterContext): string {
  const t = texts[lang];
  const grid = new Table({
    head: [...t.head],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const slip of seededSlips) grid.push(rowOf(t.slips[slip], test.slips[slip]));
  grid.push(rowOf(t.all, sumOf(countsIn(test))));
  return `${grid.toString()}\n`;
}

/** The cells that no check looks at: whole lines by their names, single columns with theirs. */
function uncheckedText(report: Report, { unchecked }: TableTest, lang: ReporterContext['lang']) {
  const lines = new Map<FormLine, number[]>();
  for (const cell of unchecked) {
    const line = report.form.cells[cell]?.line;
    if (line !== undefined) lines.set(line, [...(lines.get(line) ?? []), cell]);
  }
  const names = [...lines].map(([line, cells]) => {
    const columns = cells.map((cell) => line.columns[cell - line.firstCell]?.[lang] ?? '');
    const isWhole = cells.length === line.columns.length;
    const within = isWhole ? '' : ` (${columns.join(lang === 'zh' ? '、' : ', ')})`;
    return `“${lineName(line, lang)}”${within}`;
  });
  return names.join(lang === 'zh' ? '、' : ', ');
}

function tableText(report: Report, test: TableTest, context: ReporterContext): string {
  const { lang, width } = context;
  const t = texts[lang];
  const table = report.form.edition.tables.find(({ id }) => id === test.table);
  const title = painter(context).bold(table?.[lang] ?? test.table);
  const { seeded, caught, warned, misled } = sumOf(countsIn(test));
  const reasons = missReasons
    .filter((reason) => test.missed[reason] > 0)
    .map((reason) => t.reasons[reason](test.missed[reason]));
  const notes = [
    ...(caught < seeded ? [t.missed(seeded - caught, reasons)] : []),
    ...(warned > 0 ? [t.warned(warned)] : []),
    ...(misled > 0 ? [t.misled(misled)] : []),
    ...(test.unchecked.length > 0 ? [t.unchecked + uncheckedText(report, test, lang)] : []),
  ];
  const lines = notes.map((note) => hanging('·', note, width)).join('');
  return `\n${title}\n${gridOf(test, context)}${lines}`;
}

/** A self-test, table by table, for a person to read. */
export function selfTestTerminal({ run, tables }: SelfTest, context: ReporterContext): string {
  const { report } = run;
  if (report === null) return '';
  const t = texts[context.lang];
  const all = sumOf(tables.flatMap(countsIn));
  const figures = tables.reduce((sum, each) => sum + each.figures, 0);
  const organ = report.organ === null ? visible(run.source) : brief(report.organ);
  const { errors } = countsOf(run.findings);
  const missed = missedIn(tables);
  const reasons = missReasons
    .filter((reason) => missed[reason] > 0)
    .map((reason) => t.reasons[reason](missed[reason]));
  const [caught, repaired] = [
    shareText(all.caught, all.seeded),
    shareText(all.repaired, all.seeded),
  ];
  return [
    `${painter(context).bold(t.title(organ, figures, all.seeded))}\n`,
    errors === 0 ? '' : hanging('·', t.baseline(errors), context.width),
    ...tables.map((each) => tableText(report, each, context)),
    `\n${t.sum(all.seeded, caught, repaired)}\n`,
    all.caught === all.seeded ? '' : `${t.missed(all.seeded - all.caught, reasons)}\n`,
  ].join('');
}
