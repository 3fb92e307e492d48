import type { BreakdownClaim, ProseFigure } from '../model/claim.ts';
import { contradicted, whereOf } from '../model/contradiction.ts';
import { cellsRestated, sumOfCells } from '../model/judge.ts';
import type { Report } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';

const longest = 12;

/** `2 + 10 + 4 = 16` */
function sumText(values: readonly number[]): string {
  const sum = Math.round(values.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
  return values.length > longest ? String(sum) : `${values.join(' + ')} = ${sum}`;
}

/** By figure, what the table has where the figure differs from it for certain. */
function correctedIn(report: Report): Map<ProseFigure, number> {
  const found = new Map<ProseFigure, number>();
  for (const claim of contradicted(report, 'figure')) {
    const cells = cellsRestated(report, claim);
    const sum = cells === undefined ? null : sumOfCells(report, cells);
    if (claim.force === 'firm' && sum !== null) found.set(claim.figure, sum);
  }
  return found;
}

/** With the figures that are found wrong put right the list adds up: nothing more is wrong with it. */
function isTold(
  { figure, parts }: BreakdownClaim,
  corrected: ReadonlyMap<ProseFigure, number>,
): boolean {
  if (![figure, ...parts].some((each) => corrected.has(each))) return false;
  const right = (each: ProseFigure): number => corrected.get(each) ?? each.value;
  return parts.reduce((sum, part) => sum + right(part), 0) === right(figure);
}

export default findingRule({
  id: 'prose-breakdown',
  sentences: {
    over: {
      zh: '正文{quote}：所列各项 {sum}，超过 {whole}',
      en: 'The prose says {quote}: its parts {sum} are more than {whole}',
    },
    short: {
      zh: '正文{quote}：所列各项 {sum}，不等于 {whole}',
      en: 'The prose says {quote}: its parts {sum}, not {whole}',
    },
  },
  find: (report, say) => {
    const wrong = contradicted(report, 'breakdown');
    if (wrong.length === 0) return [];
    const corrected = correctedIn(report);
    return wrong.flatMap((claim) => {
      if (isTold(claim, corrected)) return [];
      const values = claim.parts.map(({ value }) => value);
      const isOver = values.reduce((a, b) => a + b, 0) > claim.figure.value;
      const args = {
        quote: { quote: claim.figure },
        sum: sumText(values),
        whole: String(claim.figure.value),
      };
      return say(isOver ? 'over' : 'short', args, whereOf(report, claim, [], 'table'));
    });
  },
  page: {
    title: { zh: '正文的分项加起来等于总数', en: 'The parts of a list add up' },
    what: {
      zh: '正文里“……件，其中……件，……件”“包括……”一类的分项，与总数对照。分项与法定格式的类别一一对应的，不等于总数是错误；其他看得出是全部列举的，不等于总数是提示；只举几项的，只查是否超过总数。同一信息可以在几种渠道公开，按渠道列举的不查；一件申请只从一种渠道来，网络、信函、当面、传真各项要加得起来。“……8件、……2件，共计10件”也核对，只作提示。分项或总数与表格不符、改正后即相等的，只在 prose-figure 里说一次。',
      en: 'Lists in the prose (…件，其中…件，…件) are compared with their whole. Parts that are the kinds of the form and do not add up are an error; other lists that are evidently complete a warning; of lists that name only some parts it is only asked that they are not more than the whole. One text may be published in several ways, so lists of channels are left alone; a request comes in one way, so that those by net, letter and in person must add up. A sum at the end (…8件、…2件，共计10件) is compared as well, as a warning. A list that adds up once a figure of it is corrected by the table is told by prose-figure alone.',
    },
    why: {
      zh: '分项和总数常由不同的人在不同的时候填写，改了一个忘了另一个。',
      en: 'Whole and parts are often filled in by different people at different times.',
    },
    mend: {
      zh: '核对每一项；如果没有列全，补上“其他”一项或写“等”。',
      en: 'Check each part; if some are left out, add the rest or say that these are examples.',
    },
    clause: { zh: '由正文自身的数推得', en: 'follows from the figures of the prose itself' },
    failing: {
      edition: '2021',
      year: 2023,
      cells: {},
      text: '2023年主动公开政府信息320条，其中政策文件类20条、规划计划类12条、工作动态类284条、财政信息类14条。',
    },
    passing: {
      edition: '2021',
      year: 2023,
      cells: {},
      text: '2023年主动公开政府信息330条，其中政策文件类20条、规划计划类12条、工作动态类284条、财政信息类14条。',
    },
  },
});
