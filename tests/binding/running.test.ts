import { describe, expect, it } from 'vitest';
import { bindDocument } from '../../src/binding/bindDocument.ts';
import { longestText, runningText } from '../../src/binding/runningText.ts';
import { editions } from '../../src/editions/index.ts';
import { equationsOf } from '../../src/pipeline.ts';
import { answers } from '../support/documents.ts';
import { grid, page, prose } from '../support/page.ts';

describe('the running text of a document', () => {
  const running = runningText([
    prose('规 章', 3),
    grid(['一、', '<'], ['２', '']),
    prose('a𠮷b\nc', 9),
  ]);

  it('holds paragraphs and cells in the order of reading, each once', () => {
    expect(running.text).toBe('规 章\n一、\t２\t\ta𠮷b\nc\n');
    expect(running.key).toBe('规章一2a𠮷bc');
  });

  it('leads from each letter of its key back to the text', () => {
    expect(running.positions).toHaveLength(running.key.length);
    const letters = running.positions.map((position) => running.text.codePointAt(position) ?? 0);
    const from = String.fromCodePoint(...letters.filter((_, i) => i !== 6));
    expect(from.normalize('NFKC')).toBe('规章一2a𠮷bc');
  });

  it('says where a letter stands: line and column in a text, the cell in a table', () => {
    const place = (word: string) => running.at(running.text.indexOf(word));
    expect(place('章')).toEqual({ kind: 'text', line: 3, column: 3 });
    expect(place('２')).toEqual({ kind: 'cell', table: 1, row: 2, column: 1 });
    expect(place('c')).toEqual({ kind: 'text', line: 10, column: 1 });
  });

  it('knows where the reader was in doubt', () => {
    const { rows, ...rest } = grid(['规章', '1 2 3']);
    const doubtful = rows.map((row) => row.map((cell) => ({ ...cell, doubt: 'column' as const })));
    const each = runningText([prose('规'), { ...rest, rows: doubtful }]);
    expect([each.isDoubtful(0), each.isDoubtful(each.text.indexOf('1'))]).toEqual([false, true]);
  });

  it('is cut where no report is so long', () => {
    const { text } = runningText([prose('x'.repeat(longestText + 5))]);
    expect(text).toHaveLength(longestText);
  });

  it('is empty for an empty document', () => {
    expect(runningText([])).toMatchObject({ text: '', key: '', positions: [] });
    expect(runningText([]).at(7)).toEqual({ kind: 'text', line: 1, column: 1 });
  });
});

/** What the cells of running text answer. */
function boundCells(...texts: string[]): Record<string, number | string> {
  const report = bindDocument(
    page(...texts.map((text, i) => prose(text, i + 1))),
    editions,
    equationsOf,
  );
  if ('code' in report) throw new Error(report.code);
  return Object.fromEntries(
    Object.entries(answers(report)).filter(([, each]) => each !== 'absent'),
  );
}

const header =
  '三、收到和处理政府信息公开申请情况申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他';
const line = (path: string, cells: Record<string, number | string>) =>
  Object.fromEntries(
    [
      'naturalPerson',
      'enterprise',
      'researchInstitution',
      'publicInterestOrganization',
      'legalServiceOrganization',
      'otherOrganization',
      'total',
    ].map((id) => [`requests.${path}.${id}`, cells[id] ?? 0]),
  );

describe('figures in running text', () => {
  it('belong to the label before them where they stand apart', () => {
    const text = `${header}一、本年新收政府信息公开申请数量 12 0 0 1 0 0 13 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0`;
    expect(boundCells(text)).toMatchObject({
      ...line('newlyReceived', { naturalPerson: 12, publicInterestOrganization: 1, total: 13 }),
      ...line('carriedOver', {}),
    });
  });

  it('that run together are certain where there are as many digits as cells', () => {
    const text = `${header}一、本年新收政府信息公开申请数量2000103二、上年结转政府信息公开申请数量0000000`;
    expect(boundCells(text)).toMatchObject(
      line('newlyReceived', { naturalPerson: 2, legalServiceOrganization: 1, total: 3 }),
    );
  });

  it('that run together in several ways are guessed and said to be', () => {
    const text = `${header}一、本年新收政府信息公开申请数量20000011213二、上年结转政府信息公开申请数量0000000`;
    const cells = boundCells(text);
    const own = Object.entries(cells).filter(([name]) => name.startsWith('requests.newlyReceived'));
    expect(own).toHaveLength(7);
    expect(own.filter(([, answer]) => !String(answer).endsWith('?'))).toEqual([]);
  });

  it('as many as cells are no longer certain where other lines have blanks that left no trace', () => {
    const text = `${header}一、本年新收政府信息公开申请数量2000103二、上年结转政府信息公开申请数量11`;
    const cells = boundCells(text);
    expect(cells['requests.newlyReceived.naturalPerson']).toMatch(/\?$/u);
    expect(cells['requests.carriedOver.total']).toMatch(/\?$/u);
  });

  it('are not taken over the next label: one without figures may have lost them', () => {
    const text = `${header}一、本年新收政府信息公开申请数量二、上年结转政府信息公开申请数量0000000`;
    const cells = boundCells(text);
    expect(cells['requests.newlyReceived.total']).toBe('0?');
    expect(cells['requests.carriedOver.total']).toBe('0?');
  });
});
