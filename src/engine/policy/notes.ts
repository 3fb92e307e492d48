import type { Levels, Settings } from '../../model/policy.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { rulesAt } from './levels.ts';

function listed(ids: readonly string[]): { zh: string; en: string } {
  return { zh: ids.join('、'), en: ids.join(', ') };
}

/** The rules that are off, and those that are only warnings. */
export function levelNotes(levels: Levels, source: string): Problem[] {
  const [off, lowered] = [rulesAt(levels, 'off'), rulesAt(levels, 'warning')];
  const count = String(off.length);
  return [
    ...(off.length === 0 ? [] : [problem('rules-off', { count, rules: listed(off) }, source)]),
    ...(lowered.length === 0 ? [] : [problem('rules-lowered', { rules: listed(lowered) }, source)]),
  ];
}

export function toleranceNotes(tolerated: number, source: string): Problem[] {
  if (tolerated === 0) return [];
  return [problem('findings-tolerated', { count: String(tolerated) }, source)];
}

/** The same for all reports of an audit; what holds only for some of them is told as such. */
export function settingsNotes(settings: Settings | null): Problem[] {
  if (settings === null) return [];
  const { name, rules, overrides } = settings;
  const some = overrides.filter((each) => Object.values(each.rules).some((l) => l !== 'error'));
  const isTolerant = Object.values(settings.tolerances).some((most) => most > 0);
  return [
    ...levelNotes(rules, name),
    ...(some.length === 0
      ? []
      : [problem('rules-overridden', { count: String(some.length) }, name)]),
    ...(isTolerant ? [problem('rules-tolerant', {}, name)] : []),
  ];
}
