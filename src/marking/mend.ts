import type { At } from '../model/document.ts';

/** A figure to be written in place of another one. */
export interface Correction {
  readonly at: At | null;
  /** What stands there; empty for a blank. */
  readonly printed: string;
  /** What was read of it; null for a blank. */
  readonly from: number | null;
  readonly to: number;
  /** Places of the cells in the same equations: were one a formula, nobody knows what it would come to. */
  readonly beside: readonly At[];
}

/** Why a figure was left as it is. */
export const obstacles = [
  'place',
  'formula',
  'formula-beside',
  'text',
  'tracked',
  'shared',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** A copy with the figures that could be written. */
export interface Mended {
  readonly bytes: Uint8Array;
  /** Of each correction, in their order, why it was not made; null where it was. */
  readonly left: readonly (Obstacle | null)[];
}

const number = /[-−－]?[\d０-９]+(?:[,，][\d０-９]{3})*(?:\.[\d０-９]+)?/gu;

function numberOf(text: string): number {
  return Number(text.normalize('NFKC').replace(/,/gu, '').replace(/−/gu, '-'));
}

/** A number in the way another one is written: thousands parted, digits wide. */
function likewise(value: number, text: string): string {
  const plain = String(value);
  const comma = /[,，]/u.exec(text)?.[0];
  const parted = comma === undefined ? plain : plain.replace(/\B(?=(?:\d{3})+$)/gu, comma);
  return /[０-９]/u.test(text)
    ? parted.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : parted;
}

/** Where in a text its one number of this value stands, and what to write there; null where that is not clear. */
export function replacementIn(
  text: string,
  { from, to }: Pick<Correction, 'from' | 'to'>,
): { start: number; end: number; text: string } | null {
  const found = [...text.matchAll(number)].filter(
    ([each]) => from !== null && numberOf(each) === from,
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const [own] = only;
  return { start: only.index, end: only.index + own.length, text: likewise(to, own) };
}
