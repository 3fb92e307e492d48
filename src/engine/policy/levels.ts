import { organKey } from '../../model/organ.ts';
import type { Level, Levels, Override, Policy } from '../../model/policy.ts';
import type { Report } from '../../model/report.ts';
import { pathOf, seenFrom } from '../../model/sourcePath.ts';

function holdsFor({ organs, sources }: Override, organ: string | null, path: string | null) {
  const isOrgan = organs === null || (organ !== null && organs.includes(organ));
  const isSource =
    sources === null || (path !== null && sources.some((pattern) => pattern.test(path)));
  return isOrgan && isSource;
}

const none: Levels = {};

/** What is settled for the rules of a report: the later override counts. */
export function levelsFor({ organ, source }: Report, { settings, folder }: Policy): Levels {
  if (settings === null) return none;
  const key = organ === null ? null : organKey(organ);
  const path = seenFrom(settings.folder, pathOf(folder, source));
  const overrides = settings.overrides.filter((each) => holdsFor(each, key, path));
  return Object.assign({}, settings.rules, ...overrides.map(({ rules }) => rules));
}

/** The rules that are at a level, in the order of their ids. */
export function rulesAt(levels: Levels, wanted: Level): readonly string[] {
  return Object.keys(levels)
    .filter((id) => levels[id] === wanted)
    .sort();
}
