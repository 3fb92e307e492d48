import { areaName } from './reference.ts';
import { type Note, textXml } from './sheet.ts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Notes on the cells of a sheet, as the part that holds their texts. */
export function notesXml(notes: readonly Note[]): string {
  const each = notes.map(({ row, column, text }) => {
    const place = areaName({ row, column, lastRow: row, lastColumn: column });
    return `<comment ref="${place}" authorId="0"><text><r><rPr><sz val="9"/></rPr>${textXml(text)}</r></text></comment>`;
  });
  return `<comments xmlns="${namespace}"><authors><author>giar</author></authors><commentList>${each.join('')}</commentList></comments>`;
}

/** Width of a note, in characters of Latin text, and its height, in rows. */
const [noteWidth, noteHeight] = [45, 6];
/** Width of the columns to the right of a table. */
const usualWidth = 9;

/** The column in which a note ends that begins in this one. */
function lastColumn(first: number, widths: readonly number[]): number {
  let column = first;
  for (let width = 0; width < noteWidth; column++) width += widths[column] ?? usualWidth;
  return column;
}

/**
 * The boxes in which the notes of a sheet are shown: without them Excel does not show a note at all.
 * @param sheet the number of the sheet, from 1; each has a thousand numbers for its shapes
 */
export function drawingVml(
  notes: readonly Note[],
  widths: readonly number[],
  sheet: number,
): string {
  const shapes = notes.map(({ row, column }, i) => {
    const anchor = [column + 1, 12, row, 4, lastColumn(column + 1, widths), 0, row + noteHeight, 4];
    return `<v:shape id="_x0000_s${sheet * 1024 + 1 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
