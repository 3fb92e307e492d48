import { visible } from '../messages/visible.ts';
import type { ResultProblem } from '../model/result.ts';
import { element, quoted } from './dom.ts';
import type { Texts } from './texts.ts';

/** Problems listed at most. */
const mostProblems = 200;

/** A problem with its place. */
export function problemLine({ source, path, message }: ResultProblem): HTMLElement {
  const place = path === null ? source : `${source}: ${path}`;
  return element(
    'li',
    {},
    element('span', { class: 'source' }, quoted(visible(place))),
    ' ',
    quoted(visible(message)),
  );
}

/** The problems of an audit, folded up. */
export function problemsFolded(problems: readonly ResultProblem[], texts: Texts): HTMLElement[] {
  if (problems.length === 0) return [];
  const unsaid = problems.length - mostProblems;
  const more = unsaid <= 0 ? [] : [element('p', {}, texts.moreProblems(unsaid))];
  const folded = element(
    'details',
    { class: 'problems' },
    element('summary', {}, texts.problems(problems.length)),
    element('ul', {}, ...problems.slice(0, mostProblems).map(problemLine)),
    ...more,
  );
  return [folded];
}
