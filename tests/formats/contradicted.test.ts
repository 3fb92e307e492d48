import { describe, expect, it } from 'vitest';
import { CellKind } from '../../src/model/cell.ts';
import { runOf } from '../../src/pipeline.ts';
import { answers } from '../support/documents.ts';
import { dueOf, given, instead, readBytes, reset } from '../support/given.ts';
import { type Part, reportOf, type Sheet } from '../support/render.ts';
import { htmlReport } from '../support/renderAs.ts';

const report = given('2021');
const { form } = report;

async function ran(parts: readonly Part[]) {
  const read = await readBytes(htmlReport(parts));
  return { read, run: runOf(read, 'report') };
}

const cellOf = (name: string): number => form.cells.findIndex((cell) => cell.name === name);
const newlyFromFirms = cellOf('requests.newlyReceived.enterprise');

/** The report with a row more below the first one of a table that is named so. */
function withRow(table: number, label: string, row: (figures: readonly string[]) => string[]) {
  return reset(report.parts(), (sheet, i): Sheet => {
    if (i !== table) return sheet;
    return sheet.flatMap((slots) => {
      if (slots[0]?.text !== label) return [slots];
      const figures = slots.slice(1).map(({ text }) => text);
      const [head = '', ...others] = row(figures);
      const [first] = slots;
      return [slots, [{ ...first, text: head }, ...others.map((text) => ({ text }))]];
    });
  });
}

describe('figures that the document itself corrects', () => {
  const firstOfThree = '一、本年新收政府信息公开申请数量';

  it.each(['应为', '实际', '更正后', '更正为：'])('in a row %s are uncertain', async (word) => {
    const more = (figures: readonly string[]) => [word, ...figures.map((each) => `${each}1`)];
    const { read, run } = await ran(withRow(1, firstOfThree, more));
    expect(run.verdict).toBe('not-assessable');
    expect(read.kinds[newlyFromFirms]).toBe(CellKind.uncertain);
  });

  it.each(['12（应为13）', '12(更正为13)', '12，有误'])('as in %s are uncertain', async (text) => {
    const style = { figure: (i: number, v: number) => (i === newlyFromFirms ? text : String(v)) };
    const { read, run } = await ran(report.parts(style));
    expect([run.verdict, read.printed(newlyFromFirms)]).toEqual(['not-assessable', `${text}?`]);
  });

  it.each([newlyFromFirms, cellOf('reconsiderationAndLitigation.reconsideration.upheld')])(
    'are not read from words before them, in cell %i',
    async (cell) => {
      const style = { figure: (i: number, v: number) => (i === cell ? '应为0' : String(v)) };
      const { run } = await ran(report.parts(style));
      expect(run.verdict).toBe('fail');
      expect(run.findings.map(({ rule }) => rule)).toContain('count-cell');
    },
  );

  it('are not mistaken for other remarks', async () => {
    const style = { figure: (_: number, v: number) => `${v}（其中修改 0 件）` };
    const { run } = await ran(report.parts(style));
    expect(run.verdict).toBe('pass');
  });
});

