import { isCells, type ShareClaim } from '../model/claim.ts';
import { contradicted, whereOf } from '../model/contradiction.ts';
import { knownValue } from '../model/judge.ts';
import { findingRule } from '../model/rule.ts';

/** Decimals as printed: 33.9% has one. */
function percentText(share: number, { figure: { printed } }: ShareClaim): string {
  const decimals = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
  return share.toFixed(Math.max(1, decimals));
}

export default findingRule({
  id: 'prose-share',
  sentences: {
    differs: {
      zh: '正文{quote}：{part} / {whole} = {share}%，不是 {printed}%',
      en: 'The prose says {quote}: {part} / {whole} = {share} %, not {printed} %',
    },
    empty: {
      zh: '正文{quote}：总数为 0，算不出 {printed}%',
      en: 'The prose says {quote}: of a whole of 0 nothing can be {printed} %',
    },
  },
  find: (report, say) =>
    contradicted(report, 'share').flatMap((claim) => {
      const [part] = claim.parts;
      const values = claim.wholes.map((whole) => knownValue(report, whole) ?? 0);
      const whole =
        claim.wholes[
          Math.max(
            0,
            values.findIndex((value) => value > 0),
          )
        ];
      if (part === undefined || whole === undefined) return [];
      const [p, w] = [knownValue(report, part) ?? 0, knownValue(report, whole) ?? 0];
      const cells = [part, whole].flatMap((amount) => (isCells(amount) ? amount : []));
      const where = whereOf(report, claim, cells, 'row');
      const said = { quote: { quote: claim.figure }, printed: claim.figure.printed };
      if (w === 0) return [say('empty', said, where)];
      const share = percentText((p / w) * 100, claim);
      return [
        say('differs', { ...said, part: { amount: part }, whole: { amount: whole }, share }, where),
      ];
    }),
  page: {
    title: { zh: '正文的比例算得出来', en: 'The shares of the prose can be computed' },
    what: {
      zh: '正文里“占……%”的比例，用正文或表格中的数重新计算。句中写明总数的按写明的算；没有写明的，答复总数、新收申请数、上一级的合计等，只要有一种算得出就算相符。“办结率”“答复率”“维持率”“纠错率”按名称核对：办结、答复的总数除以新收（或者加上年结转）的申请，维持的案件除以全部（或者已审结的）案件，都算不出的是提示；“按时办结率”和百分之百的办结率不判错。四舍五入和直接截去都可以。',
      en: 'Shares in the prose (占…%) are computed anew from the figures of prose and tables. A whole that the sentence names is taken; where it names none, the handled total, the requests received or the sum above will do if any of them fits. Rates known by name (办结率, 答复率, 维持率, 纠错率) are taken for requests handled of those received, with or without those carried over, and for cases upheld or corrected of all, or of those decided; where nothing fits it is a warning. What was on time, and 100% of requests, is not told wrong. Rounding and cutting off are both accepted.',
    },
    why: {
      zh: '比例多是最后算的，表格改了数，比例往往没有跟着改。',
      en: 'Shares are computed last; when a table is corrected afterwards they are often forgotten.',
    },
    mend: {
      zh: '用改定后的数重新计算，并在句中写明占的是哪个总数。',
      en: 'Compute the share from the final figures, and say of which total it is.',
    },
    clause: {
      zh: '由正文与表格的数推得',
      en: 'follows from the figures of prose and tables',
    },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 40,
        'requests.newlyReceived.total': 40,
        'requests.handled.granted.naturalPerson': 30,
        'requests.handled.granted.total': 30,
        'requests.handled.unavailable.notHeld.naturalPerson': 10,
        'requests.handled.unavailable.notHeld.total': 10,
        'requests.handled.total.naturalPerson': 40,
        'requests.handled.total.total': 40,
      },
      text: '全年答复政府信息公开申请40件，其中予以公开30件，占57.0%。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {
        'requests.newlyReceived.naturalPerson': 40,
        'requests.newlyReceived.total': 40,
        'requests.handled.granted.naturalPerson': 30,
        'requests.handled.granted.total': 30,
        'requests.handled.unavailable.notHeld.naturalPerson': 10,
        'requests.handled.unavailable.notHeld.total': 10,
        'requests.handled.total.naturalPerson': 40,
        'requests.handled.total.total': 40,
      },
      text: '全年答复政府信息公开申请40件，其中予以公开30件，占75.0%。',
    },
  },
});
