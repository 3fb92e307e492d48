import type { Words } from '../model/words.ts';

/** Why a report could not be assessed that has no problem. */
export const leftOpen: Words = {
  zh: '有的核对无法判断（数字空缺或无法识别）',
  en: 'checks were left open by blank or unreadable figures',
};
