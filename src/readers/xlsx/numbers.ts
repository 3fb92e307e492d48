/** How a sheet shows a number, as far as a reader of figures needs it. */
export type NumberKind =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'date' };

export const plainNumber: NumberKind = { kind: 'plain' };

/** Formats that a file names by number only; the ranges above 26 are East Asian dates. */
export function builtInKind(id: number): NumberKind {
  if (id === 9) return { kind: 'percent', decimals: 0 };
  if (id === 10) return { kind: 'percent', decimals: 2 };
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47);
  return isDate || (id >= 50 && id <= 58) ? { kind: 'date' } : plainNumber;
}

/** What a format code makes of a number, going by its first section without literals, colours and fillers. */
export function kindOfCode(code: string): NumberKind {
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  const first = bare.split(';')[0] ?? '';
  if (first.includes('%')) {
    const decimals = /\.([0#?]+)/u.exec(first)?.[1]?.length ?? 0;
    return { kind: 'percent', decimals: Math.min(decimals, 15) };
  }
  return /[ymdhs]/iu.test(first.replace(/general/giu, '')) ? { kind: 'date' } : plainNumber;
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

/** The text of a number as the file writes it; what is no number stays as it is. */
export function numberText(written: string, kind: NumberKind, since1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (kind.kind === 'percent') {
    return `${spelt(rounded(value * 100).toFixed(kind.decimals))}%`;
  }
  const date = kind.kind === 'date' ? dateText(value, since1904) : null;
  if (date !== null) return date;
  if (/^-?\d+$/u.test(written)) return written;
  return spelt(String(Number.isSafeInteger(value) ? value : rounded(value)));
}
