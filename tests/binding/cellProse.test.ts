import { expect, test } from 'vitest';
import { proseOfCells, toldInParagraphs } from '../../src/binding/cellProse.ts';
import type { At, Grid } from '../../src/model/document.ts';

const sentence = '全年新收政府信息公开申请348件，上年结转5件。';

function gridOf(rows: readonly (readonly string[])[]): Grid {
  return {
    kind: 'grid',
    at: { kind: 'cell', table: 1, row: 1, column: 1 },
    rows: rows.map((texts, row) =>
      texts.map((text, column) => ({
        text,
        at: { kind: 'cell', table: 1, row: row + 1, column: column + 1 } as const,
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
      })),
    ),
  };
}

const never = (): boolean => false;

function textsOf(rows: readonly (readonly string[])[], isBound: (at: At) => boolean = never) {
  return proseOfCells(gridOf(rows), isBound, never).map(({ text }) => text);
}

test('a sentence beside a label is prose, with the place of its cell', () => {
  expect(proseOfCells(gridOf([['工作内容', sentence]]), never, never)).toEqual([
    { text: sentence, at: { kind: 'cell', table: 1, row: 1, column: 2 } },
  ]);
});

test('a row with a cell of the form or with a figure has no prose', () => {
  expect(textsOf([[sentence, '5']])).toEqual([]);
  expect(textsOf([[sentence, '/']])).toEqual([]);
  expect(textsOf([[sentence, '']], (at) => at.kind === 'cell' && at.column === 2)).toEqual([]);
});

test('a note of the form beside a label is no prose', () => {
  const note = '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和';
  expect(textsOf([['申请人情况', note]])).toEqual([]);
});

test('a sentence that a paragraph gives too is not read twice', () => {
  const at = { kind: 'paragraph', paragraph: 1 } as const;
  const isTold = toldInParagraphs([{ kind: 'paragraph', text: `一是依法公开。${sentence}`, at }]);
  const other = '全年主动公开政府信息520条，均在网站发布。';
  const lines = proseOfCells(gridOf([['内容', `${sentence}\n${other}`]]), never, isTold);
  expect(lines.map(({ text }) => text)).toEqual([other]);
});
