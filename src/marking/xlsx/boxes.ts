import type { Address } from '../../readers/xlsx/address.ts';

/** A comment's box as Excel draws it: how many lines it holds. */
export interface Box {
  readonly address: Address;
  readonly lines: number;
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Columns that a box is wide, and rows that it is high. */
const width = 4;
const mostRows = 20;

function boxXml({ address, lines }: Box, number: number): string {
  const { row, column } = address;
  const rows = Math.min(mostRows, lines + 2);
  const anchor = [
    column,
    15,
    Math.max(0, row - 2),
    2,
    column + width,
    15,
    Math.max(0, row - 2) + rows,
    4,
  ];
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}

/** The numbers of shapes go up by so many from sheet to sheet. */
const shapesPerSheet = 1024;

/** A drawing with the boxes of a sheet's comments. @param sheet number of the sheet, from 1 */
export function drawingOf(boxes: readonly Box[], sheet: number): string {
  const first = sheet * shapesPerSheet + 1;
  const shapes = boxes.map((box, i) => boxXml(box, first + i)).join('');
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>${shapeType}${shapes}</xml>`;
}

const names: readonly (readonly [prefix: string, namespace: string])[] = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['x', 'urn:schemas-microsoft-com:office:excel'],
];

/** A drawing with more boxes; null where it is written in an uncommon way. Such drawings are often no XML, so that nobody parses them. */
export function withBoxes(drawing: string, boxes: readonly Box[]): string | null {
  const end = drawing.lastIndexOf('</xml>');
  if (
    end < 0 ||
    names.some(([p, name]) => !new RegExp(`xmlns:${p}\\s*=\\s*["']${name}["']`, 'u').test(drawing))
  ) {
    return null;
  }
  const numbers = [...drawing.matchAll(/_x0000_s(\d{1,9})/gu)].map(([, digits]) => Number(digits));
  const first = numbers.reduce((most, number) => Math.max(most, number), shapesPerSheet) + 1;
  const type = drawing.includes('"_x0000_t202"') ? '' : shapeType;
  const shapes = boxes.map((box, i) => boxXml(box, first + i)).join('');
  return drawing.slice(0, end) + type + shapes + drawing.slice(end);
}
