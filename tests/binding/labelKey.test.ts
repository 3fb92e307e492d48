import { describe, expect, it } from 'vitest';
import { keyOf, keysOf } from '../../src/binding/labelKey.ts';

describe('the key of a label', () => {
  it.each([
    ['商业 企业', '商业企业'],
    ['本年新\n制作数量', '本年新制作数量'],
    ['危及"三安全一稳定"', '危及三安全一稳定'],
    ['第二十条第(一)项', '第二十条第一项'],
    ['１．属于国家秘密', '1属于国家秘密'],
    ['（七）总计', '七总计'],
    ['本年收费金额（单位：万元）', '本年收费金额单位万元'],
    ['规\u200b章\u00a0', '规章'],
    ['，。：；', ''],
    ['', ''],
  ])('has letters and digits alone: %j', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it('is its own key', () => {
    for (const text of ['三、本年度办理结果', 'Ａ－１', '⑴ 其他']) {
      expect(keyOf(keyOf(text))).toBe(keyOf(text));
    }
  });
});

describe('the keys under which a label may be known', () => {
  it('begin with the most exact one', () => {
    expect(keysOf('（二）部分公开（区分处理的，只计这一情形，不计其他情形）')).toEqual([
      '二部分公开区分处理的只计这一情形不计其他情形',
      '部分公开',
      '部分公开区分处理的只计这一情形不计其他情形',
    ]);
  });

  it.each([
    '（一）予以公开',
    '(一)予以公开',
    '一、予以公开',
    '1.予以公开',
    '1、予以公开',
    '其中：予以公开',
  ])('have one without the ordinal: %s', (text) => {
    expect(keysOf(text)).toContain('予以公开');
  });

  it('are one for a label without ordinal and remark', () => {
    expect(keysOf('规章')).toEqual(['规章']);
  });

  it('are none for a text without letters', () => {
    expect(keysOf('——')).toEqual([]);
  });
});
