import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { programOf } from '../../src/engine/compile.ts';
import { formOf } from '../../src/model/form.ts';
import { blankForm, type FilledForm } from '../../src/writers/writer.ts';
import { areaName, columnName, joined, sheetNames } from '../../src/writers/xlsx/reference.ts';
import { figureCell } from '../../src/writers/xlsx/tableSheet.ts';
import { writeXlsx } from '../../src/writers/xlsx.ts';
import { balancedForm, filledForm } from './forms.ts';
import { converted, everySheet, hasOffice } from './office.ts';

const forms = editions.map(formOf);
const verdictColumn = 8;

/** A cell of an equality that is no total, by which the identities can be broken. */
function anAddend(form: (typeof forms)[number]): number {
  const equation = programOf(form).standard.find(({ relation }) => relation === '=');
  return equation?.right.at(-1)?.cell ?? -1;
}

/** The verdicts that the engine's equations give with one more in a cell, for a balanced form. */
function expected(form: (typeof forms)[number], raised: number): string[] {
  return programOf(form).standard.map(({ left, right, relation }) => {
    const isIn = [...left, ...right].some(({ cell }) => cell === raised);
    return isIn && relation === '=' ? '不通过' : '通过';
  });
}

const cases: Readonly<Record<string, (form: (typeof forms)[number]) => FilledForm>> = {
  balanced: (form) => balancedForm(form),
  raised: (form) => {
    const cell = anAddend(form);
    const name = form.cells[cell]?.name ?? '';
    return balancedForm(form, { [name]: String(Number(balancedForm(form).cell(cell)) + 1) });
  },
  blank: (form) => blankForm(form),
  half: (form) => filledForm(form, (_, index) => (index === anAddend(form) ? '5' : null)),
  marked: (form) => filledForm(form, (_, index) => (form.optional[index] === 1 ? null : '/')),
  noted: (form) => {
    const name = form.cells[anAddend(form)]?.name ?? '';
    return balancedForm(form, { [name]: '7（其中修订 2 件）' });
  },
};

describe.skipIf(!hasOffice)('the identities in a workbook', () => {
  let sheets: ReadonlyMap<string, Uint8Array> = new Map();

  beforeAll(() => {
    const files = Object.entries(cases).flatMap(([name, fill]) =>
      forms.map((form) => [`${name}-${form.edition.id}.xlsx`, writeXlsx(fill(form))] as const),
    );
    sheets = converted(Object.fromEntries(files), everySheet);
  }, 180_000);

  function rowsOf(name: string, sheet: string): string[][] {
    const bytes = sheets.get(`${name}-${sheet}.csv`);
    if (bytes === undefined) throw new Error(`no ${name}-${sheet} in ${[...sheets.keys()]}`);
    return Papa.parse<string[]>(strFromU8(bytes).trim()).data;
  }

  function verdictsOf(name: string): string[] {
    return rowsOf(name, '核对')
      .slice(3)
      .map((row) => row[verdictColumn] ?? '');
  }

  describe.each(forms.map((form) => [form.edition.id, form] as const))('of %s', (id, form) => {
    const { standard } = programOf(form);

    it('all hold in a balanced form', () => {
      expect(verdictsOf(`balanced-${id}`)).toEqual(standard.map(() => '通过'));
    });

    it('fail exactly where one more was put into a cell', () => {
      const verdicts = verdictsOf(`raised-${id}`);
      expect(verdicts).toEqual(expected(form, anAddend(form)));
      expect(verdicts).toContain('不通过');
      const failed = verdicts.filter((verdict) => verdict === '不通过').length;
      expect(rowsOf(`raised-${id}`, '核对')[1]).toContain(String(failed));
    });

    it('say nothing about a blank form', () => {
      expect(verdictsOf(`blank-${id}`)).toEqual(standard.map(() => '未填'));
    });

    it('wait for a total that is still blank', () => {
      const isIn = (index: number): boolean => {
        const { left = [], right = [] } = standard[index] ?? {};
        return [...left, ...right].some(({ cell }) => cell === anAddend(form));
      };
      const wanted = standard.map((_, index) => (isIn(index) ? '未填完' : '未填'));
      expect(verdictsOf(`half-${id}`)).toEqual(wanted);
    });

    it('take a slash for nothing', () => {
      expect(verdictsOf(`marked-${id}`)).toEqual(standard.map(() => '通过'));
    });

    it('cannot be told with a text among the figures', () => {
      const verdicts = verdictsOf(`noted-${id}`);
      expect(verdicts).toEqual(
        expected(form, anAddend(form)).map((verdict) =>
          verdict === '不通过' ? '有文字' : verdict,
        ),
      );
    });

    it('stand beside every figure of the form', () => {
      const tables = [...sheets.keys()].filter(
        (name) => name.startsWith(`balanced-${id}-`) && !name.includes('核对'),
      );
      const texts = tables.flatMap((name) =>
        rowsOf(`balanced-${id}`, name.slice(`balanced-${id}-`.length, -'.csv'.length)).flat(),
      );
      const figures = texts.filter((text) => /^\d+$/u.test(text)).sort();
      const filled = balancedForm(form);
      const wanted = form.cells.flatMap(({ index }) => filled.cell(index) ?? []).sort();
      expect(figures).toEqual(wanted);
    });
  });
});

