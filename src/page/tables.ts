import { visible } from '../messages/visible.ts';
import type { Form } from '../model/form.ts';
import { type FormGrid, type FormRow, headRows, type Slot } from '../writers/grid.ts';
import { layoutOf } from '../writers/layout.ts';
import { headings } from '../writers/words.ts';
import { cellsOf } from '../writers/writer.ts';
import { button, element } from './dom.ts';
import { findingId } from './findings.ts';
import type { Mark } from './marks.ts';
import type { ShownSheet } from './shape.ts';
import { severitySigns, type Texts } from './texts.ts';

/** What the cells of a table are drawn from. */
interface Drawing {
  readonly form: Form;
  readonly sheet: ShownSheet;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly texts: Texts;
}

/** Printed texts are cut to this length. */
const longest = 200;

function spans(made: HTMLTableCellElement, { rowSpan, columnSpan }: Slot): HTMLTableCellElement {
  if (rowSpan > 1) made.rowSpan = rowSpan;
  if (columnSpan > 1) made.colSpan = columnSpan;
  return made;
}

/** A text as it is printed, in its lines. */
function printedText(text: string): string {
  const lines = text.slice(0, longest).split(/\r\n|\r|\n/u);
  return lines.map(visible).join('\n') + (text.length > longest ? '…' : '');
}

/** The numbers of the findings beside a figure, each leading there. */
function markButton(number: number, { severity }: Mark, texts: Texts): HTMLElement {
  const made = button(
    severitySigns[severity] + String(number),
    () => {
      const finding = document.getElementById(findingId(number));
      finding?.scrollIntoView({ block: 'nearest' });
      finding?.focus({ preventScroll: true });
    },
    { class: 'text', 'aria-label': texts.findingNumber(number) },
  );
  return element('sup', {}, made);
}

function figureCell(cell: number, { form, sheet, marks, texts }: Drawing): HTMLTableCellElement {
  const printed = sheet.cells[cell] ?? null;
  const content =
    printed === null ? element('span', { class: 'absent' }, texts.absent) : printedText(printed);
  const made = element('td', {}, content);
  const mark = marks.get(form.cells[cell]?.name ?? '');
  if (mark === undefined) return made;
  made.className = mark.severity;
  made.dataset.findings = mark.numbers.join(' ');
  made.append(...mark.numbers.map((number) => markButton(number, mark, texts)));
  return made;
}

function headerText(text: string, { texts }: Drawing): string {
  if (text === headings.labels) return texts.labels;
  return text === headings.units ? texts.units : text;
}

function slotCell(slot: Slot, drawing: Drawing): HTMLTableCellElement {
  const { content, columnSpan, rowSpan } = slot;
  switch (content.kind) {
    case 'header': {
      const scope = columnSpan > 1 ? 'colgroup' : 'col';
      return element('th', { scope, class: content.of }, headerText(content.text, drawing));
    }
    case 'label': {
      const made = element('th', { scope: rowSpan > 1 ? 'rowgroup' : 'row' }, content.text);
      if (content.indent > 0) made.style.paddingInlineStart = `${content.indent + 0.4}em`;
      return made;
    }
    case 'unit':
      return element('td', { class: 'unit' }, content.text);
    case 'figure':
      return figureCell(content.cell, drawing);
    case 'empty':
      return element('td');
  }
}

function rowOf({ slots }: FormRow, drawing: Drawing): HTMLTableRowElement {
  return element('tr', {}, ...slots.map((slot) => spans(slotCell(slot, drawing), slot)));
}

function tableOf(grid: FormGrid, drawing: Drawing): HTMLElement {
  const head = headRows(grid);
  const rows = grid.rows.map((row) => rowOf(row, drawing));
  const columns = grid.widths.map((width) => {
    const column = element('col');
    column.style.width = `${width}em`;
    return column;
  });
  // Headers at the top of several blocks are those of the first alone: not to be repeated on the next page.
  const kind = grid.table.blocks.length > 1 ? 'form parted' : 'form';
  const table = element(
    'table',
    { class: kind },
    element('colgroup', {}, ...columns),
    element('thead', {}, ...rows.slice(0, head)),
    element('tbody', {}, ...rows.slice(head)),
  );
  const attributes = { class: 'scroll', tabindex: '0', role: 'region' };
  return element('div', { ...attributes, 'aria-label': grid.table.zh }, table);
}

/** The tables of a report as the form prints them, with what each cell of the document says. */
export function tablesOf(
  form: Form,
  sheet: ShownSheet,
  marks: ReadonlyMap<string, Mark>,
  texts: Texts,
): HTMLElement[] {
  const isPrinted = (cell: number): boolean => (sheet.cells[cell] ?? null) !== null;
  const grids = layoutOf(form, (line) => !line.optional || cellsOf(line).some(isPrinted));
  return grids.flatMap((grid) => {
    const title = element('h3', {}, grid.table.zh);
    const isThere = form.cells.some(
      ({ line, index }) => line.table === grid.table && isPrinted(index),
    );
    return isThere
      ? [title, tableOf(grid, { form, sheet, marks, texts })]
      : [title, element('p', { class: 'note' }, texts.tableMissing)];
  });
}
