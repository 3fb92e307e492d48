import { describe, expect, it } from 'vitest';
import { placedProblem } from '../../src/messages/problems.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Language } from '../../src/model/words.ts';
import { readSettings } from '../../src/settings/read.ts';
import { readWaivers } from '../../src/settings/readWaivers.ts';

const known = { rules: ['column-balance', 'period', 'row-total'], limits: ['pages', 'seconds'] };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function isProblems(read: object): read is readonly Problem[] {
  return Array.isArray(read);
}

function settingsIn(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return readSettings(bytes, 'giar.config.json', '/desk', known);
}

function told(read: object, lang: Language = 'en'): string[] {
  return isProblems(read) ? read.map((each) => placedProblem(each, lang)) : ['nothing is wrong'];
}

describe('settings', () => {
  it('are read whole', () => {
    const read = settingsIn(
      JSON.stringify({
        $schema: './schemas/config.schema.json',
        lang: 'en',
        maxSize: 8,
        limit: { pages: 900 },
        maxWarnings: 0,
        rules: { 'row-total': 'off' },
        overrides: [
          { organs: ['云川市 人民政府'], rules: { period: 'error' } },
          { sources: ['old/**', '*.json'], rules: { period: 'warning' } },
        ],
        tolerances: { sharePoints: 0.1 },
      }),
    );
    if (isProblems(read)) throw new Error('refused');
    const { settings, ...flags } = read;
    expect(flags).toEqual({ lang: 'en', maxSize: 8, limit: { pages: 900 }, maxWarnings: 0 });
    const { overrides, ...others } = settings;
    expect(others).toEqual({
      name: 'giar.config.json',
      folder: '/desk',
      rules: { 'row-total': 'off' },
      tolerances: { sharePoints: 0.1, moneyYuan: 0 },
    });
    expect(overrides.map(({ organs, rules }) => [organs, rules])).toEqual([
      [['云川市人民政府'], { period: 'error' }],
      [null, { period: 'warning' }],
    ]);
    const [deep, ending] = overrides[1]?.sources ?? [];
    const paths = ['old/a.docx', 'old/b/a.docx', 'a.json', 'new/b/a.json', 'new/old/a.docx'];
    expect(paths.map((path) => deep?.test(path))).toEqual([true, true, false, false, false]);
    expect(paths.map((path) => ending?.test(path))).toEqual([false, false, true, true, false]);
  });

  it('may be empty, begin with a byte-order mark and have lines that end as on Windows', () => {
    expect(told(settingsIn('\ufeff{\r\n  "rules": {}\r\n}\r\n'))).toEqual(['nothing is wrong']);
    expect(told(settingsIn('{}'))).toEqual(['nothing is wrong']);
  });

  it.each<[string, string | Uint8Array, readonly string[]]>([
    [
      'the beginning of one name only',
      '{ "limit": { "sec": 5 }, "max": 1 }',
      [
        'giar.config.json:1:14: limit.sec: unknown key "sec", the nearest is "seconds"; valid here: pages, seconds',
        'giar.config.json:1:26: max: unknown key "max"; valid here: $schema, lang, maxSize, limit, maxWarnings, rules, overrides, tolerances',
      ],
    ],
    [
      'a rule that there is not',
      '{\n  "rules": {\n    "column-balanc": "off"\n  }\n}',
      [
        'giar.config.json:3:5: rules.column-balanc: unknown key "column-balanc", the nearest is "column-balance"; valid here: column-balance, period, row-total',
      ],
    ],
    [
      'a setting that there is not, after a line that ends as on Windows',
      '{\r\n  "maxSzie": 3\r\n}',
      [
        'giar.config.json:2:3: maxSzie: unknown key "maxSzie", the nearest is "maxSize"; valid here: $schema, lang, maxSize, limit, maxWarnings, rules, overrides, tolerances',
      ],
    ],
    [
      'names that every object has',
      '{"rules": {"toString": "off"}, "constructor": 1}',
      [
        'giar.config.json:1:12: rules.toString: unknown key "toString"; valid here: column-balance, period, row-total',
        'giar.config.json:1:32: constructor: unknown key "constructor"; valid here: $schema, lang, maxSize, limit, maxWarnings, rules, overrides, tolerances',
      ],
    ],
    [
      'a prototype',
      '{"rules": {"__proto__": "off"}}',
      ['giar.config.json:1:12: rules.__proto__: the key "__proto__" is not allowed; delete it'],
    ],
    [
      'a key that stands twice',
      '{"lang": "zh", "lang": "en"}',
      [
        'giar.config.json:1:16: lang: "lang" stands here a second time and there is no telling which one counts; delete one',
      ],
    ],
    [
      'numbers beyond all measure',
      '{"maxSize": 1e999, "maxWarnings": 99999999999999999999, "limit": {"pages": -1}}',
      [
        'giar.config.json:1:13: maxSize: a whole number from 1 to 500 is expected here, this is Infinity',
        'giar.config.json:1:76: limit.pages: a whole number from 1 to 999999999999 is expected here, this is -1',
        'giar.config.json:1:35: maxWarnings: a whole number from 0 to 1000000 is expected here, this is 100000000000000000000',
      ],
    ],
    [
      'values of other types',
      '{"lang": "fr", "rules": [], "overrides": {}, "tolerances": {"sharePoints": 5}}',
      [
        'giar.config.json:1:10: lang: one of "zh", "en" is expected here, this is "fr"',
        'giar.config.json:1:25: rules: an object is expected here, this is an array of 0',
        'giar.config.json:1:42: overrides: an array is expected here, this is an object',
        'giar.config.json:1:76: tolerances.sharePoints: a number from 0 to 1 is expected here, this is 5',
      ],
    ],
    [
      'overrides that say nothing',
      '{"overrides": [{"sources": [], "rules": {}}, {"organs": [" "]}, 3]}',
      [
        'giar.config.json:1:28: overrides[0].sources: an array that is not empty is expected here, this is an array of 0',
        'giar.config.json:1:58: overrides[1].organs[0]: a text that is not blank is expected here, this is " "',
        'giar.config.json:1:46: overrides[1].rules: an object is expected here, this is null',
        'giar.config.json:1:65: overrides[2]: an object is expected here, this is 3',
      ],
    ],
    [
      'YAML',
      'rules:\n  row-total: off\n',
      [
        'giar.config.json:1:1: not valid JSON: unexpected "rules"; look at the commas, quotes and brackets nearby',
      ],
    ],
    [
      'a comment',
      '{\n  // ours\n  "lang": "zh"\n}',
      [
        'giar.config.json:2:3: not valid JSON: unexpected "//"; look at the commas, quotes and brackets nearby',
      ],
    ],
    [
      'no JSON object',
      '[]',
      ['giar.config.json:1:1: an object is expected here, this is an array of 0'],
    ],
    ['nothing', ' \n', ['giar.config.json: the file is empty; there is nothing to check']],
    [
      'what is no text',
      new Uint8Array([0xff, 0xfe, 0x00]),
      [
        'giar.config.json: this is no text, or its encoding is not recognised; if it is a text, save it as UTF-8 and try again',
      ],
    ],
    [
      'nesting without end',
      `{"rules": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      ['giar.config.json: nested more than 64 levels deep; this is no annual report'],
    ],
  ])('are refused for %s', (_, content, expected) => {
    expect(told(settingsIn(content))).toEqual(expected);
  });
});

describe('a list of waivers', () => {
  const read = (text: string) => readWaivers(bytesOf(text), 'w.json', '/desk/w', known.rules);

  it('is read with the place of each', () => {
    const list = {
      waivers: [
        { rule: 'period', organ: '云川市', year: 2023, reason: 'x', by: 'y', until: '2027-01-31' },
        { rule: 'row-total', source: '../a.json', cells: { a: 1, b: null, c: '/' }, reason: 'z' },
      ],
    };
    const at = (column: number) => ({
      source: 'w.json',
      at: { kind: 'text', line: 1, column },
      line: null,
    });
    expect(read(JSON.stringify(list))).toEqual({
      isBaseline: false,
      waivers: [
        {
          ...{ rule: 'period', organ: '云川市', year: 2023, path: null, cells: {}, details: {} },
          waiver: { reason: 'x', by: 'y', until: '2027-01-31', place: at(13) },
        },
        {
          ...{ rule: 'row-total', organ: null, year: null, path: '/desk/a.json' },
          ...{ cells: { a: 1, b: null, c: '/' }, details: {} },
          waiver: { reason: 'z', by: null, until: null, place: at(100) },
        },
      ],
    });
    expect(read('{"kind": "baseline", "waivers": []}')).toEqual({ isBaseline: true, waivers: [] });
  });

  it.each([
    [
      '{"waivers": [{"rule": "row-totl", "source": "a", "reason": "x"}]}',
      'w.json:1:23: waivers[0].rule: the id of a rule (see giar rules), the nearest is "row-total" is expected here, this is "row-totl"',
    ],
    [
      '{"waivers": [{"rule": "period", "organ": "x", "reason": "x"}]}',
      'w.json:1:14: waivers[0]: it does not say which report it is about; give "organ" and "year", or "source"',
    ],
    [
      '{"waivers": [{"rule": "period", "source": "x"}]}',
      'w.json:1:14: waivers[0].reason: a text that is not blank is expected here, this is null',
    ],
    [
      '{"waivers": [{"rule": "period", "source": "x", "reason": "\\u3000"}]}',
      'w.json:1:58: waivers[0].reason: a text that is not blank is expected here, this is "\u3000"',
    ],
    [
      '{"waivers": [{"rule": "period", "source": "x", "reason": "x", "untill": "2027-01-01"}]}',
      'w.json:1:63: waivers[0].untill: unknown key "untill", the nearest is "until"; valid here: organ, year, source, rule, cells, details, reason, by, until',
    ],
    [
      '{"waivers": [{"rule": "period", "source": "x", "reason": "x", "until": "soon"}]}',
      'w.json:1:72: waivers[0].until: a day such as "2026-12-31" is expected here, this is "soon"',
    ],
    [
      '{"waivers": [{"rule": "period", "source": "x", "reason": "x", "cells": {"a": 1e300}}]}',
      'w.json:1:78: waivers[0].cells.a: a number, null or a printed text is expected here, this is 1e+300',
    ],
    [
      '{"waivers": [{"rule": "period", "source": "x", "reason": "x", "cells": {"__proto__": 1}}]}',
      'w.json:1:73: waivers[0].cells.__proto__: the key "__proto__" is not allowed; delete it',
    ],
    ['{"waivers": {}}', 'w.json:1:13: waivers: an array is expected here, this is an object'],
    [
      '{"kind": "waivers", "waivers": []}',
      'w.json:1:10: kind: "baseline" is expected here, this is "waivers"',
    ],
  ])('%s is refused', (text, expected) => {
    expect(told(read(text))).toEqual([expected]);
  });
});
