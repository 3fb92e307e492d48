import { isoDay } from '../model/day.ts';
import type { Explanation } from '../model/waiver.ts';
import type { JsonSource } from '../readers/json.ts';

type Path = (string | number)[];
type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && /\S/u.test(value);
}

function isAnswer(value: unknown): value is number | string | null {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value === 'string' || value === null;
}

function isDetail(value: unknown): value is number | string {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isoDay.test(value);
}

function isRecordOf<T>(
  value: unknown,
  isOne: (each: unknown) => each is T,
): value is Readonly<Record<string, T>> {
  return isObject(value) && !Object.hasOwn(value, '__proto__') && Object.values(value).every(isOne);
}

/** What each key of an explanation may hold; those without `?` in `Written` must be there. */
const guards: Readonly<Record<string, (value: unknown) => boolean>> = {
  rule: isWords,
  cells: (value) => isRecordOf(value, isAnswer),
  details: (value) => isRecordOf(value, isDetail),
  reason: isWords,
  by: isWords,
  until: isDay,
};

interface Written {
  readonly rule: string;
  readonly reason: string;
  readonly cells?: Explanation['cells'];
  readonly details?: Explanation['details'];
  readonly by?: string;
  readonly until?: string;
}

function isWritten(value: unknown): value is Written {
  return (
    isObject(value) &&
    Object.hasOwn(value, 'rule') &&
    Object.hasOwn(value, 'reason') &&
    Object.keys(value).every((key) => Object.hasOwn(guards, key) && guards[key]?.(value[key]))
  );
}

function isList(value: unknown): value is readonly Written[] {
  return Array.isArray(value) && value.every(isWritten);
}

/** How many keys stand in `explanations`; −1 where that is no list of explanations. */
export function explanationKeysIn(value: unknown): number {
  if (!isList(value)) return -1;
  const keysOf = (each: Written): number =>
    [each, each.cells ?? {}, each.details ?? {}].reduce((n, o) => n + Object.keys(o).length, 0);
  return value.reduce((sum, each) => sum + keysOf(each), 0);
}

/** The findings that a record explains itself. */
export function explanationsIn(value: unknown, source: JsonSource, root: Path): Explanation[] {
  if (!isList(value)) return [];
  return value.map(({ rule, reason, cells = {}, details = {}, by = null, until = null }, i) => {
    const place = source.placeOf([...root, 'explanations', i]);
    return { rule, cells, details, waiver: { reason, by, until, place } };
  });
}
