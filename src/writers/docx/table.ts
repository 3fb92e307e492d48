import { type FormGrid, headRows, pageWidth, type Slot } from '../grid.ts';
import { escaped } from '../markup.ts';
import { type FilledForm, textOf } from '../writer.ts';

/** Width of a page between its margins, in twentieths of a point. */
export const textWidth = 9638;

/** The slot that covers each place of a row, once for every slot: also those that began in a row above. */
function coveringRows({ rows }: FormGrid): Slot[][] {
  const covering: Slot[][] = rows.map(() => []);
  for (const slot of rows.flatMap((row) => row.slots)) {
    for (let row = slot.row; row < slot.row + slot.rowSpan; row++) covering[row]?.push(slot);
  }
  return covering.map((slots) => slots.sort((a, b) => a.column - b.column));
}

/** Runs of a text, with breaks where it has more than one line. */
export function runs(text: string): string {
  if (text === '') return '';
  const lines = text.split(/\r\n|\r|\n/u);
  const each = lines.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${each.join('<w:br/>')}</w:r>`;
}

function paragraph(filled: FilledForm, { content }: Slot): string {
  const isLabel = content.kind === 'label';
  const indent = isLabel && content.indent > 0 ? `<w:ind w:left="${content.indent * 180}"/>` : '';
  const align = isLabel || (content.kind === 'header' && content.of === 'labels') ? '' : 'center';
  const text =
    content.kind === 'figure'
      ? (textOf(filled, content.cell) ?? '')
      : content.kind === 'empty'
        ? ''
        : content.text;
  const jc = align === '' ? '' : `<w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="Cell"/>${indent}${jc}</w:pPr>${runs(text)}</w:p>`;
}

function cell(filled: FilledForm, slot: Slot, row: number, widths: readonly number[]): string {
  const { column, columnSpan, rowSpan } = slot;
  const width = widths.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0);
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const isFirst = row === slot.row;
  const merge = rowSpan === 1 ? '' : isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const inside = isFirst
    ? paragraph(filled, slot)
    : '<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${inside}</w:tc>`;
}

/** A table; its header rows at the top are repeated on every page. */
export function tableXml(filled: FilledForm, grid: FormGrid): string {
  const widths = grid.widths.map((width) => Math.floor((width / pageWidth) * textWidth));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const head = headRows(grid);
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`);
  const rows = coveringRows(grid).map((slots, row) => {
    const repeated = row < head ? '<w:tblHeader/>' : '';
    const cells = slots.map((slot) => cell(filled, slot, row, widths));
    return `<w:tr><w:trPr><w:cantSplit/>${repeated}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns.join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
