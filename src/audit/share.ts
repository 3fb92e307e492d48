import { organKey } from '../model/organ.ts';
import { hashOf } from './hash.ts';

/** One of several shares that all organs are divided into; `number` from 1. */
export interface Share {
  readonly number: number;
  readonly of: number;
}

/** An organ, or whatever stands for one, belongs to the share: the same on every machine. */
export function isWithin({ number, of }: Share, organ: string): boolean {
  return hashOf(organKey(organ)) % of === number - 1;
}

const decoder = new TextDecoder();
const organField = /"organ"\s*:\s*("(?:[^"\\]|\\.)*")/u;

/** The organ that a line of NDJSON names, without parsing the line; null where it names none. */
export function organIn(line: Uint8Array): string | null {
  const found = organField.exec(decoder.decode(line))?.[1];
  if (found === undefined) return null;
  try {
    return String(JSON.parse(found));
  } catch {
    return null;
  }
}
