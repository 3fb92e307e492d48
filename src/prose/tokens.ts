import type { Sentence } from '../model/claim.ts';
import { grammar } from './grammar/index.ts';
import { quantifiedAt } from './numbers.ts';
import { longestNumeral, numeralCharacters, numeralOf } from './numerals.ts';
import { isDigit } from './plain.ts';
import {
  add,
  addFigure,
  begun,
  closeRest,
  leave,
  leaveSign,
  nothing,
  type Reading,
} from './reading.ts';
import { senseOf } from './sense.ts';
import { rowAt, sharingFigure } from './sharedUnit.ts';
import type { Token } from './token.ts';

const marks = '，；：（）、。！？+';
/** Quotation marks and the like: they stand around words and change nothing. */
const ignored = '“”‘’"\'【】[]－—-*·';
const year = /((?:19|20)\d{2})年(?:度)?/uy;
/** Months and days, but for the first and the last of the year. */
const partOfYear =
  /(?!1月1日|12月(?:31日|底|末))\d{1,2}(?:[-—~至]\d{1,2})?月(?:份)?(?:\d{1,2}日)?/uy;
/** Days, clock times, numbers of documents: no figures. */
const noFigure =
  /(?:\d+(?:[-—~至]\d+)?(?:月(?:份)?(?:\d+日)?|日|号|时|点|分钟|周年|年度?|个月|个工作日|工作日)|第[\d一二三四五六七八九十]+[项条款次届批个期]?|〔\d+〕\d+号)/uy;
/** The whole of a number that cannot be counted with (1万2千, 3至5), lest its tail be taken for another one. */
const unclear = /\d[\d.,零十百千万亿]*(?:[-—~至]\d[\d.,零十百千万亿]*)?/uy;
const partTime = senseOf({ role: 'partTime' });
const { role: respectively } = senseOf({ role: 'respectively' });
const longestTitle = 200;
/** What stands for something that is neither word nor figure. */
const [titleSign, numberSign] = ['《》', '#'];

/** What may begin at a character. */
const Kind = {
  unknown: 0,
  mark: 1,
  ignored: 2,
  digit: 3,
  numeral: 4,
  title: 5,
  number: 6,
  word: 7,
} as const;

let kinds: Uint8Array | null = null;

/** By character code: what to look for where it stands. */
function kindsOf(): Uint8Array {
  if (kinds !== null) return kinds;
  const table = new Uint8Array(0x10000);
  const put = (characters: Iterable<string>, kind: number): void => {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  };
  put(grammar().starts, Kind.word);
  put(numeralCharacters, Kind.numeral);
  put(marks, Kind.mark);
  put(ignored, Kind.ignored);
  put('0123456789', Kind.digit);
  put('《', Kind.title);
  put('第〔', Kind.number);
  kinds = table;
  return table;
}

