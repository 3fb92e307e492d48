import { closest, distance } from 'fastest-levenshtein';
import type { Words } from '../model/words.ts';

/** No key is longer; comparing a longer one with all of them would only take time. */
const longestKey = 60;

/** A hint at a valid key, in the words of `key-unknown`. */
export function nearestWords(near: string): Words {
  return { zh: `，最接近的是“${near}”`, en: `, the nearest is "${near}"` };
}

/** A hint at the nearest valid key, where one is near. */
export function nearestKey(key: string, known: readonly string[]): Words {
  const start = key.slice(0, longestKey);
  // The beginning of one key only is meant for that key.
  const begun = start.length < 3 ? [] : known.filter((each) => each.startsWith(start));
  if (begun.length === 1) return nearestWords(begun[0] ?? '');
  const near = closest(start, known);
  const isFar = known.length === 0 || distance(start, near) > Math.max(2, start.length / 2);
  return isFar ? { zh: '', en: '' } : nearestWords(near);
}
