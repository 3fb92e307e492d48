import type { Severity, Verdict } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';

interface Texts {
  readonly summary: string;
  readonly findings: string;
  readonly open: string;
  readonly summaryColumns: readonly string[];
  readonly findingColumns: readonly string[];
  readonly openColumns: readonly string[];
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly severities: Readonly<Record<Severity | 'waived', string>>;
  readonly problem: string;
  readonly undecided: string;
  readonly note: string;
  readonly absent: string;
  readonly until: string;
  readonly between: string;
  /** What the colours and frames of a report's tables mean. */
  readonly key: string;
  tablesLeftOut(reports: number, of: number): string;
  rowsLeftOut(rows: number): string;
}

const zh: Texts = {
  summary: '结论',
  findings: '问题',
  open: '未能核对',
  summaryColumns: [
    '序号',
    '文件',
    '机关',
    '年份',
    '格式',
    '结论',
    '错误',
    '提示',
    '已说明',
    '应有格数',
    '读到格数',
    '核对项数',
    '相符',
    '不符',
    '无法判断',
    '正文中的数',
    '核对的数',
    '结论说明',
  ],
  findingColumns: [
    '序号',
    '文件',
    '机关',
    '年份',
    '编号',
    '级别',
    '规则',
    '说明',
    '表',
    '行',
    '列',
    '涉及的格',
    '填写的内容',
    '位置',
    '改正建议',
    '已说明的理由',
  ],
  openColumns: ['序号', '文件', '机关', '年份', '类别', '代码', '说明', '位置'],
  verdicts: { pass: '通过', fail: '不通过', 'not-assessable': '无法评定' },
  severities: { error: '错误', warning: '提示', waived: '已说明' },
  problem: '影响核对的问题',
  undecided: '无法判断',
  note: '说明',
  absent: '缺',
  until: '有效期至 ',
  between: '；',
  key: '红底粗框：错误；黄底粗虚线框：提示；灰底：已说明理由；红色点线框：参与合计的其他格。说明见批注，编号与“问题”表相同。',
  tablesLeftOut: (reports, of) => `只列出前 ${reports} 份报告的表格（共 ${of} 份）。`,
  rowsLeftOut: (rows) => `另有 ${rows} 行没有列出。`,
};

const en: Texts = {
  summary: 'Summary',
  findings: 'Findings',
  open: 'Not checked',
  summaryColumns: [
    'No.',
    'File',
    'Organ',
    'Year',
    'Form',
    'Verdict',
    'Errors',
    'Warnings',
    'Waived',
    'Cells in form',
    'Cells read',
    'Checks',
    'Passed',
    'Failed',
    'Inconclusive',
    'Figures in prose',
    'Figures checked',
    'Verdict in words',
  ],
  findingColumns: [
    'No.',
    'File',
    'Organ',
    'Year',
    'Finding',
    'Severity',
    'Rule',
    'Message',
    'Table',
    'Line',
    'Column',
    'Cells',
    'Printed',
    'Place',
    'Suggestion',
    'Waiver',
  ],
  openColumns: ['No.', 'File', 'Organ', 'Year', 'Kind', 'Code', 'Message', 'Place'],
  verdicts: { pass: 'pass', fail: 'fail', 'not-assessable': 'not assessable' },
  severities: { error: 'error', warning: 'warning', waived: 'waived' },
  problem: 'problem',
  undecided: 'undecided',
  note: 'note',
  absent: 'none',
  until: 'until ',
  between: '; ',
  key: 'Red in a thick frame: error. Yellow in a dashed frame: warning. Grey: waived. In a frame of red dots: other cells of the same sums. The notes say why; their numbers are those of the sheet “Findings”.',
  tablesLeftOut: (reports, of) => `Tables of the first ${reports} reports only, of ${of}.`,
  rowsLeftOut: (rows) => `${rows} more rows are left out.`,
};

/** The fixed words of the workbook of a check. */
export const texts: Readonly<Record<Language, Texts>> = { zh, en };
