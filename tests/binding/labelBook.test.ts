import { describe, expect, it } from 'vitest';
import { labelBook } from '../../src/binding/labelBook.ts';
import { form2014, form2019, form2021 } from '../support/page.ts';

const book = labelBook(form2021);
const paths = (text: string, of = book): string[] => of.lines(text).map(({ path }) => path);

describe('the lines that a text names', () => {
  it.each([...form2014.lines, ...form2019.lines, ...form2021.lines].map((line) => [line]))(
    'are the line whose label it is: $label.zh',
    (line) => {
      const form = [form2014, form2019, form2021].find(({ lines }) => lines.includes(line));
      expect(form === undefined ? [] : labelBook(form).lines(line.label.zh)).toContain(line);
    },
  );

  it.each([
    ['2、其他法律行政法规禁止公开', 'handled.denied.prohibitedByLaw'],
    ['2.其他法律行政止公开', 'handled.denied.prohibitedByLaw'],
    ['规范性文件', 'normativeDocuments'],
    ['行政事业型收费', 'fees'],
    ['三、本年度办理结果（一）予以公开', 'handled.granted'],
    ['（二）部分公开', 'handled.grantedInPart'],
  ])('are told though it is printed otherwise: %s', (text, path) => {
    expect(paths(text)).toEqual([path]);
  });

  it('are several where the form prints a label more than once', () => {
    expect(paths('（二）被依法纠错数', labelBook(form2014)).length).toBe(2);
  });

  it.each(['', '自然人的申请', '12', '本机关全年收到申请', '规'.repeat(200)])(
    'are none where it is no label: %j',
    (text) => {
      expect(paths(text)).toEqual([]);
    },
  );

  it('are not told for short labels by their likeness', () => {
    expect(paths('行政处理')).toEqual([]);
    expect(paths('规则')).toEqual([]);
  });
});

describe('the columns that a text names', () => {
  const ids = (text: string) => [...new Set(book.columns(text).map(({ id }) => id))];

  it.each([
    ['自然人', 'naturalPerson'],
    ['商业 企业', 'enterprise'],
    ['社会公益\n组织', 'publicInterestOrganization'],
    ['现行有效件', 'inForce'],
  ])('are told by label and alias: %j', (text, id) => {
    expect(ids(text)).toEqual([id]);
  });

  it('are none for what stands over several columns', () => {
    expect(ids('法人或其他组织')).toEqual([]);
  });
});

describe('what is printed without figures of its own', () => {
  it.each(['申请人情况', '法人或其他组织', '第二十条第（一）项', '一、总体情况', '（三）不予公开'])(
    'is %s',
    (text) => expect(book.isForeword(text)).toBe(true),
  );

  it.each(['规章', '1.属于国家秘密', '本年度没有', ''])('is not %j', (text) =>
    expect(book.isForeword(text)).toBe(false),
  );
});

describe('a piece of a label', () => {
  it.each(['', '其他法律行政', '止公开', '（四）无法'])('is %j', (text) => {
    expect(book.isPiece(text)).toBe(true);
  });

  it.each(['本单位', '收费标准'])('is not %j', (text) => {
    expect(book.isPiece(text)).toBe(false);
  });
});

it('a book is made once for a form', () => {
  expect(labelBook(form2021)).toBe(book);
});
