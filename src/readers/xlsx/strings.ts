import type { Problem } from '../../model/problem.ts';
import { readXml, type XmlPart } from '../xml.ts';

/** Text with the characters that XML cannot hold, which files write as `_x000D_`, and one sign for the end of a line. */
export function plainText(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return (whole.includes('\r') ? whole.replace(/\r\n?/gu, '\n') : whole).trim();
}

/** The strings that cells name by number: all runs joined, the reading of characters (`rPh`) left out. */
export function readStrings(bytes: Uint8Array, part: XmlPart): string[] | Problem {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inReading = false;
  const refused = readXml(bytes, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      inText = name === 't' && !inReading;
      return null;
    },
    close(name) {
      if (name === 'si') strings.push(plainText(text));
      else if (name === 'rPh') inReading = false;
      inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return refused ?? strings;
}
