import { describe, expect, it } from 'vitest';
import { htmlReporter } from '../../src/reporters/html/index.ts';
import { style } from '../../src/reporters/html/style.ts';
import { type JsonObject, passing, undecided, warned } from '../cli/records.ts';
import { reported } from './reported.ts';
import { jingan, list, many, totals } from './reports.ts';

/** With prose whose figures are right, wrong, in doubt, left alone and not understood. */
const told: JsonObject = {
  ...jingan,
  text: {
    overview:
      '2020年，全区收到政府信息公开申请2222件，上年结转149件。自然人提交申请2190件，占94.9%。\n答复2255件，其中予以公开802件。举办培训班3期，处理舆情约12次。',
    problems: '队伍建设有待加强。',
    other: '无其他需要报告的事项。',
  },
};

const cases: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  told: { 'told.json': told },
  many: { 'many.json': many },
  list: { 'list.json': list },
  several: {
    'pass.json': passing,
    'broken.json': {},
    'warn.json': warned,
    'open.json': undecided,
    'totals.json': totals,
  },
};

describe('the page of a check', () => {
  it.each(Object.keys(cases).flatMap((name) => [[name, 'zh'] as const, [name, 'en'] as const]))(
    'of %s in %s is that of the golden file',
    async (name, lang) => {
      const how = { lang, width: 80, detail: 'normal' } as const;
      const text = await reported(htmlReporter(), cases[name] ?? {}, how);
      // The style is the same in all of them, and no part of what is looked at here.
      expect(text).toContain(style);
      await expect(text.replace(style, '')).toMatchFileSnapshot(`html/${name}.${lang}.html`);
    },
  );
});
