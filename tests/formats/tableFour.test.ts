import { describe, expect, it } from 'vitest';
import type { FormLine } from '../../src/model/form.ts';
import { answers } from '../support/documents.ts';
import { dueOf, expectRead, given, instead, readBytes } from '../support/given.ts';
import { linesOfFour, type Part, type Sheet, type Slot, tableFour } from '../support/render.ts';
import { docxReport, htmlReport, xlsxReport } from '../support/renderAs.ts';

const writers = { html: htmlReport, docx: docxReport, xlsx: xlsxReport };
const report = given('2021');
const { form, values } = report;
const lines = linesOfFour(form);
const columns = lines[0]?.columns ?? [];
const inOrder = columns.map((_, i) => i);

const slot = (text: string | number, wide = 1, rows = 1): Slot => ({
  text: String(text),
  columns: wide,
  rows,
});
const figureOf = (line: FormLine, column: number) => values[line.firstCell + column] ?? 0;
const names = (order = inOrder): Slot[] => order.map((i) => slot(columns[i]?.zh ?? ''));
const figures = (line: FormLine, order = inOrder): Slot[] =>
  order.map((i) => slot(figureOf(line, i)));
const [first, ...others] = lines;
const groups = (): Slot[] => others.map(({ label }) => slot(label.zh));

/** The report with table 四 set otherwise. */
const withFour = (...parts: readonly Part[]): Part[] => instead(report.parts(), 2, parts);

/** The figures of table 四 are there, and none of them is certain. */
async function expectDoubt(sheet: Sheet): Promise<void> {
  const read = answers(await readBytes(htmlReport(withFour(sheet))));
  const own = Object.entries(read).filter(([name]) => name.startsWith('reconsideration'));
  expect(own.filter(([, answer]) => !String(answer).endsWith('?'))).toEqual([]);
}

describe.each(Object.entries(writers))('table 四 in %s', (_, write) => {
  it('is read in three tables, each under a paragraph that names it', async () => {
    const parts = lines.flatMap((line): Part[] => [line.label.zh, [names(), figures(line)]]);
    await expectRead(write(withFour(...parts)), report);
  });

  it('is read in three tables, each under a longer caption', async () => {
    const captions = [
      '（一）行政复议情况',
      '（二）行政诉讼（未经复议直接起诉）情况',
      '（三）行政诉讼（复议后起诉）情况',
    ];
    const parts = lines.flatMap((line, i): Part[] => [captions[i] ?? '', [names(), figures(line)]]);
    await expectRead(write(withFour(...parts)), report);
  });

  it('is read in two tables, one of them for both kinds of lawsuit', async () => {
    const wide = others.map(({ label }) => slot(label.zh, 5));
    const lawsuits = [wide, others.flatMap(() => names()), others.flatMap((line) => figures(line))];
    const own = first === undefined ? [] : figures(first);
    await expectRead(write(withFour('行政复议', [names(), own], '行政诉讼', lawsuits)), report);
  });

  it('is read with its lines one after the other, each under its own header', async () => {
    const stacked = lines.flatMap((line) => [[slot(line.label.zh, 5)], names(), figures(line)]);
    await expectRead(write(withFour(stacked)), report);
  });

  it('is read with the results as rows and the kinds of case as columns', async () => {
    const header = [[slot('', 1, 2), slot('行政复议', 1, 2), slot('行政诉讼', 2)], groups()];
    const rows = columns.map(({ zh }, i) => [
      slot(zh),
      ...lines.map((line) => slot(figureOf(line, i))),
    ]);
    await expectRead(write(withFour([...header, ...rows])), report);
  });

  it('is read with results and total in another order, named by every header', async () => {
    const order = [4, 1, 0, 2, 3];
    const sheet: Sheet = [
      [slot('行政复议', 5), slot('行政诉讼', 10)],
      [
        ...names(order).map(({ text }) => slot(text, 1, 2)),
        ...groups().map((g) => slot(g.text, 5)),
      ],
      others.flatMap(() => names(order)),
      lines.flatMap((line) => figures(line, order)),
    ];
    await expectRead(write(withFour(sheet)), report);
  });
});

describe('table 四', () => {
  it('is read with a column 备注 that has digits in it', async () => {
    const [top = [], ...rest] = tableFour(form, values);
    const sheet = [
      [...top, slot('备注', 1, 3)],
      ...rest.map((row, i) => (i === 2 ? [...row, slot(3)] : row)),
    ];
    await expectRead(htmlReport(withFour(sheet)), report);
  });

  it('is told beside a column of the document’s own', async () => {
    const [top = [], ...rest] = tableFour(form, values);
    const sheet = [
      [...top, slot('案件总数', 1, 3)],
      ...rest.map((row, i) => (i === 2 ? [...row, slot(99)] : row)),
    ];
    const read = await readBytes(htmlReport(withFour(sheet)));
    expect(answers(read)).toEqual(dueOf(report));
    expect(read.notes.map(({ code, args }) => [code, args.label])).toEqual([
      ['column-extra', '案件总数'],
    ]);
  });

  it('is read with headers of which some are in other words and none has its place', async () => {
    const other: Record<string, string> = { 结果维持: '维持', 尚未审结: '未审结' };
    const said = ({ text }: Slot): Slot => slot(other[text] ?? text);
    const sheet: Sheet = [
      [slot('行政复议'), slot('行政诉讼')],
      [...names().map(said), ...groups()],
      others.flatMap(() => names().map(said)),
      lines.flatMap((line) => figures(line)),
    ];
    await expectRead(htmlReport(withFour(sheet)), report);
  });

  it('is never certain where one header names another order than the form', async () => {
    const order = [1, 0, 2, 3, 4];
    await expectDoubt([names(order), lines.flatMap((line) => figures(line, order))]);
  });

  it('is never certain where its headers have lost their spans and name 行政诉讼 first', async () => {
    const [reconsidered, ...lawsuits] = lines;
    const turned = reconsidered === undefined ? [] : [...lawsuits, reconsidered];
    await expectDoubt([
      [slot('行政诉讼'), slot('行政复议')],
      [...groups(), ...names()],
      others.flatMap(() => names()),
      turned.flatMap((line) => figures(line)),
    ]);
  });
});
