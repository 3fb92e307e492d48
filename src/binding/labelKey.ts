import type { Label } from '../model/edition.ts';
import { isBetween, isHan } from './characters.ts';

const notKey = /[^\p{L}\p{N}]/gu;
const ordinal =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．,，]|\d{1,2}[、.．,，）)])/u;
const bracket = /[（(]/u;
const remark = /[（(][^（）()]*[）)]?/gu;

/** A Han character, digit or letter that normalising leaves as it is. */
function isPlain(code: number): boolean {
  return (
    isHan(code) ||
    isBetween(code, 0x30, 0x39) ||
    isBetween(code, 0x41, 0x5a) ||
    isBetween(code, 0x61, 0x7a)
  );
}

/** Spaces and marks in common use, of which normalising makes other marks or nothing else. */
function isMark(code: number): boolean {
  return (
    code < 0x80 ||
    code === 0xa0 ||
    code === 0xb7 ||
    isBetween(code, 0x2010, 0x2016) ||
    isBetween(code, 0x2018, 0x2026) ||
    isBetween(code, 0x3000, 0x3003) ||
    isBetween(code, 0x3008, 0x3011) ||
    isBetween(code, 0xff01, 0xff0f) ||
    isBetween(code, 0xff1a, 0xff20)
  );
}

/** The key of a text in common characters alone, as nearly all are; null for any other. */
function commonKey(text: string): string | null {
  let key = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) continue;
    if (!isMark(code)) return null;
    if (start < i) key += text.slice(start, i);
    start = i + 1;
  }
  return start === 0 ? text : key + text.slice(start);
}

/**
 * What tells labels apart: letters, Han characters and digits. Spaces, line breaks, brackets, quotes and
 * the width of characters differ from one report to the next and tell nothing.
 */
export function keyOf(text: string): string {
  return commonKey(text) ?? text.normalize('NFKC').replace(notKey, '');
}

/** A label without spaces, its ordinal such as “（一）”, “1.” or “其中：” taken off. */
function withoutOrdinal(text: string): string {
  const plain = text.replace(/\s+/gu, '');
  return plain.replace(ordinal, '').replace(/^其中[:：]?/u, '');
}

/** The keys under which a printed label may be known, the most exact one first. */
export function keysOf(text: string): readonly string[] {
  const bare = withoutOrdinal(text);
  const keys: string[] = [];
  const add = (each: string): void => {
    const key = keyOf(each);
    if (key !== '' && !keys.includes(key)) keys.push(key);
  };
  const hasRemark = bracket.test(text);
  add(text);
  if (hasRemark) add(text.replace(remark, ''));
  add(bare);
  if (hasRemark) add(bare.replace(remark, ''));
  return keys;
}

/** The keys of a label and of its aliases, one list for each way it is printed. */
export function keysOfLabel({ zh, aliases = [] }: Label): (readonly string[])[] {
  return [zh, ...aliases].map(keysOf);
}
