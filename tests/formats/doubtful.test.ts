import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CellKind } from '../../src/model/cell.ts';
import type { Run } from '../../src/model/run.ts';
import { runOf } from '../../src/pipeline.ts';
import { boundBytes } from '../support/documents.ts';
import { given, readBytes, reset } from '../support/given.ts';
import { docxReport, htmlReport, xlsxReport } from '../support/renderAs.ts';

const page = readFileSync('fixtures/reports/yunchuan-2023/report.html', 'utf8');

async function ran(text: string, name = 'page.html'): Promise<Run> {
  return runOf(await boundBytes(new TextEncoder().encode(text), name), name);
}

/** The page with one thing changed. @throws if it has no such thing */
function changed(from: string | RegExp, to: string): string {
  const text = page.replace(from, to);
  if (text === page) throw new Error(`${from} is not there`);
  return text;
}

const licensing = /(行政许可.*?<td[^>]*>(?:\s*<[^>]+>)*\s*)31846/su;

describe('a page', () => {
  it('that is right passes', async () => {
    expect((await ran(page)).verdict).toBe('pass');
  });

  it('with a picture in place of a figure is not assessable', async () => {
    const { verdict, report } = await ran(changed(licensing, '$1<img src="figure.png">'));
    expect([verdict, report?.printed(6)]).toEqual(['not-assessable', '?']);
  });

  it('with a figure that is partly struck through has a cell that cannot be read', async () => {
    const { verdict, findings } = await ran(changed(licensing, '$1<s>318</s>46'));
    expect([verdict, findings.map(({ rule }) => rule)]).toEqual(['fail', ['count-cell']]);
  });

  it('with the mark of a note behind a figure has the figure', async () => {
    const { verdict, report } = await ran(changed(licensing, '$131846<sup>1</sup>'));
    expect([verdict, report?.values[6]]).toEqual(['pass', 31846]);
  });

  it('with a line twice under another wording is not assessable', async () => {
    const row = /<tr[^>]*>(?:(?!<tr).)*3\.补正后申请内容仍不明确.*?(?=<tr)/su.exec(page)?.[0] ?? '';
    const twin = row
      .replace('3.补正后申请', '3.经补正后申请')
      .replace(/>(\s*)\d+(\s*)</gu, '>$19$2<');
    expect((await ran(changed(row, row + twin))).verdict).toBe('not-assessable');
  });
});

describe('prose', () => {
  const words = '本局受理自然人和商业企业、科研机构、社会公益组织的申请，行政复议、行政诉讼均无。';

  it('that has words of the form and no table of it is none of its reports', async () => {
    const { report, problems } = await ran(
      `某局2022年度报告\n\n${words}\n规章\n行政许可\n总计`,
      'a.txt',
    );
    expect([report, problems.map(({ code }) => code)]).toEqual([null, ['tables-not-found']]);
  });
});

describe('text laid out with spaces', () => {
  /** Table four, its figures in narrow columns. */
  const across = [
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议  行政诉讼',
    '未经复议直接起诉  复议后起诉',
    '结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  尚未审结  总计',
  ];
  const figures = [2913, 0, 0, 17, 2930, 0, 0, 4, 9, 13, 0, 0, 0, 0, 0];
  const row = figures.map((figure) => String(figure).padEnd(8)).join('');

  async function unsure(...lines: string[]): Promise<number | undefined> {
    const { report } = await ran([...across, ...lines].join('\n'), 'a.txt');
    return report?.kinds.filter((kind) => kind === CellKind.uncertain).length;
  }

  it('has sure figures where each is on one line', async () => {
    expect(await unsure(row)).toBe(0);
  });

  it('has none where what may be the rest of a figure stands below', async () => {
    expect(await unsure(row, '5')).toBe(15);
  });

  it('has no figures in the columns of others where marks and figures drift', async () => {
    const { report } = await ran(
      [
        '三、收到和处理政府信息公开申请情况',
        '              自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计',
        '一、本年新收政府信息公开申请数量  15  264  460  139  417  1169  2464',
        '二、上年结转政府信息公开申请数量      /  /   24       15  39',
        '四、结转下年度继续办理   0    5      5',
      ].join('\n'),
      'a.txt',
    );
    expect(report?.kinds.slice(17, 24)).toEqual(Array(7).fill(CellKind.uncertain));
  });
});

describe('figures of two cells that were merged into one', () => {
  const report = given('2019');
  const merged = reset(report.parts(), (sheet, table) =>
    sheet.map((row) => {
      const [label, first, second, ...rest] = row;
      const isOwn = table === 1 && label?.text.startsWith('一、本年新收');
      if (!isOwn || label === undefined || first === undefined || second === undefined) return row;
      return [label, { text: `${first.text} ${second.text}`, columns: 2 }, ...rest];
    }),
  );

  it.each([
    ['html', htmlReport],
    ['docx', docxReport],
    ['xlsx', xlsxReport],
  ])('do not shift the others of their row in %s', async (_, bytesOf) => {
    const read = await readBytes(bytesOf(merged));
    const own = report.form.cells.filter(({ name }) => name.startsWith('requests.newlyReceived.'));
    expect(own.map(({ index }) => read.kinds[index])).toEqual(Array(7).fill(CellKind.uncertain));
  });
});
