import { describe, expect, it } from 'vitest';
import { sectionOf, walkSections } from '../../src/binding/passages.ts';
import { edition2021 } from '../../src/editions/2021.ts';
import { grid, page, picture, prose } from '../support/page.ts';

describe('the title of a section', () => {
  it.each([
    ['一、总体情况', 'overview'],
    [' 一、 总体情况 ', 'overview'],
    ['五、存在问题及改进情况', 'problems'],
    ['三、收到和处理政府信息公开的申请情况', 'requests'],
    ['四、政府信息公开行政复议及行政诉讼情况', 'reconsiderationAndLitigation'],
    ['六、其他需要报告的事项', 'other'],
  ])('is known by its words: %s', (text, id) => {
    expect(sectionOf(text, edition2021)?.id).toBe(id);
  });

  it.each(['', '总', '一、总体情况良好', '本年度总体情况如下。', '一、总体情况'.repeat(20)])(
    'is not %j',
    (text) => expect(sectionOf(text, edition2021)).toBeNull(),
  );
});

describe('the prose of a document', () => {
  const walk = walkSections(
    page(
      prose('云川市人民政府年度报告', 1),
      prose('一、总体情况', 2),
      prose('第一段。', 3),
      prose('  ', 4),
      prose('第二段。', 5),
      prose('三、收到和处理政府信息公开申请情况', 6),
      grid(['规章', '1']),
      picture('表三.png'),
      prose('六、其他需要报告的事项', 9),
      prose('没有。', 10),
    ),
    edition2021,
    (block) => ({ source: 'page', at: block.at, line: null }),
  );

  it('is parted by the titles, which are no passages themselves', () => {
    expect(walk.passages.map(({ section, text }) => [section, text])).toEqual([
      [null, '云川市人民政府年度报告'],
      ['overview', '第一段。'],
      ['overview', '第二段。'],
      ['other', '没有。'],
    ]);
  });

  it('has its places', () => {
    expect(walk.passages[3]?.place().at).toEqual({ kind: 'text', line: 10, column: 1 });
  });

  it('leaves pictures to the section that they stand in', () => {
    expect([...walk.opaque].map(([id, found]) => [id, found.map(({ name }) => name)])).toEqual([
      ['requests', ['表三.png']],
    ]);
  });
});
