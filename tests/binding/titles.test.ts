import { describe, expect, it } from 'vitest';
import { walkSections } from '../../src/binding/passages.ts';
import { sectionsTitled } from '../../src/binding/titles.ts';
import { edition2014 } from '../../src/editions/2014.ts';
import { edition2021 } from '../../src/editions/2021.ts';
import { grid, page, picture, prose } from '../support/page.ts';

const ids = (text: string) => sectionsTitled(edition2021)(text).map(({ id }) => id);

describe('the sections that a text has titles of', () => {
  it.each([
    ['一、总体情况', ['overview']],
    ['一、 基本 情况', ['overview']],
    ['二、主动公开工作情况', ['proactiveDisclosure']],
    ['三、收到和处理政府信息公开的申请情况', ['requests']],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', ['reconsiderationAndLitigation']],
    ['五、存在的主要问题及整改措施', ['problems']],
    ['其他需要报告的事项', ['other']],
    ['（六）其他应报告的事项', ['other']],
    ['三、依申请公开和行政复议、诉讼情况', ['requests', 'reconsiderationAndLitigation']],
  ])('are those of a title in other words: %s', (text, sections) => {
    expect(ids(text)).toEqual(sections);
  });

  it.each([
    ['（一）主动公开情况'],
    ['2.收到申请情况'],
    ['其他对外管理服务事项'],
    ['全文包括总体情况，主动公开政府信息情况，存在的主要问题及改进情况。'],
    ['本年度公开工作进展顺利。'],
    [''],
  ])('are none in %j', (text) => expect(ids(text)).toEqual([]));

  it('are found inside running text by ordinal and words', () => {
    const text = `一、概述（一）主动公开。${'全年发布公告。'.repeat(9)}000五、存在的问题及改进措施个别栏目更新慢。`;
    expect(ids(text)).toEqual(['overview', 'problems']);
  });

  it('are found one right after the other', () => {
    const text = `全年发布公告${'。'.repeat(40)}五、不足和改进栏目更新不够快今后每周看一遍六、其他事项无`;
    expect(ids(text)).toEqual(['problems', 'other']);
  });

  it('are none where the form has no sections', () => {
    expect(sectionsTitled(edition2014)('一、总体情况')).toEqual([]);
  });

  it('are looked for in one pass', () => {
    const ordinals = '一、'.repeat(200_000);
    expect(ids(ordinals)).toEqual([]);
  });
});

describe('the sections of a document', () => {
  it('stand in the order of the form, also where a table is the page', () => {
    const document = page(
      grid(['六、其他需要报告的事项', '<'], ['其他事项', '1'], ['一、总体情况', '<']),
      prose('五、存在的问题及改进情况'),
      picture('表三.png'),
    );
    const place = { source: 'page', at: null, line: null };
    expect(walkSections(document, edition2021, () => place).sections).toEqual([
      'overview',
      'problems',
      'other',
    ]);
  });
});
