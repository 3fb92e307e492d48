import type { FigureClaim, ProseFigure } from '../model/claim.ts';
import { callingIn, periodIn } from '../model/period.ts';
import { sentencesOf } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';
import { staleSentences } from '../model/staleYear.ts';

/** What the sentence says, to be shown with its place; no cell says it too. */
function claimOf(figure: ProseFigure): FigureClaim {
  return { kind: 'figure', figure, readings: [], force: 'firm' };
}

export default findingRule({
  id: 'period',
  sentences: {
    other: {
      zh: '正文{quote}：统计期限不是报告年度 {year} 年',
      en: 'The prose says {quote}: that is not the period of {year}, the year of the report',
    },
    part: {
      zh: '正文{quote}：统计期限不是 1 月 1 日至 12 月 31 日的全年；如有原因（如当年新设机关），请写明',
      en: 'The prose says {quote}: that is not the whole year from 1 January to 31 December; if there is a reason (such as a new organ), state it',
    },
    titled: {
      zh: '正文{quote}：报告年度是 {year} 年，这里却称 {found} 年的报告',
      en: 'The prose says {quote}: the report is of {year}, but calls itself that of {found} here',
    },
    stale: {
      zh: '正文{quote}：报告年度是 {year} 年，这一句说的却是 {found} 年，是否沿用了旧稿？',
      en: 'The prose says {quote}: the report is of {year}, but this sentence is about {found}; was it left over from an older text?',
    },
  },
  find: (report, say) => {
    const { year: reported } = report;
    const sentences = sentencesOf(report);
    if (sentences.length === 0) return [];
    const where = { at: { table: null, row: null, column: null }, cells: [] } as const;
    const periods = sentences.flatMap((sentence) => {
      const period = periodIn(sentence);
      if (period === null) return [];
      const { quote, years, isWhole } = period;
      if (years.some((each) => each !== (reported ?? years[0]))) {
        const args = { quote: { quote }, year: String(reported ?? years[0]) };
        return [say('other', args, { ...where, claim: claimOf(quote), severity: 'error' })];
      }
      if (isWhole) return [];
      const claim = claimOf(quote);
      return [say('part', { quote: { quote } }, { ...where, claim, severity: 'warning' })];
    });
    if (reported === null) return periods;
    const left = staleSentences(report, reported).map(({ quote, year }) => {
      const args = { quote: { quote }, year: String(reported), found: String(year) };
      return say('stale', args, { ...where, claim: claimOf(quote), severity: 'warning' });
    });
    const titled = sentences.flatMap((sentence) => {
      const called = callingIn(sentence);
      if (called === null || called.year === reported) return [];
      const { quote, year } = called;
      const args = { quote: { quote }, year: String(reported), found: String(year) };
      return say('titled', args, { ...where, claim: claimOf(quote), severity: 'warning' });
    });
    return [...periods, ...titled, ...left];
  },
  page: {
    title: { zh: '统计期限是报告年度', en: 'The period is the year of the report' },
    what: {
      zh: '正文写明统计期限（统计期间、所列数据……）的，应当是报告年度的 1 月 1 日至 12 月 31 日：年份不对是错误，不足全年是提示。正文之前的说明里称本报告为另一年份的报告，给出提示。总体情况里以另一年份开头、说的却是工作数量的句子，疑为沿用旧稿，给出提示；“截至”上一年底的数也一样；与往年比较、自某年以来、规划和文件名称里的年份不算。',
      en: 'Where the prose states the period of its figures, it must run from 1 January to 31 December of the year of the report: another year is an error, a part of the year a warning. A preface that calls the report by another year is a warning. A sentence of the overview that begins with another year and tells figures is a warning, since it may be left over from an older text, and so is a figure as of the end of the year before; comparisons, plans and the names of documents are left alone.',
    },
    why: {
      zh: '每年的报告多在上年的文稿上修改，年份最容易忘了改；读者无法知道数字是哪一年的。',
      en: 'Reports are written over last year’s text, and its year is easily forgotten: then nobody can tell which year the figures are of.',
    },
    mend: {
      zh: '改正年份，并核对这一句的数字是不是报告年度的。',
      en: 'Correct the year, and make sure that the figures of the sentence are those of the year reported on.',
    },
    clause: {
      zh: '《中华人民共和国政府信息公开条例》第四十九条：报告上一年度的情况',
      en: 'Regulation on Open Government Information, article 49: the report is of the year before',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {},
      text: '本报告所列数据的统计期限自2022年1月1日至2022年12月31日。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {},
      text: '本报告所列数据的统计期限自2023年1月1日至2023年12月31日。',
    },
  },
});
