import { checkedJson, type Path } from '../binding/checkedJson.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Words } from '../model/words.ts';
import { type JsonSource, pathText } from '../readers/json.ts';
import { type Membership, manifestOf, type ReadManifest } from './manifest.ts';
import { membersSchema } from './membersSchema.ts';
import { yearWords } from './years.ts';

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

/** The manifest in a JSON text; every wrong place is told by line, column and path. */
export function membersInJson(source: JsonSource): ReadManifest {
  const nothing = { regions: [] };
  const read = checkedJson(source, { schema: membersSchema, keysAt, expected });
  if ('problems' in read) return { manifest: nothing, problems: read.problems };
  const years: Problem[] = [];
  const rows = read.value.regions.flatMap(({ region, members }, r) =>
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
