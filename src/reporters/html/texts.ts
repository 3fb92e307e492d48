import type { Summary } from '../../model/run.ts';
import type { Standing } from '../../model/standing.ts';
import type { Language } from '../../model/words.ts';
import type { Mark } from '../marks.ts';

interface Texts {
  readonly title: string;
  readonly contents: string;
  readonly toContents: string;
  readonly coverage: string;
  readonly weights: Readonly<Record<Mark['weight'], string>>;
  readonly side: string;
  findings(count: number): string;
  readonly noFindings: string;
  readonly marked: string;
  findingNumber(number: number): string;
  readonly showCell: string;
  readonly showSentence: string;
  readonly at: string;
  readonly suggestions: string;
  readonly waived: string;
  readonly until: string;
  zeros(count: number): string;
  readonly problems: string;
  readonly undecided: string;
  readonly notes: string;
  readonly between: string;
  readonly tableMissing: string;
  readonly noForm: string;
  readonly absent: string;
  readonly uncertain: string;
  readonly unreadable: string;
  readonly ought: string;
  readonly labels: string;
  readonly units: string;
  readonly sections: Readonly<Record<'none' | 'text', string>>;
  readonly legend: string;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly cut: string;
  counts(summary: Pick<Summary, 'errors' | 'warnings' | 'waived'>): string;
  made(version: string): string;
}

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const zh: Texts = {
  title: '政府信息公开工作年度报告核对结果',
  contents: '目录',
  toContents: '回到目录',
  coverage: '核对了什么',
  weights: { error: '错误', warning: '提示', waived: '已说明' },
  side: '发现和说明',
  findings: (count) => `发现 ${count} 处`,
  noFindings: '没有发现问题。',
  marked:
    '表中带 ✗、! 的格与同一编号的发现有关，错在其中一格或几格；点线标出的是参与合计的其他格；○ 是已经说明理由的。',
  findingNumber: (number) => `发现 ${number}`,
  showCell: '在表中查看',
  showSentence: '在正文中查看',
  at: '位置：',
  suggestions: '改正建议',
  waived: '已说明理由',
  until: '有效期至 ',
  zeros: (count) => `（另有 ${count} 项为 0）`,
  problems: '影响核对的问题',
  undecided: '无法判断（数字空缺、无法识别或过大）',
  notes: '说明',
  between: '；',
  tableMissing: '没有读到这张表。',
  noForm: '没有读成报告，没有表格可以列出。',
  absent: '缺',
  uncertain: '读法不止一种，没有核对',
  unreadable: '无法识别，没有核对',
  ought: '改正建议：应为',
  labels: '信息内容',
  units: '单位',
  sections: { none: '各部分之前的文字', text: '正文' },
  legend: '正文中的数',
  standings: {
    right: '相符',
    wrong: '不符',
    doubtful: '存疑',
    understood: '看懂，但表中没有对应的格或不作核对',
    unknown: '没有看懂',
  },
  cut: '（以下文字没有列出）',
  counts: ({ errors, warnings, waived }) =>
    `错误 ${errors}，提示 ${warnings}${waived === 0 ? '' : `，已说明 ${waived}`}`,
  made: (version) => `由 giar ${version} 生成。本页不含脚本，不访问网络，可以离线阅读和打印。`,
};

const en: Texts = {
  title: 'Check of annual reports on open government information',
  contents: 'Contents',
  toContents: 'Back to the contents',
  coverage: 'What was checked',
  weights: { error: 'error', warning: 'warning', waived: 'waived' },
  side: 'Findings and notes',
  findings: (count) => many(count, 'finding'),
  noFindings: 'Nothing was found.',
  marked:
    'Cells with ✗ or ! are those that the finding of the same number is about; one or several of them are wrong. Other cells of the same sums have dots below them; ○ is what was accepted for a reason.',
  findingNumber: (number) => `finding ${number}`,
  showCell: 'show in the table',
  showSentence: 'show in the prose',
  at: 'at ',
  suggestions: 'Suggested',
  waived: 'Accepted',
  until: 'until ',
  zeros: (count) => ` (${count} more of 0)`,
  problems: 'What kept it from being checked',
  undecided: 'Undecided (a figure is blank, unreadable or too large)',
  notes: 'Notes',
  between: '; ',
  tableMissing: 'This table was not found.',
  noForm: 'No report was read: there is no table to show.',
  absent: 'none',
  uncertain: 'can be read in more than one way, not checked',
  unreadable: 'unreadable, not checked',
  ought: 'suggested: ',
  labels: 'Content',
  units: 'Unit',
  sections: { none: 'Text before the first section', text: 'Text' },
  legend: 'Figures of the prose',
  standings: {
    right: 'right',
    wrong: 'wrong',
    doubtful: 'in doubt',
    understood: 'understood, but without a cell or left alone',
    unknown: 'not understood',
  },
  cut: '(the rest of the text is not shown)',
  counts: ({ errors, warnings, waived }) =>
    `${many(errors, 'error')}, ${many(warnings, 'warning')}${waived === 0 ? '' : `, ${waived} waived`}`,
  made: (version) =>
    `Made by giar ${version}. This page has no script, asks no network for anything, and can be read offline and printed.`,
};

/** The fixed words of the page of a check. */
export const texts: Readonly<Record<Language, Texts>> = { zh, en };
