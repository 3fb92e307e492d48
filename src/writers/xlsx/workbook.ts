import { archiveOf, contentTypes, relationships } from '../archive.ts';
import { escaped } from '../markup.ts';
import { drawingVml, notesXml } from './notes.ts';
import { sheetName } from './reference.ts';
import { type Sheet, sheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const titles = sheets.map(({ name, repeated }, i) => {
    if (repeated === null) return '';
    const [first, last] = repeated;
    const rows = `${sheetName(name)}!$${first + 1}:$${last + 1}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(rows)}</definedName>`;
  });
  // No results are stored beside the formulas: they are worked out when the file is opened.
  return `<workbook xmlns="${namespace}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${names.join('')}</sheets>${titles.some((title) => title !== '') ? `<definedNames>${titles.join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

/** The notes on a sheet, as parts of the workbook; none where there are none. */
function noteParts(sheet: Sheet, number: number): Record<string, string> {
  if (sheet.notes === undefined || sheet.notes.length === 0) return {};
  return {
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relationships([
      ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
      ['comments', `../comments${number}.xml`],
    ]),
    [`xl/comments${number}.xml`]: notesXml(sheet.notes),
    [`xl/drawings/vmlDrawing${number}.vml`]: drawingVml(sheet.notes, sheet.widths, number),
  };
}

/** What kind of content the parts of notes hold. */
function noteTypes(names: readonly string[]): (readonly [string, string])[] {
  const drawing = names.find((name) => name.endsWith('.vml'));
  const comments = names.filter((name) => name.startsWith('xl/comments'));
  return [
    ...(drawing === undefined
      ? []
      : [[drawing, 'application/vnd.openxmlformats-officedocument.vmlDrawing'] as const]),
    ...comments.map((name) => [name, `${kind}.comments+xml`] as const),
  ];
}

/** A workbook of these sheets. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const notes = Object.fromEntries(
    sheets.flatMap((sheet, i) => Object.entries(noteParts(sheet, i + 1))),
  );
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  return archiveOf({
    '[Content_Types].xml': contentTypes([
      ['xl/workbook.xml', `${kind}.sheet.main+xml`],
      ['xl/styles.xml', `${kind}.styles+xml`],
      ...paths.map((path) => [`xl/${path}`, `${kind}.worksheet+xml`] as const),
      ...noteTypes(Object.keys(notes)),
    ]),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/${paths[i]}`, sheetXml(sheet)])),
    ...notes,
  });
}
