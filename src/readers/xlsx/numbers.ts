import type { NumberFormat, Section } from './formats.ts';

/** What is shown of a number, where that is not the number as it stands in the file. */
export interface Doubtful {
  readonly doubtful: string;
}

/** A decimal without exponent. */
function spelt(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(text);
  if (match === null) return text;
  const digits = (match[2] ?? '') + (match[3] ?? '');
  const point = 1 + Number(match[4]);
  if (point <= 0) return `${match[1]}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return match[1] + digits.padEnd(point, '0');
  return `${match[1]}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The 15 digits that spreadsheets hold: what follows them is noise of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Year, month and day of a number of days since 1 March of the year 0. */
function dayText(days: number): string {
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return `${year + era * 400 + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}`;
}

/** Days from 1 March of the year 0 to day 0 of the sheet's count. */
const dayZero = 693_899;
const from1904 = 1462;
const lastDay = 2_958_465;

/** A date in ISO form, with its time where it has one; the sheet counts a day too many before March 1900. */
function dateText(serial: number, since1904: boolean): string | null {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400) + (since1904 ? from1904 : 0);
  if (!(serial >= 0 && days <= lastDay)) return null;
  const rest = seconds % 86_400;
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  if (days === 0) return clock;
  const day = dayText(dayZero + days + (days < 60 ? 1 : 0));
  return rest === 0 ? day : `${day} ${clock}`;
}

/** A decimal rounded half up, as it is shown, without noughts at its end. */
function cut(decimal: string, decimals: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (fraction.length <= decimals) return decimal;
  const up = fraction.charCodeAt(decimals) - 48 >= 5 ? 1n : 0n;
  const digits = String(BigInt(whole + fraction.slice(0, decimals)) + up).padStart(
    decimals + 1,
    '0',
  );
  const point = digits.length - decimals;
  const rest = digits.slice(point).replace(/0+$/u, '');
  return digits.slice(0, point) + (rest === '' ? '' : `.${rest}`);
}

function sectionFor(value: number, { sections }: NumberFormat): Section | undefined {
  if (value < 0) return sections[1] ?? sections[0];
  return value === 0 ? (sections[2] ?? sections[0]) : sections[0];
}

/** The number as a decimal. */
function decimalOf(written: string, value: number): string {
  if (/^-?\d+$/u.test(written)) return written;
  return spelt(String(Number.isSafeInteger(value) ? value : rounded(value)));
}

type Figure = Extract<Section, { kind: 'figure' }>;

function figureText(decimal: string, section: Figure, hasSign: boolean): string | Doubtful {
  const isNegative = decimal.startsWith('-');
  const amount = isNegative ? decimal.slice(1) : decimal;
  const shown = cut(amount, section.decimals);
  const isZero = !/[1-9]/u.test(shown);
  const { before, after } = section;
  const sign = isNegative && hasSign && !isZero ? '-' : '';
  const text = (sign + before + (isZero && !section.showsZero ? '' : shown) + after).trim();
  // A sign that is not shown, and a fraction of which nothing is, are told nowhere.
  const isTrue = !isNegative || (sign + before).includes('-');
  const isWhole = section.decimals > 0 || shown === amount;
  return isTrue && isWhole ? text : { doubtful: decimal };
}

/** The text of a number as the sheet shows it; what is no number stays as it is. */
export function numberText(
  written: string,
  format: NumberFormat,
  since1904: boolean,
): string | Doubtful {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  const section = sectionFor(value, format);
  switch (section?.kind) {
    case 'percent':
      return `${spelt(rounded(value * 100).toFixed(section.decimals))}%`;
    case 'date':
      return dateText(value, since1904) ?? { doubtful: decimalOf(written, value) };
    case 'fixed':
      return value === 0 && !/\p{N}/u.test(section.text)
        ? section.text
        : { doubtful: decimalOf(written, value) };
    case 'other':
      return { doubtful: decimalOf(written, value) };
    case 'figure':
      return figureText(decimalOf(written, value), section, format.sections[1] === undefined);
    default:
      return decimalOf(written, value);
  }
}
