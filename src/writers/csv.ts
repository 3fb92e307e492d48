import { csvField } from '../messages/csvField.ts';
import type { FormGrid, Slot } from './grid.ts';
import { spelt } from './markup.ts';
import { partsOf } from './parts.ts';
import { headingOf } from './words.ts';
import { type FilledForm, textOf } from './writer.ts';

const byteOrderMark = '\ufeff';

function slotText(filled: FilledForm, { content }: Slot): string {
  if (content.kind === 'figure') return textOf(filled, content.cell) ?? '';
  return content.kind === 'empty' ? '' : content.text;
}

/** A merged cell stands in its first slot, the others are empty, as spreadsheets save it. */
function gridLines(filled: FilledForm, { rows, widths }: FormGrid): string[] {
  return rows.map(({ slots }) => {
    const fields = widths.map(() => '');
    for (const slot of slots) fields[slot.column] = csvField(spelt(slotText(filled, slot)));
    return fields.join(',');
  });
}

/** All tables one after another, with their titles; UTF-8 with a byte order mark, for spreadsheets. */
export function writeCsv(filled: FilledForm): string {
  const tables = partsOf(filled).flatMap(({ heading, grid }) =>
    grid === null ? [] : ['', csvField(spelt(heading ?? '')), ...gridLines(filled, grid)],
  );
  const lines = [csvField(spelt(headingOf(filled))), ...tables];
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}
