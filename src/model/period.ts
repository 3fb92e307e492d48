import { type ProseFigure, type Sentence, wordsOf } from './claim.ts';

/** A year in Arabic or Chinese digits. */
export const year = '(20\\d{2}|二零[零一二三四五六七八九]{2})年';
const month = '(\\d{1,2}|[一二三四五六七八九十]{1,2})月';
const day = '(\\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号)(?:\\d{1,2}时)?';
/** Words by which a report says which period its figures, or it as a whole, are of. */
const named =
  '(?:统计(?:的)?(?:期|时限|时段|时间|周期|区间|年度)|(?:所列|报告(?:中)?(?:所)?涉及)(?:[^，。；]{0,6})数据|本(?:年度)?报告(?:内容|期限|时限|时间|期)?(?:[^，。；]{0,6})(?:涵盖|时限|期限|时段|期间|反映))';
const to = '(?:起|开始)?，?[至到—–\\-－~～]{1,2}';
const range = new RegExp(
  `${named}[^。；]{0,24}?${year}${month}(?:${day})?${to}(?:${year})?${month}(?:${day})?`,
  'u',
);
/** `2023.1.1-2023.12.31`, `2023-01-01至2023-12-31` */
const figures = '(20\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})';
const short = new RegExp(`${named}[^。；]{0,24}?${figures}${to}${figures}`, 'u');
/** The period is a year as a whole: `统计期限为2023年度`. */
const whole = new RegExp(
  `${named}(?:限|间)?[为是：]{0,2}${year}(?!\\d|[零一二三四五六七八九十])`,
  'u',
);

/** Most sentences have neither. */
const mayName = /统计|所列|报告/u;

const digits = '零一二三四五六七八九';

/** The report calls itself by its title in its preface: 编制《某局2023年政府信息公开工作年度报告》。 */
const calling = new RegExp(
  `(?:现将|现予|现向|特此|特编|特向|编制|编写|编撰|形成|本报告是|本报告为)[^。；]{0,40}?${year}(?:度)?[^，。；]{0,24}?信息公开(?:工作)?(?:情况)?(?:年度|工作)?(?:报告|年报)`,
  'u',
);

/** A number of up to two digits, or a year, in Chinese or Arabic digits. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const value = (digit: string): number => Math.max(0, digits.indexOf(digit));
  if (!text.includes('十')) return [...text].reduce((sum, digit) => sum * 10 + value(digit), 0);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones));
}

/** A period as a sentence states it, from the first of its years to the second. */
export interface Period {
  readonly quote: ProseFigure;
  readonly years: readonly number[];
  readonly isWhole: boolean;
}

/** The period that a sentence says the figures of the report are of. */
export function periodIn(sentence: Sentence): Period | null {
  const { text } = sentence;
  if (!mayName.test(text)) return null;
  const found = range.exec(text) ?? short.exec(text) ?? whole.exec(text);
  if (found === null) return null;
  const [all, ...parts] = found;
  const [from = 0, m1 = 1, d1 = 1, to = from, m2 = 12, d2 = 31] = parts.map((part) =>
    part === undefined ? undefined : numberOf(part),
  );
  const at = all.search(/20\d{2}|二零/u);
  return {
    quote: wordsOf(sentence, found.index + at, found.index + all.length),
    years: [from, to],
    isWhole: m1 === 1 && d1 === 1 && m2 === 12 && d2 === 31,
  };
}

/** The year by which the report calls itself in a sentence. */
export interface Calling {
  readonly quote: ProseFigure;
  readonly year: number;
}

/** What the report calls itself, where a sentence before its first section says it. */
export function callingIn(sentence: Sentence): Calling | null {
  const { text, section } = sentence;
  if (section !== null || !text.includes('信息公开')) return null;
  const found = calling.exec(text);
  if (found === null) return null;
  const printed = found[1] ?? '';
  const at = found.index + found[0].indexOf(`${printed}年`);
  return { quote: wordsOf(sentence, at, at + printed.length + 1), year: numberOf(printed) };
}
