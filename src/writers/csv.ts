import type { FormGrid, Slot } from './grid.ts';
import { spelt } from './markup.ts';
import { partsOf } from './parts.ts';
import { headingOf } from './words.ts';
import { type FilledForm, textOf } from './writer.ts';

const byteOrderMark = '\ufeff';

/** What a spreadsheet takes for the beginning of a formula, with the full-width forms. */
const formula = /^[=+\-@＝＋－＠\t\r]/u;

/** A signed figure, or a mark of dashes for `none`: harmless, and meant as it is printed. */
const harmless = /^[+\-＋－][\d０-９,，]+(?:[.．][\d０-９]+)?$|^[-－]+$/u;

/**
 * A text as a field. What a spreadsheet would run as a formula gets a tab before it: the text is then
 * shown and not run, and comes back as it was from a reader that trims cells, as this program does.
 */
function field(text: string): string {
  const safe = formula.test(text) && !harmless.test(text) ? `\t${text}` : text;
  return /[",\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function slotText(filled: FilledForm, { content }: Slot): string {
  if (content.kind === 'figure') return textOf(filled, content.cell) ?? '';
  return content.kind === 'empty' ? '' : content.text;
}

/** A merged cell stands in its first slot, the others are empty, as spreadsheets save it. */
function gridLines(filled: FilledForm, { rows, widths }: FormGrid): string[] {
  return rows.map(({ slots }) => {
    const fields = widths.map(() => '');
    for (const slot of slots) fields[slot.column] = field(spelt(slotText(filled, slot)));
    return fields.join(',');
  });
}

/** All tables one after another, with their titles; UTF-8 with a byte order mark, for spreadsheets. */
export function writeCsv(filled: FilledForm): string {
  const tables = partsOf(filled).flatMap(({ heading, grid }) =>
    grid === null ? [] : ['', field(spelt(heading ?? '')), ...gridLines(filled, grid)],
  );
  const lines = [field(spelt(headingOf(filled))), ...tables];
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}
