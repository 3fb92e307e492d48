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
  readonly value: number | string | null;
  readonly length: number;
}

/** Of a text behind what may stand before a value, up to what may stand behind one. */
const literal =
  /(?<=[[,:\s])(?:null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|"(?:[^"\\\n]|\\.)*")(?=\s*[\],}])/uy;

/** The number, text or null that begins at an offset of a JSON text, or of lines of JSON; null where none does. */
function literalAt(text: string, offset: number): Literal | null {
  literal.lastIndex = offset;
  const [found = null] = literal.exec(text) ?? [];
  if (found === null) return null;
  try {
    return { value: JSON.parse(found), length: found.length };
  } catch {
    return null;
  }
}

function mended(text: string, correction: Correction): Edit | Obstacle {
  const { at, from, to } = correction;
  const offset = at?.kind === 'text' ? offsetOf(text, at) : null;
  const found = offset === null ? null : literalAt(text, offset);
  if (offset === null || found === null) return 'place';
  const { value, length } = found;
  const here = { from: offset, to: offset + length };
  if (value === from) return { ...here, text: String(to) };
  if (typeof value !== 'string') return 'place';
  const part = replacementIn(value, correction);
  if (part === null) return 'text';
  const whole = value.slice(0, part.start) + part.text + value.slice(part.end);
  return { ...here, text: JSON.stringify(whole) };
}

const mark = [0xef, 0xbb, 0xbf];

/** A copy of a `report.json` with other figures; all else stays as it is, byte for byte. */
export function mendJson(bytes: Uint8Array, corrections: readonly Correction[]): Mended {
  const text = decodeAs('utf-8', bytes);
  if (text === null) return { bytes, left: corrections.map(() => 'place') };
  const tried = corrections.map((each) => mended(text, each));
  const edits = tried.filter((each) => typeof each === 'object');
  const left = tried.map((each) => (typeof each === 'object' ? null : each));
  const written = new TextEncoder().encode(edited(text, edits));
  const hasMark = mark.every((byte, i) => bytes[i] === byte);
  return { bytes: hasMark ? Uint8Array.from([...mark, ...written]) : written, left };
}
