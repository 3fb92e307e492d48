import { dayOf, isoDay } from '../model/day.ts';
import { type Edition, isInForce, proseSections } from '../model/edition.ts';
import type { Form, FormCell } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Passage, RenamedColumn, Report } from '../model/report.ts';
import type { JsonSource } from '../readers/json.ts';
import { explanationKeysIn, explanationsIn } from './explanations.ts';
import { fillTables, forgetSilentHeadings, noAnswers } from './fillCells.ts';
import { kindOfValue } from './kindOfValue.ts';
import { headerKeys, lastYear, subtotalKey } from './recordShape.ts';

type Path = (string | number)[];
type JsonObject = Readonly<Record<string, unknown>>;

/** A record read: the report and the number of keys met in it, or null where it has to be diagnosed. */
export interface BoundRecord {
  readonly report: Report;
  readonly keys: number;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The edition that a record names, or else the one in force for its year; a problem where there is none. */
export function editionOf(
  record: JsonObject,
  editions: readonly Edition[],
  where: readonly [string, string | null],
): Edition | Problem {
  const { edition: id, year } = record;
  if (id !== undefined && typeof id !== 'string') {
    const ids = editions.map((edition) => `"${edition.id}"`);
    const expected = { zh: `${ids.join('、')} 之一`, en: `one of ${ids.join(', ')}` };
    return problem('value-wrong', { expected, found: kindOfValue(id) }, ...where);
  }
  if (id === undefined && year !== undefined && !Number.isInteger(year)) {
    const expected = { zh: '四位整数年份', en: 'a year of four digits' };
    return problem('value-wrong', { expected, found: kindOfValue(year) }, ...where);
  }
  if (
    typeof year === 'number' &&
    Number.isInteger(year) &&
    !editions.some((e) => isInForce(e, year))
  ) {
    const years = editions.map((e) => `${e.years.from}–${e.years.to ?? ''}`).join(', ');
    return problem('year-outside', { year: String(year), years }, ...where);
  }
  if (id !== undefined) {
    const named = editions.find((edition) => edition.id === id);
    const known = editions.map((edition) => edition.id).join(', ');
    return named ?? problem('edition-unknown', { edition: id, editions: known }, ...where);
  }
  const inForce = editions.find((edition) => typeof year === 'number' && isInForce(edition, year));
  return inForce ?? problem('year-missing', {}, ...where);
}

/** The name of an organ, where there is one. */
export function organOf(organ: unknown): string | null {
  return typeof organ === 'string' && organ.trim() !== '' ? organ : null;
}

/** Path and value of a form's cell in a record, as far as the record has it. */
export function resolve(
  record: JsonObject,
  { line, column }: FormCell,
): { path: Path; value: unknown } {
  const path: Path = ['tables'];
  let value: unknown = record.tables;
  const step = (key: string | number): boolean => {
    const below =
      isObject(value) || Array.isArray(value)
        ? Object.getOwnPropertyDescriptor(value, key)
        : undefined;
    value = below?.value;
    if (below !== undefined) path.push(key);
    return below !== undefined;
  };
  for (const key of [line.table.id, ...line.path.split('.')]) {
    if (!step(key)) return { path, value: undefined };
  }
  if (line.optional && isObject(value) && Object.hasOwn(value, subtotalKey)) step(subtotalKey);
  if (isObject(value)) step(column.id);
  else if (Array.isArray(value)) step(line.columns.indexOf(column));
  return { path, value };
}

function printedOf(value: unknown): string | null {
  if (value === undefined) return null;
  return value === null ? '' : String(value);
}

/**
 * Binds a record of `report.json` to the form of its edition, the fast way: null says that the
 * record is not of that form, and `diagnose` says why. `root` is the record's path in its document.
 */
export function bindRecord(
  record: JsonObject,
  form: Form,
  source: JsonSource,
  root: Path,
  name: string,
): BoundRecord | null {
  const answers = noAnswers(form);
  let keys = 0;
  for (const key in record) {
    const value = record[key];
    keys++;
    if (key === 'tables') {
      const met = fillTables(form, answers, value);
      if (met < 0) return null;
      keys += met;
    } else if (key === 'text') {
      const met = textKeys(value);
      if (met < 0) return null;
      keys += met;
    } else if (key === 'headers') {
      const met = headerKeysIn(value, form);
      if (met < 0) return null;
      keys += met;
    } else if (key === 'explanations') {
      const met = explanationKeysIn(value);
      if (met < 0) return null;
      keys += met;
    } else if (key === 'sections') {
      if (!areSections(value, form)) return null;
    } else if (!isScalarKey(key, value)) return null;
  }
  if (record.tables === undefined) return null;
  forgetSilentHeadings(form, answers);
  const { cells } = form;
  const report: Report = {
    source: name,
    format: 'json',
    organ: organOf(record.organ),
    year: typeof record.year === 'number' ? record.year : null,
    published: typeof record.published === 'string' ? dayOf(record.published) : null,
    form,
    kinds: answers.kinds,
    values: answers.values,
    printed(cell) {
      const at = cells[cell];
      if (at === undefined) return null;
      const { path, value } = resolve(record, at);
      if (typeof value === 'number') return source.textOf([...root, ...path]);
      return printedOf(value);
    },
    place(cell) {
      const at = cells[cell];
      return source.placeOf([...root, ...(at === undefined ? [] : resolve(record, at).path)]);
    },
    passages: passagesOf(record.text, source, root),
    sections: sectionsIn(record.sections),
    prose: null,
    renamed: renamedIn(record.headers, form, source, root),
    problems: none,
    notes: none,
    reasons: noReasons,
    ...(record.explanations === undefined
      ? {}
      : { explanations: explanationsIn(record.explanations, source, root) }),
  };
  return { report, keys };
}

const none: readonly never[] = [];
const noReasons: ReadonlyMap<string, Problem> = new Map();

function headerKeysIn(headers: unknown, form: Form): number {
  if (!isObject(headers)) return -1;
  const known = headerKeys(form);
  const entries = Object.entries(headers);
  return entries.every(([key, text]) => known.has(key) && typeof text === 'string')
    ? entries.length
    : -1;
}

function renamedIn(
  headers: unknown,
  form: Form,
  source: JsonSource,
  root: Path,
): readonly RenamedColumn[] {
  if (!isObject(headers)) return none;
  const known = headerKeys(form);
  return Object.entries(headers).map(([key, text]) => ({
    cell: known.get(key) ?? 0,
    text: String(text),
    place: source.placeOf([...root, 'headers', key]),
  }));
}

function areSections(sections: unknown, { edition }: Form): boolean {
  return (
    Array.isArray(sections) &&
    sections.every((id) => edition.sections.some((section) => section.id === id))
  );
}

function sectionsIn(sections: unknown): readonly string[] | null {
  return Array.isArray(sections) ? sections.map(String) : null;
}

function passagesOf(text: unknown, source: JsonSource, root: Path): readonly Passage[] {
  if (!isObject(text)) return none;
  return Object.entries(text).map(([section, words]) => ({
    section,
    text: String(words),
    place: () => source.placeOf([...root, 'text', section]),
  }));
}

function isScalarKey(key: string, value: unknown): boolean {
  if (key === 'year')
    return Number.isInteger(value) && Number(value) >= 1000 && Number(value) <= lastYear;
  if (key === 'published') return typeof value === 'string' && isoDay.test(value);
  return (key === 'edition' || key === 'organ' || key === '$schema') && typeof value === 'string';
}

function textKeys(text: unknown): number {
  if (!isObject(text)) return -1;
  let keys = 0;
  for (const key in text) {
    if (typeof text[key] !== 'string') return -1;
    if (!proseSections.some((id) => id === key)) return -1;
    keys++;
  }
  return keys;
}
