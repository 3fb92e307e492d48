import type { Problem } from '../../model/problem.ts';
import { type Mark, unmarked } from '../marks.ts';
import { readXml, type XmlPart } from '../xml.ts';
import { builtInFormat, formatOf, type NumberFormat, plainFormat } from './formats.ts';
import { withProperty } from './strings.ts';

/** What the style of a cell says of the text in it. */
export interface CellStyle {
  readonly number: NumberFormat;
  /** Null where the font marks nothing. */
  readonly mark: Mark | null;
}

export const plainStyle: CellStyle = { number: plainFormat, mark: null };

/** The styles of cells, by the index that cells name. */
export function readStyles(bytes: Uint8Array, part: XmlPart): CellStyle[] | Problem {
  const codes = new Map<string, string>();
  const fonts: Mark[] = [];
  const cells: { format: string; font: number }[] = [];
  let section = '';
  const refused = readXml(bytes, part, {
    open(name, attributes) {
      const format = attributes.numFmtId ?? '0';
      if (name === 'cellXfs' || name === 'fonts') section = name;
      else if (name === 'numFmt') codes.set(format, attributes.formatCode ?? '');
      else if (section === 'cellXfs' && name === 'xf') {
        cells.push({ format, font: Number(attributes.fontId ?? 0) });
      } else if (section === 'fonts' && name === 'font') fonts.push(unmarked);
      else if (section === 'fonts') {
        fonts.push(withProperty(fonts.pop() ?? unmarked, name, attributes));
      }
      return null;
    },
    close(name) {
      if (name === section) section = '';
    },
  });
  if (refused !== null) return refused;
  const numbers = new Map<string, NumberFormat>();
  for (const id of new Set(cells.map(({ format }) => format))) {
    const code = codes.get(id);
    numbers.set(id, code === undefined ? builtInFormat(Number(id)) : formatOf(code));
  }
  return cells.map(({ format, font }) => {
    const { isStruck, isRaised } = fonts[font] ?? unmarked;
    const mark = isStruck || isRaised ? { isStruck, isRaised } : null;
    return { number: numbers.get(format) ?? plainFormat, mark };
  });
}
