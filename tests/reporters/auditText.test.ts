import { describe, expect, it } from 'vitest';
import type { AuditedOrgan, AuditedReport } from '../../src/model/audit.ts';
import { auditText } from '../../src/reporters/audit/terminal.ts';
import { sampleOrgan, sampleSummary } from '../support/auditSample.ts';

const flow = { newlyReceived: 0, carriedOver: 0, handled: 0, carriedForward: 0 };

function report(year: number, verdict: AuditedReport['verdict'], errors = 0): AuditedReport {
  const about = { source: `${year}.docx`, organ: '甲局', edition: '2021', format: 'docx' } as const;
  return { ...about, year, verdict, errors, warnings: 0, waived: 0, flow };
}

const organ: AuditedOrgan = {
  organ: '甲局',
  reports: [report(2021, 'pass'), report(2022, 'fail', 3), report(2024, 'not-assessable')],
  links: [
    { from: 2021, to: 2022, outcome: 'breaks' },
    { from: 2022, to: 2024, outcome: 'gap' },
  ],
  duplicates: [],
};

const context = {
  lang: 'zh',
  width: 80,
  isColored: false,
  worst: [],
  open: [{ source: '扫描件.pdf', reason: '没有文字' }],
  noted: 0,
  notes: [],
  organs: [organ],
  ruleTitle: (rule: string) => `（${rule}）`,
} as const;
const summary = { ...sampleSummary([sampleOrgan('甲局')]), organs: 1 };

describe('the summary of an audit', () => {
  it('shows organs by years, with verdicts and broken chains', () => {
    const text = auditText(summary, context);
    expect(text.slice(text.indexOf('机关 × 年度')).split('\n').slice(0, 3)).toEqual([
      '机关 × 年度：',
      '         2021  2022  2023  2024',
      '  甲局   ✓    ≠✗3    ○     ?',
    ]);
  });

  it('shows a year that is missing after others, the last one of all among them', () => {
    const late = { ...organ, organ: '乙局', reports: [report(2023, 'pass')], links: [] };
    const latest = { year: 2025, missing: 2 };
    const text = auditText({ ...summary, latest }, { ...context, organs: [organ, late] });
    expect(text.slice(text.indexOf('机关 × 年度')).split('\n').slice(0, 6)).toEqual([
      '机关 × 年度：',
      '         2021  2022  2023  2024  2025',
      '  甲局   ✓    ≠✗3    ○     ?     ○',
      '  乙局   ·     ·     ✓     ○     ○',
      '  ✓ 通过  ✗ 不通过及错误数  ? 无法评定  ≠ 与上一年不衔接  ~ 能否衔接无法判断',
      '  ○ 缺这一年  · 尚无报告',
    ]);
    expect(text).toContain('\n  最近一年（2025）：2 个机关没有报告\n');
  });

  it('fills no columns with the years before one that is far off', () => {
    const far = { ...organ, reports: [report(2021, 'pass'), report(2099, 'pass')] };
    const text = auditText(summary, { ...context, organs: [far] });
    expect(text).toContain('\n         2021  2099\n');
  });

  it('keeps to the width of the terminal, and to the latest years where there are many', () => {
    const many = {
      ...organ,
      reports: Array.from({ length: 20 }, (_, i) => report(2010 + i, 'pass')),
    };
    const text = auditText(summary, { ...context, width: 40, organs: [many] });
    const head = text.split('\n').find((line) => line.includes('2029')) ?? '';
    expect(head).not.toContain('2010');
    expect(head.length).toBeLessThanOrEqual(40);
  });

  it('writes no control character of an organ to the terminal', () => {
    const hostile = { ...organ, organ: '\u001b[31m甲\u202e局' };
    const text = auditText(summary, { ...context, organs: [hostile] });
    expect(['\u001b', '\u202e'].filter((hidden) => text.includes(hidden))).toEqual([]);
  });

  it('names the reports that could not be assessed, with the reason', () => {
    expect(auditText(summary, context)).toContain('没有评定的报告：\n  ? 扫描件.pdf：没有文字\n');
  });

  it('says that it ended early', () => {
    const text = auditText({ ...summary, interrupted: { unread: 4 } }, { ...context, lang: 'en' });
    expect(text).toContain('ended early: 4 files not read to the end');
  });
});
