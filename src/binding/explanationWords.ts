import type { Words } from '../model/words.ts';

const expectations: Readonly<Record<string, Words>> = {
  explanations: { zh: '数组', en: 'an array' },
  until: { zh: '日期，如 "2026-12-31"', en: 'a day such as "2026-12-31"' },
  cells: { zh: '对象', en: 'an object' },
  details: { zh: '对象', en: 'an object' },
};
const object: Words = { zh: '对象', en: 'an object' };
const words: Words = { zh: '文字（不能为空）', en: 'a text that is not blank' };
const answer: Words = { zh: '数字、null 或印刷文字', en: 'a number, null or a printed text' };

/** What is expected at a path that ends in an explanation. */
export function explanationWords(path: readonly (string | number)[]): Words {
  const [key, above] = [path.at(-1), path.at(-2)];
  if (above === 'cells' || above === 'details') return answer;
  if (key === undefined || typeof key === 'number') return object;
  return expectations[key] ?? words;
}
