import { visible } from '../../messages/visible.ts';
import type { Report } from '../../model/report.ts';
import type { ResultReport } from '../../model/result.ts';
import type { Run } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';
import { sheetNames } from '../../writers/xlsx/reference.ts';
import { workbookOf } from '../../writers/xlsx/workbook.ts';
import type { Reporter } from '../reporter.ts';
import { resultOf } from '../result.ts';
import { type Field, type List, listSheet } from './list.ts';
import { findingRows, openRows, summaryRow } from './rows.ts';
import { tablesSheet } from './tables.ts';
import { texts } from './texts.ts';

/** Reports that get a sheet of their own, which a workbook of many would be too large for. */
const mostTables = 20;
/** Rows that a list may have, a header and a remark aside: a spreadsheet has no more. */
const mostRows = 1_048_574;

const widths = {
  summary: [6, 34, 26, 7, 16, 12, 7, 7, 8, 9, 9, 9, 7, 7, 9, 11, 9, 50],
  findings: [6, 26, 24, 7, 7, 8, 18, 50, 20, 24, 14, 58, 14, 30, 40, 30],
  open: [6, 30, 26, 7, 16, 20, 70, 34],
} as const;

/** A report whose tables are shown, with its number on the sheet of verdicts. */
interface Told {
  readonly run: Run;
  readonly report: Report;
  readonly told: ResultReport;
  readonly number: number;
}

/** The sheets are made last: all rows have to be there before a workbook is written. */
interface Rows {
  readonly summary: Field[][];
  readonly findings: Field[][];
  readonly open: Field[][];
  readonly tables: Told[];
  /** Reports that were read, whether or not their tables are shown. */
  read: number;
}

function listOf(
  rows: readonly Field[][],
  kind: keyof typeof widths,
  lang: Language,
  remark: string | null = null,
): List {
  const t = texts[lang];
  const columns = { summary: t.summaryColumns, findings: t.findingColumns, open: t.openColumns };
  const told = rows.slice(0, mostRows).map((row, i) => [i + 1, ...row]);
  const left = rows.length - told.length;
  const last = left > 0 ? t.rowsLeftOut(left) : remark;
  return { columns: columns[kind], widths: widths[kind], rows: told, remark: last };
}

function nameOf({ report: { organ, year }, run, number }: Told): string {
  return visible(`${number} ${organ ?? run.source}${year === null ? '' : ` ${year}`}`);
}

function workbook({ summary, findings, open, tables, read }: Rows, lang: Language): Uint8Array {
  const t = texts[lang];
  const remark = read > tables.length ? t.tablesLeftOut(tables.length, read) : null;
  const lists: readonly (readonly [string, List])[] = [
    [t.summary, listOf(summary, 'summary', lang, remark)],
    [t.findings, listOf(findings, 'findings', lang)],
    ...(open.length === 0 ? [] : [[t.open, listOf(open, 'open', lang)] as const]),
  ];
  const names = sheetNames([...lists.map(([name]) => name), ...tables.map(nameOf)]);
  const sheets = tables.map(({ run, report, told }, i) =>
    tablesSheet(run, report, told, names[lists.length + i] ?? '', lang),
  );
  return workbookOf([...lists.map(([, list], i) => listSheet(names[i] ?? '', list)), ...sheets]);
}

/**
 * The result as a workbook: verdicts, findings and what was not checked as lists to be filtered, then
 * the tables of the first reports with what is wrong marked. Texts are texts: no cell is a formula.
 */
export function xlsxReporter(): Reporter {
  const rows: Rows = { summary: [], findings: [], open: [], tables: [], read: 0 };
  return {
    open: () => '',
    async report(run, { sentences, lang }, index) {
      const told = resultOf(run, sentences, lang);
      rows.summary.push(summaryRow(run, lang));
      for (const row of findingRows(run, told, lang)) rows.findings.push(row);
      for (const row of openRows(run, told, lang)) rows.open.push(row);
      const { report } = run;
      if (report === null) return '';
      rows.read++;
      if (rows.read <= mostTables) rows.tables.push({ run, report, told, number: index + 1 });
      return '';
    },
    close: async (_, { lang }) => workbook(rows, lang),
  };
}
