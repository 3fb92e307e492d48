import { leftOpen } from '../../messages/leftOpen.ts';
import type { AuditSummary, DuplicateTally, LinkTally, RuleTally } from '../../model/audit.ts';
import type { Language } from '../../model/words.ts';

/** The fixed words of an audit's summary. */
export interface AuditTexts {
  readonly comma: string;
  readonly noOrgan: string;
  readonly noYear: string;
  readonly rulesTitle: string;
  readonly worstTitle: string;
  read(summary: AuditSummary): string;
  pass(count: number): string;
  fail(count: number): string;
  notAssessable(count: number): string;
  findings(summary: AuditSummary): string;
  links(links: LinkTally): string;
  latest(latest: NonNullable<AuditSummary['latest']>): string;
  series(summary: AuditSummary): string;
  levels(summary: AuditSummary): string;
  duplicates(tally: DuplicateTally): string;
  unplaced(count: number): string;
  problems(count: number): string;
  rule(tally: RuleTally, title: string): string;
  readonly openTitle: string;
  open(source: string, reason: string): string;
  worst(name: string, source: string, errors: number): string;
  notesTitle(count: number): string;
  more(count: number): string;
  gridTitle(shown: number, all: number): string;
  readonly legend: string;
  interrupted(unread: number): string;
}

const zh: AuditTexts = {
  comma: '，',
  noOrgan: '（未写明机关）',
  noYear: '（未写明年度）',
  rulesTitle: '不符最多的规则：',
  worstTitle: '错误最多的报告：',
  read: ({ summary, organs, files }) =>
    `共 ${summary.reports} 份报告，${organs} 个机关，读取文件 ${files.read} 个${files.leftAside === 0 ? '' : `（另有 ${files.leftAside} 个不是报告的文件没有读）`}`,
  pass: (count) => `通过 ${count}`,
  fail: (count) => `不通过 ${count}`,
  notAssessable: (count) => `无法评定 ${count}`,
  findings: ({ summary }) => `报告本身：错误 ${summary.errors} 处，提示 ${summary.warnings} 处`,
  links: ({ holds, breaks, undecided, gap }) =>
    `前后年度：衔接 ${holds}，不衔接 ${breaks}，无法判断 ${undecided}，缺年份 ${gap}`,
  latest: ({ year, missing }) => `最近一年（${year}）：${missing} 个机关没有报告`,
  series: ({ series }) => `年度之间：错误 ${series.errors} 处，提示 ${series.warnings} 处`,
  levels: ({ levels }) => `上下级之间：错误 ${levels.errors} 处，提示 ${levels.warnings} 处`,
  duplicates: ({ years, differing }) =>
    `同一机关同一年度有多份报告：${years} 处，其中内容不同 ${differing} 处（取了哪一份、差几格，见 --out 的页面或 organs.ndjson）`,
  unplaced: (count) => `${count} 份报告没有写明机关或年度，没有与其他年度比较`,
  problems: (count) => `${count} 个问题使结果不完整（逐一列在标准错误里）`,
  rule: ({ rule, findings, reports }, title) =>
    `${title} [${rule}]：${findings} 处，涉及 ${reports} 份报告`,
  openTitle: '没有评定的报告：',
  open: (source, reason) => `${source}：${reason === '' ? leftOpen.zh : reason}`,
  worst: (name, source, errors) => `${name}：${errors} 处错误（${source}）`,
  notesTitle: (count) => `与索引不一致的报告（${count} 份，以报告为准）：`,
  more: (count) => `另有 ${count} 条`,
  gridTitle: (shown, all) =>
    shown < all ? `机关 × 年度（错误最多的 ${shown} 个，共 ${all} 个）：` : '机关 × 年度：',
  legend:
    '✓ 通过  ✗ 不通过及错误数  ? 无法评定  ≠ 与上一年不衔接  ~ 能否衔接无法判断  ○ 缺这一年  · 尚无报告',
  interrupted: (unread) => `提前结束：还有 ${unread} 个文件没有读完，以上只是已读部分的结果`,
};

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const en: AuditTexts = {
  comma: ', ',
  noOrgan: '(organ not given)',
  noYear: '(year not given)',
  rulesTitle: 'Rules that fail most:',
  worstTitle: 'Reports with most errors:',
  read: ({ summary, organs, files }) =>
    `${many(summary.reports, 'report')} of ${many(organs, 'organ')} in ${many(files.read, 'file')}${files.leftAside === 0 ? '' : ` (${many(files.leftAside, 'file')} of other kinds left aside)`}`,
  pass: (count) => `${count} pass`,
  fail: (count) => `${count} fail`,
  notAssessable: (count) => `${count} not assessable`,
  findings: ({ summary }) =>
    `in the reports: ${many(summary.errors, 'error')}, ${many(summary.warnings, 'warning')}`,
  links: ({ holds, breaks, undecided, gap }) =>
    `from year to year: ${holds} hold, ${breaks} break, ${undecided} undecided, ${many(gap, 'gap')}`,
  latest: ({ year, missing }) => `last year (${year}): ${many(missing, 'organ')} without a report`,
  series: ({ series }) =>
    `between years: ${many(series.errors, 'error')}, ${many(series.warnings, 'warning')}`,
  levels: ({ levels }) =>
    `between levels: ${many(levels.errors, 'error')}, ${many(levels.warnings, 'warning')}`,
  duplicates: ({ years, differing }) =>
    `several reports of one organ and year: ${many(years, 'time')}, ${differing} of them with other figures (--out tells which one was taken)`,
  unplaced: (count) =>
    `${many(count, 'report')} without an organ or a year, compared with no other`,
  problems: (count) =>
    `${many(count, 'problem')} that left something unchecked (told one by one on standard error)`,
  openTitle: 'Reports that could not be assessed:',
  open: (source, reason) => `${source}: ${reason === '' ? leftOpen.en : reason}`,
  rule: ({ rule, findings, reports }, title) =>
    `${title} [${rule}]: ${many(findings, 'finding')} in ${many(reports, 'report')}`,
  worst: (name, source, errors) => `${name}: ${many(errors, 'error')} (${source})`,
  notesTitle: (count) =>
    `Of ${many(count, 'report')} the index says something else (the report was believed):`,
  more: (count) => `${count} more`,
  gridTitle: (shown, all) =>
    shown < all ? `Organs by years (the worst ${shown} of ${all}):` : 'Organs by years:',
  legend:
    '✓ pass  ✗ fail, with errors  ? not assessable  ≠ breaks with the year before  ~ undecided  ○ missing  · none yet',
  interrupted: (unread) =>
    `ended early: ${many(unread, 'file')} not read to the end; this is the result of what was read`,
};

export const auditTexts: Readonly<Record<Language, AuditTexts>> = { zh, en };
