import { type FormGrid, type FormRow, headRows, pageWidth, type Slot } from './grid.ts';
import { escaped } from './markup.ts';
import { type Part, paragraphsOf, partsOf } from './parts.ts';
import { headingOf, titleOf } from './words.ts';
import { type FilledForm, textOf } from './writer.ts';

const style = `
  @page { size: A4; margin: 20mm; }
  body { max-width: 170mm; margin: 20mm auto; font: 10.5pt/1.5 SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", serif; color: #000; background: #fff; }
  h1 { font-size: 18pt; text-align: center; }
  h2 { font-size: 14pt; margin: 1.5em 0 .5em; break-after: avoid; }
  p { text-indent: 2em; margin: .3em 0; min-height: 1.5em; }
  table { width: 100%; border-collapse: collapse; table-layout: fixed; }
  th, td { border: 1px solid #000; padding: 2px 3px; overflow-wrap: anywhere; font-weight: normal; }
  thead th, th[scope^=col] { text-align: center; }
  th[scope^=row] { text-align: left; }
  td { text-align: center; }
  tr { break-inside: avoid; }
  @media print { body { margin: 0; max-width: none; } }
`;

function spans({ rowSpan, columnSpan }: Slot): string {
  const row = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  return columnSpan > 1 ? `${row} colspan="${columnSpan}"` : row;
}

function header(slot: Slot, text: string): string {
  const scope = slot.columnSpan > 1 ? 'colgroup' : 'col';
  return `<th scope="${scope}"${spans(slot)}>${escaped(text)}</th>`;
}

function label(slot: Slot, text: string, indent: number): string {
  const scope = slot.rowSpan > 1 ? 'rowgroup' : 'row';
  const shift = indent === 0 ? '' : ` style="padding-left: ${indent}em"`;
  return `<th scope="${scope}"${spans(slot)}${shift}>${escaped(text)}</th>`;
}

function slotHtml(filled: FilledForm, slot: Slot): string {
  const { content } = slot;
  if (content.kind === 'header') return header(slot, content.text);
  if (content.kind === 'label') return label(slot, content.text, content.indent);
  if (content.kind === 'unit') return `<td${spans(slot)}>${escaped(content.text)}</td>`;
  const text = content.kind === 'figure' ? textOf(filled, content.cell) : null;
  return `<td${spans(slot)}>${escaped(text ?? '').replace(/\r\n|\r|\n/gu, '<br>')}</td>`;
}

function rowsHtml(filled: FilledForm, rows: readonly FormRow[]): string {
  return rows
    .map(({ slots }) => `<tr>${slots.map((slot) => slotHtml(filled, slot)).join('')}</tr>\n`)
    .join('');
}

function tableHtml(filled: FilledForm, grid: FormGrid): string {
  const head = headRows(grid);
  const columns = grid.widths.map(
    (width) => `<col style="width: ${((width / pageWidth) * 100).toFixed(2)}%">`,
  );
  return `<table>
<colgroup>${columns.join('')}</colgroup>
<thead>
${rowsHtml(filled, grid.rows.slice(0, head))}</thead>
<tbody>
${rowsHtml(filled, grid.rows.slice(head))}</tbody>
</table>
`;
}

function partHtml(filled: FilledForm, { heading, grid, text }: Part): string {
  const title = heading === null ? '' : `<h2>${escaped(heading)}</h2>\n`;
  if (grid !== null) return title + tableHtml(filled, grid);
  return (
    title +
    paragraphsOf(text)
      .map((line) => `<p>${escaped(line)}</p>\n`)
      .join('')
  );
}

/** A complete page that needs nothing else, to be read in a browser or printed on A4. */
export function writeHtml(filled: FilledForm): string {
  const title = escaped(titleOf(filled));
  const parts = partsOf(filled).map((part) => partHtml(filled, part));
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(headingOf(filled))}</h1>
${parts.join('')}</body>
</html>
`;
}
