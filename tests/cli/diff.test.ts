import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../src/example.ts';
import type { Example } from '../../src/model/rule.ts';
import { expectRun, giar } from './giar.ts';
import { folderWith, pretty } from './records.ts';

const record = (more: Partial<Example> & { cells: Example['cells'] }) =>
  pretty(exampleRecord({ edition: '2021', year: 2023, organ: '云川市水务局', ...more }));
const requests = (n: number) => ({
  'requests.newlyReceived.naturalPerson': n,
  'requests.newlyReceived.total': 5,
  'requests.handled.granted.naturalPerson': 5,
  'requests.handled.granted.total': 5,
  'requests.handled.total.naturalPerson': 5,
  'requests.handled.total.total': 5,
});
const cwd = folderWith({
  'draft.json': record({ cells: requests(5), text: '收到申请5件。' }),
  'published.json': record({ cells: requests(6), text: '收到申请6件。' }),
  'unsure.json': record({
    cells: { ...requests(5), 'proactiveDisclosure.licensing.decisions': '0?' },
    text: '收到申请5件。',
  }),
  'hostile.json': record({
    cells: requests(5),
    organ: '\u001b]0;x\u0007\u202e',
    text: '收到申请5件。\u001b[2J另有\u202e9件。',
  }),
  'two.json': `[${record({ cells: {} })},${record({ cells: {} })}]`,
});
const diff = (...args: string[]) => giar(['diff', ...args], { cwd });
const fixture = (name: string) => resolve('fixtures/reports/yunchuan-2023', `report.${name}`);

describe('giar diff', () => {
  it('shows every cell that differs with its places, what was found, and the prose', () => {
    const lines = [
      'draft.json ↔ published.json',
      '',
      '三、收到和处理政府信息公开申请情况',
      '  ≠ “一、本年新收政府信息公开申请数量”自然人：5 → 6',
      '    draft.json:32:26 ↔ published.json:32:26',
      '',
      '新出现的问题：',
      '  + “自然人”列，第一项加第二项不等于第三项加第四项：6 + 0 = 6 ≠ 5 + 0 = 5，差 1',
      '    [column-balance]',
      '  + “一、本年新收政府信息公开申请数量”一行，总计不等于各类申请人之和：5 ≠ 6，差',
      '    −1 [row-total]',
      '  + 正文“收到申请【6件】”：6 ≠ 5（一、本年新收政府信息公开申请数量，总计）',
      '    [prose-figure]',
      '',
      '正文：',
      '  ≠ 5 → 6：“收到申请6件。”',
      '    draft.json:294:17 ↔ published.json:294:17',
      '',
      '比较 200 格：相同 199，不同 1',
      '✗ 不同：1 格数字，3 处核对结果，正文',
    ];
    expectRun(diff('draft.json', 'published.json', '--lang', 'zh'), 1, lines, []);
  });
  it('leaves the prose aside with --only-tables', () => {
    const lines = [
      'published.json ↔ draft.json',
      '',
      '3. Requests received and handled',
      '  ≠ “1. newly received”, natural person: 6 → 5',
      '    published.json:32:26 ↔ draft.json:32:26',
      '',
      'Findings that went:',
      '  − Column “natural person”: items 1 and 2 do not add up to items 3 and 4: 6 + 0',
      '    = 6 ≠ 5 + 0 = 5, difference 1 [column-balance]',
      '  − Line “1. newly received”: the total is not the sum of the kinds of',
      '    applicants: 5 ≠ 6, difference −1 [row-total]',
      '',
      'the prose was not compared',
      '200 cells compared: 199 same, 1 different',
      '✗ different: 1 figure, 2 findings',
    ];
    expectRun(diff('published.json', 'draft.json', '--only-tables'), 1, lines, []);
  });
  it.each(['docx', 'html', 'pdf', 'doc', 'md', 'txt'])(
    'finds the same report in docx and in %s',
    (format) => {
      const ran = diff(fixture('docx'), fixture(format));
      expect([ran.out.split('\n').at(-2), ran.code]).toEqual(['✓ same', 0]);
    },
  );
  it('exits with 2 where it cannot be told', () => {
    const unsure = diff('draft.json', 'unsure.json');
    expect([unsure.code, unsure.out.split('\n').at(-2)]).toEqual([
      2,
      '? it cannot be told whether they are the same',
    ]);
    const none = diff('draft.json', 'none.json');
    expect([none.code, none.err]).toEqual([
      2,
      'none.json: there is no such file; check its name and folder\n',
    ]);
    expectRun(
      diff('draft.json', 'two.json'),
      2,
      [],
      ['giar: only one report can be taken at a time'],
    );
    expectRun(diff('-', '-'), 2, [], ['giar: standard input can be read only once']);
  });
  it('takes one version from standard input', () => {
    const input = readFileSync(`${cwd}/draft.json`);
    expect(giar(['diff', '-', 'draft.json'], { cwd, input }).code).toBe(0);
  });
  it('writes nothing that a terminal obeys', () => {
    for (const format of ['terminal', 'json']) {
      const { bytes, code } = diff('draft.json', 'hostile.json', '--format', format);
      const unseen = bytes
        .toString()
        .replaceAll('\n', '')
        .match(/[\p{Cc}\p{Cf}]/gu);
      expect([code, unseen]).toEqual([1, null]);
    }
  });
});

describe('giar diff --format json', () => {
  const isDiff = new Ajv2020({ strict: false }).compile(
    JSON.parse(readFileSync('schemas/diff.schema.json', 'utf8')),
  );
  const pairs = [
    ['draft.json', 'published.json'],
    ['draft.json', 'unsure.json'],
    ['draft.json', 'none.json'],
    ['hostile.json', fixture('docx')],
    [fixture('xlsx'), resolve('fixtures/reports/beiyuan-jyj-2017/report.html')],
  ] as const;
  it.each(pairs)('is valid by the schema that is shipped: %s, %s', (a, b) => {
    isDiff(JSON.parse(diff(a, b, '--format', 'json').out));
    expect(isDiff.errors).toBeNull();
  });
  it('has the answers of both versions', () => {
    const { out, code } = diff('draft.json', 'published.json', '--format', 'json');
    const { outcome, comparison } = JSON.parse(out);
    expect([code, outcome, comparison.cells]).toEqual([
      1,
      'differ',
      {
        compared: 200,
        same: 199,
        differ: 1,
        uncertain: 0,
        differences: [
          {
            cell: 'requests.newlyReceived.naturalPerson',
            kind: 'changed',
            a: { kind: 'number', value: 5, printed: '5', source: 'draft.json:32:26' },
            b: { kind: 'number', value: 6, printed: '6', source: 'published.json:32:26' },
          },
        ],
        onlyOnFormOfA: [],
        onlyOnFormOfB: [],
      },
    ]);
    expect(comparison.prose).toEqual({
      state: 'differs',
      changed: [
        {
          a: { text: '收到申请5件。', source: 'draft.json:294:17' },
          b: { text: '收到申请6件。', source: 'published.json:294:17' },
          figures: [{ from: '5', to: '6' }],
        },
      ],
      onlyA: [],
      onlyB: [],
      claims: [{ cells: ['requests.newlyReceived.total'], a: ['5件'], b: ['6件'] }],
    });
  });
});
