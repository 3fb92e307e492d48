import { checkedJson, jsonIn, type Path } from '../binding/checkedJson.ts';
import { explanationKeys } from '../binding/explanationSchema.ts';
import { explanationWords } from '../binding/explanationWords.ts';
import { nearestKey } from '../binding/nearestKey.ts';
import { type Problem, problem } from '../model/problem.ts';
import { wholeSource } from '../model/sourcePath.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { Words } from '../model/words.ts';
import { pathText } from '../readers/json.ts';
import { waiversSchema } from './waiversSchema.ts';

/** What a list of waivers says, by line. */
export interface ReadWaivers {
  readonly isBaseline: boolean;
  readonly waivers: readonly WaiverEntry[];
}

const waiverKeys = ['organ', 'year', 'source', ...explanationKeys];

function keysAt(path: Path): readonly string[] {
  return path.length === 0 ? ['$schema', 'kind', 'waivers'] : waiverKeys;
}

const expectations: Readonly<Record<string, Words>> = {
  waivers: { zh: '数组', en: 'an array' },
  kind: { zh: '"baseline"', en: '"baseline"' },
  year: { zh: '四位整数年份', en: 'a year of four digits' },
};
const object: Words = { zh: '对象', en: 'an object' };

function ruleWords(found: unknown, rules: readonly string[]): Words {
  const near = typeof found === 'string' ? nearestKey(found, rules) : { zh: '', en: '' };
  return {
    zh: `规则名${near.zh}（giar rules 列出全部）`,
    en: `the id of a rule (see giar rules)${near.en}`,
  };
}

function expected(path: Path, found: unknown, rules: readonly string[]): Words {
  const [key] = path.slice(-1);
  if (key === 'rule' && path.length === 3) return ruleWords(found, rules);
  if (key === undefined) return object;
  return (path.length === 2 ? undefined : expectations[key]) ?? explanationWords(path);
}

/**
 * Bytes of `giar.waivers.json` or of a baseline → what is accepted, or every wrong place in it.
 * @param folder where it lies: a whole path, parted by `/`
 */
export function readWaivers(
  bytes: Uint8Array,
  name: string,
  folder: string,
  rules: readonly string[],
): ReadWaivers | readonly Problem[] {
  const source = jsonIn(bytes, name);
  if ('code' in source) return [source];
  const read = checkedJson(source, {
    schema: waiversSchema(rules),
    keysAt,
    expected: (path, found) => expected(path, found, rules),
  });
  if ('problems' in read) return read.problems;
  const problems: Problem[] = [];
  const waivers = read.value.waivers.map((each, i): WaiverEntry => {
    const at = ['waivers', i];
    const { organ = null, year = null, by = null, until = null, reason } = each;
    if ((organ === null || year === null) && each.source === undefined) {
      problems.push(problem('waiver-subject', {}, source.locate(at), pathText(at)));
    }
    return {
      rule: each.rule,
      organ,
      year,
      path: each.source === undefined ? null : wholeSource(folder, each.source),
      cells: each.cells ?? {},
      details: each.details ?? {},
      waiver: { reason, by, until, place: source.placeOf(at) },
    };
  });
  return problems.length > 0 ? problems : { isBaseline: read.value.kind === 'baseline', waivers };
}
