import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeDocx } from '../src/writers/docx.ts';
import { writeJson } from '../src/writers/json.ts';
import {
  blankedForm,
  letterSpaced,
  mergedHeaders,
  notesInCells,
  splitTables,
  withBlanks,
} from './fixtures/odd.ts';
import { convert, encodedText, layoutText, scratchFile } from './fixtures/office.ts';
import {
  cellLines,
  commaText,
  markdown,
  runTogether,
  sitePage,
  tabText,
  wordPage,
} from './fixtures/pages.ts';
import { type Invented, inventedReports } from './fixtures/reports.ts';
import { type Shown, shownReport } from './fixtures/view.ts';

/** The invented reports of fixtures/reports in every format, and as odd as reports are found. Needs LibreOffice, pdftotext, iconv. */
const home = 'fixtures/reports';

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** The pages of a word processor's document made small, so that its tables break. */
function onSmallPages(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const small = body.replace('w:h="16838"', 'w:h="6800"');
  return zipSync({ ...files, 'word/document.xml': strToU8(small) });
}

function officeFiles(folder: string): void {
  const path = (name: string): string => join(folder, name);
  convert(path('report.html'), path('report.docx'), 'docx:MS Word 2007 XML', 'HTML (StarWriter)');
  convert(path('report.docx'), path('report.doc'), 'doc:MS Word 97');
  convert(path('report.docx'), path('report.pdf'), 'pdf:writer_pdf_Export');
  convert(
    path('report.html'),
    path('report.xlsx'),
    'xlsx:Calc MS Excel 2007 XML',
    'HTML (StarCalc)',
  );
}

function oddFiles(report: Invented, shown: readonly Shown[], folder: string): void {
  const odd = join(folder, 'odd');
  write(odd, {
    'split-tables.html': sitePage(splitTables(shown)),
    'letter-spaced.html': sitePage(letterSpaced(shown)),
    'blanks.html': sitePage(withBlanks(report, shown)),
    'blanks.json': writeJson(blankedForm(report)),
    'gb18030.html': encodedText(sitePage(shown, 'gb2312')),
    'word.html': wordPage(shown),
    'merged-headers.html': sitePage(mergedHeaders(shown)),
    'notes-in-cells.html': sitePage(notesInCells(shown, report.year ?? 0)),
    'run-together.txt': runTogether(shown),
    'one-cell-a-line.txt': cellLines(shown),
    'layout.txt': layoutText(join(folder, 'report.pdf')),
  });
  const small = scratchFile('small.docx', onSmallPages(writeDocx(report)));
  convert(small, join(odd, 'page-split.pdf'), 'pdf:writer_pdf_Export');
}

for (const report of inventedReports()) {
  const folder = join(home, report.folder);
  const shown = shownReport(report);
  write(folder, {
    'report.json': writeJson(report),
    'report.html': sitePage(shown),
    'report.txt': tabText(shown),
    'report.md': markdown(shown),
    'report.csv': commaText(shown),
  });
  officeFiles(folder);
  oddFiles(report, shown, folder);
}
