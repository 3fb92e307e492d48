import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { judge } from '../../src/model/judge.ts';
import type { Report } from '../../src/model/report.ts';
import { readProse } from '../../src/prose/read.ts';

const cases = 'reconsiderationAndLitigation';
const cells = {
  'requests.newlyReceived.naturalPerson': 60,
  'requests.newlyReceived.total': 70,
  'requests.carriedOver.total': 5,
  'requests.handled.total.total': 72,
  'requests.carriedForward.total': 3,
  [`${cases}.reconsideration.total`]: 9,
  [`${cases}.reconsideration.upheld`]: 6,
  [`${cases}.reconsideration.corrected`]: 1,
  [`${cases}.reconsideration.otherResult`]: 1,
  [`${cases}.reconsideration.pending`]: 1,
  'proactiveDisclosure.normativeDocuments.issued': 2,
  'proactiveDisclosure.normativeDocuments.repealed': 1,
  'proactiveDisclosure.normativeDocuments.inForce': 17,
};

function reportOf(
  text: string,
  year = 2023,
  values: Readonly<Record<string, number>> = cells,
): Report {
  const { report } = runExample({ edition: '2021', year, cells: values, text });
  if (report === null) throw new Error('no report');
  return report;
}

/** Claims of one kind: what is printed, its force, and what came of it. */
function claimsIn(kind: string, text: string, before: Report | null = null): string[] {
  const report = reportOf(text);
  return readProse(report, before)
    .claims.filter((claim) => claim.kind === kind)
    .map((claim) => `${claim.figure.printed} ${claim.force} ${judge(report, claim).outcome}`);
}

describe('a rate that says by its name what it is of', () => {
  const received = '收到政府信息公开申请70件';
  const reconsidered = '政府信息公开行政复议9件，维持6件';

  it.each([
    [`${received}，办结72件，办结率96%。`, '96 weak pass'],
    [`${received}，办结72件，办结率为90%。`, '90 weak fail'],
    [`${received}，答复率达100%。`, '100 weak pass'],
    [`${reconsidered}，维持率66.7%。`, '66.7 weak pass'],
    [`${reconsidered}，维持率75%。`, '75 weak pass'],
    [`${reconsidered}，维持率85.7%。`, '85.7 weak pass'],
    [`${reconsidered}，维持率95%。`, '95 weak fail'],
    [`${reconsidered}，纠错率11.1%。`, '11.1 weak pass'],
    [`${reconsidered}，纠错率51.1%。`, '51.1 weak fail'],
  ])('is computed: %s', (text, claim) => expect(claimsIn('share', text)).toEqual([claim]));

  it.each([
    '热线收到70件，办结率90%。',
    '许可申请70件，办结率90%。',
    `${received}，按时办结率90%。`,
    // (70 − 3) / 70: of the requests of this year alone.
    `${received}，办结率95.7%。`,
    `${received}，其中自然人60件，办结率90%。`,
    `${received}，上年办结率90%。`,
    `${received}，办结率提高90%。`,
    `${received}，群众满意率90%。`,
    `${received}，全国平均办结率90%。`,
    '上年结转政府信息公开申请5件，办结率80%。',
    '行政应诉案件维持率95%。',
    '政府信息公开行政复议维持率较高，全省行政复议维持率95%。',
  ])('is left alone where it may be of something else: %s', (text) =>
    expect(claimsIn('share', text)).toEqual([]),
  );

  it('of what fell due is not told wrong at 100%', () => {
    const report = reportOf('收到政府信息公开申请70件，办结率100%。', 2023, {
      ...cells,
      'requests.handled.total.total': 0,
      'requests.handled.granted.total': 60,
    });
    expect(readProse(report).claims.filter(({ kind }) => kind === 'share')).toEqual([]);
  });
});

