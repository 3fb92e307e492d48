import { knownShape, type ShapeNode, subtotalKey } from '../binding/recordShape.ts';
import { isoOf } from '../model/day.ts';
import { proseSections } from '../model/edition.ts';
import type { FormLine } from '../model/form.ts';
import type { Explanation } from '../model/waiver.ts';
import { cellsOf, type FilledForm, isWritten, textOf } from './writer.ts';

type Entry = readonly [key: string, value: string];

function object(entries: readonly Entry[]): string {
  if (entries.length === 0) return '{}';
  const pairs = entries.map(([key, value]) => `${JSON.stringify(key)}: ${value}`);
  const lines = pairs.join(',\n').replaceAll('\n', '\n  ');
  return `{\n  ${lines}\n}`;
}

function inline(entries: readonly Entry[]): string {
  return `{ ${entries.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')} }`;
}

/** A whole number that a double gives back as it is printed is a number, anything else stays as it is printed. */
function value(text: string | null): string {
  if (text === null) return 'null';
  const isNumber = /^-?\d+$/u.test(text) && Number.isSafeInteger(Number(text));
  return isNumber && String(Number(text)) === text ? text : JSON.stringify(text);
}

/** The cells of a line: an array in printed order, or by column id where the document lacks some of them. */
function lineValue(filled: FilledForm, line: FormLine): string {
  const cells = cellsOf(line).map((cell) => value(textOf(filled, cell)));
  if (cellsOf(line).some((cell) => filled.isAbsent?.(cell) === true)) {
    const entries = line.columns.map(({ id }, i): Entry => [id, cells[i] ?? 'null']);
    return inline(entries.filter((_, i) => filled.isAbsent?.(line.firstCell + i) !== true));
  }
  return cells.length === 1 ? (cells[0] ?? 'null') : `[${cells.join(', ')}]`;
}

/** What stands at a place below `tables`; null where the document has nothing there. */
function nodeValue(filled: FilledForm, node: ShapeNode): string | null {
  const below = [...node.children].flatMap(([key, child]): Entry[] => {
    const found = nodeValue(filled, child);
    return found === null ? [] : [[key, found]];
  });
  const { line } = node;
  if (line === null || !isWritten(filled, line)) return below.length === 0 ? null : object(below);
  const own = lineValue(filled, line);
  const isKeyed = below.length > 0 || (line.optional && own.startsWith('{'));
  return isKeyed ? object([[subtotalKey, own], ...below]) : own;
}

function textEntries({ text = {} }: FilledForm): Entry[] {
  const entries = proseSections.flatMap((key): Entry[] => {
    const own = text[key];
    return own === undefined ? [] : [[key, JSON.stringify(own)]];
  });
  return entries.length === 0 ? [] : [['text', object(entries)]];
}

function headerEntries({ headers = {} }: FilledForm): Entry[] {
  const entries = Object.entries(headers).map(([key, text]): Entry => [key, JSON.stringify(text)]);
  return entries.length === 0 ? [] : [['headers', object(entries)]];
}

function recordOf(record: Readonly<Record<string, unknown>>): string {
  return object(Object.entries(record).map(([key, each]): Entry => [key, JSON.stringify(each)]));
}

function explanationOf({ rule, cells, details, waiver }: Explanation): string {
  const { reason, by, until } = waiver;
  const isFilled = (record: object): boolean => Object.keys(record).length > 0;
  return object([
    ['rule', JSON.stringify(rule)],
    ...(isFilled(cells) ? [['cells', recordOf(cells)] as const] : []),
    ...(isFilled(details) ? [['details', recordOf(details)] as const] : []),
    ['reason', JSON.stringify(reason)],
    ...(by === null ? [] : [['by', JSON.stringify(by)] as const]),
    ...(until === null ? [] : [['until', JSON.stringify(until)] as const]),
  ]);
}

function explanationEntries({ explanations = [] }: FilledForm): Entry[] {
  if (explanations.length === 0) return [];
  const lines = explanations.map(explanationOf).join(',\n').replaceAll('\n', '\n  ');
  return [['explanations', `[\n  ${lines}\n]`]];
}

function listOf(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}

/** What a terminal might obey or a reader not see is written out. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(c: string): string {
  if (c === '\n') return c;
  return [...Array(c.length).keys()]
    .map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('');
}

/** The canonical `report.json`: keys in the order of the form, a line of the form on a line of text. */
export function writeJson(filled: FilledForm): string {
  const { organ, year, published = null, sections = null, form } = filled;
  const tables = nodeValue(filled, knownShape(form)) ?? '{}';
  const entries: Entry[] = [
    ['edition', JSON.stringify(form.edition.id)],
    ...(organ === null ? [] : [['organ', JSON.stringify(organ)] as const]),
    ...(year === null ? [] : [['year', String(year)] as const]),
    ...(published === null ? [] : [['published', JSON.stringify(isoOf(published))] as const]),
    ...(sections === null ? [] : [['sections', listOf(sections)] as const]),
    ['tables', tables],
    ...headerEntries(filled),
    ...textEntries(filled),
    ...explanationEntries(filled),
  ];
  return `${object(entries)}\n`.replace(unsafe, escaped);
}
