import { strToU8 } from 'fflate';
import { drawFrom } from './generate.ts';
import { mutate } from './mutate.ts';

const numbers = ['0', '1', '2', '-1', '7', '900', '1000000', '99999999999999999999', 'x', ''];

/** Elements without elements of the same name in them, and attributes that hold numbers or addresses. */
const pieces = /<([\w:]+)(?:\s[^<>]*)?(?:\/>|>(?:(?!<\1[\s>])[\s\S])*?<\/\1>)|"[A-Z]*-?\d+"/gu;

/** Well-formed XML with one to six elements lost or doubled and numbers changed; the same for the same seed. */
function rearranged(text: string, seed: number): string {
  const draw = drawFrom(seed);
  let result = text;
  for (let i = draw(5); i >= 0; i--) {
    const start = draw(result.length);
    pieces.lastIndex = start;
    const found = pieces.exec(result);
    if (found === null) continue;
    const [piece] = found;
    const number = `"${numbers[draw(numbers.length - 1)]}"`;
    const instead = piece.startsWith('"') ? number : draw(1) === 0 ? '' : piece + piece;
    result = result.slice(0, found.index) + instead + result.slice(found.index + piece.length);
  }
  return result;
}

/** A damaged copy of a text in XML: every other seed leaves it well-formed. */
export function damagedXml(text: string, seed: number): Uint8Array {
  return seed % 2 === 0 ? mutate(strToU8(text), seed) : strToU8(rearranged(text, seed));
}
