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
  },
  find: (report, say) =>
    contradicted(report, 'growth').flatMap((claim) => {
      const { figure, before } = claim;
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
      if (last === null) return [say('impossible', said, where)];
      const value = knownValue(report, now) ?? 0;
      const rate = last === 0 ? '—' : (((value - last) / last) * 100).toFixed(1);
      return [say('differs', { ...said, before: String(last), rate }, where)];
    }),
  page: {
    title: { zh: '增减幅度算得出来', en: 'Rates of growth can be computed' },
    what: {
      zh: '正文里“比上年增长（下降）……%”的幅度：句中写明上年数的，用两个数计算；没有写明的，看有没有一个整数的上年数能得出这个幅度。数小的时候，很多百分比是不可能出现的。',
      en: 'Rates of growth in the prose: where the sentence prints last year’s figure, the rate is computed from the two; where it does not, some whole number of last year must give it. Of small numbers many percentages are impossible.',
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
