import { type CellAnswer, CellKind } from '../model/cell.ts';
import type { Form } from '../model/form.ts';
import { isDigits } from './characters.ts';
import { counters } from './units.ts';

const blank: CellAnswer = { kind: CellKind.blank, value: 0 };
const notApplicable: CellAnswer = { kind: CellKind.notApplicable, value: 0 };
const unreadable: CellAnswer = { kind: CellKind.unreadable, value: 0 };

/** Marks for “there is none here”, after normalising. */
const mark = /^(?:[/\\]|[-—–―─]+(?: [-—–―─]+)*|无|没有|暂无|无变化|不涉及|不适用)[。.]?$/u;

/**
 * Sign, digits with or without thousands separators, decimals, 万 or 亿 (of money also 千, 十万 …), a unit, and a remark that
 * stands in brackets or after a comma: `27（截至…有效数量）`, `+82`, `251000元`, `1,234`. One space at
 * most between them, as left by `normalise`: runs of spaces would make it slow.
 */
const printedNumber = new RegExp(
  '^([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))? ?((?:[十百千]?[万亿]|[十百千])(?=元)|万|亿)? ?' +
    `(${counters}|元)? ?(?:[（(].*|[，,；;]\\p{Script=Han}.*)?[。.]?$`,
  'su',
);

/** Invisible characters that word processors and web pages leave in cells. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff]/gu;

/** Three noughts behind a point: nothing, or thousands as they are parted in Europe. */
const thousandsOrNothing = /^[1-9]\d{0,2}\.000$/u;

const zeros: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** Noughts of 万, in which the form counts money. */
const tenThousand = 4;

/** A text as it is seen. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

function normalise(text: string): string {
  return withoutInvisible(text.replace(/&nbsp;/gu, ' '))
    .replace(/[０-９Ａ-Ｚａ-ｚ．，＋－／＼？]/gu, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/[−﹣]|[–—](?=\d)/gu, '-')
    .replace(/^[￥¥] ?(?=\d)/u, '')
    .replace(/^([+-]) (?=\d)/u, '$1')
    .replace(/^增加?(?=\d)/u, '+')
    .replace(/^减少?(?=\d)/u, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Digits with the decimal point moved; null if that does not fit a safe integer or decimal. */
function numberOf(sign: string, whole: string, decimals: string, shift: number): number | null {
  const text = `${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}.${decimals}e${shift}`;
  const value = Number(text);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null;
}

/** So many digits alone a double holds exactly. */
const mostDigits = 15;

/** What may stand in a cell. */
export interface CellRule {
  /** Only whole numbers. */
  readonly isWhole: boolean;
  /** The form counts in tens of thousands (万元): what is printed as 元 is so much less, and 万 says nothing more. */
  readonly inTenThousands: boolean;
}

/** All that there are, so that none is made for each cell; the number says which. */
const rules: readonly CellRule[] = [0, 1, 2, 3].map((n) => ({
  isWhole: (n & 1) === 1,
  inTenThousands: (n & 2) === 2,
}));
const anyRule: CellRule = { isWhole: false, inTenThousands: false };

export function ruleOf({ whole, inTenThousands }: Form, cell: number): CellRule {
  return rules[(whole[cell] ?? 0) + 2 * (inTenThousands[cell] ?? 0)] ?? anyRule;
}

/** How many places the decimal point moves: by 万, 亿 and the like, and by the unit that the form counts in. */
function shiftOf(scale: string | undefined, unit: string | undefined, rule: CellRule): number {
  const own = [...(scale ?? '')].reduce((sum, character) => sum + (zeros[character] ?? 0), 0);
  const isSum = scale !== undefined || unit === '元';
  return rule.inTenThousands && isSum ? own - tenThousand : own;
}

/**
 * What a printed text answers. Where only whole numbers may stand decimals are unreadable, and so is a
 * text with something else or more than one number in it: nothing is guessed.
 */
export function readCellText(text: string, rule: CellRule): CellAnswer {
  // Nearly all cells are digits alone, and most others nothing.
  if (text === '') return blank;
  if (text.length <= mostDigits && isDigits(text)) {
    return { kind: CellKind.number, value: Number(text) };
  }
  const plain = normalise(text);
  if (plain === '') return blank;
  if (mark.test(plain)) return notApplicable;
  if (plain === '零' || plain === '〇') return { kind: CellKind.number, value: 0 };
  // A figure that its writer was not sure of, and so a guessed reading: `12?`.
  if (plain.endsWith('?')) {
    const own = plain.slice(0, -1);
    const doubted = own.trimEnd().endsWith('?') ? unreadable : readCellText(own, rule);
    const isRead = doubted.kind !== CellKind.unreadable;
    return isRead ? { ...doubted, kind: CellKind.uncertain } : unreadable;
  }
  const match = printedNumber.exec(plain);
  if (match === null) return unreadable;
  const [, sign = '', whole = '', decimals = '', scale, unit] = match;
  const shift = shiftOf(scale, unit, rule);
  const value = numberOf(sign, whole, decimals, shift);
  if (value === null) return unreadable;
  // Told by the digits: a double would round 4.99999999999999999 to 5.
  const isFraction = /[1-9]/u.test(decimals.slice(Math.max(0, shift)));
  if (rule.isWhole && (isFraction || unit === '元')) return unreadable;
  const isOpen =
    rule.isWhole && scale === undefined && thousandsOrNothing.test(`${whole}.${decimals}`);
  return { kind: isOpen ? CellKind.uncertain : CellKind.number, value };
}
