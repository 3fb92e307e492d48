import { describe, expect, it } from 'vitest';
import { xlsxOf } from '../support/archive.ts';
import { answers } from '../support/documents.ts';
import { dueOf, expectRead, given, instead, readBytes, reset } from '../support/given.ts';
import {
  bodyOfThree,
  headerOfThree,
  type Part,
  type Sheet,
  type Slot,
  tableFour,
  tableThree,
  tableTwo,
} from '../support/render.ts';
import {
  docxReport,
  htmlOf,
  htmlParts,
  htmlReport,
  worksheet,
  xlsxReport,
} from '../support/renderAs.ts';

const writers = { html: htmlReport, docx: docxReport, xlsx: xlsxReport };
const slot = (text: string | number, columns = 1, rows = 1): Slot => ({
  text: String(text),
  columns,
  rows,
});
const wider = (sheet: Sheet, times: number): Sheet =>
  sheet.map((row) => row.map((each) => ({ ...each, columns: (each.columns ?? 1) * times })));
const page = (parts: readonly Part[]): Uint8Array => htmlReport(parts);

describe.each(['2019', '2021'])('tables on the form of %s', (id) => {
  const report = given(id);
  const { form, values, title } = report;
  const [two, three, four] = [tableTwo, tableThree, tableFour].map((table) => table(form, values));
  const sheets = [two ?? [], three ?? [], four ?? []] as const;
  const header = headerOfThree(form);
  const body = bodyOfThree(form, values, { headings: 'first' });

  describe.each(Object.entries(writers))('in %s', (_, write) => {
    it('are read from one table for all three', async () => {
      await expectRead(write([title, sheets.flat()]), report);
    });

    it('are read from one table with their titles in it, each with columns of its own width', async () => {
      const titled = (text: string, sheet: Sheet, times: number): Sheet => [
        [slot(text, 60)],
        ...wider(sheet, times),
      ];
      const all = [
        ...titled('二、主动公开政府信息情况', sheets[0], 15),
        ...titled('三、收到和处理政府信息公开申请情况', sheets[1], 6),
        ...titled('四、政府信息公开行政复议、行政诉讼情况', sheets[2], 4),
      ];
      await expectRead(write([[[slot(title, 60)], ...all]]), report);
    });

    it('are read with a blank column after every column', async () => {
      const gap = (each: Slot): Slot[] =>
        (each.columns ?? 1) > 1
          ? [{ ...each, columns: (each.columns ?? 1) * 2 }]
          : [each, slot('', 1, each.rows ?? 1)];
      const parts = reset(report.parts({ headings: 'first' }), (sheet) =>
        sheet.map((row) => row.flatMap(gap)),
      );
      await expectRead(write(parts), report);
    });

    it('are read with a blank row after every row, and a blank column before all', async () => {
      const parts = reset(report.parts({ headings: 'first' }), (sheet) =>
        sheet.flatMap((row) => [row, [slot('')]]),
      );
      await expectRead(write(parts), report);
      const indented = reset(report.parts(), (sheet) => sheet.map((row) => [slot(''), ...row]));
      await expectRead(write(indented), report);
    });

    it('are read over pages, with page numbers and the header again', async () => {
      const feet = [[slot('— 3 —', 10)], [slot('第 4 页 共 8 页', 10)]];
      const pages = [...body.slice(0, 8), ...(feet[0] ? [feet[0]] : []), ...body.slice(8)];
      await expectRead(write(instead(report.parts(), 1, [[...header, ...pages]])), report);
      const again = [body.slice(0, 8), body.slice(8, 16), body.slice(16)].flatMap((rows, i) => [
        ...header,
        ...rows,
        ...feet.slice(i, i + 1),
      ]);
      await expectRead(write(instead(report.parts(), 1, [again])), report);
      const bare = [...header, ...body.slice(0, 8), [slot(3, 10)], ...body.slice(8)];
      await expectRead(write(instead(report.parts(), 1, [bare])), report);
    });

    it('are read with last cells wider than their headers', async () => {
      const parts = reset(report.parts(), (sheet, i) =>
        sheet.map((row, r) =>
          i !== 1 || r < header.length
            ? row
            : row.map((each, c) => (c === row.length - 1 ? { ...each, columns: 2 } : each)),
        ),
      );
      await expectRead(write(parts), report);
    });

    it('are read with a header that has lost its spans', async () => {
      const parts = reset(report.parts(), (sheet, i) =>
        sheet.map((row, r) =>
          i === 1 && r < header.length ? row.map(({ text }) => slot(text)) : row,
        ),
      );
      await expectRead(write(parts), report);
    });

    it('are read with all merged cells taken apart, each text in every one of them', async () => {
      const flat = (row: readonly Slot[]): Slot[] =>
        row.flatMap(({ text, columns = 1, rows }) =>
          Array.from({ length: columns }, () => slot(text, 1, rows)),
        );
      const parts = reset(report.parts({ headings: 'repeated' }), (sheet) => sheet.map(flat));
      await expectRead(write(parts), report);
    });

    it('have no wrong figure that is certain where headers and figures stand in other columns', async () => {
      const shift = (row: readonly Slot[]): Slot[] =>
        row.flatMap((each) => [each, ...Array.from({ length: each.columns ?? 1 }, () => slot(''))]);
      const parts = reset(report.parts({ headings: 'first' }), (sheet) => sheet.map(shift));
      const due = dueOf(report);
      const read = Object.entries(answers(await readBytes(write(parts))));
      const isWrong = ([name, answer]: [string, unknown]) =>
        answer !== due[name] && !/^(?:.*\?|absent|unreadable)$/u.test(String(answer));
      expect(read.filter(isWrong)).toEqual([]);
    });

    it('are read beside a list of the main figures', async () => {
      const lists = [
        [slot('收到'), slot('12件'), slot('办结'), slot('11件')],
        [slot('予以公开'), slot(3), slot('部分公开'), slot(4)],
        [slot('行政复议'), slot(5), slot('行政诉讼'), slot(7)],
      ];
      for (const [a, b, c, d] of lists) {
        const rows = [[a, b].flatMap((each) => each ?? []), [c, d].flatMap((each) => each ?? [])];
        const list: Sheet = [[slot('指标'), slot('数量')], ...rows];
        await expectRead(htmlReport(['主要数据一览', list, ...report.parts()]), report);
      }
    });

    it('are read with subtotals of their headings', async () => {
      const all = () => true;
      await expectRead(write(report.parts({ isPrinted: all })), report, all);
    });
  });

  it('are read from tables within cells of other tables', async () => {
    const cells = htmlParts(report.parts()).replace(
      /<table>.*?<\/table>/gsu,
      '<table><tr><td>$&</td></tr></table>',
    );
    await expectRead(htmlOf(cells), report);
  });

  it('are read where two stand side by side on a sheet', async () => {
    const blank = (count: number): Slot[] => Array.from({ length: count }, () => slot(''));
    const beside = (left: Sheet, width: number, right: Sheet): Sheet =>
      (left.length > right.length ? left : right).map((_, i) => [
        ...(left[i] ?? blank(width)),
        slot(''),
        ...(right[i] ?? []),
      ]);
    const flat = bodyOfThree(form, values, { headings: 'joined' });
    const narrow = headerOfThree(form).map((row, i) =>
      i === 0 ? row.map((each, c) => (c === 0 ? { ...each, columns: 1 } : each)) : row,
    );
    const own: Sheet = [...narrow, ...flat];
    const rest = ['四、政府信息公开行政复议、行政诉讼情况', sheets[2]];
    const sheetOf = (...parts: Part[]) => xlsxOf({ 年报: worksheet([title, ...parts]) });
    await expectRead(sheetOf(beside(sheets[0], 4, own), ...rest), report);
    await expectRead(sheetOf(beside(own, 8, sheets[0]), ...rest), report);
    await expectRead(sheetOf(sheets[0], beside(own, 8, sheets[2])), report);
  });

  it('are read with a column 小计 among those of 法人或其他组织', async () => {
    const parts = reset(report.parts(), (sheet, i) =>
      sheet.map((row, r) => {
        if (i !== 1) return row;
        const group = (each: Slot): Slot => {
          if (each.text === '申请人情况') return { ...each, columns: 8 };
          return each.text === '法人或其他组织' ? { ...each, columns: 6 } : each;
        };
        if (r < header.length - 1) return row.map(group);
        if (r < header.length) return [slot('小计'), ...row];
        return [...row.slice(0, -6), slot(99), ...row.slice(-6)];
      }),
    );
    const read = await readBytes(page(parts));
    expect([answers(read), read.problems]).toEqual([dueOf(report), []]);
    expect(read.notes.map(({ code, args }) => [code, args.label])).toEqual([
      ['column-extra', '小计'],
    ]);
  });

  it.each([
    ['(1)', (text: string) => text.replace(/^(\d)\./u, '($1)')],
    ['（1）', (text: string) => text.replace(/^(\d)\./u, '（$1）')],
    ['1)', (text: string) => text.replace(/^(\d)\./u, '$1)')],
    ['1 . 属 于', (text: string) => [...text].join(' ')],
    ['件数', (text: string) => text.replace('处理决定数量', '处理决定件数')],
    ['其它', (text: string) => text.replaceAll('其他', '其它')],
    ['（七）合计', (text: string) => text.replace('（七）总计', '（七）合计')],
    ['本年新收申请数量', (text: string) => text.replace('新收政府信息公开申请', '新收申请')],
  ])('are read with labels like %s', async (_, label) => {
    await expectRead(page(report.parts({ label })), report);
    await expectRead(page(report.parts({ label, headings: 'repeated' })), report);
  });

  it.each(['办理情况', '项目', '申请办理情况（本列数据的勾稽关系见说明）'])(
    'are read with labels headed %s',
    async (head) => {
      const label = (text: string) => (text.startsWith('（本列') ? head : text);
      for (const headings of ['merged', 'joined', 'rows'] as const) {
        await expectRead(page(report.parts({ label, headings })), report);
      }
    },
  );

  it.each([
    ['zero width', (text: string) => `\u200b${[...text].join('\u200b')}\ufeff`],
    ['a direction', (text: string) => `\u202a\u2068${text}\u2069\u202c`],
  ])('are read with characters of %s around figures', async (_, around) => {
    const figure = (_cell: number, value: number) => around(String(value));
    await expectRead(page(report.parts({ figure })), report);
  });
});

describe('the list of 2014', () => {
  const report = given('2014');

  it.each(Object.entries(writers))('is read with digits under 备注, in %s', async (_, write) => {
    const parts = reset(report.parts(), (sheet) =>
      sheet.map((row, i) => [
        ...row,
        slot(i === 0 ? '备注' : (['', '含下属单位3个', i][i % 3] ?? '')),
      ]),
    );
    await expectRead(write(parts), report);
  });
});

describe('an amount', () => {
  it.each(['2014', '2021'])('of 5万元 under 万元 is 5, on the form of %s', async (id) => {
    const report = given(id);
    const figure = (cell: number, value: number) =>
      report.form.inTenThousands[cell] === 1 ? `${value}万元` : String(value);
    await expectRead(page(report.parts({ figure })), report);
  });
});
