import { balancedFigures } from '../../scripts/fixtures/balance.ts';
import type { Form } from '../../src/model/form.ts';
import type { FilledForm } from '../../src/writers/writer.ts';

/** A form filled in with these texts, by cell name or for all cells. */
export function filledForm(
  form: Form,
  text: (name: string, index: number) => string | null,
): FilledForm {
  return {
    form,
    organ: '云川市人民政府',
    year: 2023,
    cell: (index) => text(form.cells[index]?.name ?? '', index),
  };
}

/** A form whose figures obey every identity, with other texts in some cells. */
export function balancedForm(
  form: Form,
  others: Readonly<Record<string, string | null>> = {},
): FilledForm {
  const values = balancedFigures(form, 7);
  return filledForm(form, (name, index) => {
    if (Object.hasOwn(others, name)) return others[name] ?? null;
    return form.optional[index] === 1 ? null : String(values[index] ?? 0);
  });
}

/** Texts that break what is written carelessly. */
export const hostile = [
  '<script>alert(1)</script>',
  ']]>',
  '--><!--',
  '</td></tr></table>',
  "=cmd|'/c calc'!A0",
  '+SUM(1,2)',
  '@import',
  '"quoted", and; more',
  'two\nlines',
  'tab\tand\r\nreturn',
  'nul \u0000 bell \u0007 escape \u001b',
  'lone \ud800 and \udc00',
  'not a character \ufffe \uffff',
  '_x0041_',
  '&amp; &#60; %3C',
  '𠮷㙍',
];

/** What is stored of a text in place of characters that no file may hold. */
export function stored(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  return text.replace(/[\u0000\u0007\u001b\ufffe\uffff]|\ud800|\udc00/gu, '\ufffd');
}
