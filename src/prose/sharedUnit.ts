import type { ProseFigure, Sentence } from '../model/claim.ts';
import { quantifiedAt } from './numbers.ts';
import type { Measure } from './units.ts';

/** 分别为3、2、1件: numbers in a row, of which only the last one has the unit. */
const numbers = /(?:\d+(?:\.\d+)?(?:、|和|及|与))+(?=\d)/uy;
const number = /\d+(?:\.\d+)?/uy;

/** A row looked at once: where its last number begins, and the unit of that. */
export interface Row {
  readonly end: number;
  readonly unit: string | null;
  readonly measure: Measure;
}

/** The row of numbers that begins at `at`, if one does; else one that ends where it begins. */
export function rowAt(text: string, at: number): Row {
  numbers.lastIndex = at;
  if (!numbers.test(text)) return { end: at, unit: null, measure: 'count' };
  const end = numbers.lastIndex;
  const last = quantifiedAt(text, end);
  const isShared = last !== null && last.measure !== 'money';
  return { end, unit: isShared ? last.unit : null, measure: last?.measure ?? 'count' };
}

function stepOf(printed: string): number {
  const point = printed.indexOf('.');
  return point < 0 ? 1 : 10 ** -(printed.length - point - 1);
}

/** The number at `at` with the unit of the row it stands in; null where it has none. */
export function sharingFigure(
  sentence: Sentence,
  at: number,
  { end, unit, measure }: Row,
): { readonly figure: ProseFigure; readonly measure: Measure } | null {
  if (unit === null || at >= end) return null;
  number.lastIndex = at;
  const printed = number.exec(sentence.text)?.[0];
  if (printed === undefined) return null;
  const value = Number(printed);
  const step = measure === 'rate' ? stepOf(printed) : 0;
  const range = { low: value - step / 2, high: value + step };
  const place = { sentence, start: at, end: at + printed.length, printed };
  return { figure: { ...place, value, range, unit, isApproximate: false }, measure };
}
