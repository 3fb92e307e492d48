import picomatch from 'picomatch';
import { checkedJson, jsonIn, type Path, type Shape } from '../binding/checkedJson.ts';
import { organKey } from '../model/organ.ts';
import { type Levels, levels, type Settings } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import type { Language, Words } from '../model/words.ts';
import type { Limits } from '../readers/reader.ts';
import { mostTolerated, settingsSchema } from './schema.ts';

/** What `giar.config.json` says. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly lang: Language | null;
  /** MiB */
  readonly maxSize: number | null;
  readonly limit: Partial<Limits>;
  readonly maxWarnings: number | null;
}

/** Ids of the rules and names of the limits, which this folder does not know. */
export interface Known {
  readonly rules: readonly string[];
  readonly limits: readonly string[];
}

function range(least: number, most: number): Words {
  return {
    zh: `${least} 到 ${most} 的数`,
    en: `a number from ${least} to ${most}`,
  };
}

function whole(least: number, most: number): Words {
  return {
    zh: `${least} 到 ${most} 的整数`,
    en: `a whole number from ${least} to ${most}`,
  };
}

function oneOf(texts: readonly string[]): Words {
  const quoted = texts.map((text) => JSON.stringify(text));
  return { zh: `${quoted.join('、')} 之一`, en: `one of ${quoted.join(', ')}` };
}

const list: Words = { zh: '不为空的数组', en: 'an array that is not empty' };
const object: Words = { zh: '对象', en: 'an object' };
const text: Words = { zh: '文字（不能为空）', en: 'a text that is not blank' };

const expectations: Readonly<Record<string, Words>> = {
  lang: oneOf(['zh', 'en']),
  maxSize: whole(1, 500),
  maxWarnings: whole(0, 1_000_000),
  overrides: { zh: '数组', en: 'an array' },
  organs: list,
  sources: list,
  sharePoints: range(0, mostTolerated.sharePoints),
  moneyYuan: range(0, mostTolerated.moneyYuan),
};

function expected(path: Path): Words {
  const [key, above] = [path.at(-1), path.at(-2)];
  if (above === 'rules') return oneOf(levels);
  if (above === 'limit') return whole(1, 999_999_999_999);
  if (typeof key === 'number') return above === 'overrides' ? object : text;
  if (key === '$schema') return text;
  return (key === undefined ? undefined : expectations[key]) ?? object;
}

const topKeys = [
  '$schema',
  'lang',
  'maxSize',
  'limit',
  'maxWarnings',
  'rules',
  'overrides',
  'tolerances',
];

function keysAt(path: Path, { rules, limits }: Known): readonly string[] {
  const key = path.at(-1);
  if (key === undefined) return topKeys;
  if (key === 'rules') return rules;
  if (key === 'limit') return limits;
  return key === 'tolerances' ? Object.keys(mostTolerated) : ['organs', 'sources', 'rules'];
}

/** As in .gitignore, a pattern without a slash holds in every folder. */
function patternOf(glob: string): RegExp {
  const pattern = glob.replace(/^\.?\//u, '');
  return picomatch.makeRe(glob.includes('/') ? pattern : `**/${pattern}`, { dot: true });
}

function levelsOf(rules: Readonly<Record<string, Levels[string] | undefined>> = {}): Levels {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, level]) => (level === undefined ? [] : [[id, level]])),
  );
}

/** The shape of the settings, by which they are read. */
function shapeFor(known: Known) {
  const schema = settingsSchema(known.rules, known.limits);
  return { schema, keysAt: (path: Path) => keysAt(path, known), expected };
}

type Written<S> = S extends Shape<infer T> ? T : never;

function settingsOf(
  { rules, overrides = [], tolerances = {} }: Written<ReturnType<typeof shapeFor>>,
  name: string,
  folder: string,
): Settings {
  const { sharePoints = 0, moneyYuan = 0 } = tolerances;
  return {
    name,
    folder,
    rules: levelsOf(rules),
    overrides: overrides.map((each) => ({
      organs: each.organs?.map(organKey) ?? null,
      sources: each.sources?.map(patternOf) ?? null,
      rules: levelsOf(each.rules),
    })),
    tolerances: { sharePoints, moneyYuan },
  };
}

/**
 * Bytes of `giar.config.json` → what it says, or every wrong place in it.
 * @param folder where it lies: a whole path, parted by `/`
 */
export function readSettings(
  bytes: Uint8Array,
  name: string,
  folder: string,
  known: Known,
): ReadSettings | readonly Problem[] {
  const source = jsonIn(bytes, name);
  if ('code' in source) return [source];
  const read = checkedJson(source, shapeFor(known));
  if ('problems' in read) return read.problems;
  const { lang = null, maxSize = null, maxWarnings = null, limit = {} } = read.value;
  return { settings: settingsOf(read.value, name, folder), lang, maxSize, maxWarnings, limit };
}
