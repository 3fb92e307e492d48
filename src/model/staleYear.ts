import { type ProseFigure, type Sentence, wordsOf } from './claim.ts';
import { numberOf, year } from './period.ts';
import { type Report, sentencesOf } from './report.ts';

const opening = new RegExp(
  `^(?:（?[一二三四五六七八九十\\d]{1,3}[）、.])*(?:[^，。：]{2,16}[：])?${year}(?:度|全年)?(?:，|(?=我|全|本|各|共|累计|收到|受理|主动公开))`,
  'u',
);
const did = /收到|受理|办结|办理|答复|公开|发布|制发|制作|召开|举办|组织|开展|回应/u;
/** The overview begins with what was done in the year, often without any figure. */
const worked = /坚持|认真|深入|严格|全面|贯彻|落实|围绕|扎实|持续/u;
const counted = /\d[余多]?[万亿]?[余多]?(?:件|条|次|篇|份|个|项|场|期|人次|宗|则)/u;
/** The sentence compares, or tells of something that has its year by right. */
const byRight =
  /比|较|上年|上一年|去年|今年|本年|以来|规划|增长|下降|增加|减少|结转|转入|遗留|截至|截止|成立|组建|年起|将|计划|预计|预算|决算|年报|报告|考核|评估|测评|整改/u;
const titles = /《[^《》]{0,60}》/gu;

/** A sentence that begins with a year, or tells a stock as of its end, to be quoted. */
export interface Stale {
  readonly year: number;
  readonly quote: ProseFigure;
}

/** Another year than the report's, with which a sentence begins that tells what was done as if it were this year. */
function staleIn(sentence: Sentence, reported: number, isFirst: boolean): Stale | null {
  const found = opening.exec(sentence.text);
  if (found === null) return null;
  const [start, printed = ''] = found;
  const stated = numberOf(printed);
  const rest = sentence.text.slice(start.length).replaceAll(titles, '');
  if (stated === reported || rest.includes(String(reported))) return null;
  const isTold = (did.test(rest) && counted.test(rest)) || (isFirst && worked.test(rest));
  if (!isTold || byRight.test(rest)) return null;
  const at = start.lastIndexOf(printed);
  return { year: stated, quote: wordsOf(sentence, at, at + printed.length + 1) };
}

/** A stock is told as of the last day of the year, and its year is another one than the report's. */
const asOf = new RegExp(
  `(?:截至|截止)(?:到|至)?${year}(?:12月31日|12月末|12月底|年?底|年?末)`,
  'u',
);

/** 截至2023年12月31日，现行有效17件, in the report of 2024: the day on which the year before ended. */
function asOfYearBefore(sentence: Sentence, reported: number): Stale | null {
  const { text } = sentence;
  if (!/截[至止]/u.test(text)) return null;
  const plain = text.replaceAll(titles, (title) => '《'.padEnd(title.length, '》'));
  const found = asOf.exec(plain);
  const printed = found?.[1] ?? '';
  if (found === null || numberOf(printed) !== reported - 1) return null;
  const rest = plain.slice(found.index + found[0].length);
  if (!counted.test(rest) || byRight.test(rest) || plain.includes(String(reported))) return null;
  return {
    year: reported - 1,
    quote: wordsOf(sentence, found.index, found.index + found[0].length),
  };
}

/** The sentences of the overview that tell a stock of another year, and those that begin with one, unless the one beside it tells this year's figures. */
export function staleSentences(report: Report, reported: number): Stale[] {
  const { form } = report;
  const sentences = sentencesOf(report);
  const overview = form.edition.sections[0]?.id;
  const tellsThisYear = (beside: Sentence | undefined): boolean =>
    beside !== undefined &&
    numberOf(opening.exec(beside.text)?.[1] ?? '') === reported &&
    counted.test(beside.text);
  const first = sentences.findIndex(({ section }) => section === overview);
  return sentences.flatMap((sentence, i) => {
    if (sentence.section !== overview) return [];
    const before = asOfYearBefore(sentence, reported);
    if (before !== null) return before;
    if (tellsThisYear(sentences[i - 1]) || tellsThisYear(sentences[i + 1])) return [];
    return staleIn(sentence, reported, i === first) ?? [];
  });
}