describe('a sum of money in another unit than the form’s', () => {
  const fees = cellOf('proactiveDisclosure.fees.amount');
  const headed = (header: string, text: string) =>
    report.parts({
      label: (label) => (label.startsWith('本年收费金额') ? header : label),
      figure: (i, v) => (i === fees ? text : String(v)),
    });

  it.each([
    ['本年收费金额（元）', '251000', 25.1],
    ['本年收费金额（单位：元）', '251,000.00', 25.1],
    ['本年收费金额（单位：元）', '25.1万元', 25.1],
    ['本年收费金额（单位：元）', '0', 0],
    ['本年收费金额（人民币：元）', '251000元', 25.1],
    ['本年收费金额（亿元）', '0.5', 5000],
    ['本年收费金额（千元）', '251', 25.1],
    ['本年收费金额（单位：十万元）', '2.51', 25.1],
    ['本年收费金额（单位：百万元）', '0.251', 25.1],
    ['本年收费金额（千万元）', '0.0251', 25.1],
    ['本年收费金额（十亿元）', '0.5', 50_000],
    ['本年收费金额（百元）', '2,510', 25.1],
  ])('is read in it under %s: %s', async (header, text, value) => {
    const { read, run } = await ran(headed(header, text));
    expect([run.verdict, read.values[fees]]).toEqual(['pass', value]);
    expect(run.findings.map(({ rule }) => rule)).toEqual(['column-label']);
  });

  it('is read in the unit of a caption, of its label, or beside it', async () => {
    const label = (text: string) => {
      if (text === '第二十条第（八）项') return `${text}  单位：元`;
      return text.startsWith('本年收费金额') ? '本年收费金额' : text;
    };
    const figure = (i: number, v: number) => (i === fees ? '251000' : String(v));
    expect((await ran(report.parts({ label, figure }))).read.values[fees]).toBe(25.1);
    const inLabel = (text: string) => (text === '行政事业性收费' ? `${text}（元）` : text);
    const bare = headed('本年收费金额', '251000');
    const labelled = reset(bare, (sheet) =>
      sheet.map((row) => row.map((slot) => ({ ...slot, text: inLabel(slot.text) }))),
    );
    expect((await ran(labelled)).read.values[fees]).toBe(25.1);
  });

  it('is read in the unit of its row in the list of 2014', async () => {
    const old = given('2014');
    const funding = old.form.cells.findIndex(({ name }) => name.endsWith('funding.figure'));
    const parts = reset(
      old.parts({ figure: (i, v) => (i === funding ? '84000' : String(v)) }),
      (sheet) =>
        sheet.map((row) => row.map((slot) => (slot.text === '万元' ? { text: '元' } : slot))),
    );
    expect((await ran(parts)).read.values[funding]).toBe(8.4);
  });

  it.each(['美元', '万美元', '单位：万欧元', '百万港元', '万美金', '单位：角'])(
    'is uncertain in a unit that is not read: %s',
    async (unit) => {
      const { read, run } = await ran(headed(`本年收费金额（${unit}）`, '251'));
      expect([run.verdict, read.printed(fees)]).toEqual(['not-assessable', '251?']);
    },
  );
});

describe('years', () => {
  const { title } = report;
  const rest = report.parts().slice(1);
  const notesOf = async (...first: Part[]) => {
    const { read } = await ran([...first, ...rest]);
    return [read.year, read.notes.map(({ code, args }) => [code, args.year, args.other])];
  };

  it('that agree are nothing to tell', async () => {
    expect(await notesOf(title, '统计期限自2023年1月1日至2023年12月31日')).toEqual([2023, []]);
  });

  it('that differ between title and period are told', async () => {
    expect(await notesOf(title, '统计期限自2022年1月1日至2022年12月31日')).toEqual([
      2023,
      [['year-differs', '2023', '2022']],
    ]);
  });

  it('of several titles are settled by the period', async () => {
    const earlier = title.replace('2023', '2015');
    const period = '统计期限自2023年1月1日至2023年12月31日';
    expect(await notesOf(earlier, title, period)).toEqual([2023, []]);
    expect(await notesOf(earlier, title)).toEqual([2015, [['year-differs', '2015', '2023']]]);
  });
});

describe('a table that prints the form with a word behind each label', () => {
  const others = report.values.map((value) => value + 1);

  it('is told, and the table without it is read', async () => {
    const label = (text: string) => `${text}本级`;
    const copy = reportOf(form, others, { label }).filter((part) => typeof part !== 'string');
    const { read } = await ran([...report.parts(), ...copy]);
    expect(answers(read)).toEqual(dueOf(report));
    expect(read.notes.map(({ code, args }) => [code, args.label])).toEqual([
      ['line-extra', '规章本级'],
      ['line-extra', '一、本年新收政府信息公开申请数量本级'],
    ]);
  });

  it('makes both uncertain where that word is only a remark', async () => {
    const label = (text: string) => `${text}（本级）`;
    const copy = reportOf(form, others, { label }).filter((part) => typeof part !== 'string');
    expect((await ran([...report.parts(), ...copy])).run.verdict).toBe('not-assessable');
  });
});

describe('marks', () => {
  it.each(['/', '-', '——', '无'])(
    'alone in a whole report (%s) are not assessable',
    async (mark) => {
      const { run } = await ran(report.parts({ figure: () => mark }));
      expect([run.verdict, run.problems.map(({ code }) => code)]).toEqual([
        'not-assessable',
        ['figures-missing'],
      ]);
    },
  );

  it('alone in one table say that there was nothing', async () => {
    const marks = reportOf(form, report.values, { figure: () => '/' });
    const table = marks.filter((part) => typeof part !== 'string')[2];
    const { run } = await ran(instead(report.parts(), 2, table === undefined ? [] : [table]));
    expect(run.verdict).toBe('pass');
  });
});