/** Behind the title in 《》 that begins at `at`. */
function titleEnd(text: string, at: number): number | null {
  const close = text.slice(at, at + longestTitle).indexOf('》');
  return close < 0 ? null : at + close + 1;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** A figure, a part of a row, or nothing; returns where it ends. */
function readFigure(reading: Reading, at: number): number | null {
  const { sentence } = reading;
  const { text } = sentence;
  const found = quantifiedAt(text, at);
  const word = found === null ? null : grammar()(text, at);
  if (found !== null && (word === null || word.end < found.end)) {
    const { start, end, value, range, unit, isApproximate, measure, numberEnd } = found;
    const printed = text.slice(start, numberEnd);
    const figure = { sentence, start, end, printed, value, range, unit, isApproximate };
    addFigure(reading, figure, measure);
    return end;
  }
  if (!reading.isRow) return null;
  if (reading.row === null || at >= reading.row.end) reading.row = rowAt(text, at);
  const shared = sharingFigure(sentence, at, reading.row);
  if (shared === null) return null;
  addFigure(reading, shared.figure, shared.measure);
  return shared.figure.end;
}

/** Behind the digits that begin at `at`. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** What may follow the first digits of a year, a day, a time, and of others that are no figures. */
const behindDigits = '年月日号时点分周个工-—~至';

/** The digits are the end of something else (1e9), or of a number below 0. */
function isTail(text: string, at: number): boolean {
  if (at === 0) return false;
  const last = text.charCodeAt(at - 1) | 0x20;
  if (last >= 0x61 && last <= 0x7a) return true;
  return '-－−'.includes(text.charAt(at - 1)) && !isDigit(text.charCodeAt(at - 2));
}

/** Digits: a year, a part of one, a figure, or a number of something else; returns where they end. */
function readDigits(reading: Reading, at: number): number {
  const { text } = reading.sentence;
  const next = digitsEnd(text, at);
  const isDated = next < text.length && behindDigits.includes(text.charAt(next));
  const yearEnd = isDated ? matchEnd(year, text, at) : null;
  if (yearEnd !== null) {
    add(reading, 'year', at, yearEnd, '', nothing, Number(text.slice(at, at + 4)));
    return yearEnd;
  }
  const partEnd = isDated ? matchEnd(partOfYear, text, at) : null;
  if (partEnd !== null) {
    add(reading, 'word', at, partEnd, '', partTime, 0);
    return partEnd;
  }
  const otherEnd = isDated ? matchEnd(noFigure, text, at) : null;
  const figureEnd = otherEnd === null && !isTail(text, at) ? readFigure(reading, at) : null;
  if (figureEnd !== null) return figureEnd;
  leaveSign(reading, numberSign, at);
  return otherEnd ?? matchEnd(unclear, text, at) ?? at + 1;
}

function readWord(reading: Reading, at: number): number {
  const { text } = reading.sentence;
  const word = grammar()(text, at);
  if (word === null) {
    leave(reading, at, at + 1);
    return at + 1;
  }
  if ((word.value.role & respectively) !== 0) reading.isRow = true;
  add(reading, 'word', at, word.end, '', word.value, 0);
  return word.end;
}

/** Behind a numeral that cannot be counted with (一百二, 三四十); else behind its first character. */
function unclearNumeralEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && numeralCharacters.includes(text[end] ?? '')) end++;
  const isUnclear = end - at > longestNumeral || numeralOf(text.slice(at, end)) === null;
  return isUnclear ? end : at + 1;
}

function readNumeral(reading: Reading, at: number): number {
  const { text } = reading.sentence;
  const end = readFigure(reading, at);
  if (end !== null) return end;
  if (grammar()(text, at) !== null) return readWord(reading, at);
  const unread = unclearNumeralEnd(text, at);
  leave(reading, at, unread);
  return unread;
}

function readMark(reading: Reading, at: number): number {
  const mark = reading.sentence.text.charAt(at);
  if (mark !== '、') reading.isRow = false;
  add(reading, 'mark', at, at + 1, mark, nothing, 0);
  return at + 1;
}

/** A title or a number of a document, which count for nothing; otherwise a word. */
function readOther(reading: Reading, at: number, end: number | null, sign: string): number {
  if (end === null) return readWord(reading, at);
  leaveSign(reading, sign, at);
  return end;
}

/** Characters that nothing begins with. */
function readUnknown(reading: Reading, at: number, table: Uint8Array): number {
  const { text } = reading.sentence;
  let end = at + 1;
  while (end < text.length && table[text.charCodeAt(end)] === Kind.unknown) end++;
  leave(reading, at, end);
  return end;
}

/** Cuts a sentence into tokens, in one pass. */
export function tokensOf(sentence: Sentence): Token[] {
  const { text } = sentence;
  const table = kindsOf();
  const reading = begun(sentence);
  let at = 0;
  while (at < text.length) {
    const kind = table[text.charCodeAt(at)];
    if (kind === Kind.word) at = readWord(reading, at);
    else if (kind === Kind.unknown) at = readUnknown(reading, at, table);
    else if (kind === Kind.mark) at = readMark(reading, at);
    else if (kind === Kind.digit) at = readDigits(reading, at);
    else if (kind === Kind.numeral) at = readNumeral(reading, at);
    else if (kind === Kind.title) at = readOther(reading, at, titleEnd(text, at), titleSign);
    else if (kind === Kind.number)
      at = readOther(reading, at, matchEnd(noFigure, text, at), numberSign);
    else at++;
  }
  closeRest(reading, text.length);
  return reading.tokens;
}
