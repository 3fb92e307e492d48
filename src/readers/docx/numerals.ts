const digits = [...'〇一二三四五六七八九'];
const formalDigits = [...'零壹贰叁肆伍陆柒捌玖'];

/** Chinese numerals below 10,000, as lists are numbered with them: 十一, 二十, 一百零三. */
function chinese(value: number, signs: readonly string[], units: readonly string[]): string {
  if (value >= 10_000) return String(value);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += (signs[digit] ?? '') + (units[power] ?? '');
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

function roman(value: number): string {
  if (value >= 4000) return String(value);
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [step, sign] of steps) {
    text += sign.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return text;
}

/** a … z, then aa, bb, as word processors go on. */
function letter(value: number): string {
  if (value > 26 * 10) return String(value);
  const sign = String.fromCharCode(97 + ((value - 1) % 26));
  return sign.repeat(Math.ceil(value / 26));
}

function cycle(signs: string): (value: number) => string {
  const all = [...signs];
  return (value) => all[(value - 1) % all.length] ?? '';
}

/** Signs in a row of Unicode, as far as they go. */
function signsFrom(first: number, most: number): (value: number) => string {
  return (value) => (value <= most ? String.fromCharCode(first + value - 1) : String(value));
}

const counting = (value: number) => chinese(value, digits, ['', '十', '百', '千']);
const digital = (value: number) => [...String(value)].map((d) => digits[Number(d)]).join('');

const formats: ReadonlyMap<string, (value: number) => string> = new Map([
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  [
    'decimalFullWidth',
    (value) => String(value).replace(/\d/gu, (d) => '０１２３４５６７８９'.charAt(Number(d))),
  ],
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['chineseLegalSimplified', (value) => chinese(value, formalDigits, ['', '拾', '佰', '仟'])],
  ['ideographLegalTraditional', (value) => chinese(value, formalDigits, ['', '拾', '佰', '仟'])],
  ['ideographDigital', digital],
  ['japaneseDigitalTenThousand', digital],
  ['taiwaneseDigital', digital],
  ['ideographTraditional', cycle('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', cycle('子丑寅卯辰巳午未申酉戌亥')],
  ['decimalEnclosedCircle', signsFrom(0x2460, 20)],
  ['decimalEnclosedCircleChinese', signsFrom(0x2460, 20)],
  ['decimalEnclosedParen', signsFrom(0x2474, 20)],
  ['decimalEnclosedFullstop', signsFrom(0x2488, 20)],
  ['ideographEnclosedCircle', signsFrom(0x3280, 10)],
  ['lowerLetter', letter],
  ['upperLetter', (value) => letter(value).toUpperCase()],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperRoman', roman],
  ['none', () => ''],
] satisfies [string, (value: number) => string][]);

/** A list number in a number format of word processors, such as `chineseCounting`; one not known is written in digits. */
export function numeral(value: number, format: string): string {
  if (!Number.isSafeInteger(value) || value < 1) return String(value);
  return formats.get(format)?.(value) ?? String(value);
}
