import { describe, expect, it } from 'vitest';
import { runExample } from '../../src/example.ts';
import type { Report } from '../../src/model/report.ts';
import { claimsJson, claimsTable } from '../../src/reporters/claims.ts';

function reportOf(text: string): Report {
  const { report } = runExample({
    edition: '2021',
    year: 2023,
    cells: {
      'requests.newlyReceived.enterprise': 2,
      'requests.newlyReceived.otherOrganization': 1,
      'requests.newlyReceived.total': 3,
      'requests.handled.unavailable.notHeld.enterprise': 2,
      'requests.handled.unavailable.notHeld.total': 2,
      'requests.handled.unavailable.stillUnclear.otherOrganization': 1,
      'requests.handled.unavailable.stillUnclear.total': 1,
      'requests.handled.total.enterprise': 2,
      'requests.handled.total.otherOrganization': 1,
      'requests.handled.total.total': 3,
    },
    text,
  });
  if (report === null) throw new Error('the example has no report');
  return report;
}

const text = '收到申请3件，同比增长50%。法人或其他组织申请5件，无法提供3件。发布解读12篇。';

describe('the table of claims', () => {
  it('says of each figure what it was taken for, and ends with a legend', () => {
    expect(claimsTable(reportOf(text), 'zh')).toBe(
      `✓ 3件   3（一、本年新收政府信息公开申请数量，总计）
    “收到申请【3件】，同比增长50%”
✓ 50%   增减幅度
    “收到申请3件，同比增长【50%】”
! 5件   2 + 1 = 3（一、本年新收政府信息公开申请数量，法人或其他组织）
    “法人或其他组织申请【5件】，无法提供3件”
✓ 3件   2 + 1 = 3（（四）无法提供，总计）
    “法人或其他组织申请5件，无法提供【3件】”
= 12篇  —
    “发布解读【12篇】”

✓ 相符，✗ 不符，! 存疑，= 看懂但表中没有对应的格或不作核对，? 没有看懂
`,
    );
  });

  it('is in English where that is asked for', () => {
    const lines = claimsTable(reportOf('收到申请3件，同比增长50%。'), 'en').split('\n');
    expect([lines[0], lines[2], lines[5]]).toEqual([
      '✓ 3件  3 (1. newly received, total)',
      '✓ 50%  growth',
      '✓ right, ✗ wrong, ! in doubt, = understood but without a cell or left alone, ? not understood',
    ]);
  });

  it('is empty where the prose has no figure', () => {
    expect(claimsTable(reportOf('本局认真落实条例。'), 'zh')).toBe('');
  });

  it('gives programs the ids', () => {
    const rows: unknown = JSON.parse(claimsJson(reportOf('收到申请3件，同比增长50%。')));
    expect(rows).toMatchObject([
      { kinds: ['figure'], cells: ['requests.newlyReceived.total'] },
      { kinds: ['growth'], cells: [] },
    ]);
  });
});