describe('a workbook', () => {
  it('holds figures as numbers where a number shows what is printed', () => {
    const numbers = ['0', '-41', '153103.83', '1187630696.19', '999999999999999'];
    for (const text of numbers) expect(figureCell(text).value).toEqual({ number: text });
    const texts = ['+82', '007', '12.50', '1e3', '9007199254740993', '1,234', '/', '-', '-0', '２'];
    for (const text of texts) expect(figureCell(text).value).toEqual({ text });
    expect(figureCell('1187630696.19').style).toBe('decimal2');
  });

  it('has formulas only on the sheet of the identities', () => {
    for (const form of forms) {
      const files = Object.entries(unzipSync(writeXlsx(blankForm(form))));
      const sheets = files.filter(([name]) => name.startsWith('xl/worksheets/'));
      const withFormulas = sheets.filter(([, xml]) => strFromU8(xml).includes('<f>'));
      expect(sheets).toHaveLength(form.edition.tables.length + 1);
      expect(withFormulas.map(([name]) => name)).toEqual([
        `xl/worksheets/sheet${sheets.length}.xml`,
      ]);
    }
  });

  it('colours the cells of each identity by a rule on their own sheet', () => {
    for (const form of forms) {
      const files = unzipSync(writeXlsx(blankForm(form)));
      const rules = form.edition.tables.flatMap((_, i) => {
        const xml = strFromU8(files[`xl/worksheets/sheet${i + 1}.xml`] ?? new Uint8Array());
        return [...xml.matchAll(/<cfRule.*?<formula>(.*?)<\/formula>/gu)].map((rule) => rule[1]);
      });
      expect(rules).toHaveLength(programOf(form).standard.length);
      expect(rules.filter((rule) => rule?.includes('!'))).toEqual([]);
    }
  });

  it('gives sheets names that a spreadsheet accepts, each once', () => {
    const names = sheetNames(["'a:b/c'", 'x'.repeat(40), 'X'.repeat(40), '', '[?]']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/u);
  });

  it('names columns and areas', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    const place = (row: number, column: number) => ({
      row,
      column,
      lastRow: row,
      lastColumn: column,
    });
    const areas = joined([place(0, 0), place(1, 0), place(3, 0), place(3, 1), place(4, 1)]);
    expect(areas.map((area) => areaName(area))).toEqual(['A1:A2', 'A4:B4', 'B5']);
    expect(areaName(place(2, 1), '$')).toBe('$B$3');
  });
});
