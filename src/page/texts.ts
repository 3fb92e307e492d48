import type { Link } from '../model/audit.ts';
import type { Severity, Verdict } from '../model/run.ts';
import type { Language } from '../model/words.ts';

/** The fixed words of the page. */
export interface Texts {
  readonly title: string;
  readonly needsScript: string;
  interrupted(unread: number): string;
  readonly reports: string;
  readonly organs: string;
  readonly files: string;
  leftAside(files: number): string;
  unplaced(reports: number): string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly outcomes: Readonly<Record<Link['outcome'], string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly links: string;
  readonly linksLegend: string;
  readonly scopes: Readonly<Record<'report' | 'years' | 'levels', string>>;
  tally(errors: number, warnings: number): string;
  readonly findings: string;
  readonly noFindings: string;
  readonly marked: string;
  readonly between: string;
  readonly rulesTitle: string;
  readonly rule: string;
  readonly ruleTitle: string;
  readonly severity: string;
  readonly allRules: (count: number) => string;
  problems(count: number): string;
  moreProblems(count: number): string;
  readonly search: string;
  readonly anyVerdict: string;
  readonly anyRule: string;
  readonly anyLink: string;
  readonly order: string;
  readonly inOrder: string;
  readonly worstFirst: string;
  readonly reset: string;
  shown(organs: number, of: number): string;
  readonly noneShown: string;
  readonly organ: string;
  readonly noYear: string;
  readonly noYearShort: string;
  readonly noReport: string;
  readonly legend: string;
  notPrinted(organs: number): string;
  readonly back: string;
  readonly year: string;
  readonly verdict: string;
  readonly errors: string;
  readonly warnings: string;
  readonly sinceLast: string;
  readonly flow: Readonly<
    Record<'newlyReceived' | 'carriedOver' | 'handled' | 'carriedForward', string>
  >;
  readonly file: string;
  readonly chart: string;
  chartOf(from: number, to: number): string;
  duplicate(year: number, taken: string, others: readonly string[]): string;
  other(source: string, cells: number): string;
  readonly named: (organ: string) => string;
  reportOf(year: number | null): string;
  readonly noSheet: string;
  readonly tableMissing: string;
  readonly noForm: string;
  readonly absent: string;
  readonly at: string;
  readonly andMore: string;
  readonly showCells: string;
  findingNumber(number: number): string;
  readonly reportProblems: string;
  readonly labels: string;
  readonly units: string;
}

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const zh: Texts = {
  title: '政府信息公开工作年度报告审核',
  needsScript: '本页的表格由页内脚本生成，请允许脚本运行。本页不访问网络。',
  interrupted: (unread) => `审核中途停止，还有 ${unread} 个文件没有读。以下不是全部结果。`,
  reports: '报告',
  organs: '机关',
  files: '文件',
  leftAside: (files) => `另有 ${files} 个其他类型的文件没有读`,
  unplaced: (reports) => `${reports} 份报告没有写明机关或年份，不在年份序列中，列在最后`,
  verdicts: { pass: '通过', fail: '不通过', 'not-assessable': '无法评定' },
  outcomes: { holds: '衔接', breaks: '断开', undecided: '无法判断', gap: '缺年份' },
  severities: { error: '错误', warning: '提示' },
  links: '年度衔接',
  linksLegend: '年度衔接：',
  scopes: { report: '报告自身', years: '年度之间', levels: '上下级之间' },
  tally: (errors, warnings) => `错误 ${errors}，提示 ${warnings}`,
  findings: '发现',
  noFindings: '没有发现问题。',
  marked: '表中标色的格与同一编号的发现有关，错在其中一格或几格。',
  between: '；',
  rulesTitle: '发现最多的规则',
  rule: '规则',
  ruleTitle: '内容',
  severity: '级别',
  allRules: (count) => `全部 ${count} 条规则`,
  problems: (count) => `没有读成的文件和其他问题（${count}）`,
  moreProblems: (count) => `另有 ${count} 处没有列出，见同一文件夹的 audit.json。`,
  search: '查找机关',
  anyVerdict: '全部结论',
  anyRule: '全部规则',
  anyLink: '全部衔接情况',
  order: '排列',
  inOrder: '按原有次序',
  worstFirst: '错误多的在前',
  reset: '清除条件',
  shown: (organs, of) => (organs === of ? `共 ${of} 行` : `${of} 行中的 ${organs} 行`),
  noneShown: '没有符合条件的机关。',
  organ: '机关',
  noYear: '年份不明',
  noYearShort: '不明',
  noReport: '没有报告',
  legend: '图例',
  notPrinted: (organs) => `另有 ${organs} 行没有打印，请先用条件缩小范围。`,
  back: '返回列表',
  year: '年份',
  verdict: '结论',
  errors: '错误',
  warnings: '提示',
  sinceLast: '与上一年',
  flow: {
    newlyReceived: '新收',
    carriedOver: '上年结转',
    handled: '办理',
    carriedForward: '结转下年',
  },
  file: '文件',
  chart: '历年申请件数',
  chartOf: (from, to) => `${from}—${to} 年新收、办理和结转下年的件数，数字见各年的表`,
  duplicate: (year, taken, others) =>
    `${year} 年有 ${others.length + 1} 份报告，采用 ${taken}；${others.join('；')}。`,
  other: (source, cells) => (cells === 0 ? `${source} 与之相同` : `${source} 有 ${cells} 格不同`),
  named: (organ) => `报告写作“${organ}”`,
  reportOf: (year) => (year === null ? '报告' : `${year} 年报告`),
  noSheet: '本页没有收录这份报告的表格。它的全部发现在同一文件夹的 findings.csv 中，按文件名查找。',
  tableMissing: '没有读到这张表。',
  noForm: '没有认出法定格式，没有表格可以列出。',
  absent: '缺',
  at: '位置',
  andMore: '等',
  showCells: '在表中查看',
  findingNumber: (number) => `发现 ${number}`,
  reportProblems: '影响核对的问题',
  labels: '信息内容',
  units: '单位',
};

