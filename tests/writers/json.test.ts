import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../src/editions/2021.ts';
import { editions } from '../../src/editions/index.ts';
import { CellKind } from '../../src/model/cell.ts';
import { formOf } from '../../src/model/form.ts';
import { checkDocument } from '../../src/pipeline.ts';
import { writeJson } from '../../src/writers/json.ts';
import { blankForm, type FilledForm } from '../../src/writers/writer.ts';
import { balancedForm, filledForm, hostile } from './forms.ts';

const form = formOf(edition2021);

function readBack(filled: FilledForm) {
  const [run] = checkDocument(writeJson(filled), 'report.json');
  if (run === undefined || 'misfit' in run || run.report === null) throw new Error('no report');
  return run.report;
}

describe('report.json as it is written', () => {
  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'gives every cell of %s back as it was printed',
    (_, edition) => {
      const filled = balancedForm(formOf(edition));
      const report = readBack(filled);
      for (const { index, line } of report.form.cells) {
        if (!line.optional) expect(report.printed(index)).toBe(filled.cell(index));
      }
    },
  );

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'has nothing but blanks for a blank form of %s',
    (_, edition) => {
      const { kinds, form: own } = readBack(blankForm(formOf(edition), '某局', 2020));
      const blanks = own.cells.filter(({ index }) => kinds[index] === CellKind.blank);
      expect(blanks).toHaveLength(own.cells.filter(({ line }) => !line.optional).length);
    },
  );

  it('has whole numbers as numbers and every other text as it is printed', () => {
    const texts = ['0', '-41', '+82', '007', '1.50', '9007199254740993', '/'];
    const filled = filledForm(form, (_, index) => texts[index] ?? null);
    expect(writeJson(filled)).toContain(
      '"governmentRules": [0, -41, "+82"],\n      "normativeDocuments": ["007", "1.50", "9007199254740993"],\n      "licensing": "/"',
    );
  });

  it('leaves out absent lines, and names the columns of a line that lacks some', () => {
    const absent = ['requests.newlyReceived.total', 'requests.carriedOver.'];
    const filled = {
      ...filledForm(form, () => '0'),
      isAbsent: (index: number) =>
        absent.some((name) => form.cells[index]?.name.startsWith(name) === true),
    };
    const text = writeJson(filled);
    expect(text).toContain('"newlyReceived": { "naturalPerson": 0,');
    expect(text).not.toContain('carriedOver');
    const report = readBack(filled);
    expect(report.form.cells.filter(({ index }) => report.printed(index) === null)).toHaveLength(8);
  });

  it('has a subtotal beside its lines, and alone in their place', () => {
    const beside = filledForm(form, () => '0');
    expect(writeJson(beside)).toContain('"subtotal": [0, 0, 0, 0, 0, 0, 0]');
    const subtotal = form.cells.find(({ line }) => line.optional)?.index ?? -1;
    expect(readBack(beside).printed(subtotal)).toBe('0');
    const alone = {
      ...beside,
      isAbsent: (index: number) =>
        /otherHandling\.(?:notClarified|feeUnpaid|other)\./u.test(form.cells[index]?.name ?? ''),
    };
    expect(writeJson(alone)).toContain('"otherHandling": [0, 0, 0, 0, 0, 0, 0]');
    expect(readBack(alone).printed(subtotal)).toBe('0');
  });

  it('keeps the texts, and any text in a cell', () => {
    const filled: FilledForm = {
      ...filledForm(form, (_, index) => hostile[index] ?? null),
      text: { overview: '第一段\n第二段', other: '</script>' },
    };
    const report = readBack(filled);
    for (const [index, text] of hostile.entries()) expect(report.printed(index)).toBe(text);
    expect(JSON.parse(writeJson(filled)).text).toEqual(filled.text);
  });

  it('is read as the report that the fixtures hold', () => {
    const text = readFileSync('fixtures/reports/yunchuan-2023/report.json', 'utf8');
    const [run] = checkDocument(text, 'report.json');
    if (run === undefined || 'misfit' in run || run.report === null) throw new Error('no report');
    const { report } = run;
    const again = writeJson({
      form: report.form,
      organ: report.organ,
      year: report.year,
      cell: (index) => report.printed(index),
      text: JSON.parse(text).text,
    });
    expect(again).toBe(text);
  });
});
