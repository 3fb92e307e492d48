import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const nowhere = [null, null, null] as const;

function said(text: string) {
  return told(runExample({ edition: '2021', year: 2023, cells: {}, text })).findings;
}

describe('prose-breakdown', () => {
  it('leaves kinds of the form that do not add up to the figure that is wrong', () => {
    const run = runFixture('prose-breakdown/parts-of-the-form-do-not-add-up.fail');
    const quote = '“2024年，政府信息公开行政复议【5件】，其中结果维持2件，结果纠正1件…”';
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-figure differs',
          ['reconsiderationAndLitigation', 'reconsideration', 'total'],
          `正文${quote}：5 ≠ 4（行政复议，总计）`,
        ),
      ],
      undecided: [],
      problems: [],
    });
  });

  it('only asks about other lists that look complete', () => {
    const run = runFixture('prose-breakdown/list-is-over.warning');
    expect(told(run)).toEqual({
      verdict: 'pass',
      findings: [
        found(
          'prose-breakdown over',
          nowhere,
          '正文“2024年主动公开政府信息【320条】，其中政策文件类20条、规划计划…”：所列各项 20 + 12 + 284 + 14 = 330，超过 320',
          'warning',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年主动公开政府信息【320条】，其中政策文件类20条、规划计划…”: its parts 20 + 12 + 284 + 14 = 330 are more than 320',
    ]);
  });

  it.each([
    'channels-overlap.pass',
    'kinds-of-the-form-add-up.pass',
    'list-names-some-parts-only.pass',
  ])('has nothing to say of %s', (name) => {
    expect(told(runFixture(`prose-breakdown/${name}`))).toEqual(clean);
  });

  it('is told besides a wrong figure where putting that right does not mend the list', () => {
    const cells = {
      'reconsiderationAndLitigation.reconsideration.upheld': 1,
      'reconsiderationAndLitigation.reconsideration.corrected': 1,
      'reconsiderationAndLitigation.reconsideration.total': 3,
    };
    const text = '信息公开行政复议5件，其中结果维持1件，结果纠正1件，和解2件。';
    const { findings } = told(runExample({ edition: '2021', year: 2023, cells, text }));
    expect(findings.map(({ rule }) => rule)).toEqual([
      'case-total fails',
      'prose-breakdown short',
      'prose-figure differs',
    ]);
  });

  it('tells a long list by its sum alone', () => {
    const parts = [...'甲乙丙丁戊己庚辛壬癸子丑寅'].map((kind) => `${kind}类10条`).join('、');
    expect(said(`2023年主动公开政府信息90条，其中${parts}。`)).toEqual([
      found(
        'prose-breakdown over',
        nowhere,
        '正文“2023年主动公开政府信息【90条】，其中甲类10条、乙类10条、丙…”：所列各项 130，超过 90',
        'warning',
      ),
    ]);
  });

  it.each([
    ['90条，其中甲类10条、乙类20条、其他60条', []],
    ['90条，其中甲类10条、乙类20条、其他30条', ['prose-breakdown short']],
    ['90条，其中甲类10条、乙类100条', ['prose-breakdown over']],
    ['90条（甲类30条，乙类30条，丙类35条）', ['prose-breakdown over']],
    ['90条：甲类30条，乙类30条，丙类25条', ['prose-breakdown short']],
  ])('of %s makes %j', (text, rules) => {
    const findings = said(`2023年主动公开政府信息${text}。`);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(
      rules.map((rule) => [rule, 'warning']),
    );
  });

  it.each([
    '90条，其中甲类10条、乙类20条',
    '90条，其中甲类10条、乙类20条、丙类40条等',
    '约90条，其中甲类10条、乙类20条、其他30条',
    '90条，其中甲类10条、浏览100次',
    '90条，其中甲类60条，另有乙类60条',
    '90条，比上年增长20条、10条',
  ])('leaves %s alone', (text) => {
    expect(said(`2023年主动公开政府信息${text}。`)).toEqual([]);
  });
});
