import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { clean, found, messages, runFixture, told } from '../support/runs.ts';

const cells = {
  'proactiveDisclosure.normativeDocuments.inForce': 35,
  'proactiveDisclosure.fees.amount': 113.36,
  'requests.newlyReceived.naturalPerson': 40,
  'requests.newlyReceived.total': 40,
  'requests.handled.granted.naturalPerson': 30,
  'requests.handled.granted.total': 30,
  'requests.handled.total.naturalPerson': 30,
  'requests.handled.total.total': 30,
  'requests.carriedForward.naturalPerson': 10,
  'requests.carriedForward.total': 10,
};

function said(text: string) {
  return told(runExample({ edition: '2021', year: 2023, cells, text })).findings;
}

describe('prose-figure', () => {
  it('finds a figure that is not that of its cell, and says which cell', () => {
    const run = runFixture('prose-figure/digits-of-received-swapped.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-figure differs',
          ['requests', 'newlyReceived', 'total'],
          '正文“2024年，本机关共收到政府信息公开申请【79件】，上年结转0件，作出答复92件，…”：79 ≠ 97（一、本年新收政府信息公开申请数量，总计）',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年，本机关共收到政府信息公开申请【79件】，上年结转0件，作出答复92件，…”: 79 ≠ 97 (1. newly received, total)',
    ]);
  });

  it('adds up the cells of kinds that are told together', () => {
    const run = runFixture('prose-figure/kind-of-result-differs.fail');
    expect(told(run)).toEqual({
      verdict: 'fail',
      findings: [
        found(
          'prose-figure differs',
          ['requests', 'handled.granted', 'total'],
          '正文“予以公开及部分公开【63件】”：63 ≠ 33 + 3 = 36（（一）予以公开 + （二）部分公开，总计）',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “予以公开及部分公开【63件】”: 63 ≠ 33 + 3 = 36 ((1) granted + (2) granted in part, total)',
    ]);
  });

  it('only asks about a verb of several meanings, and names them all', () => {
    const run = runFixture('prose-figure/ambiguous-verb-fits-nothing.warning');
    expect(told(run)).toEqual({
      verdict: 'pass',
      findings: [
        found(
          'prose-figure doubtful',
          ['requests', 'newlyReceived', 'total'],
          '正文“2024年，本机关全年受理政府信息公开申请【90件】”：90 与表中可能对应的数都不符：97（一、本年新收政府信息公开申请数量，总计）；97 + 0 = 97（一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量，总计）；92（（七）总计）。请核对，或写明是哪一种数',
          'warning',
        ),
      ],
      undecided: [],
      problems: [],
    });
    expect(messages(run, 'en')).toEqual([
      'The prose says “2024年，本机关全年受理政府信息公开申请【90件】”: 90 is none of the figures it may restate: 97 (1. newly received, total); 97 + 0 = 97 (1. newly received + 2. carried over, total); 92 ((7) total handled); correct it, or say which figure it is',
    ]);
  });

  it.each([
    'another-body-is-left-alone.pass',
    'every-figure-is-that-of-its-cell.pass',
    'last-year-and-half-year-are-left-alone.pass',
  ])('has nothing to say of %s', (name) => {
    expect(told(runFixture(`prose-figure/${name}`))).toEqual(clean);
  });

  it.each([
    ['收到政府信息公开申请40件', []],
    ['收到政府信息公开申请４０件', []],
    ['收到政府信息公开申请四十件', []],
    ['收到政府信息公开申请近40件', []],
    ['收到政府信息公开申请四十二件', ['error']],
    ['收到政府信息公开申请41件', ['error']],
    ['收到政府信息公开申请约50件', ['warning']],
    ['收到政府信息公开申请50余件', ['warning']],
    ['现行有效行政规范性文件53件', ['error']],
    ['行政事业性收费113.36万元', []],
    ['行政事业性收费1133600元', []],
    ['行政事业性收费131.36万元', ['warning']],
  ])('of “2023年%s” makes %j', (text, severities) => {
    expect(said(`2023年${text}。`).map(({ severity }) => severity)).toEqual(severities);
  });

  it.each([
    '2023年收到政府信息公开申请几十件',
    '2023年收到政府信息公开申请数十件',
    '2023年收到政府信息公开申请三五件',
    '2023年收到政府信息公开申请一百二件',
    '2023年收到政府信息公开申请3-5件',
    '本县2022年收到政府信息公开申请35件',
    '去年收到政府信息公开申请35件',
    '第一季度收到政府信息公开申请35件',
    '2023年收到人大代表建议35件',
    '2023年县教育局收到政府信息公开申请35件',
    '收到申请，一件事一次办',
    '根据国办公开办函〔2021〕30号，联系电话：63580000',
  ])('leaves “%s” alone', (text) => {
    expect(said(`${text}。`)).toEqual([]);
  });
});
