/** How one section of a number format shows a number, as far as a reader of figures needs it. */
export type Section =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'date' }
  /** The figure, rounded, between two texts; a zero may be left out. */
  | {
      readonly kind: 'figure';
      readonly before: string;
      readonly after: string;
      readonly decimals: number;
      readonly showsZero: boolean;
    }
  /** The same text for every number, often none. */
  | { readonly kind: 'fixed'; readonly text: string }
  /** Something else than the figure: by thousands, in fractions, under conditions, with digits of its own. */
  | { readonly kind: 'other' };

/** A format: one section for all numbers; or two, for those from 0 and below; or a third for 0. */
export interface NumberFormat {
  readonly sections: readonly Section[];
  readonly hidesText: boolean;
}

const plain: Section = { kind: 'plain' };
export const plainFormat: NumberFormat = { sections: [plain], hidesText: false };

/** One token of a section: a text in quotes, an escape, a filler, a bracket, a word for any number, a character. */
const token = /"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]|general|G\/通用格式|@|[\s\S]/giu;
const currency = /^\$([^-]*)(?:-|$)/u;
const numeral = /[\p{N}零〇两十百千万亿]/u;
const unitOfMoney = /^\s*[万亿]?元\s*$/u;

interface Heard {
  before: string;
  after: string;
  digits: string;
  isAny: boolean;
  isDate: boolean;
  isOther: boolean;
  isPercent: boolean;
}

function hearText(heard: Heard, text: string): void {
  if (numeral.test(text) && !unitOfMoney.test(text)) heard.isOther = true;
  if (heard.digits === '' && !heard.isAny) heard.before += text;
  else heard.after += text;
}

function hearBracket(heard: Heard, inner: string): void {
  if (/^(?:h+|m+|s+)$/iu.test(inner)) heard.isDate = true;
  else if (/^[<>=]/u.test(inner)) heard.isOther = true;
  else hearText(heard, currency.exec(inner)?.[1] ?? '');
}

function hearCharacter(heard: Heard, character: string): void {
  if (/[0#?]/u.test(character)) {
    if (heard.after !== '' || heard.isAny) heard.isOther = true;
    heard.digits += character;
  } else if (character === '.' || (character === ',' && heard.digits !== '')) {
    heard.digits += character;
  } else if (character === '%') heard.isPercent = true;
  else if (/[ymdhs]/iu.test(character)) heard.isDate = true;
  else if (/e/iu.test(character)) heard[heard.digits === '' ? 'isDate' : 'isOther'] = true;
  else if (character === '/' && heard.digits !== '') heard.isOther = true;
  else hearText(heard, character);
}

function sectionOf(code: string): Section {
  const heard: Heard = {
    before: '',
    after: '',
    digits: '',
    isAny: false,
    isDate: false,
    isOther: false,
    isPercent: false,
  };
  for (const [whole, quoted, escaped, bracket] of code.matchAll(token)) {
    if (quoted !== undefined || escaped !== undefined) hearText(heard, quoted ?? escaped ?? '');
    else if (bracket !== undefined) hearBracket(heard, bracket);
    else if (/^(?:general|G\/通用格式|@)$/iu.test(whole)) heard.isAny = true;
    else if (whole.length === 1) hearCharacter(heard, whole);
  }
  return madeOf(heard);
}

function madeOf({ before, after, digits, isAny, isDate, isOther, isPercent }: Heard): Section {
  const decimals = Math.min(15, /\.([0#?]*)/u.exec(digits)?.[1]?.length ?? 0);
  if (isDate && digits.replace(/[.,]/gu, '') === '') return { kind: 'date' };
  if (isPercent) return { kind: 'percent', decimals };
  // A comma behind the digits divides by a thousand.
  if (isOther || isDate || /,(?:\.|$)/u.test(digits) || /\..*\./u.test(digits))
    return { kind: 'other' };
  if (isAny && before + after === '') return plain;
  if (isAny) return { kind: 'figure', before, after, decimals: 15, showsZero: true };
  if (!/[0#?]/u.test(digits)) return { kind: 'fixed', text: (before + after).trim() };
  return { kind: 'figure', before, after, decimals, showsZero: digits.includes('0') };
}

/** The sections of a code, parted by `;` where it is no text. */
function split(code: string): string[] {
  const sections = [''];
  for (const [whole] of code.matchAll(token)) {
    if (whole === ';') sections.push('');
    else sections.push(`${sections.pop() ?? ''}${whole}`);
  }
  return sections;
}

/** The format that a code stands for. */
export function formatOf(code: string): NumberFormat {
  const [first = '', second, third, text] = split(code);
  const numbers = [first, second, third].filter((each) => each !== undefined);
  return { sections: numbers.map(sectionOf), hidesText: text !== undefined && !/@/u.test(text) };
}

const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  48: '##0.0E+0',
};

/** Formats that a file names by number only; the ranges above 26 are East Asian dates. */
export function builtInFormat(id: number): NumberFormat {
  const code = builtIn[id];
  if (code !== undefined) return formatOf(code);
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47);
  if (!isDate && !(id >= 50 && id <= 58)) return plainFormat;
  return { sections: [{ kind: 'date' }], hidesText: false };
}
