import { visit } from 'jsonc-parser';
import type { At } from '../model/document.ts';
import { decodeAs } from '../readers/text.ts';
import { type Edit, edited } from './edits.ts';
import { type Correction, type Mended, type Obstacle, replacementIn } from './mend.ts';

/** Offset of a line and column, both from 1; null where the text has no such line. */
function offsetOf(text: string, at: Extract<At, { kind: 'text' }>): number | null {
  let start = 0;
  for (let line = 1; line < at.line; line++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return null;
    start = end + 1;
  }
  return start + at.column - 1;
}

interface Literal {
  readonly value: unknown;
  readonly length: number;
}

/** The numbers, texts and nulls of a JSON text by their offsets. */
function literalsIn(text: string): ReadonlyMap<number, Literal> {
  const literals = new Map<number, Literal>();
  visit(text, {
    onLiteralValue: (value, offset, length) => {
      literals.set(offset, { value, length });
    },
  });
  return literals;
}

function mended(
  text: string,
  literals: ReadonlyMap<number, Literal>,
  correction: Correction,
): Edit | Obstacle {
  const { at, from, to } = correction;
  const offset = at?.kind === 'text' ? offsetOf(text, at) : null;
  const literal = offset === null ? undefined : literals.get(offset);
  if (offset === null || literal === undefined) return 'place';
  const { value, length } = literal;
  const here = { from: offset, to: offset + length };
  if (value === from) return { ...here, text: String(to) };
  if (typeof value !== 'string') return 'place';
  const found = replacementIn(value, correction);
  if (found === null) return 'text';
  const whole = value.slice(0, found.start) + found.text + value.slice(found.end);
  return { ...here, text: JSON.stringify(whole) };
}

const mark = [0xef, 0xbb, 0xbf];

/** A copy of a `report.json` with other figures; all else stays as it is, byte for byte. */
export function mendJson(bytes: Uint8Array, corrections: readonly Correction[]): Mended {
  const text = decodeAs('utf-8', bytes);
  if (text === null) return { bytes, left: corrections.map(() => 'place') };
  const literals = literalsIn(text);
  const tried = corrections.map((each) => mended(text, literals, each));
  const edits = tried.filter((each) => typeof each === 'object');
  const left = tried.map((each) => (typeof each === 'object' ? null : each));
  const written = new TextEncoder().encode(edited(text, edits));
  const hasMark = mark.every((byte, i) => bytes[i] === byte);
  return { bytes: hasMark ? Uint8Array.from([...mark, ...written]) : written, left };
}
