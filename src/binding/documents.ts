import type { Edition } from '../model/edition.ts';
import { type Form, formOf } from '../model/form.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { countKeys, inspectJson, type JsonSource, pathText } from '../readers/json.ts';
import { kindOfValue } from './kindOfValue.ts';
import { bindRecord, editionOf, isObject } from './record.ts';

type Root = number[];

/** A record that is not of the form of its edition; `diagnose` says why, and is loaded only for that. */
export interface Misfit {
  readonly form: Form;
  readonly record: unknown;
  readonly source: JsonSource;
  /** Path of the record in its document. */
  readonly root: Root;
}

/** One report of a document, or why there is none. */
export type Bound = { readonly source: string } & (
  | { readonly report: Report }
  | { readonly problems: readonly Problem[] }
  | { readonly misfit: Misfit }
);

interface Parts {
  readonly bound: Bound;
  readonly keys: number;
}

function refused(source: string, problems: readonly Problem[]): Parts {
  return { bound: { source, problems }, keys: Number.NaN };
}

function bindOne(
  value: unknown,
  source: JsonSource,
  root: Root,
  name: string,
  editions: readonly Edition[],
): Parts {
  const where = [source.name, pathText(root)] as const;
  const placed = (key: string) =>
    [source.locate([...root, key]), pathText([...root, key])] as const;
  if (!isObject(value)) {
    const found = kindOfValue(value);
    return refused(name, [
      problem('report-not-object', { found }, source.locate(root), pathText(root)),
    ]);
  }
  const edition = editionOf(value, editions, where);
  if ('code' in edition) {
    const isEdition = value.edition !== undefined && edition.code !== 'year-outside';
    const key = isEdition ? 'edition' : 'year';
    const [at, path] =
      edition.code === 'year-missing' ? [source.locate(root), pathText(root)] : placed(key);
    return refused(name, [{ ...edition, source: at, path }]);
  }
  const form = formOf(edition);
  const bound = bindRecord(value, form, source, root, name);
  if (bound !== null) return { bound: { source: name, report: bound.report }, keys: bound.keys };
  if (value.tables === undefined)
    return refused(name, [problem('tables-missing', {}, source.locate(root), pathText(root))]);
  return {
    bound: { source: name, misfit: { form, record: value, source, root } },
    keys: Number.NaN,
  };
}

/** Problems of a text as JSON spoil all the reports in it: which value a doubled key has is anybody's guess. */
function spoilt(source: JsonSource, problems: readonly Problem[]): Bound[] {
  return [{ source: source.name, problems }];
}

/** An array with more elements than this that are no reports is no list of reports. */
const mostStrangers = 1000;

/** Binds the report in a JSON text, or the reports if it is an array of them. */
export function bindJson(source: JsonSource, editions: readonly Edition[]): Bound[] {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    return spoilt(source, inspectJson(source));
  }
  if (Array.isArray(value) && value.filter((each) => !isObject(each)).length > mostStrangers) {
    const found = kindOfValue(value);
    return spoilt(source, [problem('report-not-object', { found }, source.name)]);
  }
  const parts = Array.isArray(value)
    ? value.map((item, i) => bindOne(item, source, [i], `${source.name}#/${i}`, editions))
    : [bindOne(value, source, [], source.name, editions)];
  if (parts.length === 0) return spoilt(source, [problem('no-reports', {}, source.name)]);
  const keys = parts.reduce((sum, part) => sum + part.keys, 0);
  const problems = keys === countKeys(source.text) ? [] : inspectJson(source);
  return problems.length > 0 ? spoilt(source, problems) : parts.map((part) => part.bound);
}
