import { describe, it } from 'vitest';
import { xlsxOf } from '../support/archive.ts';
import { expectRead, given, instead, reset } from '../support/given.ts';
import {
  blocksOfTwo,
  bodyOfThree,
  headerOfThree,
  linesOfFour,
  reportOf,
  type Slot,
  type Style,
} from '../support/render.ts';
import {
  docxReport,
  htmlOf,
  htmlParts,
  htmlReport,
  worksheet,
  xlsxReport,
} from '../support/renderAs.ts';

const styles: Record<string, Style> = {
  'headings merged over their lines': {},
  'headings printed in every line': { headings: 'repeated' },
  'headings left blank after the first line': { headings: 'first' },
  'heading and line in one cell': { headings: 'joined' },
  'headings in rows of their own': { headings: 'rows' },
  'labels broken over lines': { label: (text) => text.replace(/(.{4})/gu, '$1\n') },
  'brackets and colons of half width': { label: (text) => text.normalize('NFKC') },
  'no quotation marks': { label: (text) => text.replace(/[“”]/gu, '') },
  'ordinals like 1、': { label: (text) => text.replace(/^(\d)\./u, '$1、') },
  'ordinals in one character': {
    label: (text) => text.replace(/^(\d)\./u, (_, n) => String.fromCodePoint(0x245f + Number(n))),
  },
  'no ordinals': {
    label: (text) => text.replace(/^(?:\d\.|（[一二三四五六七]）|[一二三四]、)/u, ''),
  },
  'thousands parted by commas': { figure: (_, value) => value.toLocaleString('en') },
  'digits of full width': {
    figure: (_, value) =>
      String(value).replace(/\d/gu, (d) => '０１２３４５６７８９'.charAt(Number(d))),
  },
  'spaces of full width around figures': { figure: (_, value) => `\u3000${value}\u00a0` },
  'remarks after figures': {
    figure: (cell, value) => (cell % 7 === 0 ? `${value}（截至12月31日）` : String(value)),
  },
};
const writers = { html: htmlReport, docx: docxReport, xlsx: xlsxReport };

describe.each(['2014', '2019', '2021'])('a report on the form of %s', (id) => {
  const report = given(id);

  describe.each(Object.entries(writers))('in %s', (_, write) => {
    it.each(Object.entries(styles))('is read with %s', async (_, style) => {
      await expectRead(write(report.parts(style)), report);
    });

    it('is read without the titles of its sections', async () => {
      const [title = '', ...parts] = report.parts();
      await expectRead(write([title, ...parts.filter((part) => typeof part !== 'string')]), report);
    });

    it('is read with a last line about its author', async () => {
      const author: Slot = { text: '填表人：张三  联系电话：0311-87654321', columns: 3 };
      const parts = reset(report.parts(), (sheet) => [...sheet, [author]]);
      await expectRead(write(parts), report);
    });
  });

  it('is read from the middle of a page set with tables, with a hidden copy of other figures', async () => {
    const other = reportOf(
      report.form,
      report.values.map((value) => value + 1),
    );
    const page = `<table><tr><td>行政许可<br>行政处罚</td><td>${htmlParts(report.parts())}</td></tr></table>`;
    await expectRead(htmlOf(`<div style="display:none">${htmlParts(other)}</div>${page}`), report);
  });

  it('is read from a page that prints it twice', async () => {
    const copy = report.parts({ headings: 'repeated' });
    await expectRead(htmlReport([...report.parts(), ...copy]), report);
  });

  it('is read from a sheet with figures as texts that begins at column D', async () => {
    await expectRead(xlsxOf({ 年报: worksheet(report.parts(), false, 3) }), report);
  });
});

describe.each(['2019', '2021'])('tables on the form of %s', (id) => {
  const report = given(id);
  const { form, values } = report;
  const figuresOf = (first: number): Slot[] =>
    [0, 1, 2, 3, 4].map((i) => ({ text: String(values[first + i]) }));

  describe.each(Object.entries(writers))('in %s', (_, write) => {
    it('are read with table 二 in a table for each item', async () => {
      await expectRead(write(instead(report.parts(), 0, blocksOfTwo(form, values))), report);
    });

    it('are read with table 三 parted from its header', async () => {
      const parts = [headerOfThree(form), bodyOfThree(form, values)];
      await expectRead(write(instead(report.parts(), 1, parts)), report);
    });

    it('are read with table 三 going on under its header again', async () => {
      const [header, body] = [
        headerOfThree(form),
        bodyOfThree(form, values, { headings: 'first' }),
      ];
      const halves = [body.slice(0, 10), body.slice(10)].map((rows) => [...header, ...rows]);
      await expectRead(write(instead(report.parts(), 1, halves)), report);
    });

    it('are read with the lines of table 四 one below the other', async () => {
      const columns = linesOfFour(form)[0]?.columns ?? [];
      const header = [{ text: '类别' }, ...columns.map(({ zh }) => ({ text: zh }))];
      const lines = linesOfFour(form).map((line) => [
        { text: line.label.zh },
        ...figuresOf(line.firstCell),
      ]);
      await expectRead(write(instead(report.parts(), 2, [[header, ...lines]])), report);
    });
  });
});
