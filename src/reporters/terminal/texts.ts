import type { ClaimCoverage, Coverage, Summary, Tally } from '../../model/run.ts';
import type { Language } from '../../model/words.ts';

interface Texts {
  readonly noOrgan: string;
  readonly where: string;
  readonly proseTitle: string;
  readonly seriesTitle: string;
  series(tally: Tally): string;
  readonly everySentence: string;
  readonly legend: string;
  claims(claims: ClaimCoverage): string;
  readonly undecided: string;
  guessed(checks: number): string;
  readonly everyCheck: string;
  year(year: number): string;
  hidden(lines: number): string;
  cells(cells: Coverage['cells']): string;
  checks(tally: Tally): string;
  queries(tally: Tally): string;
  pass(warnings: number): string;
  fail(errors: number, warnings: number): string;
  /** @param reasons in clauses */
  notAssessable(reasons: readonly string[], open: number, warnings: number): string;
  summary(summary: Summary): string;
}

function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function because(before: string, between: string, reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : before + reasons.join(between);
}

const zh: Texts = {
  noOrgan: '（未写明机关）',
  where: '位置：',
  proseTitle: '正文：',
  seriesTitle: '与上一年比较：',
  series: (t) =>
    `与上一年核对 ${t.made} 项：相符 ${t.passed}，不符 ${t.failed}，无法判断 ${t.inconclusive}`,
  everySentence: '正文中的数：',
  legend: '✓ 相符，✗ 不符，! 存疑，= 看懂但表中没有对应的格或不作核对，? 没有看懂',
  claims: (c) =>
    c.found === 0
      ? '正文中没有可核对的数'
      : `正文中的数 ${c.found} 个：对应到表格 ${c.tied}，核对 ${c.checked}，未核对 ${c.leftAlone}`,
  undecided: '无法判断（数字空缺、无法识别或过大）：',
  guessed: (checks) => `${checks} 项核对涉及读法不止一种的数字，没有逐项列出（--verbose 全部列出）`,
  everyCheck: '全部核对：',
  year: (year) => `${year} 年`,
  hidden: (lines) => `（另有 ${lines} 行均为 0，没有列出；--verbose 全部列出）`,
  cells: (c) =>
    `读到 ${c.read}/${c.inForm} 格（空白 ${c.blank}，不适用 ${c.notApplicable}，无法识别 ${c.unreadable}${c.uncertain === 0 ? '' : `，无法确定 ${c.uncertain}`}）`,
  checks: (t) =>
    `核对 ${t.made} 项：相符 ${t.passed}，不符 ${t.failed}，无法判断 ${t.inconclusive}`,
  queries: (t) =>
    `（另有参考性核对 ${t.made} 项，存疑 ${t.failed}${t.inconclusive === 0 ? '' : `，无法判断 ${t.inconclusive}`}）`,
  pass: (warnings) => `通过${warnings === 0 ? '' : `，有 ${warnings} 处提示`}`,
  fail: (errors, warnings) =>
    `不通过：${errors} 处错误${warnings === 0 ? '' : `，${warnings} 处提示`}`,
  notAssessable: (reasons, open, warnings) =>
    `无法评定，不能视为通过${because('：', '；', [...reasons, ...(open === 0 ? [] : [`${open} 项无法判断`])])}${warnings === 0 ? '' : `，${warnings} 处提示`}`,
  summary: (s) =>
    `共 ${s.reports} 份：通过 ${s.pass}，不通过 ${s.fail}，无法评定 ${s.notAssessable}；错误 ${s.errors} 处，提示 ${s.warnings} 处${s.waived === 0 ? '' : `，已说明 ${s.waived} 处`}`,
};

const en: Texts = {
  noOrgan: '(organ not given)',
  where: 'at ',
  proseTitle: 'Prose:',
  seriesTitle: 'Beside the year before:',
  series: (t) =>
    `${many(t.made, 'check')} against the year before: ${t.passed} passed, ${t.failed} failed, ${t.inconclusive} inconclusive`,
  everySentence: 'Figures of the prose:',
  legend:
    '✓ right, ✗ wrong, ! in doubt, = understood but without a cell or left alone, ? not understood',
  claims: (c) =>
    c.found === 0
      ? 'no figures in the prose'
      : `${many(c.found, 'figure')} in the prose: ${c.tied} tied to cells, ${c.checked} checked, ${c.leftAlone} left alone`,
  undecided: 'Undecided (a figure is blank, unreadable or too large):',
  guessed: (checks) =>
    `${many(checks, 'check')} with figures that can be read in more than one way; --verbose lists them`,
  everyCheck: 'Every check:',
  year: (year) => String(year),
  hidden: (lines) => `(${many(lines, 'line')} of zeros left out; --verbose lists them)`,
  cells: (c) =>
    `${c.read} of ${c.inForm} cells read (${c.blank} blank, ${c.notApplicable} not applicable, ${c.unreadable} unreadable${c.uncertain === 0 ? '' : `, ${c.uncertain} uncertain`})`,
  checks: (t) =>
    `${many(t.made, 'check')}: ${t.passed} passed, ${t.failed} failed, ${t.inconclusive} inconclusive`,
  queries: (t) =>
    ` (besides ${many(t.made, 'query').replace('querys', 'queries')}, ${t.failed} in doubt${t.inconclusive === 0 ? '' : `, ${t.inconclusive} inconclusive`})`,
  pass: (warnings) => `pass${warnings === 0 ? '' : `, ${many(warnings, 'warning')}`}`,
  fail: (errors, warnings) =>
    `fail: ${many(errors, 'error')}${warnings === 0 ? '' : `, ${many(warnings, 'warning')}`}`,
  notAssessable: (reasons, open, warnings) =>
    `not assessable, which is not a pass${because(': ', '; ', [...reasons, ...(open === 0 ? [] : [`${many(open, 'check')} inconclusive`])])}${warnings === 0 ? '' : `, ${many(warnings, 'warning')}`}`,
  summary: (s) =>
    `${many(s.reports, 'report')}: ${s.pass} pass, ${s.fail} fail, ${s.notAssessable} not assessable; ${many(s.errors, 'error')}, ${many(s.warnings, 'warning')}${s.waived === 0 ? '' : `, ${s.waived} waived`}`,
};

/** The fixed words of the terminal report. */
export const texts: Readonly<Record<Language, Texts>> = { zh, en };
