import { describe, expect, it } from 'vitest';
import { bindDocument } from '../../src/binding/bindDocument.ts';
import { figureText } from '../../src/binding/figureText.ts';
import { editions } from '../../src/editions/index.ts';
import type { Block } from '../../src/model/document.ts';
import { equationsOf } from '../../src/pipeline.ts';
import { answers } from '../support/documents.ts';
import { grid, page, prose } from '../support/page.ts';

const header = [
  ['申请人情况', '<', '<', '<', '<', '<', '<', '<'],
  ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
];
const newly = ['一、本年新收政府信息公开申请数量', '5', '0', '0', '0', '0', '1', '6'];

/** What the total of a line answers in a PDF. */
function total(path: string, ...blocks: Block[]): number | string | undefined {
  const document = {
    ...page(prose('三、收到和处理政府信息公开申请情况'), ...blocks),
    format: 'pdf',
  } as const;
  const report = bindDocument(document, editions, equationsOf);
  if ('code' in report) throw new Error(report.code);
  return answers(report)[`requests.${path}.total`];
}

describe('a figure broken over two lines on a page', () => {
  it.each([
    ['12\n3', 'one', true],
    ['12\n3', 'likely one', false],
    ['1\n2\n3', 'one', false],
    ['123\n45', 'likely one', true],
    ['123\n45', 'unknown', false],
  ] as const)('%j in %s row is sure: %s', (text, rows, isCertain) => {
    expect(figureText(text, true, rows).isCertain).toBe(isCertain);
  });
});

describe('a row on a page', () => {
  const own = ['1.信访举报投诉类申请', '859\n528', '0', '912', '0', '0', '7', '153\n566'];

  it('is whole where the next page begins with another', () => {
    expect(total('handled.notProcessed.petition', grid(...header, newly, own))).toBe(153566);
  });

  it('may go on beside the heading that the next page begins with', () => {
    const rest = grid(['（五）不予处理', '', '', '', '', '', '', '0']);
    expect(total('handled.notProcessed.petition', grid(...header, newly, own), rest)).toBe(
      '153566?',
    );
  });

  it('that is blank may have lost its figures to a row that has too many', () => {
    const blank = ['2.重复申请', '', '', '', '', '', '', '', ''];
    const wide = ['3.要求提供公开出版物', '0', '0', '0', '0', '0', '0', '0', '0'];
    const plain = [...wide.slice(0, 8), ''];
    const rows = [...header, newly].map((row) => [...row, '']);
    const line = 'handled.notProcessed.duplicate';
    expect(total(line, grid(...rows, blank, plain))).toBe('blank');
    expect(total(line, grid(...rows, blank, wide))).toBe('0?');
  });

  it('of words alone is a header, though it begins as a line does', () => {
    const words = grid(['3.其他', '尚未', '', '', '', '', '', '']);
    expect(total('handled.otherHandling.other', grid(...header, newly), words)).not.toBe('blank');
  });

  it('has a figure that is sure only if no cell of it holds those of two', () => {
    const first = grid(...header, newly);
    const rows = first.rows.map((row) =>
      row.map((cell) => (cell.text === '5' ? { ...cell, doubt: 'text' as const } : cell)),
    );
    expect([total('newlyReceived', first), total('newlyReceived', { ...first, rows })]).toEqual([
      6,
      '6?',
    ]);
  });
});

describe('running text of a page', () => {
  const before = '二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0';
  const names = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';

  it('has sure figures behind their label', () => {
    expect(
      total(
        'carriedForward',
        prose(names),
        prose(before),
        prose('四、结转下年度继续办理 1 0 0 0 0 0 1'),
      ),
    ).toBe(1);
  });

  it('has none where the line before seems to have more figures than it has', () => {
    expect(
      total(
        'carriedForward',
        prose(names),
        prose(before),
        prose('131 105 162'),
        prose('四、结转下年度继续办理 9598 7911 4868 0 0 0 8108'),
      ),
    ).toBe('8108?');
  });
});
