import type { Words } from '../model/words.ts';

/** What a value is, for a message. */
export function kindOfValue(value: unknown): Words {
  if (Array.isArray(value))
    return { zh: `${value.length} 项的数组`, en: `an array of ${value.length}` };
  if (typeof value === 'object' && value !== null) return { zh: '对象', en: 'an object' };
  const text = value === undefined ? '—' : JSON.stringify(value);
  return { zh: text, en: text };
}
