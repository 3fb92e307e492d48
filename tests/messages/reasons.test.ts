import { describe, expect, it } from 'vitest';
import { reasonTexts } from '../../src/messages/reasons.ts';
import { problem } from '../../src/model/problem.ts';

const three = { zh: '三、收到和处理政府信息公开申请情况', en: '3. Requests' };
const four = { zh: '四、行政复议、行政诉讼情况', en: '4. Reconsideration' };

describe('why a report cannot be assessed', () => {
  it('is told in a clause for each kind of problem, with the tables', () => {
    const problems = [
      problem('table-missing', { table: three }, 'a'),
      problem('cells-uncertain', { table: three, count: '2' }, 'a'),
      problem('table-missing', { table: four }, 'a'),
    ];
    expect(reasonTexts(problems, 'zh')).toEqual(['没有找到表三、表四', '表三有数字无法确定']);
    expect(reasonTexts(problems, 'en')).toEqual([
      'table 3, table 4 not found',
      'figures of table 3 uncertain',
    ]);
  });

  it('names a table without a number by its title', () => {
    const table = { zh: '统计\u202e表', en: 'Statistics' };
    expect(reasonTexts([problem('table-blank', { table }, 'a')], 'zh')).toEqual([
      '“统计\\u202e表”全部空白',
    ]);
  });

  it('is nothing where a problem has no clause', () => {
    expect(reasonTexts([problem('file-empty', {}, 'a')], 'en')).toEqual([]);
  });
});
