import { isCells } from '../model/claim.ts';
import { contradicted, whereOf } from '../model/contradiction.ts';
import { knownValue } from '../model/judge.ts';
import { findingRule } from '../model/rule.ts';

export default findingRule({
  id: 'prose-growth',
  sentences: {
    impossible: {
      zh: '正文{quote}：今年是 {now}，上年无论是哪个整数都算不出 {printed}',
      en: 'The prose says {quote}: with {now} this year, no whole number of last year gives {printed}',
    },
    differs: {
      zh: '正文{quote}：从 {before} 到 {now} 是 {rate}%，不是 {printed}',
      en: 'The prose says {quote}: from {before} to {now} it is {rate} %, not {printed}',
    },
    negative: {
      zh: '正文{quote}：今年是 {now}，若增加了 {printed}，上年就成了负数',
      en: 'The prose says {quote}: with {now} this year, {printed} more than last year leaves less than nothing for that',
    },
    differsBy: {
      zh: '正文{quote}：从 {before} 到 {now}，相差 {gap}，不是 {printed}',
      en: 'The prose says {quote}: from {before} to {now} it is {gap}, not {printed}',
    },
  },
  find: (report, say) =>
    contradicted(report, 'growth').flatMap((claim) => {
      const { figure, before, by, sign } = claim;
      const [now] = claim.now;
      if (now === undefined) return [];
      const cells = claim.now.flatMap((amount) => (isCells(amount) ? amount : []));
      const where = whereOf(report, claim, cells, 'table');
      const said = {
        quote: { quote: figure },
        now: { amount: now },
        printed: `${figure.printed}${figure.unit}`,
      };
      const last = before?.value ?? claim.lastYear.find((each) => each !== null) ?? null;
      if (last === null) return [say(by === 'rate' ? 'impossible' : 'negative', said, where)];
      const value = knownValue(report, now) ?? 0;
      if (by === 'count') {
        const gap = String(value - last).replace('-', '−');
        const printed = `${sign === 1 ? '' : '−'}${said.printed}`;
        return [say('differsBy', { ...said, printed, before: String(last), gap }, where)];
      }
      const rate = last === 0 ? '—' : (((value - last) / last) * 100).toFixed(1);
      return [say('differs', { ...said, before: String(last), rate }, where)];
    }),
  page: {
    title: { zh: '增减幅度算得出来', en: 'Rates of growth can be computed' },
    what: {
      zh: '正文里“比上年增长（下降）……%”的幅度：句中写明上年数的，用两个数计算；没有写明的，看有没有一个整数的上年数能得出这个幅度。数小的时候，很多百分比是不可能出现的。“比上年增加（减少）……件”同样核对。“与上年持平”“比上年翻一番”没有写数，宽松地核对，不符的是提示。有上一年的报告（giar check --previous，或 giar audit）时，按上一年表格里的数计算。',
      en: 'Rates of growth in the prose: where the sentence prints last year’s figure, the rate is computed from the two; where it does not, some whole number of last year must give it. Of small numbers many percentages are impossible. Changes told as a number (20 more than last year) are checked the same way. What is told without a figure (与上年持平, 比上年翻一番) is taken loosely, and a contradiction is a warning. Where the report of last year is at hand (giar check --previous, giar audit), its figures are the base.',
    },
    why: {
      zh: '增减幅度常沿用旧稿，或者分子分母用错。',
      en: 'Rates are often left over from a draft, or computed with the wrong base.',
    },
    mend: {
      zh: '用上年报告的数重新计算：（今年 − 上年）÷ 上年。',
      en: 'Compute it from last year’s report: (this year − last year) / last year.',
    },
    clause: { zh: '由正文与表格的数推得', en: 'follows from the figures of prose and tables' },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {},
      text: '全年发布政策解读12条，比上年增长30.5%。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {},
      text: '全年发布政策解读12条，比上年增长33.3%。',
    },
  },
});
