import { archiveOf, contentTypes, relationships } from './archive.ts';
import { stylesXml } from './docx/styles.ts';
import { runs, tableXml } from './docx/table.ts';
import { type Part, paragraphsOf, partsOf } from './parts.ts';
import { headingOf } from './words.ts';
import type { FilledForm } from './writer.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4, with margins of 2 cm. */
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

function paragraph(style: string, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs(text)}</w:p>`;
}

function partXml(filled: FilledForm, { heading, grid, text }: Part): string {
  const title = heading === null ? '' : paragraph('Heading1', heading);
  if (grid !== null) return title + tableXml(filled, grid);
  return (
    title +
    paragraphsOf(text)
      .map((line) => paragraph('Text', line))
      .join('')
  );
}

/** A document for a word processor: sections, texts and tables; an empty paragraph where a text belongs. */
export function writeDocx(filled: FilledForm): Uint8Array {
  const parts = partsOf(filled).map((part) => partXml(filled, part));
  // A body may not end with a table.
  const body = [paragraph('Title', headingOf(filled)), ...parts, paragraph('Text', '')].join('');
  return archiveOf({
    '[Content_Types].xml': contentTypes([
      ['word/document.xml', `${kind}.document.main+xml`],
      ['word/styles.xml', `${kind}.styles+xml`],
    ]),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document xmlns:w="${namespace}"><w:body>${body}${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([['styles', 'styles.xml']]),
    'word/styles.xml': stylesXml,
  });
}
