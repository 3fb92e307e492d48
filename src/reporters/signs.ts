import type { Standing } from '../model/standing.ts';

/** What became of a figure of the prose, as a sign. */
export const signs: Readonly<Record<Standing, string>> = {
  right: '✓',
  wrong: '✗',
  doubtful: '!',
  understood: '=',
  unknown: '?',
};
