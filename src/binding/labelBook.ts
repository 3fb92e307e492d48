import { distance } from 'fastest-levenshtein';
import type { Column, ColumnNode, Label, LineNode, Table } from '../model/edition.ts';
import {
  type Form,
  type FormLine,
  flatColumns,
  isColumnGroup,
  isLineGroup,
} from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import { keyOf, keysOf, keysOfLabel } from './labelKey.ts';
import { onceForText, remembered } from './remembered.ts';

/** The labels of a form, by the keys that printed texts are looked up with. */
export interface LabelBook {
  readonly form: Form;
  /** Lines by label; several where the form prints a label more than once. */
  lines(text: string): readonly FormLine[];
  /** The text is a line's label as it is known, but for its ordinal and remarks. */
  isExact(text: string): boolean;
  /** Columns by label, aliases included. */
  columns(text: string): readonly Column[];
  /** The text is a heading, a column group, a section title or a note of the form, without figures of its own. */
  isForeword(text: string): boolean;
  /** A key without the heading that stands before a label in the same cell. */
  withoutHeading(key: string): string;
  /** The text is nothing, or a piece of a label or heading that was broken over rows. */
  isPiece(text: string): boolean;
  /** Key of every line as the form prints it, by its index. */
  readonly lineKeys: readonly string[];
}

type Index<T> = Map<string, T[]>;

function enter<T>(index: Index<T>, label: Label, value: T): void {
  for (const key of keysOfLabel(label).flat()) {
    const known = index.get(key) ?? [];
    if (!known.includes(value)) index.set(key, [...known, value]);
  }
}

function enterGroups(words: Index<Label>, nodes: readonly (LineNode | ColumnNode)[]): void {
  for (const node of nodes) {
    if ('lines' in node && isLineGroup(node)) {
      enter(words, node, node);
      enterGroups(words, node.lines);
    } else if ('columns' in node && isColumnGroup(node)) {
      enter(words, node, node);
      enterGroups(words, node.columns);
    }
  }
}

function enterTable(words: Index<Label>, columns: Index<Column>, table: Table): void {
  enter(words, table, table);
  for (const block of table.blocks) {
    enter(words, block, block);
    enterGroups(words, block.columns);
    enterGroups(words, block.lines);
    for (const column of flatColumns(block.columns)) enter(columns, column, column);
  }
}

/** Labels shorter than this are too alike to be told apart when misspelt. */
const shortest = 5;

/** Characters with which a label says another thing. */
const telling = [...'本上下去今新旧不无未已有现废'];

/** The two texts do not have the same telling characters as often. */
function isOpposite(key: string, known: string): boolean {
  return telling.some((c) => key.split(c).length !== known.split(c).length);
}

/** The one label that differs from a key by a slip of the pen. */
function nearest<T>(index: Index<T>, key: string): readonly T[] {
  if (key.length < shortest) return [];
  const most = Math.max(1, Math.floor(key.length / 6));
  let best: T[] = [];
  let least = most + 1;
  for (const [known, values] of index) {
    if (known.length < shortest || Math.abs(known.length - key.length) > most) continue;
    const far = distance(key, known);
    if (far > least || isOpposite(key, known)) continue;
    best = far < least ? values : [...new Set([...best, ...values])];
    least = far;
  }
  return least <= most ? best : [];
}

/** What may stand before a label in its cell: a piece of a heading written downwards beside it. */
const longestLead = 8;

/** The longest label that a key ends with. */
function endingOf<T>(index: Index<T>, key: string): readonly T[] | undefined {
  for (let start = 1; start <= Math.min(longestLead, key.length - shortest); start++) {
    const found = index.get(key.slice(start));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A label cut short must be this long to be told. */
const shortestPart = 4;

/** The one label that a key is a part of. */
function wholeOf<T>(index: Index<T>, key: string): readonly T[] {
  if (key.length < shortestPart) return [];
  const found = new Set<T>();
  for (const [known, values] of index)
    if (known.includes(key)) for (const each of values) found.add(each);
  return found.size === 1 ? [...found] : [];
}

/** Other words for the same thing, in any label. */
function folded(key: string): string {
  return key.replaceAll('其它', '其他').replace(/合计$/u, '总计');
}

function lookUp<T>(index: Index<T>, headings: Index<Label>, text: string): readonly T[] {
  const keys = keysOf(text).map(folded);
  for (const key of keys) {
    const found = index.get(key);
    if (found !== undefined) return found;
  }
  const [key = ''] = keys;
  // A heading and the label below it, in one cell.
  for (const heading of headings.keys()) {
    if (heading.length < 3 || !key.startsWith(heading)) continue;
    const found = index.get(key.slice(heading.length));
    if (found !== undefined) return found;
  }
  const ending = endingOf(index, key);
  if (ending !== undefined) return ending;
  const near = nearest(index, key);
  return near.length > 0 ? near : wholeOf(index, keys.at(-1) ?? key);
}

function isPieceOf(keys: readonly string[], text: string): boolean {
  const key = keyOf(text);
  return key === '' || keys.some((each) => each.includes(key));
}

function bookFor(form: Form): LabelBook {
  const lines: Index<FormLine> = new Map();
  const columns: Index<Column> = new Map();
  const words: Index<Label> = new Map();
  for (const line of form.lines) enter(lines, line.label, line);
  for (const table of form.edition.tables) enterTable(words, columns, table);
  for (const section of form.edition.sections) enter(words, section, section);
  const all = [...lines.keys(), ...columns.keys(), ...words.keys()];
  return {
    form,
    lines: remembered((text) => lookUp(lines, words, text), []),
    isExact: remembered((text) => keysOf(text).some((key) => lines.has(folded(key))), false),
    columns: remembered((text) => lookUp(columns, words, text), []),
    isForeword: remembered((text) => keysOf(text).some((key) => words.has(key)), false),
    withoutHeading(key) {
      const heading = [...words.keys()]
        .filter((each) => each.length > 2 && key.length > each.length && key.startsWith(each))
        .sort((a, b) => b.length - a.length)[0];
      return heading === undefined ? key : key.slice(heading.length);
    },
    isPiece: onceForText((text) => isPieceOf(all, text)),
    lineKeys: form.lines.map((line) => keyOf(line.label.zh)),
  };
}

/** The labels of a form, made once. */
export const labelBook: (form: Form) => LabelBook = onceFor(bookFor);
