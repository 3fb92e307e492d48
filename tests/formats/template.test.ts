import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { CellKind } from '../../src/model/cell.ts';
import { type Form, formOf } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import { runOf } from '../../src/pipeline.ts';
import type { WriterName } from '../../src/writers/index.ts';
import { blankForm, type FilledForm } from '../../src/writers/writer.ts';
import { balancedValues, drawFrom } from '../support/generate.ts';
import { bytesOf, readBack } from '../support/written.ts';

/** A form as somebody fills it in: figures in which every identity holds. */
function filled(form: Form, seed: number): { form: FilledForm; values: readonly number[] } {
  const values = balancedValues(form.edition, drawFrom(seed));
  const cell = (index: number): string | null =>
    form.optional[index] === 1 ? null : String(values[index] ?? 0);
  const year = form.edition.years.from;
  return { form: { form, organ: '云川市人民政府', year, cell }, values };
}

/** Required cells of a report that are not of this kind and value. */
function otherwise(
  { form, kinds, values }: Report,
  kind: CellKind,
  due: readonly number[],
): unknown[] {
  return form.cells.flatMap(({ index, name, line }) => {
    if (line.optional) return kinds[index] === CellKind.absent ? [] : [[name, kinds[index]]];
    const isSame = kinds[index] === kind && values[index] === (due[index] ?? 0);
    return isSame ? [] : [[name, kinds[index], values[index]]];
  });
}

async function expectBlank(name: WriterName, form: Form): Promise<void> {
  const report = await readBack(name, blankForm(form));
  expect(report.form.edition.id).toBe(form.edition.id);
  expect(otherwise(report, CellKind.blank, [])).toEqual([]);
  expect([report.organ, report.year]).toEqual([null, null]);
  const { verdict, problems } = runOf(report, 'form');
  const blank = form.edition.tables.map(({ zh, en }) => ['table-blank', { zh, en }]);
  expect(verdict).toBe('not-assessable');
  expect(problems.map(({ code, args }) => [code, args.table])).toEqual(blank);
}

async function expectFilled(name: WriterName, form: Form): Promise<void> {
  for (const seed of [1, 2, 3]) {
    const { form: written, values } = filled(form, seed);
    const report = await readBack(name, written);
    expect([report.form.edition.id, report.organ, report.year]).toEqual([
      form.edition.id,
      written.organ,
      written.year,
    ]);
    expect(otherwise(report, CellKind.number, values)).toEqual([]);
    expect([report.problems, report.renamed]).toEqual([[], []]);
    expect(runOf(report, 'form').verdict).toBe('pass');
  }
}

const formats: readonly WriterName[] = ['json', 'docx', 'html', 'xlsx', 'csv'];

describe.each(editions)('the $zh', (edition) => {
  const form = formOf(edition);

  it.each<WriterName>(['html', 'csv'])(
    'has room for organ and year in its title as %s',
    async (name) => {
      const text = new TextDecoder().decode(await bytesOf(name, blankForm(form)));
      expect(text).toContain('__________  ____年政府信息公开工作年度报告');
      const named = new TextDecoder().decode(await bytesOf(name, filled(form, 1).form));
      expect(named).not.toContain('__');
    },
  );

  it.each(formats)('is blank throughout after it was written blank as %s', async (name) => {
    await expectBlank(name, form);
  });

  it.each(formats)('has every figure after it was written filled as %s', async (name) => {
    await expectFilled(name, form);
  });
});
