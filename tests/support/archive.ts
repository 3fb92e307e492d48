import { strToU8, type Zippable, zipSync } from 'fflate';

/** Parts of an archive by name, as text or bytes. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A small archive. */
export function archiveOf(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files, { mtime: '2020-01-01' });
}

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A list of relationships: `[id, last word of the type, target]`, an external one with a fourth word. */
export function relationships(...links: readonly (readonly string[])[]): string {
  const all = links.map(([id, type, target, mode]) => {
    const external = mode === undefined ? '' : ` TargetMode="${mode}"`;
    return `<Relationship Id="${id}" Type="${relationshipType}/${type}" Target="${target}"${external}/>`;
  });
  return `<Relationships>${all.join('')}</Relationships>`;
}

const wordNames = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');

/** A Word document with this body, its main part found by the relationships of the archive. */
export function docxOf(body: string, parts: Parts = {}): Uint8Array {
  return archiveOf({
    '_rels/.rels': relationships(['r1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A paragraph with this text. */
export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A cell with this text and these properties. */
export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
}

/** A table of rows of cells. */
export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A workbook with these sheets: the content of each `worksheet` element by the sheet's name. */
export function xlsxOf(sheets: Readonly<Record<string, string>>, parts: Parts = {}): Uint8Array {
  const names = Object.keys(sheets);
  const files = names.map((name, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet xmlns:r="r">${sheets[name]}</worksheet>`,
  ]);
  const list = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`,
  );
  return archiveOf({
    '_rels/.rels': relationships(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...names.map((_, i) => [`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['x1', 'sharedStrings', 'sharedStrings.xml'],
      ['x2', 'styles', 'styles.xml'],
    ),
    ...Object.fromEntries(files),
    ...parts,
  });
}
