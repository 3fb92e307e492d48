import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const cells = {
  'requests.newlyReceived.naturalPerson': 40,
  'requests.newlyReceived.total': 40,
  'requests.handled.granted.naturalPerson': 30,
  'requests.handled.granted.total': 30,
  'requests.handled.denied.deliberative.naturalPerson': 10,
  'requests.handled.denied.deliberative.total': 10,
  'requests.handled.total.naturalPerson': 40,
  'requests.handled.total.total': 40,
};

function said(text: string, own: Readonly<Record<string, number>> = cells) {
  const { findings } = told(runExample({ edition: '2021', year: 2023, cells: own, text }));
  return findings.filter(({ rule }) => rule.startsWith('prose-share'));
}

describe('prose-share', () => {
  it('computes a share anew, and says of what', () => {
    const run = runFixture('prose-share/share-of-another-year.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-share differs',
          [null, null, null],
          '正文“其中予以公开33件，占【33.9%】”：33 / 92 = 35.9%，不是 33.9%',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “其中予以公开33件，占【33.9%】”: 33 / 92 = 35.9 %, not 33.9 %',
    ]);
  });

  it.each(['rounded-or-cut-off.pass', 'share-of-requests-received.pass'])(
    'has nothing to say of %s',
    (name) => {
      expect(told(runFixture(`prose-share/${name}`))).toEqual(clean);
    },
  );

  it('names cells and their values where the prose names the whole', () => {
    expect(said('2023年予以公开30件，占答复总数的70.00%。')).toEqual([
      found(
        'prose-share differs',
        ['requests', 'handled.total', null],
        '正文“2023年予以公开30件，占答复总数的【70.00%】”：30 / 40（（七）总计） = 75.00%，不是 70.00%',
      ),
    ]);
  });

  it('says that nothing is a share of a whole of 0', () => {
    expect(said('2023年收到政府信息公开申请0件，其中自然人申请0件，占50%。', {})).toEqual([
      found(
        'prose-share empty',
        [null, null, null],
        '正文“2023年收到政府信息公开申请0件，其中自然人申请0件，占【50%】”：总数为 0，算不出 50%',
      ),
    ]);
  });

  it.each([
    ['占75%', []],
    ['占75.0%', []],
    ['占约74%', []],
    ['占70%左右', ['warning']],
    ['占70%', ['error']],
    ['占七成', []],
  ])('of 30 of 40, %s, makes %j', (text, severities) => {
    const found = said(`2023年收到政府信息公开申请40件，其中予以公开30件，${text}。`);
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });

  it.each([
    '2023年收到政府信息公开申请40件，网站公开信息30条，占比较上年增长5个百分点',
    '2022年予以公开30件，占答复总数的12%',
    '2023年县教育局予以公开30件，占12%',
    '政务微信关注数占全县人口的12%',
    '予以公开和不予公开两项合计占12%',
  ])('leaves “%s” alone', (text) => {
    expect(said(`${text}。`)).toEqual([]);
  });
});
