import type { Edition } from '../model/edition.ts';
import { type Form, formOf } from '../model/form.ts';
import { onceFor } from '../model/onceFor.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import type { FormGrid } from '../writers/grid.ts';
import { layoutOf } from '../writers/layout.ts';
import { cellsOf } from '../writers/writer.ts';
import { formToShow } from './audit/forms.ts';

const shown: Readonly<Record<Language, (edition: Edition) => Form>> = {
  zh: onceFor((edition) => formOf(formToShow(edition, 'zh'))),
  en: onceFor((edition) => formOf(formToShow(edition, 'en'))),
};

/**
 * The tables of a report as the form prints them, in one language, by the ids of the tables. Lines that
 * the document lacks are there, subtotals only where it has them; null where it has nothing of a table.
 */
export function gridsToShow(report: Report, lang: Language): ReadonlyMap<string, FormGrid | null> {
  const { edition } = report.form;
  const isPrinted = (cell: number): boolean => report.printed(cell) !== null;
  const form = shown[lang](edition);
  const grids = layoutOf(form, (line) => !line.optional || cellsOf(line).some(isPrinted));
  return new Map(
    edition.tables.map(({ id }) => {
      const isThere = form.cells.some(
        ({ line, index }) => line.table.id === id && isPrinted(index),
      );
      return [id, isThere ? (grids.find(({ table }) => table.id === id) ?? null) : null];
    }),
  );
}
