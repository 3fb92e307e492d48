import { visible } from '../../messages/visible.ts';
import { CellKind } from '../../model/cell.ts';
import { kindOf } from '../../model/report.ts';
import { type FormGrid, type FormRow, headRows, pageWidth, type Slot } from '../../writers/grid.ts';
import { headings } from '../../writers/words.ts';
import { markSigns, proposalsOf } from '../marks.ts';
import { html, type Markup, nothing, quoted } from './markup.ts';
import { ids, type Sheet } from './page.ts';
import { texts } from './texts.ts';

/** Tables of more columns are wider than the screen of a phone. */
const mostInNarrow = 6;

/** Printed texts are cut to this length. */
const longest = 200;

function spans({ rowSpan, columnSpan }: Slot): Markup {
  const rows = rowSpan > 1 ? html` rowspan="${rowSpan}"` : nothing;
  const columns = columnSpan > 1 ? html` colspan="${columnSpan}"` : nothing;
  return html`${rows}${columns}`;
}

/** A text as it is printed, in its lines. */
function printedText(text: string): string {
  const lines = text.slice(0, longest).split(/\r\n|\r|\n/u);
  return lines.map(visible).join('\n') + (text.length > longest ? '…' : '');
}

/** The figure as it is printed, with a sign where it was not read for certain. */
function figureText({ report, lang }: Sheet, cell: number): Markup {
  const t = texts[lang];
  const printed = report.printed(cell);
  if (printed === null) return html`<span class="absent">${t.absent}</span>`;
  const kind = kindOf(report, cell);
  const text = printedText(printed);
  // A figure that was guessed has its question mark already.
  if (kind === CellKind.uncertain)
    return html`<span class="open" title="${t.uncertain}">${quoted(text)}</span>`;
  if (kind !== CellKind.unreadable) return quoted(text);
  return html`${quoted(text)} <span class="open" title="${t.unreadable}">?</span>`;
}

function figureCell(sheet: Sheet, slot: Slot, cell: number, ought: number | undefined): Markup {
  const { marks, number, lang } = sheet;
  const t = texts[lang];
  const figure = figureText(sheet, cell);
  const mark = marks.get(cell);
  const proposed =
    ought === undefined ? nothing : html` <ins title="${t.ought} ${ought}">→ ${ought}</ins>`;
  if (mark === undefined) return html`<td${spans(slot)}>${figure}${proposed}</td>`;
  const start = html`<td${spans(slot)} id="${ids.cell(number, cell)}"`;
  const to = (finding: number): string => `#${ids.finding(number, finding)}`;
  if (!mark.isSuspect) {
    const [only = 1] = mark.numbers;
    return html`${start} class="part"><a href="${to(only)}">${figure}</a>${proposed}</td>`;
  }
  const links = mark.numbers.map(
    (each) =>
      html`<a href="${to(each)}" aria-label="${t.weights[mark.weight]} ${t.findingNumber(each)}">${markSigns[mark.weight]}${each}</a> `,
  );
  return html`${start} class="${mark.weight}">${figure}${proposed} <sup>${links}</sup></td>`;
}

function headerText(text: string, { lang }: Sheet): string {
  if (text === headings.labels) return texts[lang].labels;
  return text === headings.units ? texts[lang].units : text;
}

function slotHtml(slot: Slot, sheet: Sheet, proposals: ReadonlyMap<number, number>): Markup {
  const { content, columnSpan, rowSpan } = slot;
  switch (content.kind) {
    case 'header': {
      const scope = columnSpan > 1 ? 'colgroup' : 'col';
      return html`<th scope="${scope}" class="${content.of}"${spans(slot)}>${headerText(content.text, sheet)}</th>`;
    }
    case 'label': {
      const scope = rowSpan > 1 ? 'rowgroup' : 'row';
      const shift =
        content.indent === 0
          ? nothing
          : html` style="padding-inline-start: ${content.indent + 0.4}em"`;
      return html`<th scope="${scope}"${spans(slot)}${shift}>${content.text}</th>`;
    }
    case 'unit':
      return html`<td class="unit"${spans(slot)}>${content.text}</td>`;
    case 'figure':
      return figureCell(sheet, slot, content.cell, proposals.get(content.cell));
    case 'empty':
      return html`<td${spans(slot)}></td>`;
  }
}

/** A table as the form prints it, with what each cell of the document says. */
export function tableHtml(sheet: Sheet, grid: FormGrid): Markup {
  const head = headRows(grid);
  const proposals = proposalsOf(sheet.run);
  const rowHtml = ({ slots }: FormRow): Markup =>
    html`<tr>${slots.map((slot) => slotHtml(slot, sheet, proposals))}</tr>\n`;
  const columns = grid.widths.map(
    (width) => html`<col style="width: ${((width / pageWidth) * 100).toFixed(2)}%">`,
  );
  const kind = ['form'];
  // Headers at the top of several blocks are those of the first alone: not to be repeated on the next page.
  if (grid.table.blocks.length > 1) kind.push('parted');
  if (grid.widths.length > mostInNarrow) kind.push('wide');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${grid.table.zh}">
<table class="${kind.join(' ')}">
<colgroup>${columns}</colgroup>
<thead>
${grid.rows.slice(0, head).map(rowHtml)}</thead>
<tbody>
${grid.rows.slice(head).map(rowHtml)}</tbody>
</table>
</div>
`;
}
