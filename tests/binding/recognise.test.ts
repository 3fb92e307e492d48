import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/binding/recognise.ts';
import { runningText } from '../../src/binding/runningText.ts';
import { editions } from '../../src/editions/index.ts';
import type { Document } from '../../src/model/document.ts';
import type { Form } from '../../src/model/form.ts';
import { form2014, form2019, form2021, grid, page, prose } from '../support/page.ts';

const recognised = (document: Document, year: number | null = null): string | undefined =>
  recognise(document, () => runningText(document.blocks), editions, year)?.id;

const labelsOf = (form: Form, table?: string): string[] =>
  form.lines
    .filter((line) => table === undefined || line.table.id === table)
    .map((line) => line.label.zh);

describe('the edition of a document', () => {
  it.each([form2014, form2019, form2021].map((form) => [form.edition.id, form] as const))(
    'is %s by the labels in its tables, in paragraphs and in running text',
    (id, form) => {
      const labels = [...labelsOf(form), ...form.edition.fingerprint];
      expect(recognised(page(grid(...labels.map((label) => [label, '0']))))).toBe(id);
      expect(recognised(page(...labels.map((label) => prose(label))))).toBe(id);
      expect(recognised(page(prose(labels.map((label) => `${label}0`).join(''))))).toBe(id);
    },
  );

  it('is not told by the year where the labels say otherwise', () => {
    const labels = [...labelsOf(form2019), ...form2019.edition.fingerprint];
    expect(recognised(page(grid(...labels.map((label) => [label]))), 2023)).toBe('2019');
  });

  it('is the one in force for the year where two fit as well', () => {
    const document = page(
      grid(
        ...labelsOf(form2019, 'reconsiderationAndLitigation').map((label) => [label]),
        ['结果维持'],
        ['结果纠正'],
        ['尚未审结'],
        ['自然人'],
      ),
    );
    expect([recognised(document, 2019), recognised(document, 2022)]).toEqual(['2019', '2021']);
  });

  it('is none where fewer labels than four are found', () => {
    expect(
      recognised(page(grid(['规章', '1'], ['自然人', '2'], ['结果维持', '3']))),
    ).toBeUndefined();
    expect(recognised(page(prose('本机关收到政府信息公开申请 3 件。')))).toBeUndefined();
    expect(recognised(page())).toBeUndefined();
  });
});
