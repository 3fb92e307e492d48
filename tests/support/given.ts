import { expect } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { type Form, type FormLine, formOf } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import { runOf } from '../../src/pipeline.ts';
import { answers, boundBytes } from './documents.ts';
import { figuresFor, type Part, reportOf, type Sheet, type Style } from './render.ts';

export const organ = '云川市水务局';
export const years: Record<string, number> = { 2014: 2017, 2019: 2020, 2021: 2023 };

/** A report to be set, and its title. */
export interface Given {
  readonly form: Form;
  readonly values: readonly number[];
  readonly title: string;
  /** Its parts from the title on, set in a style: title, four sections with three tables, two more sections. */
  parts(style?: Style): Part[];
}

export function given(id: string): Given {
  const edition = editions.find((each) => each.id === id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  const form = formOf(edition);
  const values = figuresFor(edition, 7, 12_000);
  const title = `${organ}${years[id]}年政府信息公开工作年度报告`;
  return { form, values, title, parts: (style) => [title, ...reportOf(form, values, style)] };
}

/** Tables by their number in the report, from 0, set otherwise. */
export function reset(
  parts: readonly Part[],
  change: (sheet: Sheet, table: number) => Sheet,
): Part[] {
  let table = 0;
  return parts.map((part) => (typeof part === 'string' ? part : change(part, table++)));
}

/** The table of this number put in another way. */
export function instead(parts: readonly Part[], number: number, others: readonly Part[]): Part[] {
  let table = 0;
  return parts.flatMap((part) =>
    typeof part !== 'string' && table++ === number ? others : [part],
  );
}

/** A document bound to its form. @throws where it is none */
export async function readBytes(bytes: Uint8Array): Promise<Report> {
  const report = await boundBytes(bytes, 'report');
  if ('code' in report) throw new Error(report.code);
  return report;
}

/** What the cells of a report are to answer. */
export function dueOf(
  { form, values }: Given,
  isDue = ({ optional }: FormLine): boolean => !optional,
): Record<string, number | undefined> {
  const printed = form.cells.filter(({ line }) => isDue(line));
  return Object.fromEntries(printed.map(({ name, index }) => [name, values[index]]));
}

/** The report is read whole, cell by cell, and passes. */
export async function expectRead(
  bytes: Uint8Array,
  given: Given,
  isDue = ({ optional }: FormLine): boolean => !optional,
): Promise<void> {
  const report = await readBytes(bytes);
  const { form } = given;
  expect(answers(report)).toEqual(dueOf(given, isDue));
  expect([report.organ, report.year]).toEqual([organ, years[form.edition.id]]);
  expect([report.problems, report.renamed]).toEqual([[], []]);
  const { verdict, findings } = runOf(report, 'report');
  expect([verdict, findings]).toEqual(['pass', []]);
}
