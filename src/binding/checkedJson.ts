import type { ZodType } from 'zod';
import type { $ZodIssue } from 'zod/v4/core';
import { listed, type Problem, problem } from '../model/problem.ts';
import type { Words } from '../model/words.ts';
import { inspectJson, type JsonSource, jsonSource, pathText } from '../readers/json.ts';
import { decodeText } from '../readers/text.ts';
import { kindOfValue } from './kindOfValue.ts';
import { nearestKey } from './nearestKey.ts';

export type Path = (string | number)[];

/** What a JSON file of ours looks like: its schema, and what its messages say of each place. */
export interface Shape<T> {
  readonly schema: ZodType<T>;
  /** The keys that may stand in the object at a path. */
  keysAt(path: Path): readonly string[];
  /** What is expected at a path, where something else was found. */
  expected(path: Path, found: unknown): Words;
}

export type ReadJson<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), value);
}

function problemsOf(
  issue: $ZodIssue,
  value: unknown,
  source: JsonSource,
  { keysAt, expected }: Pick<Shape<unknown>, 'keysAt' | 'expected'>,
): Problem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    return issue.keys.map((key) => {
      const at = [...path, key];
      const args = { key, nearest: nearestKey(key, known), known: known.join(', ') };
      return problem('key-unknown', args, source.locateKey(at), pathText(at));
    });
  }
  const found = valueAt(value, path);
  const args = { expected: expected(path, found), found: kindOfValue(found) };
  return [problem('value-wrong', args, source.locate(path), pathText(path))];
}

/** Of several issues with one value the first. */
function distinct(issues: readonly $ZodIssue[]): $ZodIssue[] {
  const first = new Map<string, $ZodIssue>();
  for (const issue of issues) {
    const name = JSON.stringify(issue.path);
    if (!first.has(name)) first.set(name, issue);
  }
  return [...first.values()];
}

/** What a JSON text holds, or every wrong place in it, by line, column and path. */
export function checkedJson<T>(source: JsonSource, shape: Shape<T>): ReadJson<T> {
  const broken = inspectJson(source);
  if (broken.length > 0) return { problems: broken };
  const value: unknown = JSON.parse(source.text);
  const parsed = shape.schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const issues = distinct(parsed.error.issues);
  return {
    problems: listed(issues, source.name, (each) => problemsOf(each, value, source, shape)),
  };
}

/** Bytes as a JSON text, or why they are none. */
export function jsonIn(bytes: Uint8Array, name: string): JsonSource | Problem {
  const text = decodeText(bytes)?.replace(/^\ufeff/u, '') ?? null;
  if (text === null) return problem('encoding-unknown', {}, name);
  return text.trim() === '' ? problem('file-empty', {}, name) : jsonSource(name, text);
}
