import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const nowhere = [null, null, null] as const;
const cells = {
  'requests.newlyReceived.naturalPerson': 40,
  'requests.newlyReceived.total': 40,
  'requests.carriedForward.naturalPerson': 40,
  'requests.carriedForward.total': 40,
};

function said(text: string) {
  const { findings } = told(runExample({ edition: '2021', year: 2023, cells, text }));
  return findings.filter(({ rule }) => rule.startsWith('prose-growth'));
}

describe('prose-growth', () => {
  it('finds a rate that no whole number of last year gives', () => {
    const run = runFixture('prose-growth/impossible-rate.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-growth impossible',
          nowhere,
          '正文“2024年发布政策解读12条，比上年增长【30.5%】”：今年是 12，上年无论是哪个整数都算不出 30.5%',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年发布政策解读12条，比上年增长【30.5%】”: with 12 this year, no whole number of last year gives 30.5%',
    ]);
  });

  it('computes the rate where the sentence prints last year’s figure', () => {
    const run = runFixture('prose-growth/base-in-the-sentence.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-growth differs',
          nowhere,
          '正文“2024年发布政策解读12条，比上年的10条增长【25.0%】”：从 10 到 12 是 20.0%，不是 25.0%',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年发布政策解读12条，比上年的10条增长【25.0%】”: from 10 to 12 it is 20.0 %, not 25.0%',
    ]);
  });

  it('has nothing to say of a rate that some whole number gives', () => {
    expect(told(runFixture('prose-growth/possible-rate.pass'))).toEqual(clean);
  });

  it.each([
    ['增长14.3%', []],
    ['增长14.2%', []],
    ['增长14.1%', ['error']],
    ['增长约14.1%', ['warning']],
    ['增长1.2倍', []],
    ['下降33.3%', []],
    ['下降33%', []],
    ['下降34.1%', ['error']],
  ])('of 40 requests, %s, makes %j', (text, severities) => {
    const findings = said(`2023年收到政府信息公开申请40件，同比${text}。`);
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });

  it('counts with the cells where the sentence says what has grown without its figure', () => {
    expect(said('2023年收到政府信息公开申请数量比上年增长14.1%。')).toEqual([
      found(
        'prose-growth impossible',
        ['requests', null, null],
        '正文“2023年收到政府信息公开申请数量比上年增长【14.1%】”：今年是 40（一、本年新收政府信息公开申请数量，总计），上年无论是哪个整数都算不出 14.1%',
      ),
    ]);
  });

  it('counts from last year’s figure to the cells', () => {
    const text = '上年收到政府信息公开申请35件，2023年收到政府信息公开申请数量增长20.0%。';
    expect(said(text).map(({ zh }) => zh)).toEqual([
      '正文“上年收到政府信息公开申请35件，2023年收到政府信息公开申请数量增长【20.0%】”：从 35 到 40（一、本年新收政府信息公开申请数量，总计） 是 14.3%，不是 20.0%',
    ]);
  });

  const before = {
    edition: '2021',
    year: 2022,
    cells: {
      ...cells,
      'requests.newlyReceived.naturalPerson': 30,
      'requests.newlyReceived.total': 30,
    },
  };

  it.each([
    ['比上年增加10件', []],
    ['较去年多10件', []],
    ['比上年增加约12件', ['warning']],
    ['比上年增加12件', ['error']],
    ['比上年减少10件', ['error']],
    ['增加到40件', []],
    ['其中新增12件', []],
  ])('of 40 requests after 30, %s, makes %j', (text, severities) => {
    const example = {
      ...{ edition: '2021', year: 2023, cells, before },
      text: `2023年收到政府信息公开申请40件，${text}。`,
    };
    const { findings } = told(runExample(example));
    const growth = findings.filter(({ rule }) => rule.startsWith('prose-growth'));
    expect(growth.map(({ severity }) => severity)).toEqual(severities);
  });

  it('tells by how many it has changed', () => {
    const text = '2023年收到政府信息公开申请40件，比上年减少12件。';
    const run = runExample({ edition: '2021', year: 2023, cells, before, text });
    expect(told(run).findings.map(({ zh }) => zh)).toContain(
      '正文“2023年收到政府信息公开申请40件，比上年减少【12件】”：从 30 到 40，相差 10，不是 −12件',
    );
  });

  it('knows without last year’s report only that nobody received fewer than none', () => {
    expect(said('2023年收到政府信息公开申请40件，比上年增加30件。')).toEqual([]);
    expect(said('2023年收到政府信息公开申请40件，比上年减少300件。')).toEqual([]);
    expect(said('2023年收到政府信息公开申请40件，比上年增加41件。').map(({ zh }) => zh)).toEqual([
      '正文“2023年收到政府信息公开申请40件，比上年增加【41件】”：今年是 40，若增加了 41件，上年就成了负数',
    ]);
  });

  it.each([
    '2023年收到政府信息公开申请40件，占比增长14.1个百分点',
    '2022年收到政府信息公开申请40件，同比增长14.1%',
    '2023年收到政府信息公开申请40件，办结率提高到14.1%',
    '2023年县教育局收到政府信息公开申请40件，同比增长14.1%',
    '2023年收到政府信息公开申请40件，同比增长-11.1%',
    '2023年网站访问量同比增长14.1%',
  ])('leaves “%s” alone', (text) => {
    expect(said(`${text}。`)).toEqual([]);
  });
});
