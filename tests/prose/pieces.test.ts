import { describe, expect, it } from 'vitest';
import { editions } from '../../src/editions/index.ts';
import { runExample } from '../../src/example.ts';
import { formOf } from '../../src/model/form.ts';
import type { Passage, Report } from '../../src/model/report.ts';
import { proseOf } from '../../src/prose/pieces.ts';
import { sentencesOf } from '../../src/prose/sentences.ts';

const [edition] = editions.filter(({ id }) => id === '2021');

/** A report without figures that has these paragraphs. */
function reportOf(...texts: readonly (string | readonly [string, string])[]): Report {
  const { report } = runExample({ edition: '2021', year: 2023, cells: {} });
  if (report === null) throw new Error('an example is no report');
  const passages = texts.map((each, i): Passage => {
    const [section, text] = typeof each === 'string' ? [null, each] : each;
    const at = { kind: 'paragraph', paragraph: i + 1 } as const;
    return { section, text, place: () => ({ source: 'report.docx', at, line: null }) };
  });
  return { ...report, passages };
}

function sentences(...texts: readonly (string | readonly [string, string])[]) {
  return sentencesOf(proseOf(reportOf(...texts)));
}

function textsOf(...texts: readonly string[]): string[] {
  return sentences(...texts).map(({ text }) => text);
}

function paragraphAt(place: ReturnType<Passage['place']>): number | null {
  return place.at?.kind === 'paragraph' ? place.at.paragraph : null;
}

describe('the prose of a report', () => {
  it('is cut at lines and at indents', () => {
    const pieces = proseOf(reportOf('收到　申请\n办结\u3000\u3000答复', '公开'));
    expect(pieces.map(({ text, start }) => [text, start])).toEqual([
      ['收到申请', 0],
      ['办结', 4],
      ['答复', 6],
      ['公开', 8],
    ]);
  });

  it('is cut where the title of a section stands in running text', () => {
    if (edition === undefined) throw new Error('no edition 2021');
    const { sections } = formOf(edition).edition;
    const problems = sections.find(({ id }) => id === 'problems');
    const pieces = proseOf(
      reportOf(['overview', `收到申请。${problems?.zh}人手不足。`], '经费不足。'),
    );
    expect(pieces.map(({ text, section }) => [text, section])).toEqual([
      ['收到申请。', 'overview'],
      ['人手不足。', 'problems'],
      ['经费不足。', 'problems'],
    ]);
  });

  it('leaves out a table that was run into the text', () => {
    const text = '主动公开情况如下：第二十条第（一）项信息内容本年制发件数规章3件';
    expect(proseOf(reportOf(text)).map((piece) => piece.text)).toEqual(['主动公开情况如下：']);
  });
});

describe('sentences', () => {
  it('end with 。, ！ and ？ and with their paragraph', () => {
    expect(textsOf('收到3件。办结2件!还有？', '（一）公开')).toEqual([
      '收到3件。',
      '办结2件！',
      '还有？',
      '（一）公开',
    ]);
  });

  it('that a line or a page breaks are put together again', () => {
    expect(textsOf('共收到申请2', '5件，其中', '自然人20件。另有')).toEqual([
      '共收到申请25件，其中自然人20件。',
      '另有',
    ]);
  });

  it.each([
    ['（一）依申请公开', '收到申请'],
    ['收到申请', '二、主动公开'],
    ['收到申请', '（二）主动公开'],
    ['收到申请', '2.主动公开'],
    ['收到申请', '第二，主动公开'],
  ])('are two in “%s”, “%s”', (first, second) => {
    expect(textsOf(first, second)).toEqual([first, second]);
  });

  it('go on after a semicolon or a colon even where an ordinal begins', () => {
    expect(textsOf('情况如下：', '1.收到3件；', '2.办结2件。')).toEqual([
      '情况如下：1.收到3件；2.办结2件。',
    ]);
  });

  it('do not go on in another section', () => {
    const found = sentences(['overview', '收到申请'], ['problems', '人手不足']);
    expect(found.map(({ text, section }) => [text, section])).toEqual([
      ['收到申请', 'overview'],
      ['人手不足', 'problems'],
    ]);
  });

  it('know where each of their characters stands', () => {
    const [first, second] = sentences('共收到', '申请', '25件。其中', '20件');
    const places = [0, 2, 3, 5, 8].map((at) => first && paragraphAt(first.placeAt(at)));
    expect(places).toEqual([1, 1, 2, 3, 3]);
    expect([0, 2].map((at) => second && paragraphAt(second.placeAt(at)))).toEqual([3, 4]);
    expect(first?.start).toBe(0);
    expect(second?.start).toBe(9);
  });

  it('say whether they begin a paragraph of their own', () => {
    expect(sentences('收到3件。办结', '2件。', '另有').map(({ isFirst }) => isFirst)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are none where there is no text', () => {
    expect(textsOf('', ' \n\u3000 ')).toEqual([]);
  });
});
