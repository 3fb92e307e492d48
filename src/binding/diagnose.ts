import type { $ZodIssue } from 'zod/v4/core';
import { proseSections } from '../model/edition.ts';
import type { Form } from '../model/form.ts';
import { listed, type Problem, problem } from '../model/problem.ts';
import type { Words } from '../model/words.ts';
import type { JsonSource } from '../readers/json.ts';
import { pathText } from '../readers/json.ts';
import type { Misfit } from './documents.ts';
import { explanationKeys } from './explanationSchema.ts';
import { explanationWords } from './explanationWords.ts';
import { kindOfValue } from './kindOfValue.ts';
import { nearestKey, nearestWords } from './nearestKey.ts';
import { recordSchema } from './recordSchema.ts';
import { headerKeys, knownShape, type ShapeNode, subtotalKey } from './recordShape.ts';

type Path = (string | number)[];

const recordKeys = [
  '$schema',
  'edition',
  'organ',
  'year',
  'published',
  'sections',
  'tables',
  'headers',
  'text',
  'explanations',
];

/** A wrong place in a record: the issue zod has with it, and the path from the record to it. */
interface Wrong {
  readonly issue: $ZodIssue;
  readonly path: Path;
}

function plainPath(path: readonly PropertyKey[]): Path {
  return path.map((key) => (typeof key === 'number' ? key : String(key)));
}

/** Of the shapes that a value might have had, the one it comes nearest to: the fewest issues, and those deepest. */
function nearestBranch(branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] {
  const depth = (issues: readonly $ZodIssue[]): number =>
    Math.max(...issues.map((issue) => issue.path.length));
  const weight = (issues: readonly $ZodIssue[]): number =>
    issues.reduce((sum, i) => sum + (i.code === 'unrecognized_keys' ? i.keys.length : 1), 0);
  const isOther = (issues: readonly $ZodIssue[]): boolean =>
    issues.every((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  const near = branches.filter((issues) => !isOther(issues));
  return [...near].sort((a, b) => depth(b) - depth(a) || weight(a) - weight(b))[0] ?? [];
}

function wrongsOf(issue: $ZodIssue, above: Path): Wrong[] {
  const path = [...above, ...plainPath(issue.path)];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const branch = nearestBranch(issue.errors);
  return branch.length === 0 ? [{ issue, path }] : branch.flatMap((below) => wrongsOf(below, path));
}

function valueAt(record: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    record,
  );
}

function shapeAt(form: Form, path: Path): ShapeNode | undefined {
  return path
    .slice(1)
    .reduce<ShapeNode | undefined>(
      (node, key) => (key === subtotalKey ? node : node?.children.get(String(key))),
      knownShape(form),
    );
}

function knownKeys(form: Form, path: Path, keys: readonly string[]): string[] {
  if (path.length === 0) return recordKeys;
  if (path[0] === 'text') return [...proseSections];
  if (path[0] === 'headers') return [...headerKeys(form).keys()];
  if (path[0] === 'explanations') return [...explanationKeys];
  const node = shapeAt(form, path);
  if (node === undefined) return [];
  const columns = [...node.columns.keys()];
  if (node.children.size === 0 || path.at(-1) === subtotalKey) return columns;
  const lines = [...node.children.keys(), ...(node.line === null ? [] : [subtotalKey])];
  return keys.some((key) => node.columns.has(key)) ? lines : [...lines, ...columns];
}

/** A column beside the lines of a heading belongs to the heading's own figures; else the nearest valid key. */
function hintAt(key: string, known: readonly string[], node: ShapeNode | undefined): Words {
  const isOwn = node?.columns.has(key) === true && known.length > 0;
  return isOwn ? nearestWords(subtotalKey) : nearestKey(key, known);
}

function sectionsExpected({ edition: { sections } }: Form, path: Path): Words {
  const ids = sections.map(({ id }) => `"${id}"`);
  return path.length > 1
    ? { zh: `${ids.join('、')} 之一`, en: `one of ${ids.join(', ')}` }
    : { zh: '数组', en: 'an array' };
}

function expectation(form: Form, path: Path, issue: $ZodIssue): Words {
  const node = path[0] === 'tables' ? shapeAt(form, path) : undefined;
  const columns = node?.line?.columns.length;
  if (columns === 1) return { zh: '一个单元格', en: 'a cell' };
  if (columns !== undefined) {
    return {
      zh: `有 ${columns} 个单元格的数组或对象`,
      en: `an array or object of ${columns} cells`,
    };
  }
  if (node !== undefined) return { zh: '对象', en: 'an object' };
  if (path[0] === 'tables') {
    return { zh: '数字、null、"/" 或印刷文字', en: 'a number, null, "/" or a printed text' };
  }
  if (path[0] === 'year') return { zh: '四位整数年份', en: 'a year of four digits' };
  if (path[0] === 'published') {
    return { zh: '日期，如 "2024-01-31"', en: 'a day such as "2024-01-31"' };
  }
  if (path[0] === 'sections') return sectionsExpected(form, path);
  if (path[0] === 'explanations') return explanationWords(path);
  return issue.code === 'invalid_type' && issue.expected === 'object'
    ? { zh: '对象', en: 'an object' }
    : { zh: '文字', en: 'a text' };
}

function problemsOf(
  wrong: Wrong,
  form: Form,
  record: unknown,
  source: JsonSource,
  root: Path,
): Problem[] {
  const { issue, path } = wrong;
  const full = [...root, ...path];
  const where = [source.locate(full), pathText(full)] as const;
  const value = valueAt(record, path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(form, path, issue.keys);
    return issue.keys.map((key) => {
      const at = [...full, key];
      const args = {
        key,
        nearest: hintAt(key, known, shapeAt(form, path)),
        known: known.join(', '),
      };
      return problem('key-unknown', args, source.locateKey(at), pathText(at));
    });
  }
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return [problem('number-unsafe', { found: source.textOf(full) }, ...where)];
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    if (Array.isArray(value)) {
      const columns = shapeAt(form, path)?.line?.columns ?? [];
      const args = {
        expected: String(columns.length),
        found: String(value.length),
        columns: {
          zh: columns.map((column) => column.zh).join('、'),
          en: columns.map((column) => column.en).join(', '),
        },
      };
      return [problem('line-length', args, ...where)];
    }
  }
  const args = { expected: expectation(form, path, issue), found: kindOfValue(value) };
  return [problem('value-wrong', args, ...where)];
}

/** An issue with several unknown keys, taken apart. */
function byKey(wrong: Wrong): Wrong[] {
  const { issue, path } = wrong;
  if (issue.code !== 'unrecognized_keys') return [wrong];
  return issue.keys.map((key) => ({ issue: { ...issue, keys: [key] }, path }));
}

/** The same for what several shapes of a value object to. */
function nameOf({ issue, path }: Wrong): string {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return JSON.stringify([issue.code, path, keys]);
}

/** Why a record is not a report of its edition: each wrong place, and for a wrong key the nearest right one. */
export function diagnose({ form, record, source, root }: Misfit): Problem[] {
  const result = recordSchema(form).safeParse(record);
  const issues = result.success ? [] : result.error.issues;
  const wrongs = issues.flatMap((issue) => wrongsOf(issue, [])).flatMap(byKey);
  const distinct = [...new Map(wrongs.map((wrong) => [nameOf(wrong), wrong])).values()];
  return listed(distinct, source.name, (wrong) => problemsOf(wrong, form, record, source, root));
}
