import type { At } from '../../model/document.ts';
import { type Box, boxOf, type Matrix } from './matrix.ts';

/** Where boxes of a page lie for its reader; the analysis may have turned the page. */
export interface Sheet {
  readonly page: number;
  readonly toShown: Matrix;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

export function placeOf({ page, toShown }: Sheet, box: Box): At {
  const [left, top, right, bottom] = boxOf(toShown, box);
  return {
    kind: 'page',
    page,
    box: [rounded(left), rounded(top), rounded(right), rounded(bottom)],
  };
}
