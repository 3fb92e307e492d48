import type { Words } from '../model/words.ts';

/** What a value is, for a message. */
export function kindOfValue(value: unknown): Words {
  if (Array.isArray(value))
    return { zh: `${value.length} 项的数组`, en: `an array of ${value.length}` };
  if (typeof value === 'object' && value !== null) return { zh: '对象', en: 'an object' };
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value ?? null);
  return { zh: text, en: text };
}
