import { type CellAnswer, CellKind, isUnknown } from '../model/cell.ts';

const blank: CellAnswer = { kind: CellKind.blank, value: 0 };
const notApplicable: CellAnswer = { kind: CellKind.notApplicable, value: 0 };
const unreadable: CellAnswer = { kind: CellKind.unreadable, value: 0 };

/** Marks for “there is none here”, after normalising. */
const mark = /^(?:[/\\]|[-—–―─]+(?: [-—–―─]+)*|无|没有|暂无|不涉及|不适用)[。.]?$/u;

/**
 * Sign, digits with or without thousands separators, decimals, 万 or 亿, a unit, and a remark that
 * stands in brackets or after a comma: `27（截至…有效数量）`, `+82`, `251000元`, `1,234`. One space at
 * most between them, as left by `normalise`: runs of spaces would make it slow.
 */
const printedNumber =
  /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? ?(万|亿)? ?(元|件次|件|条|项|个|宗|份|起|户|部|人次|人|次|篇)? ?(?:[（(].*|[，,；;]\p{Script=Han}.*)?[。.]?$/su;

/** Invisible characters that word processors and web pages leave in cells. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

const zeros = { 万: 4, 亿: 8 } as const;

function normalise(text: string): string {
  return text
    .replace(/&nbsp;/gu, ' ')
    .replace(invisible, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ．，＋－／＼？]/gu, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/[−﹣]|–(?=\d)/gu, '-')
    .replace(/^增加?(?=\d)/u, '+')
    .replace(/^减少?(?=\d)/u, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Digits with the decimal point moved right by 万 or 亿; null if that does not fit a safe integer or decimal. */
function numberOf(sign: string, whole: string, decimals: string, shift: number): number | null {
  const moved = decimals.padEnd(shift, '0');
  const integer = whole.replaceAll(',', '') + moved.slice(0, shift);
  const value = Number(`${sign === '-' ? '-' : ''}${integer}.${moved.slice(shift)}`);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null;
}

/**
 * What a printed text answers. Where only whole numbers may stand (`isWhole`) decimals are
 * unreadable, and so is a text with something else or more than one number in it: nothing is guessed.
 */
export function readCellText(text: string, isWhole: boolean): CellAnswer {
  const plain = normalise(text);
  if (plain === '') return blank;
  if (mark.test(plain)) return notApplicable;
  if (plain === '零' || plain === '〇') return { kind: CellKind.number, value: 0 };
  // A figure that its writer was not sure of, and so a guessed reading: `12?`.
  if (plain.endsWith('?')) {
    const doubted = readCellText(plain.slice(0, -1), isWhole);
    return isUnknown(doubted.kind) ? unreadable : { ...doubted, kind: CellKind.uncertain };
  }
  const match = printedNumber.exec(plain);
  if (match === null) return unreadable;
  const [, sign = '', whole = '', decimals = '', scale, unit] = match;
  const shift = scale === '万' || scale === '亿' ? zeros[scale] : 0;
  const value = numberOf(sign, whole, decimals, shift);
  if (value === null) return unreadable;
  // Told by the digits: a double would round 4.99999999999999999 to 5.
  const isFraction = /[1-9]/u.test(decimals.slice(shift));
  if (isWhole && (isFraction || unit === '元')) return unreadable;
  return { kind: CellKind.number, value };
}
