import type { Words } from '../model/words.ts';

/** Years in a list of members lie between these. */
export const firstYear = 2000;
export const lastYear = 2099;

export const yearWords: Words = {
  zh: '四位年份，如 2019',
  en: 'a year of four digits such as 2019',
};