const en: Texts = {
  title: 'Audit of annual reports on open government information',
  needsScript:
    'The tables of this page are drawn by a script inside it: please allow it to run. The page does not use the network.',
  interrupted: (unread) =>
    `The audit was stopped with ${many(unread, 'file')} still unread. What follows is not everything.`,
  reports: 'Reports',
  organs: 'Organs',
  files: 'Files',
  leftAside: (files) => `${many(files, 'file')} of other kinds left aside`,
  unplaced: (reports) =>
    `${many(reports, 'report')} without an organ or a year, in no series; listed last`,
  verdicts: { pass: 'pass', fail: 'fail', 'not-assessable': 'not assessable' },
  outcomes: { holds: 'holds', breaks: 'breaks', undecided: 'undecided', gap: 'years missing' },
  severities: { error: 'error', warning: 'warning' },
  links: 'Year to year',
  linksLegend: 'Year to year:',
  scopes: { report: 'in the reports', years: 'between years', levels: 'between levels' },
  tally: (errors, warnings) => `${many(errors, 'error')}, ${many(warnings, 'warning')}`,
  findings: 'Findings',
  noFindings: 'Nothing was found.',
  marked:
    'Marked cells are those that the finding of the same number is about; one or several of them are wrong.',
  between: '; ',
  rulesTitle: 'Rules that failed most',
  rule: 'Rule',
  ruleTitle: 'What',
  severity: 'Severity',
  allRules: (count) => `All ${count} rules`,
  problems: (count) => `Files that could not be read, and other problems (${count})`,
  moreProblems: (count) => `${count} more, not listed: see audit.json in the same folder.`,
  search: 'Find an organ',
  anyVerdict: 'any verdict',
  anyRule: 'any rule',
  anyLink: 'any link',
  order: 'Order',
  inOrder: 'as given',
  worstFirst: 'most errors first',
  reset: 'Clear',
  shown: (organs, of) => (organs === of ? many(of, 'row') : `${organs} of ${many(of, 'row')}`),
  noneShown: 'No organ fits these conditions.',
  organ: 'Organ',
  noYear: 'no year',
  noYearShort: 'no year',
  noReport: 'no report',
  legend: 'Signs',
  notPrinted: (organs) => `${many(organs, 'row')} more not printed: narrow the list first.`,
  back: 'Back to the list',
  year: 'Year',
  verdict: 'Verdict',
  errors: 'Errors',
  warnings: 'Warnings',
  sinceLast: 'Year before',
  flow: {
    newlyReceived: 'Received',
    carriedOver: 'Carried over',
    handled: 'Handled',
    carriedForward: 'Carried forward',
  },
  file: 'File',
  chart: 'Requests over the years',
  chartOf: (from, to) =>
    `Requests received, handled and carried forward, ${from} to ${to}; the figures are in the table`,
  duplicate: (year, taken, others) =>
    `${others.length + 1} reports for ${year}: ${taken} was taken; ${others.join('; ')}.`,
  other: (source, cells) =>
    cells === 0 ? `${source} is the same` : `${source} differs in ${many(cells, 'cell')}`,
  named: (organ) => `the report says “${organ}”`,
  reportOf: (year) => (year === null ? 'Report' : `Report of ${year}`),
  noSheet:
    'The tables of this report are not in this page. All its findings are in findings.csv in the same folder, under the name of the file.',
  tableMissing: 'This table was not found.',
  noForm: 'No statutory form was recognised: there is no table to show.',
  absent: 'none',
  at: 'At',
  andMore: ', …',
  showCells: 'Show in the table',
  findingNumber: (number) => `finding ${number}`,
  reportProblems: 'What kept it from being checked',
  labels: 'Content',
  units: 'Unit',
};

export const texts: Readonly<Record<Language, Texts>> = { zh, en };

/** Signs that stand for themselves without colour. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✗',
  'not-assessable': '?',
};

export const outcomeSigns: Readonly<Record<Link['outcome'], string>> = {
  holds: '─',
  breaks: '≠',
  undecided: '?',
  gap: '┄',
};

export const severitySigns: Readonly<Record<Severity, string>> = { error: '✗', warning: '!' };
