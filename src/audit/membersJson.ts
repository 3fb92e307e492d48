import type { $ZodIssue } from 'zod/v4/core';
import { kindOfValue } from '../binding/kindOfValue.ts';
import { nearestKey } from '../binding/nearestKey.ts';
import { listed, type Problem, problem } from '../model/problem.ts';
import type { Words } from '../model/words.ts';
import { inspectJson, type JsonSource, pathText } from '../readers/json.ts';
import { type Membership, manifestOf, type ReadManifest } from './manifest.ts';
import { membersSchema } from './membersSchema.ts';
import { yearWords } from './years.ts';

type Path = (string | number)[];

/** The keys that may stand in an object, by how deep it lies. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return ['$schema', 'regions'];
  return path.includes('members') ? ['organ', 'since', 'until', 'excluded'] : ['region', 'members'];
}

function expected(path: Path): Words {
  const key = path.at(-1);
  if (key === 'since' || key === 'until') return yearWords;
  if (key === 'regions' || key === 'members') return { zh: '数组', en: 'an array' };
  if (key === undefined || typeof key === 'number') return { zh: '对象', en: 'an object' };
  return { zh: '文字', en: 'a text' };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), value);
}

function problemsOf(issue: $ZodIssue, value: unknown, source: JsonSource): Problem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    return issue.keys.map((key) => {
      const at = [...path, key];
      const args = { key, nearest: nearestKey(key, known), known: known.join(', ') };
      return problem('key-unknown', args, source.locateKey(at), pathText(at));
    });
  }
  const args = { expected: expected(path), found: kindOfValue(valueAt(value, path)) };
  return [problem('value-wrong', args, source.locate(path), pathText(path))];
}

/** The manifest in a JSON text; every wrong place is told by line, column and path. */
export function membersInJson(source: JsonSource): ReadManifest {
  const nothing = { regions: [] };
  const broken = inspectJson(source);
  if (broken.length > 0) return { manifest: nothing, problems: broken };
  const value: unknown = JSON.parse(source.text);
  const parsed = membersSchema.safeParse(value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const problems = listed(issues, source.name, (issue) => problemsOf(issue, value, source));
    return { manifest: nothing, problems };
  }
  const years: Problem[] = [];
  const rows = parsed.data.regions.flatMap(({ region, members }, r) =>
    members.map(({ organ, since = null, until = null, excluded = null }, m) => {
      const at = ['regions', r, 'members', m];
      const member: Membership = {
        ...{ organ, since, until, excluded },
        source: source.locate(at),
        path: pathText(at),
      };
      if (since !== null && until !== null && since > until) {
        const args = { since: String(since), until: String(until) };
        years.push(problem('members-years', args, member.source, member.path));
      }
      return { region, member };
    }),
  );
  return { manifest: manifestOf(rows), problems: years };
}
