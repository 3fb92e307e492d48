import { isoDay } from '../model/day.ts';
import type { Form } from '../model/form.ts';
import type { Written } from '../readers/json.ts';

/** What stands in a gap: the figure of a cell (its index), or one of these; below `text` passages of prose. */
export const gapOf = { year: -1, organ: -2, published: -3, text: -4 } as const;

/**
 * The text of a record with gaps where its figures and texts stand. A record that is the same but for
 * what stands in the gaps has the same keys, lines and marks: it is bound by filling the gaps.
 */
export interface Stencil {
  readonly form: Form;
  readonly kinds: readonly number[];
  /** It names its edition itself. */
  readonly named: boolean;
  readonly sections: readonly string[] | null;
  /** The keys of its prose, in the order of the text. */
  readonly passages: readonly string[];
  /** What stands between the gaps, one after the other; what stands before gap i ends at `ends[i]`. */
  readonly fixed: DataView;
  readonly ends: Int32Array;
  /** `ends` in UTF-16 code units. */
  readonly units: Int32Array;
  readonly gaps: Int32Array;
}

/** What stands in the gaps of a record. */
export interface Filling {
  /** By cell; 0 where the stencil has no gap for it. */
  readonly values: number[];
  year: number | null;
  organ: string | null;
  published: string | null;
  readonly texts: string[];
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const [quote, backslash, minus, point, zero, nine] = [0x22, 0x5c, 0x2d, 0x2e, 0x30, 0x39];
/** A figure of so many digits is below 2^44, and so is a plain one. */
const mostDigits = 13;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= zero && code <= nine;
}

/** The number at the cursor, with a sign, or with decimals where the form lets them stand; else NaN. */
function signedAt(cursor: Cursor, isWhole: boolean): number {
  const { bytes } = cursor;
  let end = bytes[cursor.at] === minus ? cursor.at + 1 : cursor.at;
  const first = end;
  while (isDigit(bytes[end])) end++;
  const digits = end - first;
  if (digits === 0 || digits > mostDigits || (bytes[first] === zero && digits > 1)) {
    return Number.NaN;
  }
  if (!isWhole && bytes[end] === point && isDigit(bytes[end + 1])) {
    const decimals = ++end;
    while (isDigit(bytes[end])) end++;
    if (end - decimals > mostDigits) return Number.NaN;
  }
  const written = utf8.decode(bytes.subarray(cursor.at, end));
  cursor.at = end;
  // Not a nought below 0.
  return Number(written) + 0;
}

/** The number at the cursor; NaN for one that JSON would not write so, or that may be too large. */
function figureAt(cursor: Cursor, isWhole: boolean): number {
  const { bytes, at } = cursor;
  let end = at;
  let value = (bytes[end] ?? 0) - zero;
  if (value < 0 || value > 9) return signedAt(cursor, isWhole);
  let next = (bytes[++end] ?? 0) - zero;
  if (value > 0) {
    for (; next >= 0 && next <= 9; next = (bytes[++end] ?? 0) - zero) value = value * 10 + next;
  }
  if (next === point - zero || end - at > mostDigits) return signedAt(cursor, isWhole);
  cursor.at = end;
  return value;
}

/** The text before the next quote; null for what JSON or UTF-8 would not take. */
function textAt(cursor: Cursor): string | null {
  const { bytes } = cursor;
  let end = cursor.at;
  let isPlain = true;
  for (let code = bytes[end]; code !== quote; code = bytes[++end]) {
    if (code === undefined || code < 0x20) return null;
    if (code !== backslash) continue;
    isPlain = false;
    end++;
  }
  const text = bytes.subarray(cursor.at, end);
  cursor.at = end;
  try {
    return isPlain ? utf8.decode(text) : String(JSON.parse(`"${utf8.decode(text)}"`));
  } catch {
    return null;
  }
}

function fillText(filling: Filling, gap: number, text: string | null): boolean {
  if (text === null) return false;
  if (gap === gapOf.organ) filling.organ = text;
  else if (gap === gapOf.published) filling.published = text;
  else filling.texts.push(text);
  return gap !== gapOf.published || isoDay.test(text);
}

function fillOther(filling: Filling, gap: number, cursor: Cursor): boolean {
  if (gap !== gapOf.year) return fillText(filling, gap, textAt(cursor));
  filling.year = figureAt(cursor, true);
  return !Number.isNaN(filling.year);
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

/** The bytes of a text from `at` are the fixed ones of a span; compared by fours, which is many times faster. */
function isSame(text: DataView, at: number, fixed: DataView, from: number, to: number): boolean {
  const shift = at - from;
  if (to + shift > text.byteLength) return false;
  let i = from;
  for (; i + 4 <= to; i += 4) if (text.getInt32(i + shift) !== fixed.getInt32(i)) return false;
  for (; i < to; i++) if (text.getUint8(i + shift) !== fixed.getUint8(i)) return false;
  return true;
}

/** What a record has in the gaps; null where it is not the same between them, or a gap holds anything unusual. */
export function fill({ form, fixed, ends, gaps }: Stencil, bytes: Uint8Array): Filling | null {
  const values = form.zeros.slice();
  const filling: Filling = { values, year: null, organ: null, published: null, texts: [] };
  const cursor = { bytes, at: 0 };
  const view = viewOf(bytes);
  let from = 0;
  for (let i = 0; i < ends.length; i++) {
    const to = ends[i] ?? 0;
    if (!isSame(view, cursor.at, fixed, from, to)) return null;
    cursor.at += to - from;
    from = to;
    const gap = gaps[i];
    if (gap === undefined) break;
    if (gap < 0) {
      if (!fillOther(filling, gap, cursor)) return null;
    } else {
      const value = figureAt(cursor, form.whole[gap] === 1);
      if (Number.isNaN(value)) return null;
      values[gap] = value;
    }
  }
  return cursor.at === bytes.length ? filling : null;
}

/** By cell, where its figure stands in the text of a record that fills the stencil; nothing where it has no gap. */
export function writtenIn(
  { gaps, units }: Stencil,
  text: string,
): readonly (Written | undefined)[] {
  const written: (Written | undefined)[] = [];
  let shift = 0;
  for (const [i, gap] of gaps.entries()) {
    const offset = (units[i] ?? 0) + shift;
    let end = offset;
    if (gap >= gapOf.year) while (isNumeral(text.charCodeAt(end))) end++;
    else {
      for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
        end += code === backslash ? 2 : 1;
      }
    }
    if (gap >= 0) written[gap] = { offset, length: end - offset };
    shift += end - offset;
  }
  return written;
}

function isNumeral(code: number): boolean {
  return isDigit(code) || code === minus || code === point;
}
