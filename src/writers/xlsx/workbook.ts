import { archiveOf, contentTypes, relationships } from '../archive.ts';
import { escaped } from '../markup.ts';
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
  const titles = sheets.map(({ name, repeated: [first, last] }, i) => {
    const rows = `${sheetName(name)}!$${first + 1}:$${last + 1}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(rows)}</definedName>`;
  });
  // No results are stored beside the formulas: they are worked out when the file is opened.
  return `<workbook xmlns="${namespace}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${names.join('')}</sheets><definedNames>${titles.join('')}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

/** A workbook of these sheets. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  return archiveOf({
    '[Content_Types].xml': contentTypes([
      ['xl/workbook.xml', `${kind}.sheet.main+xml`],
      ['xl/styles.xml', `${kind}.styles+xml`],
      ...paths.map((path) => [`xl/${path}`, `${kind}.worksheet+xml`] as const),
    ]),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/${paths[i]}`, sheetXml(sheet)])),
  });
}
