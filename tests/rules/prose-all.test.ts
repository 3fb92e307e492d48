import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const table = 'reconsiderationAndLitigation';
const cells = {
  'requests.newlyReceived.naturalPerson': 40,
  'requests.newlyReceived.total': 40,
  'requests.carriedForward.naturalPerson': 40,
  'requests.carriedForward.total': 40,
  [`${table}.reconsideration.upheld`]: 2,
  [`${table}.reconsideration.pending`]: 1,
  [`${table}.reconsideration.total`]: 3,
};

function said(text: string) {
  return told(runExample({ edition: '2021', year: 2023, cells, text })).findings;
}

describe('prose-all', () => {
  it('finds cases that do not belong to all', () => {
    const run = runFixture('prose-all/all-upheld-with-others.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-all others',
          [table, null, null],
          '正文“2024年，政府信息公开行政复议4件，【均获维持】”，表中却是：全部 4（行政复议，总计），其中 2（行政复议，结果维持）',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年，政府信息公开行政复议4件，【均获维持】”, but the table has 4 (administrative reconsideration, total), of which 2 (administrative reconsideration, upheld)',
    ]);
  });

  it('finds something where the prose says that there was nothing', () => {
    const run = runFixture('prose-all/no-request-received-with-97.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-all some',
          ['requests', null, null],
          '正文“2024年，本机关【未收到政府信息公开申请】”，表中却是 97（一、本年新收政府信息公开申请数量，总计）',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年，本机关【未收到政府信息公开申请】”, but the table has 97 (1. newly received, total)',
    ]);
  });

  it.each([
    ['均已办结', ['warning']],
    ['已全部办结', ['warning']],
    ['全部办结', ['warning']],
    ['均按期办结', []],
    ['到期的均已办结', []],
  ])('asks where the requests are that were carried forward, if “%s”', (text, severities) => {
    const findings = said(`2023年收到政府信息公开申请40件，${text}。`);
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });

  it('counts litigation once where the sentence names it and a kind of it', () => {
    const litigation = {
      [`${table}.litigation.direct.upheld`]: 2,
      [`${table}.litigation.direct.total`]: 2,
      [`${table}.litigation.afterReconsideration.upheld`]: 3,
      [`${table}.litigation.afterReconsideration.otherResult`]: 1,
      [`${table}.litigation.afterReconsideration.total`]: 4,
    };
    const text = '2023年被提起政府信息公开行政诉讼6件，其中复议后起诉4件，均被维持。';
    const run = runExample({ edition: '2021', year: 2023, cells: litigation, text });
    expect(told(run).findings).toEqual([
      found(
        'prose-all others',
        [table, null, null],
        '正文“2023年被提起政府信息公开行政诉讼6件，其中复议后起诉4件，【均被维持】”，表中却是：全部 4 + 2 = 6（行政诉讼 复议后起诉 + 行政诉讼 未经复议直接起诉，总计），其中 3 + 2 = 5（行政诉讼 复议后起诉 + 行政诉讼 未经复议直接起诉，结果维持）',
      ),
    ]);
  });

  it('has nothing to say where there was nothing', () => {
    expect(told(runFixture('prose-all/nothing-of-a-kind.pass'))).toEqual(clean);
  });

  it.each([
    ['2023年政府信息公开行政复议3件，均获维持', ['prose-all others']],
    ['2023年收到政府信息公开申请40件，均为自然人申请', []],
    ['2023年收到政府信息公开申请40件，均为法人申请', ['prose-all others']],
    ['2023年未发生政府信息公开行政复议', ['prose-all some']],
    ['2023年未发生政府信息公开行政诉讼', []],
    ['2023年没有因政府信息公开被复议纠错的情况', []],
  ])('of “%s” makes %j', (text, rules) => {
    const findings = said(`${text}。`);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual(
      rules.map((rule) => [rule, 'error']),
    );
  });

  it.each([
    '2022年未收到政府信息公开申请',
    '上半年未收到政府信息公开申请',
    '县教育局未收到政府信息公开申请',
    '2023年行政复议3件，已审结的均获维持',
    '2023年未收到意见建议',
    '均已按时答复',
  ])('leaves “%s” alone', (text) => {
    expect(said(`${text}。`)).toEqual([]);
  });
});