describe('a change told without a figure', () => {
  const text = '收到政府信息公开申请70件';
  const lastYear = (received: number): Report =>
    reportOf('', 2022, { ...cells, 'requests.newlyReceived.total': received });

  it.each([
    ['与上年持平', 70, 'pass'],
    ['与上年持平', 68, 'pass'],
    ['，同比持平', 50, 'fail'],
    ['，比上年翻一番', 35, 'pass'],
    ['（较上年持平）', 50, 'fail'],
    ['，比去年翻了一番', 33, 'pass'],
    ['，比上年翻一番', 60, 'fail'],
  ])('is compared with last year: %s %i', (words, received, outcome) => {
    expect(claimsIn('growth', `${text}${words}。`, lastYear(received))).toEqual([
      `${words.replace(/[，（）]/gu, '')} weak ${outcome}`,
    ]);
  });

  it('decides nothing without last year', () => {
    expect(claimsIn('growth', `${text}，与上年持平。`)).toEqual(['与上年持平 weak inconclusive']);
  });

  it.each([
    '，与上年基本持平',
    '，与全市平均水平持平',
    '，其中网站访问量与上年持平',
    '，翻新栏目2个',
  ])('is left alone: %s', (words) => {
    expect(claimsIn('growth', `${text}${words}。`, lastYear(10))).toEqual([]);
  });

  it('by times in numerals is read', () => {
    expect(claimsIn('growth', '政府信息公开申请量较上年增长一倍。', lastYear(35))).toEqual([
      '一 firm pass',
    ]);
  });
});

describe('a figure that was changed to another', () => {
  it.each([
    ['现行有效行政规范性文件由18件调整为17件。', []],
    ['现行有效行政规范性文件从18件减少到17件。', []],
    ['由我局制发行政规范性文件3件，调整为公开。', ['3 firm fail']],
  ])('is not what the form has: %s', (text, claims) =>
    expect(claimsIn('figure', text)).toEqual(claims),
  );
});

describe('a sum at the end of a sentence', () => {
  it.each([
    ['新收政府信息公开申请70件，上年结转5件，共计75件。', '75 weak pass'],
    ['新收政府信息公开申请70件，上年结转5件，共计76件。', '76 weak fail'],
    ['行政复议9件、行政诉讼2件，合计12件。', '12 weak fail'],
    ['公开信息12条，其中人事5条，财政7条，共计12条。', '12 weak pass'],
  ])('is that of the figures before it: %s', (text, claim) =>
    expect(claimsIn('breakdown', text)).toEqual([claim]),
  );

  it.each([
    '新收政府信息公开申请70件，上年结转5件，共计答复76件。',
    '新收政府信息公开申请70件，办结70件，共计75件。',
    '召开会议3场，培训2场，共计300人次。',
    '行政复议9件；行政诉讼2件，共计12件。',
    '行政复议9件、约2件行政诉讼，共计12件。',
    '公开信息9条、解读2条、提案3条，共计13条。',
  ])('is left alone where it may be of something else: %s', (text) =>
    expect(claimsIn('breakdown', text)).toEqual([]),
  );
});

describe('the ways in which requests came', () => {
  it.each([
    ['网络方式40件，信函方式25件，当面方式5件', 'pass'],
    ['网络方式40件，信函方式20件，当面方式5件', 'fail'],
  ])('add up to all requests: %s', (ways, outcome) => {
    const text = `收到政府信息公开申请70件，其中${ways}。`;
    expect(claimsIn('breakdown', text)).toEqual([`70 weak ${outcome}`]);
  });

  it.each(['网站40条，微信25条，微博20条', '通过网站渠道40条，微信25条，其他方式20条'])(
    'are not the ways in which information is published, which may be several: %s',
    (ways) => expect(claimsIn('breakdown', `发布信息70条，其中${ways}。`)).toEqual([]),
  );
});

describe('documents in force', () => {
  it.each([
    ['目前现行有效行政规范性文件18件。', ['18 weak fail']],
    ['目前现行有效行政规范性文件17件。', ['17 weak pass']],
    ['截至目前，现行有效规范性文件18件。', ['18 weak fail']],
    ['截至2023年底，现行有效行政规范性文件18件。', ['18 firm fail']],
    ['制发规范性文件2件，废止1件，目前有效18件。', ['2 firm pass', '1 firm pass', '18 weak fail']],
    ['截至2021年底，现行有效行政规范性文件18件。', []],
    ['截至目前，收到政府信息公开申请65件。', []],
    ['目前正在办理政府信息公开申请4件。', []],
  ])('as things stand now: %s', (text, claims) => expect(claimsIn('figure', text)).toEqual(claims));
});
