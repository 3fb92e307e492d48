import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import { cellsRestated, judge } from '../../src/model/judge.ts';

/** What is claimed of each figure of an overview of 2023: its digits, the kind, what came of it, and its cells. */
function claimsIn(text: string, cells: Readonly<Record<string, number>> = {}): string[] {
  const { report } = runExample({ edition: '2021', year: 2023, cells, text });
  if (report === null || report.prose === null) throw new Error('no prose');
  return report.prose.claims.map((claim) => {
    const restated = claim.kind === 'figure' ? (cellsRestated(report, claim) ?? []) : [];
    const names = restated.map((cell) => report.form.cells[cell]?.name ?? '');
    const { outcome } = judge(report, claim);
    return [claim.figure.printed, claim.kind, claim.force, outcome, names.join('+')]
      .join(' ')
      .trim();
  });
}

const received = 'requests.newlyReceived.total';
const concluded = 'requests.handled.total.total';

describe('requests that no word names', () => {
  const cells = { [received]: 70, [concluded]: 69 };

  it('are told by what was received and concluded, where several figures agree', () => {
    expect(claimsIn('收到70件，办结69件。', cells)).toEqual([
      `70 figure scoped pass ${received}`,
      `69 figure scoped pass ${concluded}`,
    ]);
  });

  it.each([
    '收到70件，办结68件。',
    '热线收到70件，办结69件。',
    '收到投诉70件，办结69件。',
    '收到70篇，办结69篇。',
  ])('are not told by %s', (text) => expect(claimsIn(text, cells)).toEqual([]));
});

describe('a kind and its group', () => {
  const cells = {
    'requests.handled.unavailable.notHeld.total': 12,
    'requests.handled.unavailable.stillUnclear.total': 2,
  };

  it('mean the kind where both are named', () => {
    expect(claimsIn('收到申请，因不掌握相关信息无法提供12件。', cells)).toEqual([
      '12 figure firm pass requests.handled.unavailable.notHeld.total',
    ]);
    expect(claimsIn('收到申请，因不掌握相关信息无法提供14件。', cells)[0]).toMatch(
      /^14 figure firm pass requests.handled.unavailable.notHeld.total[+]/u,
    );
  });
});

describe('a share', () => {
  const cells = {
    'requests.handled.denied.enforcementFile.total': 33,
    'requests.handled.denied.administrativeQuery.total': 21,
    [concluded]: 100,
  };

  it('may be of the group that its kind belongs to', () => {
    const claims = claimsIn('不予公开的申请中，属行政执法案卷的33件，占61.1%。', cells);
    expect(claims.at(-1)).toBe('61.1 share firm pass');
  });

  const made = '制作政府信息总数510条，其中主动公开政府信息198条，其他信息312条。';

  it.each([
    ['主动公开的政府信息占38.8%。', 'pass'],
    ['主动公开的政府信息占41.5%。', 'fail'],
  ])('of figures without a cell is that of the sentence before: %s', (text, outcome) => {
    const shares = claimsIn(made + text).filter((claim) => claim.includes(' share '));
    expect(shares).toEqual([`${text.slice(-6, -2)} share weak ${outcome}`]);
  });

  it('of something that the sentence before does not name is left alone', () => {
    expect(
      claimsIn(`${made}网站公开的占41.5%。`).filter((claim) => claim.includes('share')),
    ).toEqual([]);
  });
});

describe('a list away from its whole', () => {
  const told = (list: string): string[] =>
    claimsIn(`主动公开政府信息90条。分类如下。${list}`).filter((claim) =>
      claim.includes('breakdown'),
    );

  it('is compared with what was disclosed', () => {
    expect(
      told('机构类信息1条；文件类信息10条；财政信息52条；预决算信息2条；其他信息25条。'),
    ).toEqual(['90 breakdown weak pass']);
    expect(
      told('机构类信息1条；文件类信息10条；财政信息52条；预决算信息5条；其他信息25条。'),
    ).toEqual(['90 breakdown weak fail']);
  });

  it.each([
    '机构类信息1条；文件类信息10条；财政信息52条；预决算信息30条。',
    '机构类信息1条；文件类信息10条；财政信息12条；其他信息5条。',
    '会议1次；文件类信息10条；财政信息52条；其他信息30条。',
  ])('is none of it: %s', (list) => expect(told(list)).toEqual([]));
});

describe('均 behind the parts of a whole', () => {
  const cells = {
    'reconsiderationAndLitigation.litigation.direct.pending': 3,
    'reconsiderationAndLitigation.litigation.direct.total': 3,
    'reconsiderationAndLitigation.litigation.afterReconsideration.upheld': 2,
    'reconsiderationAndLitigation.litigation.afterReconsideration.total': 2,
  };

  it('may go back to the last of them alone', () => {
    const text = '信息公开行政诉讼5件，其中直接起诉3件，复议后起诉2件，均维持。';
    expect(claimsIn(text, cells).at(-1)).toBe('均维持 all firm pass');
  });
});
