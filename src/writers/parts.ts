import { proseSections } from '../model/edition.ts';
import type { FormGrid } from './grid.ts';
import { gridsOf } from './layout.ts';
import type { FilledForm } from './writer.ts';

/** A section of a report: its heading, and a table or a text; both are null where there is nothing to say. */
export interface Part {
  readonly heading: string | null;
  readonly grid: FormGrid | null;
  readonly text: string | null;
}

/**
 * The sections of a report in the order of the form, each with its table or its text; one of which it is
 * known that the document has nothing, not even its title, is left out. What belongs
 * to no section follows: texts without a heading, tables under their own titles.
 */
export function partsOf(filled: FilledForm): Part[] {
  const { sections } = filled.form.edition;
  const grids = gridsOf(filled);
  const texts = new Map<string, string>(
    proseSections.flatMap((key): [string, string][] => {
      const text = filled.text?.[key];
      return text === undefined ? [] : [[key, text]];
    }),
  );
  const ids = new Set(sections.map(({ id }) => id));
  const inSections = sections.flatMap(({ id, zh }): Part[] => {
    const grid = grids.find(({ table }) => table.id === id) ?? null;
    const text = texts.get(id) ?? null;
    const isMissing = filled.sections?.includes(id) === false;
    return isMissing && grid === null && text === null ? [] : [{ heading: zh, grid, text }];
  });
  const loose = [...texts].filter(([id]) => !ids.has(id));
  const alone = grids.filter(({ table }) => !ids.has(table.id));
  return [
    ...inSections,
    ...loose.map(([, text]): Part => ({ heading: null, grid: null, text })),
    ...alone.map((grid): Part => ({ heading: grid.table.zh, grid, text: null })),
  ];
}

/** The paragraphs of a text; one empty paragraph where there is none, to write in. */
export function paragraphsOf(text: string | null): string[] {
  return (text ?? '').split(/\r\n|\r|\n/u);
}
