import { CellKind } from '../model/cell.ts';
import type { Form, FormLine } from '../model/form.ts';
import { readCellText, ruleOf } from './cellText.ts';
import { isColumnObject, knownShape, type ShapeNode, subtotalKey } from './recordShape.ts';

/** The answers of a form's cells, by the cell's index. */
export interface Answers {
  readonly kinds: number[];
  readonly values: number[];
}

/** Plain arrays: for a few hundred cells they are made several times faster than typed ones. */
export function noAnswers(form: Form): Answers {
  return { kinds: form.zeros.slice(), values: form.zeros.slice() };
}

function fillCell(form: Form, answers: Answers, cell: number, value: unknown): boolean {
  const { kinds, values } = answers;
  if (typeof value === 'number') {
    if (value > Number.MAX_SAFE_INTEGER || value < -Number.MAX_SAFE_INTEGER) return false;
    const isProper = form.whole[cell] === 0 || Number.isInteger(value);
    kinds[cell] = isProper ? CellKind.number : CellKind.unreadable;
    if (isProper) values[cell] = value + 0;
    return true;
  }
  if (value === null) {
    kinds[cell] = CellKind.blank;
    return true;
  }
  if (typeof value !== 'string') return false;
  const answer = readCellText(value, ruleOf(form, cell));
  kinds[cell] = answer.kind;
  values[cell] = answer.value;
  return true;
}

function fillLine(
  form: Form,
  answers: Answers,
  line: FormLine,
  cells: readonly unknown[],
): boolean {
  if (cells.length !== line.columns.length) return false;
  for (let i = 0; i < cells.length; i++) {
    if (!fillCell(form, answers, line.firstCell + i, cells[i])) return false;
  }
  return true;
}

/** Fills what stands at a node; gives the number of keys met on the way, or -1 where the shape is wrong. */
function fillNode(form: Form, answers: Answers, node: ShapeNode, value: unknown): number {
  const { line } = node;
  if (line !== null && Array.isArray(value)) return fillLine(form, answers, line, value) ? 0 : -1;
  if (typeof value !== 'object' || value === null) {
    const isCell = line !== null && line.columns.length === 1;
    return isCell && fillLine(form, answers, line, [value]) ? 0 : -1;
  }
  if (Array.isArray(value)) return -1;
  let keys = 0;
  let isLine: boolean | undefined;
  for (const key in value) {
    const below = (value as Readonly<Record<string, unknown>>)[key];
    isLine ??= isColumnObject(node, key) || node.children.size === 0;
    const met = isLine
      ? fillColumn(form, answers, node, key, below)
      : fillChild(form, answers, node, key, below);
    if (met < 0) return -1;
    keys += 1 + met;
  }
  return keys;
}

function fillColumn(
  form: Form,
  answers: Answers,
  node: ShapeNode,
  key: string,
  value: unknown,
): number {
  const column = node.columns.get(key);
  if (node.line === null || column === undefined) return -1;
  const cell = node.line.firstCell + column;
  return fillCell(form, answers, cell, value) ? 0 : -1;
}

function fillChild(
  form: Form,
  answers: Answers,
  node: ShapeNode,
  key: string,
  value: unknown,
): number {
  const child = node.children.get(key);
  if (child !== undefined) return fillNode(form, answers, child, value);
  if (key !== subtotalKey || node.line === null) return -1;
  return fillNode(form, answers, { ...node, children: new Map() }, value);
}

/** The cells of a line have no answer but these kinds. */
function hasOnly(kinds: readonly number[], line: FormLine, silent: readonly number[]): boolean {
  const end = line.firstCell + line.columns.length;
  for (let cell = line.firstCell; cell < end; cell++) {
    if (!silent.includes(kinds[cell] ?? CellKind.absent)) return false;
  }
  return true;
}

const nothing = [CellKind.absent];
const blanks = [CellKind.absent, CellKind.blank];
const blanksAndMarks = [...blanks, CellKind.notApplicable];

/**
 * A heading beside which nothing is printed but blanks or marks has no figures: the form leaves these
 * cells empty. It is taken as not being there, unless its marks stand in place of the lines below.
 */
export function forgetSilentHeadings(form: Form, { kinds }: Answers): void {
  for (const heading of form.headings) {
    if (hasOnly(kinds, heading, nothing)) continue;
    const isAlone = heading.parts.every((part) => {
      const below = form.lines[part];
      return below === undefined || hasOnly(kinds, below, nothing);
    });
    if (!hasOnly(kinds, heading, isAlone ? blanks : blanksAndMarks)) continue;
    const { firstCell, columns } = heading;
    kinds.fill(CellKind.absent, firstCell, firstCell + columns.length);
  }
}

/**
 * Reads the value of `tables` into answers. It accepts exactly what the schema of the edition
 * accepts, and says no (-1) without saying why: the schema does that. Otherwise it gives the number
 * of keys it met, which tells whether the text had more, that is, a key twice.
 */
export function fillTables(form: Form, answers: Answers, tables: unknown): number {
  return fillNode(form, answers, knownShape(form), tables);
}
