import type { Interval } from '../model/equation.ts';
import { longestNumeral, numeralCharacters, numeralOf } from './numerals.ts';
import { type Unit, units } from './units.ts';

/** A number with its unit, as it stands in a plain text from `start` to `end`. */
export interface Quantified {
  readonly start: number;
  /** Behind the number itself. */
  readonly numberEnd: number;
  /** Behind the unit, and a word such as 以上 that follows it. */
  readonly end: number;
  readonly value: number;
  readonly range: Interval;
  readonly unit: string;
  readonly measure: Unit['measure'];
  readonly isApproximate: boolean;
}

/** More thousands than these are no number that anybody counts with. */
const arabic = /\d{1,3}(?:[,，]\d{3}){1,5}(?![\d,，])(?:\.\d+)?|\d+(?:\.\d+)?/uy;
/** 1,000 is the shortest number with thousands parted. */
const shortestParted = 4;
const numeral = new RegExp(`[${numeralCharacters}]{1,${longestNumeral}}`, 'uy');
const magnitudes: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** Units by their first character, longer ones first. */
const unitsFrom = new Map<string, string[]>();
for (const unit of [...units.keys()].sort((a, b) => b.length - a.length)) {
  const known = unitsFrom.get(unit.charAt(0));
  if (known === undefined) unitsFrom.set(unit.charAt(0), [unit]);
  else known.push(unit);
}

/** Words before a figure that say on which side of it the true one lies. */
const before: readonly (readonly [RegExp, (value: number, step: number) => Interval])[] = [
  [/(?:大约|约|约为|大概|左右)$/u, (v, s) => ({ low: v - s, high: v + s })],
  [/(?:接近|将近|近|不足|不到|少于|低于)$/u, (v, s) => ({ low: v * 0.95 - s, high: v })],
  [
    /(?:超过|超|逾|突破|多于|高于|不少于|至少|达到?|不低于)$/u,
    (v, s) => ({ low: v, high: v * 1.1 + s }),
  ],
];

/** What any of them ends with. */
const lastOfLeads = '约为概右近足到于过超逾破少达';
/** Words behind a figure that say the like. */
const around = ['以上', '以下', '左右', '上下'];

/** The values that are printed with so many decimals, rounded or cut off. */
function printedRange(value: number, step: number): Interval {
  return { low: value - step / 2, high: value + step };
}

function unitAt(text: string, at: number): string | null {
  return unitsFrom.get(text.charAt(at))?.find((unit) => text.startsWith(unit, at)) ?? null;
}

/** The figure that begins at `at`, if it has a unit; `text` is plain. */
export function quantifiedAt(text: string, at: number): Quantified | null {
  arabic.lastIndex = at;
  let printed = arabic.test(text) ? text.slice(at, arabic.lastIndex) : null;
  const isNumeral = printed === null;
  let value: number | null = null;
  let decimals = 0;
  if (printed !== null) {
    const isParted = printed.length > shortestParted && /[,，]/u.test(printed);
    const digits = isParted ? printed.replace(/[,，]/gu, '') : printed;
    value = Number(digits);
    decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  } else {
    numeral.lastIndex = at;
    printed = numeral.test(text) ? text.slice(at, numeral.lastIndex) : null;
    value = printed === null ? null : numeralOf(printed);
  }
  if (printed === null || value === null || !Number.isFinite(value)) return null;
  // 几十件, 数十件: nobody knows how many.
  if (isNumeral && /[几数]/u.test(text[at - 1] ?? '')) return null;
  let end = at + printed.length;
  let step = decimals === 0 ? 1 : 10 ** -decimals;
  const magnitude = isNumeral ? undefined : magnitudes[text[end] ?? ''];
  if (magnitude !== undefined && text[end + 1] !== '元') {
    value *= magnitude;
    step *= magnitude;
    end++;
  }
  const many = end < text.length && '余多几'.includes(text.charAt(end));
  if (many) end++;
  const unit = unitAt(text, end);
  const known = unit === null ? undefined : units.get(unit);
  if (unit === null || known === undefined) return null;
  // 一件事 and 一个 are words, not figures.
  if (isNumeral && (unit === '个' || unit === '部' || text[end + unit.length] === '事'))
    return null;
  const numberEnd = many ? end - 1 : end;
  end += unit.length;
  const { worth, measure } = known;
  const isWhole = measure === 'count' && decimals === 0 && magnitude === undefined;
  const exact = isWhole ? { low: value, high: value } : printedRange(value, step);
  const meant = approximated(text, at, end, many, value, exact, step, worth);
  // Written out, since spreading objects is slow and there are many figures.
  return {
    start: at,
    numberEnd,
    end: meant.end,
    value: meant.value,
    range: meant.range,
    isApproximate: meant.isApproximate,
    unit,
    measure,
  };
}

/** What words around a figure make of it. */
function approximated(
  text: string,
  start: number,
  end: number,
  many: boolean,
  value: number,
  exact: Interval,
  step: number,
  worth: number,
): Pick<Quantified, 'end' | 'value' | 'range' | 'isApproximate'> {
  const mayFollow = end < text.length && '以左上'.includes(text.charAt(end));
  const after = mayFollow ? (around.find((word) => text.startsWith(word, end)) ?? '') : '';
  const mayBeLed = start > 0 && lastOfLeads.includes(text.charAt(start - 1));
  const lead = mayBeLed ? text.slice(Math.max(0, start - 3), start) : '';
  const led = mayBeLed ? before.find(([words]) => words.test(lead)) : undefined;
  let range = exact;
  if (many || after === '以上') range = { low: value, high: value * 1.1 + step * 10 };
  else if (after === '以下') range = { low: value * 0.9, high: value };
  else if (after !== '') range = { low: value * 0.95 - step, high: value * 1.05 + step };
  else if (led !== undefined && !/达到?$/u.test(lead)) {
    const wide = led[1](value, step);
    range = { low: Math.min(wide.low, exact.low), high: Math.max(wide.high, exact.high) };
  }
  return {
    end: end + after.length,
    value: value * worth,
    range: { low: range.low * worth, high: range.high * worth },
    isApproximate: many || after !== '' || (led !== undefined && !/达到?$/u.test(lead)),
  };
}
