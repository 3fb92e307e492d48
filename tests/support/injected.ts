import type { Form, FormLine } from '../../src/model/form.ts';
import type { Draw } from './generate.ts';

/** Slips that are put into right reports, to see what becomes of them. */
export const kinds = [
  '+1',
  'transposed',
  'dropped digit',
  'doubled digit',
  '×10',
  'zeroed',
  'shifted column',
  'swapped neighbours',
  'two cells',
  'two cells, +1',
  'two cells of a line',
  'three cells',
  'six cells',
  '-1',
  'two cells, -1',
] as const;
export type Injected = (typeof kinds)[number];

/** Kinds that change one cell, of which those that change several are mixed. */
export const singleKinds = kinds.slice(0, 6);

function anyOf<T>(choices: readonly T[], draw: Draw): T {
  const chosen = choices[draw(choices.length - 1)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

function slipped(kind: Injected, value: number, draw: Draw): number {
  const text = String(Math.abs(value));
  const at = draw(text.length - 1);
  const digits = (changed: string): number => Math.sign(value) * Number(changed);
  switch (kind) {
    case '+1':
      return value + 1;
    case '-1':
      return Math.max(0, value - 1);
    case 'transposed':
      return digits(
        text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
      );
    case 'dropped digit':
      return text.length < 2 ? value : digits(text.slice(0, at) + text.slice(at + 1));
    case 'doubled digit':
      return digits(text.slice(0, at + 1) + text.slice(at));
    case '×10':
      return value * 10;
    default:
      return 0;
  }
}

function linesOf(form: Form, table: string): FormLine[] {
  return form.lines.filter((line) => line.table.id === table && !line.optional);
}

function anyCell(form: Form, table: string, draw: Draw): number {
  const line = anyOf(linesOf(form, table), draw);
  return line.firstCell + draw(line.columns.length - 1);
}

/** Kinds that change several cells, each in a way of its own, and how many. */
const counts: Readonly<Record<string, number>> = {
  'two cells': 2,
  'two cells, +1': 2,
  'two cells, -1': 2,
  'two cells of a line': 2,
  'three cells': 3,
  'six cells': 6,
};

/** What becomes of each of several cells, where it is the same for all. */
const alike: Readonly<Record<string, Injected>> = { 'two cells, +1': '+1', 'two cells, -1': '-1' };

/** Puts a slip into values; the cells that differ then, none where the slip changes nothing. */
export function inject(
  form: Form,
  table: string,
  kind: Injected,
  values: number[],
  draw: Draw,
): number[] {
  const before = [...values];
  const line = anyOf(linesOf(form, table), draw);
  const { firstCell } = line;
  const { length } = line.columns;
  if (kind === 'shifted column') {
    // The total stays where it is.
    for (let i = length - 2; i >= 0; i--) {
      values[firstCell + i] = i === 0 ? 0 : (before[firstCell + i - 1] ?? 0);
    }
  } else if (kind === 'swapped neighbours') {
    const cell = firstCell + draw(Math.max(0, length - 2));
    if (length > 1) {
      values[cell] = before[cell + 1] ?? 0;
      values[cell + 1] = before[cell] ?? 0;
    }
  } else {
    for (let i = counts[kind] ?? 1; i > 0; i--) {
      const isOneLine = kind === 'two cells of a line';
      const cell = isOneLine ? firstCell + draw(length - 1) : anyCell(form, table, draw);
      const one = alike[kind] ?? anyOf(singleKinds, draw);
      values[cell] = slipped(kind in counts ? one : kind, before[cell] ?? 0, draw);
    }
  }
  return values.flatMap((value, cell) => (value === before[cell] ? [] : cell));
}
